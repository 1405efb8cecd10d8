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
      "\"selection\", by bowls, 12 lots, seed \"a text that nobody can guess, number 1/lottery 4 8 "
        + "15 16 23 42\". Announced at line 2, from the lottery of 3 March, bound to ",
      "; nothing stood between.",
      "Announced at line 18, from closing values of 5 March; between: line 19, the announcement of "
        + "\"redraw GHA 1\".",
      "between: lines 20 to 35, the draw \"year 1\".",
      "seed \"golden redraw 2\". Not announced.",
      "line 16: \"year 1\", from closing values of 4 March; taken back at line 17: the exchange "
        + "stayed closed",
      "GHA, line 45: request 3; released: KEN, USA; exceptional: it was withdrawn",
      "- the end: ",
    ] {
      #expect(answer.text.contains(line), "\(line)\nis not in\n\(answer.text)")
    }
    let tickets = try verify("uniform").text
    #expect(tickets.contains("\"tickets year 2\", by tickets, 100 tickets, seed "))
    #expect(
      tickets.contains("\"year 2\", by tickets, ticket 37. Announced at line 25, from two dice"))
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
