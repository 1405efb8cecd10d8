import Testing

@Suite struct `Presets, through the command` {
  static let names = ["untoc-2010", "untoc-2018", "uncac", "upr", "mesicic-2002"]

  @Test func `are listed, and printed as their files`() throws {
    let listed = try Command.run("rulebook", "--list")
    #expect(listed.exitCode == 0)
    let lines = listed.text.split(separator: "\n").map(String.init)
    #expect(lines.map { String($0.prefix { $0 != " " }) } == Self.names)
    for name in Self.names {
      let printed = try Command.run("rulebook", name)
      #expect(
        try printed.output == Project.bytes(of: Project.instance("rulebooks/\(name).yaml")))
    }
    let unknown = try Command.run("rulebook", "uncca")
    #expect(unknown.exitCode == 64)
    #expect(unknown.said.contains("the presets are untoc-2010, untoc-2018, uncac"))
  }

  @Test func `stand wherever a rulebook is taken`() throws {
    let folder = try TemporaryFolder()
    let members = Project.instance("untoc-2024-estimate.csv")
    let answer = try Command.shell(
      """
      "$P" check \(members) --rulebook uncac && "$P" open c --membership \(members) --rulebook uncac \
        && "$P" select c --seed s && "$P" table c --format csv > t.csv && "$P" status c > status.txt
      """, in: folder)
    #expect(answer.exitCode == 0, "\(answer.said)")
    let years = Set(Table(try folder.text("t.csv")).rows.compactMap { $0["year"] })
    #expect(years == ["1", "2", "3", "4"], "the fifth year is left to those who join later")
    #expect(try folder.text("status.txt").contains("Year 5: no review, not drawn yet."))
    let unknown = try Command.run(["check", members, "--rulebook", "unca"], in: folder)
    #expect(unknown.exitCode == 65)
    #expect(unknown.said.contains("no preset of that name"))
  }

  /// 193 States in five groups, 47 of which are members of the Council, 13, 13, 6, 8 and 7 of each.
  static let council: String = {
    let groups = [("Africa", 54, 13), ("Asia", 55, 13), ("East", 23, 6), ("Latin", 33, 8)]
    var rows = "state,region,reviewer\n"
    for (group, states, members) in groups + [("West", 28, 7)] {
      for place in 0..<states {
        rows += "\(group)\(place),\(group),\(place < members ? "yes" : "no")\n"
      }
    }
    return rows
  }()

  @Test(arguments: [1, 2, 3])
  func `of the periodic review break no troika and give nobody two in a session`(_ seed: Int)
    throws
  {
    let folder = try TemporaryFolder()
    try folder.write(Self.council.utf8, "m.csv")
    let answer = try Command.run(
      ["rehearse", "m.csv", "--rulebook", "upr", "--seed", "\(seed)", "--format", "csv"],
      in: folder)
    #expect(answer.exitCode == 0, "\(answer.said)")
    let table = Table(answer.text)
    #expect(table.rows.count == 193)
    var sessions: [String: Set<String>] = [:]
    for row in table.rows {
      let rapporteurs = Table.reviewers(row)
      #expect(rapporteurs.count == 3)
      #expect(Set(rapporteurs.map { $0.filter(\.isLetter) }).count == 3)
      for rapporteur in rapporteurs {
        #expect(sessions[row["year"] ?? "", default: []].insert(rapporteur).inserted, "\(row)")
      }
    }
    #expect(Set(table.rows.map { $0["year"] }).count == 14)
  }

  @Test(arguments: [1, 2, 3, 4])
  func `of the box of 2002 give everybody two of its own and no pair twice`(_ seed: Int) throws {
    let folder = try TemporaryFolder()
    let rows = (0..<22).map { "S\($0),\($0 < 15 ? "civil" : "common")\n" }.joined()
    try folder.write("state,region\n\(rows)".utf8, "m.csv")
    let answer = try Command.run(
      ["rehearse", "m.csv", "--rulebook", "mesicic-2002", "--seed", "\(seed)", "--format", "csv"],
      in: folder)
    #expect(answer.exitCode == 0, "\(answer.said)")
    let table = Table(answer.text)
    let loads = Dictionary(grouping: table.pairs) { $0[1] }.mapValues(\.count)
    #expect(loads.count == 22 && loads.values.allSatisfy { $0 == 2 })
    let pairs = Set(table.pairs)
    #expect(pairs.count == 44 && !pairs.contains { pairs.contains([$0[1], $0[0]]) })
  }

  @Test func `of 2018 supplement every reviewer that lacks Protocols`() throws {
    let members = Project.instance("untoc-2024-estimate.csv")
    let table = Table(
      String(decoding: try Project.bytes(of: members), as: UTF8.self))
    let protocols = Dictionary(
      uniqueKeysWithValues: table.rows.map { row in
        (row["state"] ?? "", Set((row["protocols"] ?? "").split(separator: " ")))
      })
    let answer = try Command.run(
      "rehearse", members, "--rulebook", "untoc-2018", "--seed", "s", "--format", "csv")
    #expect(answer.exitCode == 0, "\(answer.said)")
    let drawn = Table(answer.text)
    #expect(drawn.rows.count == table.rows.count)
    var supplements = 0
    for row in drawn.rows {
      let own = protocols[row["under_review"] ?? ""] ?? []
      let columns = ["regional_reviewer", "other_reviewer", "other_reviewer_2"]
      let lacking = columns.compactMap { column in
        protocols[row[column] ?? ""].map { own.subtracting($0) }
      }.filter { !$0.isEmpty }
      let added = ["supplementary_reviewer", "supplementary_reviewer_2"].compactMap {
        protocols[row[$0] ?? ""]
      }
      supplements += added.count
      #expect(added.count == lacking.count, "\(row)")
      // They are drawn in the order of those that lack.
      for (lacking, added) in zip(lacking, added) {
        #expect(lacking.isSubset(of: added), "\(row)")
      }
    }
    #expect(supplements > 50)
    let loads = Dictionary(grouping: drawn.pairs) { $0[1] }.mapValues(\.count)
    #expect(loads.values.allSatisfy { $0 <= 3 })
    let pairs = Set(drawn.pairs)
    #expect(!pairs.contains { pairs.contains([$0[1], $0[0]]) })
  }
}
