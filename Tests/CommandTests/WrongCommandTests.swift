import Foundation
import Testing

/// A command line that is wrong, or right at the wrong time.
struct WrongCommand: Sendable, CustomTestStringConvertible {
  /// What is wrong.
  let name: String
  /// The line, for the shell.
  let line: String

  var testDescription: String { name }
}

/// Lines that people may type, each with the whole answer as it was read by people for one question:
/// does she know what to do now?
@Suite struct `A command line that is wrong` {
  private static let folder = Project.file("Tests/CommandTests/Golden")
  private static let file = "\(folder)/commands.txt"

  private static let script =
    (try? String(contentsOfFile: "\(folder)/commands.sh", encoding: .utf8)) ?? ""

  /// What is typed before, and the lines, each below its name.
  private static let (setup, all): ([String], [WrongCommand]) = {
    let lines = script.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("# ") }
    let first = lines.firstIndex { $0.hasPrefix("## ") } ?? lines.count
    let wrong = stride(from: first, to: lines.count - 1, by: 2).map {
      WrongCommand(name: String(lines[$0].dropFirst(3)), line: lines[$0 + 1])
    }
    return (Array(lines[..<first]), wrong)
  }()

  /// What each line is answered, by name.
  private static let golden: [String: String] = {
    let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
    let sections = text.components(separatedBy: "=== ").dropFirst().map { section in
      let name = section.prefix { $0 != "\n" }
      return (String(name), String(section.dropFirst(name.count + 1)))
    }
    return Dictionary(sections) { first, _ in first }
  }()

  /// Everything that the lines speak of, by its path; each line gets a copy.
  private static let template = Result {
    let folder = try TemporaryFolder()
    for line in setup {
      let answer = try run(line, in: folder)
      #expect(answer.exitCode == 0, "\(line): \(answer.said)")
    }
    return try folder.entries()
  }

  private static func run(_ line: String, in folder: TemporaryFolder) throws -> Command.Answer {
    try Command.shell("PATH=\"$(dirname \"$P\"):$PATH\"; \(line)", in: folder)
  }

  /// The usage of a command stands in its help; here it is only looked whether it is that of the
  /// right command.
  private static func withoutUsage(_ said: String, _ line: String) -> String {
    // Which commands and options there are changes more often than what is said of a wrong one.
    var said = said.replacing(#/\nhelp: the (commands|options) are .+\n/#) {
      "\nhelp: the \($0.output.1) are (all of them)\n"
    }[...]
    guard let start = said.range(of: "Usage: peerlots ") else { return String(said) }
    let words = line.split(separator: " ").dropFirst().prefix { !$0.hasPrefix("-") }
    let named = words.prefix(words.first == "stress" ? 2 : 1).joined(separator: " ")
    let usage = said[start.upperBound...]
    said = said[..<start.lowerBound]
    let isOwn = usage.hasPrefix("\(named) ")
    return said + "(the usage of peerlots\(isOwn ? " \(named)" : ""))\n"
  }

  private static func answer(_ wrong: WrongCommand) throws -> String {
    let folder = try TemporaryFolder()
    let template = try template.get()
    for (path, entry) in template {
      switch entry {
      case .folder: try folder.makeFolder(path)
      case .file(let bytes): try folder.write(bytes, path)
      }
    }
    let answer = try run(wrong.line, in: folder)
    #expect(try folder.entries() == template, "something was written")
    #expect(answer.complaint.count < 3000, "\(answer.complaint.count) bytes")
    #expect(answer.output.isEmpty, "\(answer.text)")
    let code = answer.exitCode.map(String.init) ?? "none"
    return "$ \(wrong.line)\n\(withoutUsage(answer.said, wrong.line))exit \(code)\n\n"
  }

  @Test(arguments: all)
  func `gets the whole message that was read by people`(_ wrong: WrongCommand) throws {
    #expect(try Self.answer(wrong) == Self.golden[wrong.name])
  }

  @Test func `is one of at least a hundred, each with a name of its own`() {
    #expect(Self.all.count >= 100)
    #expect(Set(Self.all.map(\.name)).count == Self.all.count)
    #expect(Self.golden.count == Self.all.count)
    // With the tables, whose messages are golden too.
    #expect(Self.all.count + WrongTable.all.count >= 150)
  }

  /// Every answer says what to do, or shows the usage, or is that there was nothing to do.
  @Test(arguments: all) func `is told what to do`(_ wrong: WrongCommand) throws {
    let text = try #require(Self.golden[wrong.name])
    let says = ["\nhelp: ", "(the usage of peerlots", "nothing was changed"]
    #expect(says.contains { text.contains($0) }, "\(text)")
    #expect(!text.contains("\nerror: \n") && !text.contains("(null)"))
  }

  /// Written anew where `PEERLOTS_RECORD` is set; such a run fails, so that none passes by recording.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["PEERLOTS_RECORD"] != nil))
  func `is recorded`() throws {
    let sections = try Self.all.map { "=== \($0.name)\n" + (try Self.answer($0)) }
    try sections.joined().write(toFile: Self.file, atomically: true, encoding: .utf8)
    Issue.record("recorded \(Self.file); read it")
  }
}
