import Foundation
import Testing

@Suite struct `A table that is wrong or odd` {
  private static let file = Project.file("Tests/CommandTests/Golden/tables.txt")

  /// What each table is answered, by name: the exit code and all of standard error.
  private static let golden: [String: String] = {
    let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
    let sections = text.components(separatedBy: "=== ").dropFirst().map { section in
      let name = section.prefix { $0 != "\n" }
      return (String(name), String(section.dropFirst(name.count + 1)))
    }
    return Dictionary(sections) { first, _ in first }
  }()

  private static func answer(_ table: WrongTable) throws -> String {
    let folder = try TemporaryFolder()
    try folder.write(table.membership, "m.csv")
    if let conflicts = table.conflicts { try folder.write(conflicts, "c.csv") }
    let answer = try Command.run(table.arguments, in: folder)
    let code = answer.exitCode.map(String.init) ?? "none"
    #expect(answer.complaint.count < 4000, "\(answer.complaint.count) bytes")
    return table.shown + answer.said + "exit \(code)\n\n"
  }

  @Test(arguments: WrongTable.all)
  func `gets the whole message that was read by people`(_ table: WrongTable) throws {
    #expect(try Self.answer(table) == Self.golden[table.name])
  }

  @Test func `is one of at least eighty, each with a name of its own`() {
    #expect(WrongTable.all.count >= 80)
    #expect(Set(WrongTable.all.map(\.name)).count == WrongTable.all.count)
    #expect(Self.golden.count == WrongTable.all.count)
  }

  /// Written anew where `PEERLOTS_RECORD` is set; such a run fails, so that none passes by recording.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["PEERLOTS_RECORD"] != nil))
  func `is recorded`() throws {
    let sections = try WrongTable.all.map { "=== \($0.name)\n" + (try Self.answer($0)) }
    try sections.joined().write(toFile: Self.file, atomically: true, encoding: .utf8)
    Issue.record("recorded \(Self.file); read it")
  }
}
