import Testing

@Suite struct `The rules, through the command` {
  private func rehearse(
    _ membership: String, _ options: [String] = [], files: [String: String] = [:], seed: Int
  ) throws -> (table: Table, ledger: LedgerText) {
    let folder = try TemporaryFolder()
    try folder.write(membership.utf8, "m.csv")
    for (name, text) in files { try folder.write(text.utf8, name) }
    let answer = try Command.run(
      ["rehearse", "m.csv", "--seed", "\(seed)", "--output", "cycle", "--format", "csv"]
        + options, in: folder)
    #expect(answer.exitCode == 0, "\(answer.said)")
    return (Table(answer.text), LedgerText(try folder.bytes("cycle/ledger.jsonl")))
  }

  @Test(arguments: 1...8)
  func `a signatory is reviewed on the Convention alone and never reviews`(_ seed: Int) throws {
    let header = "state,region,protocols,status,reviewed,reviewer\n"
    let parties = "ABCDE".map { "\($0),G,,party,yes,yes\n" }.joined()
    // It claims a Protocol that nobody else is party to, and to be ready to review.
    let (table, ledger) = try rehearse(
      header + parties + "S,G,FA TIP,signatory,yes,yes\n", seed: seed)
    #expect(table.rows.count == 6)
    #expect(try Table.reviewers(#require(table["S"])).count == 2)
    #expect(!table.pairs.contains { $0[1] == "S" })
    let state = try JSONObject(ledger.lines[0]).objects("membership").first { $0["state"] == "S" }
    #expect(state?.list("protocols") == [])
    #expect(state?.truth("reviewer") == false)
    #expect(state?.truth("reviewed") == true)
    for line in ledger.lines where line.contains(" reviewer\",\"bowl\"") {
      #expect(try !JSONObject(line).list("bowl").contains("S"))
    }
  }

  @Test func `a party to no Protocol reviews a signatory, but no party to a Protocol`() throws {
    let (table, _) = try rehearse(
      """
      state,region,protocols,status
      A,G,TIP,party
      B,G,TIP,party
      C,G,TIP,party
      D,G,TIP,party
      E,G,TIP,party
      F,G,TIP,party
      N,G,,party
      S,G,TIP,signatory

      """, seed: 1)
    #expect(table.pairs.filter { $0[1] == "N" } == [["S", "N"]])
  }

  @Test(arguments: 1...4)
  func `conflicts are respected`(_ seed: Int) throws {
    let membership = String(
      decoding: try Project.bytes(of: Project.instance("untoc-2010.csv")), as: UTF8.self)
    let free = try rehearse(membership, seed: seed)
    // Every pair that was drawn is forbidden now.
    let pairs = Set(free.table.pairs)
    let conflicts = "under_review,reviewer\n" + pairs.map { "\($0[0]),\($0[1])\n" }.joined()
    let bound = try rehearse(
      membership, ["--conflicts", "c.csv", "--accept-waivers"], files: ["c.csv": conflicts],
      seed: seed)
    #expect(bound.table.rows.count == 157)
    #expect(pairs.isDisjoint(with: bound.table.pairs))
    for line in bound.ledger.lines where line.contains(" reviewer\",\"bowl\"") {
      let lot = try JSONObject(line)
      let underReview = lot["under_review"] ?? ""
      #expect(!lot.list("bowl").contains { pairs.contains([underReview, $0]) })
    }
  }

  @Test func `a State without a regional group has open seats only`() throws {
    let membership = String(
      decoding: try Project.bytes(of: Project.instance("untoc-2024-estimate.csv")), as: UTF8.self)
    let (table, ledger) = try rehearse(membership, seed: 1)
    for state in ["COK", "EUE", "NIU", "PSE", "VAT"] {
      let row = try #require(table[state])
      #expect(row["regional_reviewer"] == "")
      #expect(row["open_reviewer"] != "")
      #expect(row["open_reviewer_2"] != "")
      let regional = ledger.lines.contains {
        $0.contains("\"regional reviewer\"") && $0.contains("\"under_review\":\"\(state)\"")
      }
      #expect(!regional)
    }
    for row in table.rows where row["open_reviewer_2"] != "" {
      #expect(row["regional_reviewer"] == "")
    }
  }

  @Test func `nobody reviews a State when waivers leave all its seats empty`() throws {
    let (table, ledger) = try rehearse(
      "state,region,reviewer\nA,G,no\nB,G,no\n", ["--accept-waivers"], seed: 1)
    #expect(table.rows.count == 2)
    #expect(table.pairs.isEmpty)
    #expect(ledger.lines.filter { $0.contains("\"rule\":\"seat\"") }.count == 4)
  }
}
