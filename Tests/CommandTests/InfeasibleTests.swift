import Foundation
import Testing

/// The memberships of `Instances/infeasible`, whose explanations were read by people.
@Suite struct `The collection of memberships that cannot be kept` {
  /// The memberships' names, without `.csv`.
  static let names = files.filter { $0.hasSuffix(".csv") && !$0.hasSuffix("-conflicts.csv") }
    .map { String($0.dropLast(4)) }

  private static let folder = Project.instance("infeasible")
  private static let files =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()

  /// Re-records the texts; such a run fails, so that it is not taken for a test.
  private static let isRecording = ProcessInfo.processInfo.environment["PEERLOTS_RECORD"] != nil

  /// The command line that goes with a membership.
  private static func arguments(_ name: String) -> [String] {
    var arguments = ["\(folder)/\(name).csv"]
    if files.contains("\(name).yaml") { arguments += ["--rulebook", "\(folder)/\(name).yaml"] }
    if files.contains("\(name)-conflicts.csv") {
      arguments += ["--conflicts", "\(folder)/\(name)-conflicts.csv"]
    }
    return arguments
  }

  @Test func `holds at least twelve`() { #expect(Self.names.count >= 12) }

  @Test(arguments: names) func `is explained as it was read`(name: String) throws {
    let answer = try Command.run(["check"] + Self.arguments(name), in: TemporaryFolder())
    #expect(answer.exitCode == 1)
    // What one State alone has is worth a warning while the file is read.
    let warned = [
      "04-alone-in-its-group", "10-open-seats-of-other-regions", "11-legal-system-not-waivable",
      "15-minimum-against-group",
    ]
    let warnings = answer.said.split(separator: "\n").filter { $0.contains("warning") }
    let others = warnings.filter { !$0.contains("there is no column") }
    #expect(others.isEmpty != warned.contains(name), "\(answer.said)")
    let path = "\(Self.folder)/\(name).txt"
    if Self.isRecording {
      try answer.text.write(toFile: path, atomically: true, encoding: .utf8)
      Issue.record("\(name).txt was recorded anew; read it")
      return
    }
    #expect(try String(decoding: Project.bytes(of: path), as: UTF8.self) == answer.text)
  }

  @Test(arguments: names) func `has certificates that another program confirms`(name: String) throws
  {
    let folder = try TemporaryFolder()
    let arguments = Self.arguments(name)
    let checked = try Command.run(["check"] + arguments + ["--format", "json"], in: folder)
    let json = try JSONObject(checked.text)
    let conflicts = json.objects("conflicts")
    #expect(!conflicts.isEmpty)
    try folder.write(checked.output, "answer.json")
    let script = Project.file("Tests/IndependentVerifier/check_conflicts.py")
    let table = arguments.firstIndex(of: "--conflicts").map { Array(arguments[$0...].prefix(2)) }
    let command = ["python3", script, arguments[0], "answer.json"] + (table ?? [])
    let line = command.map { "'\($0)'" }.joined(separator: " ")
    let confirmed = try Command.shell(line, in: folder)
    #expect(confirmed.exitCode == 0, "\(confirmed.text)\(confirmed.said)")
    let lines = confirmed.text.split(separator: "\n")
    #expect(lines.count == conflicts.count)
    for (conflict, line) in zip(conflicts, lines) {
      let certificate = try #require(conflict.object("certificate"))
      if certificate["kind"] == "count" {
        #expect(line.contains("confirmed"))
        continue
      }
      try folder.write(Array((certificate["program"] ?? "").utf8), "program.lp")
      let solved = try Command.shell("glpsol --lp program.lp", in: folder)
      #expect(
        solved.text.contains("NO PRIMAL FEASIBLE") || solved.text.contains("NO INTEGER FEASIBLE"),
        "\(solved.text)")
    }
  }

  @Test func `is not confirmed where a certificate is forged`() throws {
    let folder = try TemporaryFolder()
    let arguments = Self.arguments("01-two-parties-of-a-group")
    let checked = try Command.run(["check"] + arguments + ["--format", "json"], in: folder)
    for (right, wrong) in [("\"most\":1", "\"most\":0"), ("\"each\":1", "\"each\":9")] {
      let forged = checked.text.replacingOccurrences(of: right, with: wrong)
      #expect(forged != checked.text)
      try folder.write(Array(forged.utf8), "answer.json")
      let script = Project.file("Tests/IndependentVerifier/check_conflicts.py")
      let answer = try Command.shell(
        "python3 '\(script)' '\(arguments[0])' answer.json", in: folder)
      #expect(answer.exitCode == 1, "\(answer.text)")
    }
  }
}
