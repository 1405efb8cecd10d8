import Drawing
import Foundation
import Members
import Records
import Testing

/// The ledgers that stand beside the independent verifier, recorded by `record.sh` there: a change of
/// their bytes is a change of the format.
@Suite struct `Golden ledgers` {
  static let folder = LedgersOfSecretariats.root
    .appendingPathComponent("Tests/IndependentVerifier/ledgers")

  static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.hasSuffix(".jsonl")
    }.sorted()
  }

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  typealias LedgersOfSecretariats = `Ledgers of simulated secretariats`

  @Test func `are read, replayed and written again to the byte`() throws {
    var kinds: Set<String> = []
    for name in try Self.names() {
      let bytes = try Self.bytes(name)
      let ledger = try Ledger(bytes: bytes)
      #expect(ledger.opened.format == 2)
      let replay = try Replay.run(ledger.events)
      #expect(replay.pending.isEmpty, "\(name)")
      #expect(replay.cycle.isComplete, "\(name)")
      var written: [UInt8] = []
      var previous = LineHash.none
      for (sequence, event) in ledger.events.enumerated() {
        let line = LedgerLine(sequence: sequence, previous: previous, event: event).bytes
        previous = LineHash(of: line)
        written += line + [UInt8(ascii: "\n")]
        kinds.insert("\(event)".split(separator: "(")[0].description)
      }
      #expect(written == bytes, "\(name) is written in another form")
    }
    #expect(
      kinds == [
        "opened", "announced", "withdrawn", "seeded", "lot", "waiver", "redraw", "deferred",
        "stoodDown", "amended", "uniform", "tickets", "ticket",
      ])
  }

  /// What the command `verify --head` checks, in one process.
  static func accepts(_ bytes: [UInt8], head: LineHash?) -> Bool {
    guard let ledger = try? Ledger(bytes: bytes), ledger.tornTail == nil,
      head == nil || ledger.lastHash == head
    else { return false }
    return (try? Replay.run(ledger.events)) != nil
  }

  @Test(arguments: ["synthetic-60.jsonl", "every-event.jsonl"])
  func `do not survive a changed bit`(name: String) throws {
    let bytes = try Self.bytes(name)
    let head = try Ledger(bytes: bytes).lastHash
    let lastLine = bytes.dropLast().lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    // Every bit of a nightly run; every 29th here, so that each bit place and field has its turn.
    let isNightly = ProcessInfo.processInfo.environment["PEERLOTS_CASES"] != nil
    var flipped = bytes
    var survivors: [Int] = []
    for bit in stride(from: 0, to: bytes.count * 8, by: isNightly ? 1 : 29) {
      flipped[bit / 8] ^= 1 << UInt8(bit % 8)
      let isLast = bit / 8 >= lastLine
      if Self.accepts(flipped, head: isLast ? head : nil) { survivors.append(bit) }
      flipped[bit / 8] = bytes[bit / 8]
    }
    #expect(survivors.isEmpty, "\(survivors.prefix(5))")
  }

  @Test(arguments: ["uniform.jsonl", "chain.jsonl"])
  func `with uniform outcomes do not survive a changed bit in them`(name: String) throws {
    let bytes = try Self.bytes(name)
    let head = try Ledger(bytes: bytes).lastHash
    var (flipped, survivors, place) = (bytes, [Int](), 0)
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      defer { place += line.count + 1 }
      let text = String(decoding: line, as: UTF8.self)
      guard
        ["uniform", "tickets", "ticket"].contains(where: { text.contains("\"event\":\"\($0)\"") })
      else { continue }
      for bit in stride(from: place * 8, to: (place + line.count) * 8, by: 29) {
        flipped[bit / 8] ^= 1 << UInt8(bit % 8)
        if Self.accepts(flipped, head: head) { survivors.append(bit) }
        flipped[bit / 8] = bytes[bit / 8]
      }
    }
    #expect(place > 0 && survivors.isEmpty, "\(survivors.prefix(5))")
  }

  @Test func `hold an outcome of a chain, which another length would not give`() throws {
    let events = try Ledger(bytes: Self.bytes("chain.jsonl")).events
    let (place, drawn) = try #require(
      events.enumerated().lazy.compactMap { place, event -> (Int, UniformDraw)? in
        if case .uniform(let drawn) = event { (place, drawn) } else { nil }
      }.first)
    guard case .chain(let lawfulSweeps, let sweeps) = drawn.way else {
      Issue.record("the outcome was drawn by its number")
      return
    }
    for way in [
      UniformDraw.Way.chain(lawfulSweeps: lawfulSweeps / 2, sweeps: sweeps),
      .chain(lawfulSweeps: lawfulSweeps, sweeps: sweeps + 1),
    ] {
      var changed = events
      var other = drawn
      other.way = way
      changed[place] = .uniform(other)
      #expect(throws: ReplayFault.self) { try Replay.run(changed) }
    }
    // No chain draws the tickets of `uniform.jsonl`, no count those of this ledger.
    let hasCount = events.contains {
      if case .tickets(let list) = $0 { list.outcomes != nil } else { false }
    }
    #expect(!hasCount)
  }

  @Test func `do not survive a deleted, swapped, doubled or foreign line`() throws {
    for name in try Self.names() {
      let bytes = try Self.bytes(name)
      let head = try Ledger(bytes: bytes).lastHash
      let lines = bytes.split(separator: UInt8(ascii: "\n"))
      func survives(_ lines: [ArraySlice<UInt8>], _ head: LineHash?) -> Bool {
        Self.accepts(lines.flatMap { Array($0) + [UInt8(ascii: "\n")] }, head: head)
      }
      for place in lines.indices {
        let isLast = place == lines.indices.last
        var changed = lines
        changed.remove(at: place)
        #expect(!survives(changed, isLast ? head : nil), "\(name): line \(place + 1) deleted")
        changed = lines
        changed.insert(lines[place], at: place)
        #expect(!survives(changed, nil), "\(name): line \(place + 1) doubled")
        changed = lines
        changed.insert(lines[0], at: place + 1)
        #expect(!survives(changed, nil), "\(name): a line put after \(place + 1)")
        if !isLast {
          changed = lines
          changed.swapAt(place, place + 1)
          #expect(!survives(changed, nil), "\(name): lines \(place + 1) and the next swapped")
        }
      }
    }
  }
}
