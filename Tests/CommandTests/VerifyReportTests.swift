import Testing

@Suite struct `The report of verify` {
  private func verify(_ ledger: String, _ options: String...) throws -> Command.Answer {
    let folder = try TemporaryFolder()
    try folder.write(
      Project.bytes(of: Project.file("Tests/IndependentVerifier/ledgers/\(ledger).jsonl")),
      "cycle/ledger.jsonl")
    return try Command.run(["verify", "cycle"] + options, in: folder)
  }

  @Test func `names seed, method and announcement of each draw, and what stood between`() throws {
    let answer = try verify("every-event")
    #expect(answer.exitCode == 0, "\(answer.said)")
    for line in [
      "line 3: The selection, 12 lots by the method bowls. The seed of \"selection\" is \"a text that "
        + "nobody can guess, number 1/lottery 4 8 15 16 23 42\". It was announced at line 2. Its "
        + "source: \"the lottery of 3 March\". It was bound to the secret with the SHA-256 ",
      " Nothing stood between.",
      "It was announced at line 18. Its source: \"closing values of 5 March\".",
      " Between stood the announcement of \"redraw GHA 1\" (line 19).",
      " Between stood the draw \"year 1\" (lines 20 to 35).",
      "is \"golden redraw 2\". It was not announced.",
      "line 16: The draw \"year 1\" is announced: by the method bowls, from \"closing values of 4 "
        + "March\"",
      "line 17: The announcement of \"year 1\" is withdrawn. The reason: \"the exchange stayed "
        + "closed\".",
      "line 45: The reviewers of Ghana (GHA) are drawn again, at its request 3, beyond the limit of 2",
      "The exceptional reason: \"it was withdrawn\". Released: Kenya (KEN) and United States (USA).",
      "- the end: ",
    ] {
      #expect(answer.text.contains(line), "\(line)\nis not in\n\(answer.text)")
    }
    let tickets = try verify("uniform").text
    #expect(tickets.contains("The tickets of year 2, 100 tickets by the method uniform. The seed"))
    #expect(
      tickets.contains("Year 2, by ticket 37. It was announced at line 25. Its source: \"two dice"))
  }

  @Test func `says that the end is protected only by a hash that was given`() throws {
    let last = try #require(
      String(
        decoding: Project.bytes(of: Project.file("Tests/IndependentVerifier/ledgers/ten.jsonl")),
        as: UTF8.self
      ).split(separator: "\n").last)
    let head = SHA256.hexadecimal(of: Array(last.utf8))
    #expect(try verify("ten").text.contains("- the end: "))
    let answer = try verify("ten", "--head", head)
    #expect(answer.exitCode == 0 && !answer.text.contains("- the end: "))
    #expect(answer.text.contains("- where public texts"))
    let json = try JSONObject(verify("ten", "--head", head, "--format", "json").text)
    #expect(json.truth("head_checked") == true && json["head"] == head)
  }

  @Test func `says the same as JSON`() throws {
    let answer = try verify("every-event", "--format", "json")
    let report = try JSONObject(answer.text)
    #expect(report.truth("verified") == true && report.truth("head_checked") == false)
    #expect(report.number("lines") == 80 && report.truth("complete") == true)
    let draws = report.objects("draws")
    #expect(draws.map { $0["draw"] ?? "" }.prefix(3) == ["selection", "year 1", "redraw GHA 1"])
    #expect(draws[0].object("announced")?["source"] == "the lottery of 3 March")
    #expect(draws[2].objects("between")[0]["what"] == "the draw \"year 1\"")
    #expect(draws[2].objects("between")[0].number("last_line") == 35)
    #expect(draws[3].isNull("announced"))
    #expect(report.objects("withdrawn")[0]["reason"] == "the exchange stayed closed")
    let redraws = report.objects("redraws")
    #expect(redraws.map { $0["state"] } == ["GHA"])
    #expect(redraws[0].objects("requests").map { $0.number("line") } == [37, 41, 45])
    #expect(report.list("unchecked").contains { $0.hasPrefix("the end: ") })
    let folder = try TemporaryFolder()
    var ledger = try LedgerText.small.get()
    try ledger.replace(line: 3, "\"counter\":0", with: "\"counter\":1")
    ledger.rechain()
    try folder.write(ledger.bytes, "cycle/ledger.jsonl")
    let wrong = try Command.run(["verify", "cycle", "--format", "json"], in: folder)
    #expect(wrong.exitCode == 1)
    let fault = try JSONObject(wrong.text)
    #expect(fault.truth("verified") == false && fault.number("line") == 3)
    #expect(fault["fault"]?.contains("first block") == true)
  }
}
