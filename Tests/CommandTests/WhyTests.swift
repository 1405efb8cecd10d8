import Testing

/// `peerlots why` on a finished draw and on a membership.
@Suite struct `The command why` {
  private static let states = [
    "CAN", "EUE", "GHA", "KEN", "MAR", "NGA", "NOR", "SEN", "SWE", "USA",
  ]

  @Test func `agrees with every bowl of a ledger`() throws {
    let folder = try TemporaryFolder()
    let drawn = try Command.run(
      [
        "rehearse", Project.instance("small/ten.csv"), "--seed", "why", "--accept-waivers",
        "--output", "cycle",
      ], in: folder)
    #expect(drawn.exitCode == 0)
    let lines = try LedgerText(folder.bytes("cycle/ledger.jsonl")).lines.map(JSONObject.init)
    for state in Self.states {
      let lots = lines.filter { $0["under_review"] == state }
      for reviewer in Self.states {
        let answer = try Command.run(
          ["why", "cycle", "--state", state, "--reviewer", reviewer, "--format", "json"],
          in: folder)
        #expect(answer.exitCode == 0, "\(answer.said)")
        let bowls = try JSONObject(answer.text).objects("bowls")
        let fromLots = bowls.filter { !$0.list("bowl").isEmpty }
        #expect(fromLots.map { $0.list("bowl") } == lots.map { $0.list("bowl") })
        for bowl in bowls {
          let isIn = bowl.list("bowl").contains(reviewer)
          #expect(bowl.truth("in_bowl") == isIn)
          #expect(bowl.objects("reasons").isEmpty == isIn, "\(answer.text)")
        }
      }
    }
  }

  @Test func `says the chance of a State in the bowl, and what keeps another one out`() throws {
    let ten = Project.instance("small/ten.csv")
    let likely = try Command.run("why", ten, "--state", "NOR", "--reviewer", "SWE")
    #expect(likely.exitCode == 0)
    #expect(likely.text.contains("in the bowl of 1 State, a chance of 1 in 1"))
    let out = try Command.run("why", ten, "--state", "NOR", "--reviewer", "CAN")
    #expect(out.exitCode == 0)
    #expect(out.text.contains("Canada (CAN) is not party to the Protocol FA"))
    let itself = try Command.run("why", ten, "--state", "NOR", "--reviewer", "NOR")
    #expect(itself.text.contains("does not review itself"))
  }

  @Test func `names the later State that would go without, with its year`() throws {
    let folder = try TemporaryFolder()
    let drawn = try Command.run(
      [
        "rehearse", Project.instance("untoc-2010.csv"), "--seed", "2010-10-22", "--output", "cycle",
      ], in: folder)
    #expect(drawn.exitCode == 0)
    let answer = try Command.run(
      ["why", "cycle", "--state", "TCD", "--reviewer", "TGO", "--year", "5"], in: folder)
    #expect(answer.exitCode == 0)
    #expect(answer.text.contains("without a review it must do"))
    #expect(answer.text.contains("Singapore (SGP, year 5)"))
    #expect(answer.text.contains("(para. 20)"))
  }
}
