import Foundation
import Testing

@Suite struct `Publishing` {
  /// A folder with a rehearsed cycle of ten States.
  private static func cycle() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let answer = try Command.run(
      [
        "rehearse", Project.instance("small/ten.csv"), "--accept-waivers", "--seed", "s",
        "--output", "cycle",
      ],
      in: folder)
    #expect(answer.exitCode == 0, "\(answer.said)")
    return folder
  }

  /// The entries of a publication.
  private func published(_ folder: TemporaryFolder) throws -> [String: TemporaryFolder.Entry] {
    try folder.entries().filter { $0.key.hasPrefix("out") }
  }

  @Test func `gives the same bytes again, and leaves what is the same`() throws {
    let folder = try Self.cycle()
    let line = [
      "publish", "cycle", "--output", "out", "--language", "en", "ar", "--start", "2027-01-04",
    ]
    // What a process that was killed left is taken away.
    try folder.write(Array("half".utf8), ".out.peerlots-unfinished/en/index.html")
    let answer = try Command.run(line, in: folder)
    #expect(answer.exitCode == 0 && answer.output.isEmpty, "\(answer.said)")
    #expect(answer.said.contains("in out; begin at index.html."))
    #expect(answer.said.contains("the step dialogue falls 31 days after draft_report"))
    let first = try published(folder)
    #expect(first.count > 80)
    #expect(first["out/ar/year-1.html"] != nil && first["out/en/secretariat.ics"] != nil)
    #expect(try Command.run(line, in: folder).exitCode == 0)
    #expect(try published(folder) == first)
    // Nothing but the folder is left.
    #expect(Set(try folder.entries().keys.filter { !$0.contains("/") }) == ["cycle", "out"])
  }

  @Test func `writes over another file only where it is told to, and touches no other`() throws {
    let folder = try Self.cycle()
    let line = ["publish", "cycle", "--output", "out"]
    #expect(try Command.run(line, in: folder).exitCode == 0)
    let first = try published(folder)
    try folder.write(Array("mine".utf8), "out/en/index.html")
    try folder.write(Array("notes".utf8), "out/en/notes.txt")
    let refused = try Command.run(line, in: folder)
    #expect(refused.exitCode == 65 && refused.said.contains("is not overwritten"))
    #expect(try folder.bytes("out/en/index.html") == Array("mine".utf8))
    let replaced = try Command.run(line + ["--replace"], in: folder)
    #expect(replaced.exitCode == 0, "\(replaced.said)")
    #expect(try folder.bytes("out/en/notes.txt") == Array("notes".utf8))
    #expect(try published(folder).filter { $0.key != "out/en/notes.txt" } == first)
  }

  @Test func `never writes into a cycle, over a file, or where no folder is`() throws {
    let folder = try Self.cycle()
    try folder.write([], "file")
    let before = try folder.entries()
    for (place, words) in [
      ("cycle", "folder of a cycle"), ("file", "file"), ("nowhere/out", "nowhere"),
    ] {
      let answer = try Command.run(["publish", "cycle", "--output", place], in: folder)
      #expect(answer.exitCode == 65 && answer.said.contains(words), "\(answer.said)")
    }
    #expect(try folder.entries() == before)
  }

  @Test(arguments: [
    (["--language", "fr", "fr"], 64 as Int32, "twice"), (["--language", "de"], 64, "de"),
    (["--start", "2027-02-30"], 64, "2027-02-30"), (["--timetable", "t.yaml"], 65, "t.yaml:2"),
    (["--rates", "t.yaml"], 65, "t.yaml:1"), (["--rates", "none.yaml"], 65, "none.yaml"),
  ])
  func `refuses what is wrong before anything is written`(
    _ options: [String], _ code: Int32, _ words: String
  ) throws {
    let folder = try Self.cycle()
    try folder.write(Array("name: x\nsteps: [{step: later}]\n".utf8), "t.yaml")
    let answer = try Command.run(["publish", "cycle", "--output", "out"] + options, in: folder)
    #expect(answer.exitCode == code && answer.said.contains(words), "\(answer.said)")
    #expect(try published(folder).isEmpty)
  }

  @Test func `of an interrupted draw leaves its lots out`() throws {
    let folder = try Self.cycle()
    let ledger = String(decoding: try folder.bytes("cycle/ledger.jsonl"), as: UTF8.self)
    let lines = ledger.split(separator: "\n").dropLast(3)
    try folder.write(Array((lines.joined(separator: "\n") + "\n").utf8), "cut/ledger.jsonl")
    let answer = try Command.run(["publish", "cut", "--output", "out"], in: folder)
    #expect(answer.exitCode == 0, "\(answer.said)")
    let page = String(decoding: try folder.bytes("out/en/index.html"), as: UTF8.self)
    #expect(page.contains("A draw was begun and is not finished; its lots are not shown."))
    let year = String(decoding: try folder.bytes("out/en/year-5.html"), as: UTF8.self)
    #expect(year.contains("The reviewers of this year are not yet drawn."))
  }

  static let pandoc = "/usr/bin/pandoc"

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: pandoc)))
  func `makes the same documents on another day, and none from left to right in Arabic`() throws {
    let folder = try Self.cycle()
    let line = ["publish", "cycle", "--language", "en", "ar", "--docx", "--odt", "--output"]
    #expect(try Command.run(line + ["out"], in: folder).exitCode == 0)
    // A file in an archive is dated to two seconds.
    Thread.sleep(forTimeInterval: 2.1)
    #expect(try Command.run(line + ["again"], in: folder).exitCode == 0)
    let documents = try published(folder).filter {
      $0.key.hasSuffix(".docx") || $0.key.hasSuffix(".odt")
    }
    for (path, document) in documents {
      #expect(try folder.entries()["again\(path.dropFirst(3))"] == document, "\(path)")
      let language = path.dropFirst("out/".count).prefix(2)
      let code = path.split(separator: "-").last?.prefix { $0 != "." } ?? ""
      let page = "out/\(language)/state-\(code).html"
      let name = path.split(separator: "/").last ?? ""
      #expect(String(decoding: try folder.bytes(page), as: UTF8.self).contains("\"\(name)\""))
    }
    #expect(documents["out/ar/blueprint-NOR.docx"] != nil)
    #expect(documents["out/en/blueprint-NOR.odt"] != nil)
    #expect(documents["out/ar/blueprint-NOR.odt"] == nil)
  }
}
