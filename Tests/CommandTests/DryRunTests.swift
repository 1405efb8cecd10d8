import Testing

@Suite struct `A dry run` {
  private func run(_ arguments: [String], in folder: TemporaryFolder) throws -> Command.Answer {
    try Command.run(arguments, in: folder)
  }

  /// Year 1 of the real membership of 2024 is drawn.
  private func cycle() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let table = Project.instance("untoc-2024-estimate.csv")
    for arguments in [
      ["open", "cycle", "--membership", table], ["select", "cycle", "--seed", "s1"],
      ["draw", "cycle", "--year", "1", "--seed", "y1"],
    ] {
      let answer = try run(arguments, in: folder)
      #expect(answer.exitCode == 0, "\(answer.said)")
    }
    var lines = String(decoding: try Project.bytes(of: table), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines.insert("SOM,Somalia,AFR,TIP SOM,islamic,,party", at: 1)
    try folder.write(lines.joined(separator: "\n").utf8, "new.csv")
    return folder
  }

  /// A State under review in year 1, and its first reviewer.
  private func pair(in folder: TemporaryFolder) throws -> (state: String, reviewer: String) {
    let table = try run(["table", "cycle", "--format", "csv"], in: folder).text
    let row = try #require(table.split(separator: "\n").dropFirst().first).split(separator: ",")
    return (String(row[1]), String(row[2]))
  }

  @Test func `of every command that writes says what would happen and writes nothing`() throws {
    let folder = try cycle()
    let (state, reviewer) = try pair(in: folder)
    let before = try folder.entries()
    let table = Project.instance("untoc-2024-estimate.csv")
    let cases: [(arguments: [String], says: String)] = [
      (["open", "other", "--membership", table], "A cycle would open with "),
      (
        ["announce", "cycle", "--draw", "year 2", "--source", "the lottery"],
        "\"year 2\" would be announced"
      ),
      (["draw", "cycle", "--year", "2"], "Lots would name the reviewers of "),
      (["draw", "cycle", "--year", "2", "--seed", "y2"], "Year 2 would be drawn"),
      (["redraw", "cycle", "--state", state], "Would be released: "),
      (
        ["redraw", "cycle", "--state", state, "--only", reviewer, "--seed", "r"],
        "Would be drawn anew for "
      ),
      (["defer", "cycle", "--state", state, "--reason", "floods"], "By lot, one of "),
      (
        ["defer", "cycle", "--state", state, "--reason", "floods", "--seed", "d"],
        " would take its place in year 1"
      ),
      (["stand-down", "cycle", "--state", state, "--year", "1"], "would stand down"),
      (["amend", "cycle", "--membership", "new.csv"], "1 State would join: Somalia (SOM)."),
      (
        ["amend", "cycle", "--membership", "new.csv", "--seed", "a"],
        "Somalia (SOM) would be under review in year "
      ),
      (
        ["rehearse", table, "--seed", "s", "--output", "other"],
        "The ledger would be in other"
      ),
    ]
    for (arguments, says) in cases {
      let answer = try run(arguments + ["--dry-run"], in: folder)
      #expect(answer.exitCode == 0, "\(arguments): \(answer.said)")
      #expect(answer.said.contains(says), "\(arguments): \(answer.said)")
      #expect(answer.said.contains("Nothing was written"), "\(arguments): \(answer.said)")
      #expect(try folder.entries() == before, "\(arguments)")
    }
  }

  @Test func `of proofs and of pages says how many there would be`() throws {
    let folder = try TemporaryFolder()
    let members = Project.instance("small/ten.csv")
    let rehearsal = ["rehearse", members, "--seed", "s", "--output", "cycle", "--accept-waivers"]
    #expect(try run(rehearsal, in: folder).exitCode == 0)
    let before = try folder.entries()
    for (arguments, says) in [
      (["prove", "cycle", "--output", "p.jsonl"], "of reviewers "),
      (["publish", "cycle", "--output", "pages"], "kB would be in pages."),
    ] {
      let answer = try run(arguments + ["--dry-run"], in: folder)
      #expect(answer.exitCode == 0 && answer.said.contains(says), "\(answer.said)")
      #expect(answer.said.contains("Nothing was written"), "\(answer.said)")
      #expect(try folder.entries() == before)
    }
  }

  @Test func `of the laboratory says how many cycles there would be`() throws {
    let folder = try TemporaryFolder()
    let plan = "seed: s\ncycles: 3\nmemberships: {file: \(Project.instance("small/ten.csv"))}\n"
    try folder.write(plan.utf8, "p.yaml")
    let start = ["stress", "run", "p.yaml", "--output"]
    let empty = try folder.entries()
    func tried(_ arguments: [String], says: String) throws {
      let before = try folder.entries()
      let answer = try run(arguments + ["--dry-run"], in: folder)
      #expect(answer.exitCode == 0 && answer.said.contains(says), "\(answer.said)")
      #expect(answer.said.contains("Nothing was written"), "\(answer.said)")
      #expect(try folder.entries() == before)
    }
    try tried(start + ["one", "--shard", "1/2"], says: "2 cycles of 1 cell would be drawn; ")
    let listed = try run(start + ["one", "--dry-run"], in: folder)
    #expect(listed.text.hasPrefix("cell  seconds a cycle\n1     "), "\(listed.text)")
    #expect(listed.said.contains("By one cycle of each, they take about "), "\(listed.said)")
    #expect(try folder.entries() == empty)
    for (name, shard) in [("one", "1/2"), ("two", "2/2")] {
      #expect(try run(start + [name, "--shard", shard], in: folder).exitCode == 0)
    }
    try tried(start + ["one", "--shard", "1/2"], says: "All 2 cycles of 1 cell are drawn already")
    let merge = ["stress", "merge", "two", "one", "--output", "all"]
    try tried(merge, says: "3 cycles of 2 shards would be in all.")
    #expect(try run(merge, in: folder).exitCode == 0)
    try tried(merge, says: "All 3 cycles of 2 shards are in all already.")
    for refused in [
      ["stress", "merge", "one", "--output", "new"], start + ["one", "--shard", "2/2"],
      ["stress", "merge", "one", "two", "--output", "one"],
    ] {
      let answer = try run(refused + ["--dry-run"], in: folder)
      let same = try run(refused, in: folder)
      #expect(answer.exitCode == 65 && answer.said == same.said, "\(answer.said)")
    }
  }

  @Test func `with a seed names the lots that the command then draws`() throws {
    let folder = try cycle()
    let draw = ["draw", "cycle", "--year", "2", "--seed", "y2"]
    let tried = try run(draw + ["--dry-run"], in: folder)
    let drawn = try run(draw, in: folder)
    #expect(tried.text == drawn.text && !tried.text.isEmpty)
    let untold = try run(["draw", "cycle", "--year", "3", "--dry-run"], in: folder)
    #expect(untold.text.isEmpty && untold.exitCode == 0)
    #expect(!untold.said.contains("no seed: lots"))
  }

  @Test func `refuses what the command refuses`() throws {
    let folder = try cycle()
    for (arguments, exitCode) in [
      (["draw", "cycle", "--year", "4", "--seed", "y"], 65),
      (["open", "cycle", "--membership", "new.csv"], 65),
      (["redraw", "cycle", "--state", "ZZZ", "--seed", "r"], 65),
      (["select", "nowhere", "--seed", "s"], 65),
    ] {
      let answer = try run(arguments + ["--dry-run"], in: folder)
      #expect(answer.exitCode == Int32(exitCode), "\(arguments): \(answer.said)")
    }
  }
}
