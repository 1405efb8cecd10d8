import Testing

@Suite struct `The tables of a cycle` {
  /// Two States of three years, so that the last year has no review.
  private func cycle() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      state,name,region,reviewed
      HTI,Haiti,G,yes
      JAM,Jamaica,G,yes
      PER,Peru,G,no
      CUB,Cuba,G,no

      """.utf8, "members.csv")
    try folder.write(
      """
      cycle: {years: 3}
      reviewers: {protocols: any, similar_legal_system: ignored}
      loads: {minimum: 0}

      """.utf8,
      "rules.yaml")
    for arguments in [
      ["open", "--membership", "members.csv", "--rulebook", "rules.yaml"],
      ["select", "--seed", "s"], ["draw", "--year", "1", "--seed", "1"],
      ["draw", "--year", "2", "--seed", "2"], ["draw", "--year", "3", "--seed", "3"],
    ] {
      let answer = try run(arguments, in: folder)
      #expect(answer.exitCode == 0, "\(answer.said)")
    }
    return folder
  }

  private func run(_ arguments: [String], in folder: TemporaryFolder) throws -> Command.Answer {
    try Command.run([arguments[0], "cycle"] + arguments.dropFirst(), in: folder)
  }

  @Test func `have names for people, and say which year has no review`() throws {
    let folder = try cycle()
    let text = try run(["table"], in: folder).text
    #expect(text.contains("Haiti (HTI)") && text.contains("Jamaica (JAM)"))
    let csv = Table(try run(["table", "--format", "csv"], in: folder).text)
    let empty = try #require(
      (1...3).first { year in !csv.rows.contains { $0["year"] == "\(year)" } })
    #expect(text.hasSuffix("Year \(empty): no State is under review.\n"))
    #expect(
      try run(["table", "--year", "\(empty)"], in: folder).text
        .hasSuffix("Year \(empty): no State is under review.\n"))
    #expect(
      try run(["status"], in: folder).text.contains("Year \(empty): no review, drawn."))
  }

  @Test func `show one State, or whom it reviews, in every form`() throws {
    let folder = try cycle()
    let all = Table(try run(["table", "--format", "csv"], in: folder).text)
    let one = Table(try run(["table", "--state", "HTI", "--format", "csv"], in: folder).text)
    #expect(one.rows == all.rows.filter { $0["under_review"] == "HTI" } && one.rows.count == 1)
    let by = Table(try run(["table", "--by", "reviewer", "--format", "csv"], in: folder).text)
    let pairs = by.rows.map { [$0["under_review"] ?? "", $0["reviewer"] ?? ""] }
    #expect(Set(pairs) == Set(all.pairs) && pairs.count == 4)
    let own = Table(
      try run(["table", "--by", "reviewer", "--state", "PER", "--format", "csv"], in: folder).text)
    #expect(own.rows == by.rows.filter { $0["reviewer"] == "PER" })
    let unknown = try run(["table", "--state", "ZZZ"], in: folder)
    #expect(unknown.exitCode == 65 && unknown.text.isEmpty)
    #expect(try run(["table", "--year", "4"], in: folder).exitCode == 65)
  }

  @Test func `mark what a change made new, and end before the seed and the hash`() throws {
    let folder = try TemporaryFolder()
    let rows = "ABCDEFGH".map { "S\($0),State \($0),G,,\n" }.joined()
    try folder.write("state,name,region,protocols,legal_systems\n\(rows)".utf8, "m.csv")
    let rehearsal = ["rehearse", "m.csv", "--seed", "s", "--output", "cycle"]
    #expect(try Command.run(rehearsal, in: folder).exitCode == 0)
    let csv = Table(try run(["table", "--state", "SA", "--format", "csv"], in: folder).text)
    let (year, old) = (csv.rows[0]["year"] ?? "", csv.pairs.map { $0[1] })
    let answer = try Command.shell(
      "\"$P\" redraw cycle --state SA --only \(old[0]) --seed r 2>&1", in: folder)
    #expect(answer.exitCode == 0, "\(answer.text)")
    let lines = answer.text.split(separator: "\n")
    let row = try #require(lines.first { $0.hasPrefix("\(year) ") }, "\(answer.text)")
    #expect(row.contains("(\(old[1]))") && !row.contains("(\(old[1])) *"), "\(row)")
    #expect(row.count { $0 == "*" } == 1 && !row.contains("(\(old[0]))"), "\(row)")
    // What is new is explained; then come the seed, what to publish, and the hash.
    #expect(lines.dropLast(3).last == "* new", "\(answer.text)")
    #expect(lines.suffix(3).first?.hasPrefix("The seed of ") == true, "\(answer.text)")
  }

  @Test func `say of a State without a review that it has none`() throws {
    let folder = try cycle()
    #expect(
      try run(["table", "--state", "Peru"], in: folder).text
        == "Peru (PER) is not under review.\n")
    let years = Table(try run(["table", "--format", "csv"], in: folder).text).rows
    let empty = (1...3).first { year in !years.contains { $0["year"] == "\(year)" } } ?? 0
    let by = ["table", "--state", "PER", "--by", "reviewer", "--year", "\(empty)"]
    #expect(
      try run(by, in: folder).text == "Peru (PER) reviews nobody so far in year \(empty).\n")
    let open = ["open", "new", "--membership", "members.csv", "--rulebook", "rules.yaml"]
    #expect(try Command.run(open, in: folder).exitCode == 0)
    #expect(
      try Command.run(["table", "new"], in: folder).text
        == "Which year each State is reviewed in has not been drawn yet.\n")
  }

  @Test func `list who the States are and what they do`() throws {
    let folder = try cycle()
    let table = Table(try run(["states", "--format", "csv"], in: folder).text)
    #expect(table.rows.map { $0["state"] } == ["CUB", "HTI", "JAM", "PER"])
    #expect(table.rows.map { $0["reviewed"] } == ["no", "yes", "yes", "no"])
    let loads = table.rows.compactMap { Int($0["reviews"] ?? "") }
    #expect(loads.count == 4 && loads.reduce(0, +) == 4)
    let membership = try Command.run(["states", "members.csv", "--format", "csv"], in: folder).text
    let names = Table(membership).rows.map { $0["name"] }
    #expect(names == ["Cuba", "Haiti", "Jamaica", "Peru"])
    #expect(try run(["states"], in: folder).text.contains("Peru (PER)"))
  }

  @Test func `end with the next command, ready to be pasted`() throws {
    let folder = try cycle()
    let status = try run(["status"], in: folder).text
    let last = try #require(status.split(separator: "\n").last)
    let answer = try Command.shell(
      "PATH=\"$(dirname \"$P\"):$PATH\"; \(last)", in: folder)
    #expect(last.hasPrefix("peerlots verify cycle --head ") && answer.exitCode == 0)
    let open = [
      "open", "my cycle's folder", "--membership", "members.csv", "--rulebook", "rules.yaml",
    ]
    #expect(try Command.run(open, in: folder).exitCode == 0)
    let next = try Command.run(["status", "my cycle's folder"], in: folder).text
    let line = try #require(next.split(separator: "\n").last)
    #expect(line == "peerlots select 'my cycle'\\''s folder' --seed SEED")
    let pasted = try Command.shell("PATH=\"$(dirname \"$P\"):$PATH\"; \(line)", in: folder)
    #expect(pasted.exitCode == 0, "\(pasted.said)")
  }
}
