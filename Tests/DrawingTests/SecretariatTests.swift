import Drawing
import Foundation
import Members
import Rules
import Testing
import TestingTools

@Suite struct `Simulated secretariats` {
  static func check(_ secretariat: inout Secretariat, _ name: String) throws -> [String] {
    var mistakes: [String] = []
    do {
      try secretariat.run()
      let replay = try Replay.run(secretariat.events)
      if replay.cycle != secretariat.drawer.cycle { mistakes.append("\(name): replay differs") }
      if !replay.pending.isEmpty { mistakes.append("\(name): unfinished") }
      if !replay.cycle.isComplete { mistakes.append("\(name): incomplete") }
    } catch { mistakes.append("\(name): \(error)") }
    return mistakes
  }

  @Test func `over random memberships end with every exception recorded, and replay alike`() throws
  {
    var mistakes: [String] = []
    var commands = 0
    var refusals: [String: Int] = [:]
    for number in 0..<300 {
      let random = RandomCase(number, sizes: 4...12)
      guard
        var secretariat = try Secretariat(
          random.membership, random.rulebook, random.conflicts, seed: UInt64(number))
      else { continue }
      mistakes += try Self.check(&secretariat, "case \(number)")
      commands += secretariat.commands
      refusals.merge(secretariat.refusals, uniquingKeysWith: +)
    }
    #expect(mistakes.isEmpty, "\(mistakes.count), first: \(mistakes.prefix(5))")
    print("secretariats: \(commands) commands, refused \(refusals.values.reduce(0, +))")
  }
}
