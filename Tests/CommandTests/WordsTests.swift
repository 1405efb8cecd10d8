import Testing

@Suite struct `A command that has written` {
  /// Whether a text ends with what the ledger's last line has as its hash, alone on a line.
  private func expectHead(_ answer: Command.Answer, in folder: TemporaryFolder) throws {
    #expect(answer.exitCode == 0, "\(answer.said)")
    let last = try #require(LedgerText(try folder.bytes("cycle/ledger.jsonl")).lines.last)
    let head = SHA256.hexadecimal(of: Array(last.utf8))
    let lines = answer.said.split(separator: "\n")
    #expect(lines.last.map(String.init) == head, "\(answer.said)")
    #expect(lines.dropLast().last?.hasPrefix("Publish now ") == true, "\(answer.said)")
  }

  @Test func `says what happened by name, the seed, what to publish, and the hash alone`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      state,name,region
      ROM,Romania,E
      POL,Poland,E
      HUN,Hungary,E
      BGR,Bulgaria,E
      CZE,Czechia,E
      SVK,Slovakia,E

      """.utf8, "old.csv")
    try folder.write(
      try folder.bytes("old.csv") + Array("SRB,Serbia,E\n".utf8), "new.csv")
    try folder.write(
      "cycle: {years: 3}\nreviewers: {protocols: any, similar_legal_system: ignored}\n".utf8,
      "rules.yaml")
    func run(_ command: String, _ arguments: String..., says: String...) throws {
      let answer = try Command.run([command, "cycle"] + arguments, in: folder)
      try expectHead(answer, in: folder)
      for piece in says { #expect(answer.said.contains(piece), "\(answer.said)") }
    }
    try run(
      "open", "--membership", "old.csv", "--rulebook", "rules.yaml",
      says: "A cycle opens with 6 States, of which 6 are to be reviewed in 3 years")
    try run(
      "announce", "--draw", "selection", "--source", "the lottery of 3 March",
      says: "The draw \"selection\" is announced: by the method bowls, from \"the lottery of 3 ",
      "Publish now this announcement and ")
    try run(
      "withdraw", "--draw", "selection", "--reason", "no lottery",
      says: "is withdrawn. The reason: \"no lottery\".")
    try run(
      "select", "--seed", "s1", says: "Lots give 6 States the year of review",
      "Year 3: 2 States (E 2).", "The seed of \"selection\" is \"s1\".")
    try run(
      "draw", "--year", "1", "--seed", "y1",
      says: "Year 1 is drawn (para. 19): 2 States under review have 4 reviewers, by 6 lots.")
    try run(
      "amend", "--membership", "new.csv", "--seed", "a1", says: "1 State joins: Serbia (SRB).",
      "Serbia (SRB) is under review in year ", ", by lot among the years 2 and 3.",
      "Publish now the seed, the new membership and ")
  }
}
