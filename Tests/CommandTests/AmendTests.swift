import Testing

@Suite struct `The command amend` {
  /// Six States of one group, two a year; year 1 is drawn.
  private func cycle() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Self.table(["ROM,Romania", "SVK,Slovakia"]).utf8, "members.csv")
    try folder.write(Self.rulebook(years: 3, maximum: 3).utf8, "rules.yaml")
    try run(["open", "--membership", "members.csv", "--rulebook", "rules.yaml"], in: folder)
    try run(["select", "--seed", "s1"], in: folder)
    try run(["draw", "--year", "1", "--seed", "y1"], in: folder)
    return folder
  }

  private static func table(_ rows: [String]) -> String {
    "state,name,region\n"
      + (["POL,Poland", "HUN,Hungary", "BGR,Bulgaria", "CZE,Czechia"] + rows)
      .map { $0 + ",E\n" }.joined()
  }

  private static func rulebook(years: Int, maximum: Int) -> String {
    "cycle: {years: \(years)}\nreviewers: {protocols: any, similar_legal_system: ignored}\n"
      + "loads: {minimum: 0, maximum: \(maximum)}\n"
  }

  @discardableResult
  private func run(
    _ arguments: [String], exitCode: Int32 = 0, in folder: TemporaryFolder
  ) throws -> Command.Answer {
    let answer = try Command.run([arguments[0], "cycle"] + arguments.dropFirst(), in: folder)
    #expect(answer.exitCode == exitCode, "\(arguments): \(answer.said)")
    return answer
  }

  @Test func `asks about a State under another code, and goes on with it`() throws {
    let folder = try cycle()
    try folder.write(Self.table(["ROU,Romania", "SVK,Slovakia"]).utf8, "new.csv")
    let amend = ["amend", "--membership", "new.csv"]
    let before = try folder.bytes("cycle/ledger.jsonl")
    let asked = try run(amend, exitCode: 65, in: folder)
    #expect(asked.said.contains("--rename ROM=ROU") && asked.said.contains("Romania (ROM)"))
    #expect(try folder.bytes("cycle/ledger.jsonl") == before)
    try run(amend + ["--rename", "ROM=ROU"], in: folder)
    let again = try run(amend + ["--rename", "ROM=ROU"], in: folder)
    #expect(again.said.contains("already in force"))
    for year in 2...3 { try run(["draw", "--year", "\(year)", "--seed", "y\(year)"], in: folder) }
    let table = try run(["table", "--format", "csv"], in: folder).text
    let reviewed = table.split(separator: "\n").dropFirst().map { $0.split(separator: ",")[1] }
    #expect(reviewed.sorted() == ["BGR", "CZE", "HUN", "POL", "ROU", "SVK"])
    #expect(try run(["verify"], in: folder).exitCode == 0)
  }

  @Test func `names those of half a table that did not leave`() throws {
    let folder = try cycle()
    try folder.write(Self.table([]).utf8, "half.csv")
    let answer = try run(["amend", "--membership", "half.csv"], exitCode: 65, in: folder)
    #expect(
      answer.said.contains("2 of the 6 States in force are missing from the new table: ")
        && answer.said.contains("Romania (ROM), Slovakia (SVK)")
        && answer.said.contains("--leaves CODE"))
  }

  /// The lines that follow are written and read under the new rules.
  @Test func `prolongs a cycle, into which States are deferred`() throws {
    let folder = try cycle()
    try folder.write(Self.rulebook(years: 4, maximum: 4).utf8, "longer.yaml")
    try run(["amend", "--rulebook", "longer.yaml"], in: folder)
    let table = try run(["table", "--format", "csv"], in: folder).text
    let last = try #require(table.split(separator: "\n").last).split(separator: ",")
    #expect(last[0] == "3")
    let state = String(last[1])
    let deferral = ["defer", "--state", state, "--reason", "elections", "--no-replacement"]
    try run(deferral, in: folder)
    let again = try run(deferral, in: folder)
    #expect(again.said.contains("has already moved from year 3 to year 4"))
    for year in 2...4 { try run(["draw", "--year", "\(year)", "--seed", "y\(year)"], in: folder) }
    try run(["defer", "--state", state, "--from", "4", "--reason", "floods"], in: folder)
    let moved = try run(["table", "--format", "csv"], in: folder).text
    #expect(!moved.contains("4,") && moved.split(separator: "\n").count == 6)
    try run(["verify"], in: folder)
  }

  @Test func `takes States by name or by code in any letter case`() throws {
    for (leaves, rename) in [("Slovakia", "romania=Roumania"), ("svk", "rom=rou")] {
      let folder = try cycle()
      try folder.write(Self.table(["ROU,Roumania"]).utf8, "new.csv")
      let amend = ["amend", "--membership", "new.csv", "--leaves", leaves, "--rename", rename]
      let answer = try run(amend, in: folder)
      #expect(answer.said.contains("1 State leaves: Slovakia (SVK)."), "\(answer.said)")
      #expect(answer.said.contains("Roumania (ROU) as ROU") || answer.said.contains(" as ROU."))
    }
    let folder = try cycle()
    try folder.write(
      Self.table(["SVK,Slovakia", "ROM,Romania", "SRB,Serbia"]).utf8, "more.csv")
    let joins = ["amend", "--membership", "more.csv", "--joins"]
    let wrong = try run(joins + ["Sebria"], exitCode: 65, in: folder)
    #expect(wrong.said.contains("\"Sebria\" is not a State of the new table\nhelp: did you mean S"))
    let known = try run(joins + ["slovakia"], exitCode: 65, in: folder)
    #expect(known.said.contains("Slovakia (SVK) is said to join, but is a State of the membership"))
    #expect(try run(joins + ["serbia", "--seed", "a"], in: folder).said.contains("joins: Serbia"))
  }

  @Test func `refuses rules that may not change, and words that mean nothing`() throws {
    let folder = try cycle()
    try folder.write("reviewers: {mutual_reviews: allowed}\n".utf8, "other.yaml")
    let fixed = try run(["amend", "--rulebook", "other.yaml"], exitCode: 65, in: folder)
    #expect(fixed.said.contains("reviewers.mutual_reviews (from forbidden to allowed)"))
    try run(["amend"], exitCode: 64, in: folder)
    try run(
      ["amend", "--membership", "members.csv", "--rename", "ROM"], exitCode: 64, in: folder)
    let same = try run(["amend", "--membership", "members.csv"], in: folder)
    #expect(same.said.contains("already in force"))
  }
}
