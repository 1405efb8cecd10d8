import Foundation
import Testing

/// Workbooks are read back with the parts of Office Open XML, and with openpyxl where it is installed.
@Suite struct `A workbook` {
  private static let script = Project.file("Tests/Spreadsheets/check_workbook.py")

  /// Writes a table as a workbook and as CSV, and what the script says of them.
  private func check(
    _ arguments: [String], in folder: TemporaryFolder
  ) throws -> [Substring] {
    let book = try Command.run(
      arguments + ["--format", "xlsx", "--output", "t.xlsx"], in: folder)
    #expect(book.exitCode == 0 && book.output.isEmpty, "\(book.said)")
    #expect(book.said.contains("The workbook is in t.xlsx."))
    let table = try Command.run(arguments + ["--format", "csv"], in: folder)
    try folder.write(table.output, "t.csv")
    let answer = try Command.shell("python3 '\(Self.script)' t.xlsx t.csv", in: folder)
    #expect(answer.exitCode == 0, "\(answer.said)")
    return answer.text.split(separator: "\n")
  }

  @Test func `of a cycle has every State by name and code, the seeds and the hash`() throws {
    let folder = try TemporaryFolder()
    let rehearsal = try Command.run(
      ["rehearse", Project.instance("untoc-2010.csv"), "--seed", "=1+2", "--output", "cycle"],
      in: folder)
    let lines = try check(["table", "cycle"], in: folder)
    #expect(lines[0].hasPrefix("157 rows"))
    for fact in ["Seed of year 5", "=1+2/year 5", "Hash of the last line"] {
      #expect(lines.contains { $0 == fact }, "\(lines)")
    }
    #expect(lines.last.map { rehearsal.said.contains($0) } == true)
    let names = try Command.shell(
      "python3 -c \"import zipfile; print('Norway' in zipfile.ZipFile('t.xlsx')"
        + ".read('xl/sharedStrings.xml').decode())\"", in: folder)
    #expect(names.text == "True\n")
    // The same table gives the same bytes; another file is not written over.
    let bytes = try folder.bytes("t.xlsx")
    let again = ["table", "cycle", "--format", "xlsx", "--output"]
    #expect(try Command.run(again + ["u.xlsx"], in: folder).exitCode == 0)
    #expect(try folder.bytes("u.xlsx") == bytes)
    #expect(try Command.run(again + ["t.xlsx"], in: folder).exitCode == 0)
    let refused = try Command.run(again + ["t.csv"], in: folder)
    #expect(refused.exitCode == 65 && refused.said.contains("is not overwritten"))
    #expect(!(try folder.entries().keys.contains { $0.hasSuffix(".unfinished") }))
  }

  @Test func `of States has each by code and name, and the hash of where it is from`() throws {
    let folder = try TemporaryFolder()
    let members = Project.instance("untoc-2024-estimate.csv")
    let lines = try check(["states", members], in: folder)
    #expect(lines[0].hasPrefix("192 rows"))
    let hash = SHA256.hexadecimal(of: try Project.bytes(of: members))
    #expect(lines.contains { $0 == hash } && lines.contains { $0 == "SHA-256 of the membership" })
    let rehearsal = try Command.run(
      ["rehearse", members, "--seed", "s", "--output", "cycle"], in: folder)
    try FileManager.default.removeItem(atPath: folder.path("t.xlsx"))
    let drawn = try check(["states", "cycle"], in: folder)
    #expect(drawn[0].hasPrefix("192 rows"))
    #expect(drawn.last.map { rehearsal.said.contains($0) } == true, "\(drawn)")
  }

  @Test func `of odds has the numbers of the CSV and the hash of the membership`() throws {
    let folder = try TemporaryFolder()
    let members = Project.instance("small/ten.csv")
    let lines = try check(
      ["odds", members, "--samples", "50", "--seed", "s", "--method", "uniform"], in: folder)
    let hash = SHA256.hexadecimal(of: try Project.bytes(of: members))
    #expect(lines.contains { $0 == hash } && lines.contains { $0 == "SHA-256 of the membership" })
  }

  @Test func `of the laboratory has the plan's seed`() throws {
    let folder = try TemporaryFolder()
    let members = Project.instance("small/ten.csv")
    let plan = "seed: \"-x\"\ncycles: 2\nmemberships: {file: \(members)}\n"
    try folder.write(plan.utf8, "p.yaml")
    #expect(
      try Command.run(["stress", "run", "p.yaml", "--output", "out"], in: folder).exitCode == 0)
    let lines = try check(["stress", "summarize", "out"], in: folder)
    #expect(
      lines.contains { $0 == "-x" } && lines.contains { $0.hasPrefix("SHA-256 of the table") })
  }

  @Test func `is a file, so a place is asked for before anything is done`() throws {
    for arguments in [["--format", "xlsx"], ["--format", "csv", "--output", "t.xlsx"]] {
      let answer = try Command.run(["table", "cycle"] + arguments, in: TemporaryFolder())
      #expect(answer.exitCode == 64 && answer.said.contains("--output"), "\(answer.said)")
    }
  }
}
