import Foundation
import Testing

@Suite struct `A cycle year by year` {
  @Test func `is what a rehearsal with its seeds gives, to the byte`() throws {
    let scratch = try Scratch()
    typealias Killed = `A command killed at any moment`
    for name in ["untoc-2014", "synthetic-60"] {
      let membership = Killed.root.appendingPathComponent("Instances/\(name).csv").path
      let rehearsed = scratch.file("rehearsed-\(name)")
      let drawn = scratch.file("drawn-\(name)")
      #expect(
        try Killed.run(["rehearse", membership, "--seed", "S", "--output", rehearsed]) == 0)
      #expect(try Killed.run(["open", drawn, "--membership", membership]) == 0)
      #expect(try Killed.run(["select", drawn, "--seed", "S/selection"]) == 0)
      for year in 1...5 {
        #expect(
          try Killed.run(["draw", drawn, "--year", "\(year)", "--seed", "S/year \(year)"]) == 0)
      }
      #expect(try Killed.ledger(drawn) == Killed.ledger(rehearsed))
    }
  }

  @Test func `takes an interrupted draw up with its own seed only`() throws {
    let scratch = try Scratch()
    typealias Killed = `A command killed at any moment`
    let membership = Killed.root.appendingPathComponent("Instances/synthetic-60.csv").path
    let folder = scratch.file("cycle")
    #expect(try Killed.run(["open", folder, "--membership", membership]) == 0)
    #expect(try Killed.run(["select", folder, "--seed", "s"]) == 0)
    #expect(try Killed.run(["draw", folder, "--year", "1", "--seed", "y"]) == 0)
    let whole = try Killed.ledger(folder)
    // The ledger as a power cut leaves it: some lines fewer, the last one torn.
    let cut = whole.count - 2000
    try whole[..<cut].write(to: URL(fileURLWithPath: folder + "/ledger.jsonl"))
    #expect(try Killed.run(["verify", folder]) == 1)
    #expect(try Killed.run(["draw", folder, "--year", "1", "--seed", "other"]) == 65)
    #expect(try Killed.run(["draw", folder, "--year", "2", "--seed", "y"]) == 65)
    #expect(try Killed.run(["verify", folder]) == 0)
    #expect(try Killed.run(["draw", folder, "--year", "1", "--seed", "y"]) == 0)
    #expect(try Killed.ledger(folder) == whole)
    #expect(try Killed.run(["draw", folder, "--year", "1", "--seed", "y"]) == 0)
    #expect(try Killed.ledger(folder) == whole)
    #expect(try Killed.run(["draw", folder, "--year", "1", "--seed", "other"]) == 65)
  }
}
