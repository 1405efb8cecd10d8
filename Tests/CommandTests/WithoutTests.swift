import Testing

@Suite struct `A column that the rulebook needs` {
  private static let full = [
    "state,name,region,protocols,legal_systems", "KEN,Kenya,AFR,TIP,common",
    "GHA,Ghana,AFR,TIP,common", "NGA,Nigeria,AFR,TIP,common", "MLI,Mali,AFR,TIP,civil",
    "TGO,Togo,AFR,TIP,civil",
  ]

  /// The table with its first columns alone.
  private static func table(columns: Int) -> String {
    full.map { $0.split(separator: ",").prefix(columns).joined(separator: ",") + "\n" }.joined()
  }

  private func run(
    _ arguments: String..., exitCode: Int32, in folder: TemporaryFolder
  ) throws -> String {
    let answer = try Command.run(arguments, in: folder)
    #expect(answer.exitCode == exitCode, "\(arguments): \(answer.said)")
    return answer.said
  }

  @Test func `is asked for by open, and only warned of by the others`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.table(columns: 4).utf8, "m.csv")
    let missing = "m.csv: warning: there is no column `legal_systems`: "
    #expect(try run("check", "m.csv", exitCode: 0, in: folder).contains(missing))
    let refused = try run("open", "cycle", "--membership", "m.csv", exitCode: 65, in: folder)
    #expect(
      refused.hasPrefix("error: m.csv: there is no column `legal_systems`: no two States have ")
        && refused.contains("help: add the column, or say with --without legal_systems"))
    #expect(try folder.entries().keys.sorted() == ["m.csv"])
    let opened = try run(
      "open", "cycle", "--membership", "m.csv", "--accept-waivers", "--without", "Legal_Systems",
      exitCode: 0, in: folder)
    #expect(opened.hasPrefix(missing))
  }

  @Test func `is asked for by amend, also where only the membership in force has it`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.table(columns: 5).utf8, "m.csv")
    _ = try run("open", "cycle", "--membership", "m.csv", exitCode: 0, in: folder)
    let nameless = Self.full.map { line in
      let cells = line.split(separator: ",")
      return (cells.prefix(1) + cells.dropFirst(2)).joined(separator: ",") + "\n"
    }
    try folder.write(nameless.joined().utf8, "new.csv")
    let before = try folder.bytes("cycle/ledger.jsonl")
    let refused = try run("amend", "cycle", "--membership", "new.csv", exitCode: 65, in: folder)
    #expect(
      refused.contains(
        "new.csv: there is no column `name`, but the membership in force has it; what stood there "
          + "would be gone"))
    #expect(try folder.bytes("cycle/ledger.jsonl") == before)
    let amended = try run(
      "amend", "cycle", "--membership", "new.csv", "--without", "name", exitCode: 0, in: folder)
    #expect(amended.contains("new.csv: warning: there is no column `name`"))
  }

  @Test func `is not needed where the rules do not ask for it`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.table(columns: 1).utf8, "m.csv")
    let rules = """
      reviewers:
        protocols: any
        seats: [{name: open, count: 2}]
      selection: {proportional: false}
      """
    try folder.write((rules + "\n").utf8, "r.yaml")
    let said = try run(
      "open", "cycle", "--membership", "m.csv", "--rulebook", "r.yaml", exitCode: 0, in: folder)
    #expect(!said.contains("there is no column"))
  }
}
