import Drawing
import Foundation
import Records
import Testing
import TestingTools

@Suite struct `Secretariats that announce` {
  @Test func `and withdraw, publish tickets and are killed, leave ledgers that replay alike`()
    throws
  {
    var mistakes: [String] = []
    var (ran, kills, number) = (0, 0, 0)
    var (refusals, kinds) = ([String: Int](), [String: Int]())
    while ran < 200 {
      number += 1
      let random = RandomCase(number + 9000, sizes: 4...7)
      guard
        let secretariat = try AnnouncingSecretariat(
          random.membership, random.rulebook, random.conflicts, seed: UInt64(number))
      else { continue }
      do {
        try secretariat.run()
        let events = secretariat.events
        for chains in [Replay.Chains.run, .taken] {
          let replay = try Replay.run(events, chains: chains)
          if replay.cycle != secretariat.drawer.cycle {
            mistakes.append("case \(number): other state")
          }
          if !replay.pending.isEmpty { mistakes.append("case \(number): unfinished") }
          if !replay.cycle.isComplete { mistakes.append("case \(number): incomplete") }
        }
        let bytes = events.reduce(into: (bytes: [UInt8](), previous: LineHash.none, count: 0)) {
          let line = LedgerLine(sequence: $0.count, previous: $0.previous, event: $1).bytes
          $0 = ($0.bytes + line + [UInt8(ascii: "\n")], LineHash(of: line), $0.count + 1)
        }.bytes
        if try Ledger(bytes: bytes).events != events {
          mistakes.append("case \(number): read back otherwise")
        }
        for event in events {
          kinds["\(event)".split(separator: "(")[0].description, default: 0] += 1
        }
      } catch { mistakes.append("case \(number): \(error)") }
      mistakes += secretariat.mistakes.map { "case \(number): \($0)" }
      kills += secretariat.kills
      refusals.merge(secretariat.refusals, uniquingKeysWith: +)
      ran += 1
    }
    #expect(mistakes.isEmpty, "\(mistakes.count), first: \(mistakes.prefix(5))")
    print("announcing secretariats: \(ran), \(kills) kills; \(kinds)")
    print("refused: \(refusals.values.reduce(0, +)), in \(refusals.count) ways")
    #expect(kills > 100)
    for kind in ["announced", "withdrawn", "uniform", "tickets", "ticket", "amended", "stoodDown"] {
      #expect(kinds[kind, default: 0] > 20, "\(kind)")
    }
  }
}
