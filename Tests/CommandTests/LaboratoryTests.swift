import Foundation
import Testing

@Suite(.serialized) struct `The laboratory` {
  /// Results but for times, byte for byte.
  private static func results(_ folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where name != "times.csv" {
      files[name] = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
    }
    return files
  }

  /// A plan that takes a second or two.
  private static func plan(in scratch: Scratch) throws -> String {
    let membership = Project.instance("untoc-2010.csv")
    let synthetic = Project.instance("synthetic-60.csv")
    let text = """
      seed: killed
      cycles: 12
      memberships: [{file: "\(membership)"}, {file: "\(synthetic)"}]
      behaviours: [{name: quiet}, {name: busy, deferral: 0.05, redraw: 0.05}]
      """
    try Data(text.utf8).write(to: URL(fileURLWithPath: scratch.file("plan.yaml")))
    return scratch.file("plan.yaml")
  }

  @Test func `in 1, 2 and 7 shards, killed and resumed in any order, gives the same bytes`() throws
  {
    let scratch = try Scratch()
    let plan = try Self.plan(in: scratch)
    let command = ["stress", "run", plan, "--output"]
    let clock = ContinuousClock()
    var status: Int32 = -1
    let whole = try clock.measure {
      status = try `A command killed at any moment`.run(command + [scratch.file("whole")])
    }
    #expect(status == 0)
    let expected = try Self.results(scratch.file("whole"))
    var (killed, stopped) = (0, 0)
    var moment = 1
    for count in [1, 2, 7] {
      var waiting = Array(1...count)
      var folders: [String] = []
      while !waiting.isEmpty {
        // Any shard next; each is killed some times, in one way or the other, before it may end.
        moment = moment * 48271 % 0x7FFF_FFFF
        let number = waiting.remove(at: moment % waiting.count)
        let folder = scratch.file("\(count)-\(number)")
        let own = command + [folder, "--shard", "\(number)/\(count)"]
        for _ in 0..<(count == 7 ? 2 : 4) {
          let process = try `A command killed at any moment`.start(own)
          moment = moment * 48271 % 0x7FFF_FFFF
          let share = Double(moment % 1000) / 1000
          Thread.sleep(forTimeInterval: whole / .seconds(1) / Double(count) * share)
          kill(process.processIdentifier, moment % 2 == 0 ? SIGKILL : SIGINT)
          process.waitUntilExit()
          if process.terminationReason == .uncaughtSignal { killed += 1 }
          if process.terminationReason == .exit && process.terminationStatus == 1 { stopped += 1 }
        }
        #expect(try `A command killed at any moment`.run(own) == 0)
        folders.insert(folder, at: moment % (folders.count + 1))
      }
      let merged = scratch.file("merged-\(count)")
      #expect(
        try `A command killed at any moment`.run(
          ["stress", "merge"] + folders + ["--output", merged]) == 0)
      #expect(try Self.results(merged) == expected, "\(count) shards")
    }
    print("laboratory: \(killed) runs killed, \(stopped) stopped")
    #expect(killed > 3 && stopped > 3)
  }

  @Test func `draws what a rehearsal with the cycle's seed draws`() throws {
    let folder = try TemporaryFolder()
    let membership = Project.instance("synthetic-60.csv")
    try folder.write(
      "seed: s\ncycles: 2\nmemberships: {file: \"\(membership)\"}\n".utf8, "plan.yaml")
    let run = try Command.run(["stress", "run", "plan.yaml", "--output", "out"], in: folder)
    #expect(run.exitCode == 0 && run.output.isEmpty, "\(run.said)")
    #expect(run.said.contains("2 cycles of 1 cell are drawn; the results are in out"))
    let rehearsal = try Command.run(
      ["rehearse", membership, "--seed", "s/cell 1/cycle 2", "--format", "csv"], in: folder)
    let pairs = rehearsal.text.split(separator: "\n").dropFirst().flatMap { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      return fields.dropFirst(2).filter { !$0.isEmpty }.map { "\(fields[1]),\($0)" }
    }
    let first = try Command.run(
      ["rehearse", membership, "--seed", "s/cell 1/cycle 1", "--format", "csv"], in: folder)
    let others = first.text.split(separator: "\n").dropFirst().flatMap { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      return fields.dropFirst(2).filter { !$0.isEmpty }.map { "\(fields[1]),\($0)" }
    }
    var counts: [String: Int] = [:]
    for pair in pairs + others { counts[pair, default: 0] += 1 }
    let table = String(decoding: try folder.bytes("out/pairs.csv"), as: UTF8.self)
    #expect(
      table == "cell,under_review,reviewer,cycles\n"
        + counts.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        .map { "1,\($0.key),\($0.value)\n" }.joined())
  }

  @Test func `summarizes in three forms`() throws {
    let folder = try TemporaryFolder()
    let membership = Project.instance("small/ten.csv")
    try folder.write(
      """
      seed: s
      cycles: 3
      memberships: {file: "\(membership)", name: "a, \\"b\\""}
      rulebook: {loads: {minimum: [0, 1]}}
      """.utf8, "plan.yaml")
    #expect(
      try Command.run(["stress", "run", "plan.yaml", "--output", "out"], in: folder).exitCode == 0)
    let csv = try Command.run(["stress", "summarize", "out", "--format", "csv"], in: folder)
    #expect(csv.exitCode == 0)
    let lines = csv.text.split(separator: "\n")
    #expect(lines.count == 3 && lines[0].hasPrefix("cell,membership,states,reviewed,"))
    #expect(lines[1].contains("\"a, \"\"b\"\"\""))
    let json = try Command.run(["stress", "summarize", "out", "--format", "json"], in: folder)
    let object = try JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any]
    let cells = try #require(object?["cells"] as? [[String: Any]])
    #expect(cells.map { $0["cycles"] as? Int } == [3, 3])
    #expect(cells.map { $0["loads.minimum"] as? String } == ["0", "1"])
    #expect(object?["complete"] as? Bool == true)
    let text = try Command.run(["stress", "summarize", "out"], in: folder)
    #expect(text.text.split(separator: "\n").count == 3)
    #expect(text.text.contains("loads.minimum"))
  }
}
