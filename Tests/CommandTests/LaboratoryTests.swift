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

  /// Each shard is killed some times, in the middle of a write, before it may end.
  @Test func `in 1, 2 and 7 shards, killed and resumed in any order, gives the same bytes`() throws
  {
    typealias Killed = `A command killed at any moment`
    let scratch = try Scratch()
    let plan = try Self.plan(in: scratch)
    let command = ["stress", "run", plan, "--output"]
    #expect(try Killed.run(command + [scratch.file("whole")]) == 0)
    let expected = try Self.results(scratch.file("whole"))
    let whole = try #require(expected["cycles.csv"]).count
    var killed = 0
    var moment = 1
    for count in [1, 2, 7] {
      var waiting = Array(1...count)
      var folders: [String] = []
      while !waiting.isEmpty {
        moment = moment * 48271 % 0x7FFF_FFFF
        let number = waiting.remove(at: moment % waiting.count)
        let folder = scratch.file("\(count)-\(number)")
        let own = command + [folder, "--shard", "\(number)/\(count)"]
        for part in 1...(count == 7 ? 2 : 4) {
          moment = moment * 48271 % 0x7FFF_FFFF
          let most = whole / count * part / 5 + moment % 500
          if try Killed.kill(own, at: most) { killed += 1 }
        }
        #expect(try Killed.run(own) == 0)
        folders.insert(folder, at: moment % (folders.count + 1))
      }
      let merged = scratch.file("merged-\(count)")
      #expect(try Killed.run(["stress", "merge"] + folders + ["--output", merged]) == 0)
      #expect(try Self.results(merged) == expected, "\(count) shards")
    }
    print("laboratory: \(killed) runs killed")
    #expect(killed > 20)
  }

  /// The run has more to do than any machine could: what ends it is the signal alone.
  @Test func `stopped by Ctrl-C keeps what is done and goes on`() throws {
    typealias Killed = `A command killed at any moment`
    let scratch = try Scratch()
    let text = try String(contentsOfFile: Self.plan(in: scratch), encoding: .utf8)
    let plan = scratch.file("endless.yaml")
    try Data(text.replacing("cycles: 12", with: "cycles: 1000000").utf8)
      .write(to: URL(fileURLWithPath: plan))
    func rows() -> Data {
      (try? Data(contentsOf: URL(fileURLWithPath: scratch.file("out") + "/cycles.csv"))) ?? Data()
    }
    var before = Data()
    for _ in 0..<3 {
      let process = try Killed.start(["stress", "run", plan, "--output", scratch.file("out")])
      while process.isRunning && rows().count <= before.count { usleep(1000) }
      process.interrupt()
      process.waitUntilExit()
      #expect(process.terminationReason == .exit && process.terminationStatus == 1)
      let now = rows()
      #expect(now.count > before.count && now.starts(with: before))
      #expect(now.last == UInt8(ascii: "\n"))
      before = now
    }
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
