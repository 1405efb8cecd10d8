import Foundation
import Testing

@Suite struct `A look back at pairings` {
  static let history = [
    ["uncac-cycle-1", "uncac"], ["uncac-cycle-2", "uncac"], ["upr-sessions-24-26", "upr"],
    ["box-draw-2002", "mesicic-2002"],
  ]
  private static let isRecording = ProcessInfo.processInfo.environment["PEERLOTS_RECORD"] != nil

  /// Written anew where `PEERLOTS_RECORD` is set; such a run fails, so that none passes by recording.
  @Test(arguments: history) func `says of real ones what is recorded`(_ pairs: [String]) throws {
    let path = Project.instance("history/\(pairs[0])")
    let answer = try Command.run(
      "audit", "\(path)-states.csv", "--drawn", "\(path).csv", "--rulebook", pairs[1])
    let golden = URL(fileURLWithPath: "\(path).txt")
    if Self.isRecording {
      try Data(answer.output).write(to: golden)
      Issue.record("recorded anew; look at \(pairs[0]).txt and run again without PEERLOTS_RECORD")
    }
    #expect(try Array(Data(contentsOf: golden)) == answer.output)
    // What was preferred only breaks nothing.
    let broken = answer.text.components(separatedBy: "What was possible")[0]
      .matches(of: /\n(\w+) \(/).map { String($0.output.1) }
    let isKept = broken.allSatisfy(["legal_system", "target_load"].contains)
    #expect(answer.exitCode == (isKept ? 0 : 1), "\(answer.said)")
  }

  /// Six States of two groups; A reviews B and B reviews A, D has nobody of its group, C does four.
  static let members = "state,region\nA,G\nB,G\nC,G\nD,H\nE,H\nF,H\n"
  static let drawn = """
    under_review,reviewer,seat,year
    A,B,,1
    A,C,,1
    B,A,regional,1
    B,C,open,1
    D,A,,2
    D,C,,2
    E,F,,
    E,C,,

    """

  @Test func `names each breach by rule and State`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.members.utf8, "m.csv")
    try folder.write(Self.drawn.utf8, "d.csv")
    let answer = try Command.run(
      ["audit", "m.csv", "--drawn", "d.csv", "--format", "csv"], in: folder)
    #expect(answer.exitCode == 1, "\(answer.said)")
    #expect(
      answer.text == """
        rule,paragraph,state,sentence
        same_region,para. 19,D,"D has no reviewer of its regional group, H"
        mutual_reviews,para. 19,A,A and B review each other
        maximum_load,para. 20,C,"C does 4 reviews, more than the 3 it may do"

        """)
    let text = try Command.run(["audit", "m.csv", "--drawn", "d.csv"], in: folder).text
    #expect(text.hasPrefix("4 States under review, 8 reviewers; rules of whole cycles are left"))
    #expect(text.contains("- as drawn: seat 0, same_region 1,"), "\(text)")
    let json = try JSONObject(
      Command.run(["audit", "m.csv", "--drawn", "d.csv", "--format", "json"], in: folder).text)
    #expect(json.truth("kept") == false)
    #expect(json.objects("breaches").map { $0["state"] } == ["D", "A", "C"])
  }

  /// What a whole draw of the program gives breaks nothing, in whatever form it is read back.
  @Test func `finds nothing in what was drawn by the rules`() throws {
    let folder = try TemporaryFolder()
    let members = Project.instance("untoc-2014.csv")
    let answer = try Command.run(
      ["rehearse", members, "--seed", "s", "--format", "csv"], in: folder)
    let table = Table(answer.text)
    var rows = "under_review,reviewer,year,seat\n"
    for row in table.rows {
      for column in row.keys.sorted() where column.contains("_reviewer") && row[column] != "" {
        let seat = column.prefix { $0 != "_" }
        let state = row["under_review"] ?? ""
        rows += "\(state),\(row[column] ?? ""),\(row["year"] ?? ""),\(seat)\n"
      }
    }
    try folder.write(rows.utf8, "d.csv")
    let audit = try Command.run(["audit", members, "--drawn", "d.csv"], in: folder)
    #expect(audit.exitCode == 0, "\(audit.text)")
    #expect(audit.text.contains("No rule is broken."))
    #expect(!audit.text.contains("left aside"))
  }

  @Test func `reports what is wrong with the table`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.members.utf8, "m.csv")
    try folder.write(
      "year,under_review,reviewer,seat\n9,A,B,x\n1,A,A,\n1,X,B,\n1,A,,\n1,A,B,\n".utf8, "d.csv")
    let answer = try Command.run(["audit", "m.csv", "--drawn", "d.csv"], in: folder)
    #expect(answer.exitCode == 65)
    for fault in [
      "d.csv:2: column `year`: \"9\" is not allowed; allowed: a whole number from 1 to 5",
      "d.csv:2: column `seat`: \"x\" is not allowed; allowed: regional, open",
      "d.csv:3: column `reviewer`: no State reviews itself",
      "d.csv:4: column `under_review`: \"X\" is not a State of the membership",
      "d.csv:5: column `reviewer`: the row names one State; a pair has two",
      "d.csv:6: column `reviewer`: the reviewer of this State stands already on line 2",
    ] {
      #expect(answer.said.contains(fault), "\(answer.said)")
    }
  }
}
