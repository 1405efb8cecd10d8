import Testing

@Suite struct `A cycle that takes something over, through the command` {
  static let rules = """
    cycle: {years: 2}
    reviewers: {per_review: 1, same_region: 0}
    loads: {minimum: 0, maximum: 4}
    waivers: [seat]

    """
  static let members =
    "state,name,region,protocols\n" + "ABCDEF".map { "\($0),State \($0),G,\n" }.joined()

  /// A folder with a table, rules, and a cycle `old` in which one State deferred out of the last year.
  static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(members.utf8, "m.csv")
    try folder.write(rules.utf8, "r.yaml")
    let answer = try Command.shell(
      """
      "$P" open old --membership m.csv --rulebook r.yaml && "$P" select old --seed s && \
      "$P" draw old --year 1 --seed y1 && "$P" draw old --year 2 --seed y2 && \
      state=$("$P" table old --year 2 --format csv | sed -n 2p | cut -d, -f2) && \
      "$P" defer old --state $state --reason elections && printf %s $state > state.txt
      """, in: folder)
    #expect(answer.exitCode == 0, "\(answer.said)")
    return folder
  }

  @Test func `follows a finished one, with what that left`() throws {
    let folder = try Self.folder()
    let state = try folder.text("state.txt")
    let answer = try Command.shell(
      """
      "$P" open new --after old > /dev/null && "$P" status new > status.txt && \
      "$P" select new --seed s && "$P" draw new --year 1 --seed y1 && "$P" draw new --year 2 \
        --seed y2 && "$P" verify new > verify.txt && "$P" log new > log.txt
      """, in: folder)
    #expect(answer.exitCode == 0, "\(answer.said)")
    let old = LedgerText(try folder.bytes("old/ledger.jsonl"))
    let new = LedgerText(try folder.bytes("new/ledger.jsonl"))
    let head = SHA256.hexadecimal(of: Array((old.lines.last ?? "").utf8))
    let opened = try JSONObject(new.lines[0])
    #expect(opened["after"] == head)
    #expect(opened.list("carried") == [state])
    #expect(opened.objects("membership").count == 6)
    #expect(opened.object("rulebook")?.object("cycle")?.number("years") == 2)
    for line in new.lines where line.contains("\"purpose\":\"year\"") {
      #expect(try !JSONObject(line).list("bowl").contains(state))
    }
    // Five States over two years, and the one that is carried over.
    let first = try #require(new.lines.first { $0.contains("\"purpose\":\"turn\"") })
    #expect(try JSONObject(first).list("bowl").contains(state))
    #expect(try folder.text("status.txt").contains("Carried over into year 1: State \(state)"))
    #expect(try folder.text("log.txt").contains("the hash \(head)"))
    #expect(try folder.text("verify.txt").contains("the cycle before"))
  }

  @Test func `takes another table or rulebook where one is given`() throws {
    let folder = try Self.folder()
    let state = try folder.text("state.txt")
    let others = "ABCDEFX".filter { "\($0)" != state }.map { "\($0),,G,\n" }.joined()
    try folder.write(("state,name,region,protocols\n" + others).utf8, "n.csv")
    let answer = try Command.run(
      ["open", "new", "--after", "old", "--membership", "n.csv", "--rulebook", "untoc-2010"]
        + ["--without", "legal_systems", "--accept-waivers"], in: folder)
    #expect(answer.exitCode == 0, "\(answer.said)")
    #expect(answer.said.contains("\(state) deferred out of the last year, but is not to be"))
    let opened = try JSONObject(LedgerText(folder.bytes("new/ledger.jsonl")).lines[0])
    #expect(opened.list("carried") == [])
    #expect(opened.objects("membership").contains { $0["state"] == "X" })
    #expect(opened.object("rulebook")?.object("cycle")?.number("years") == 5)
  }

  @Test func `follows none that is not finished`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.members.utf8, "m.csv")
    try folder.write(Self.rules.utf8, "r.yaml")
    let answer = try Command.shell(
      """
      "$P" open old --membership m.csv --rulebook r.yaml && "$P" select old --seed s && \
      "$P" draw old --year 1 --seed y1; "$P" open new --after old
      """, in: folder)
    #expect(answer.exitCode == 65)
    #expect(answer.said.contains("the cycle in old is not finished"))
    #expect(answer.said.contains("help: next is: peerlots draw old --year 2 --seed SEED"))
    #expect(try folder.entries()["new/ledger.jsonl"] == nil)
    let neither = try Command.run(["open", "new"], in: folder)
    #expect(neither.exitCode == 64)
  }

  @Test func `counts reviewers drawn elsewhere, and names what they break`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.members.utf8, "m.csv")
    try folder.write(Self.rules.utf8, "r.yaml")
    let drawn = "year,under_review,seat,reviewer,source\n1,A,open,B,minutes of 2010\n1,B,,A,\n"
    try folder.write(drawn.utf8, "d.csv")
    let answer = try Command.shell(
      """
      "$P" open c --membership m.csv --rulebook r.yaml --drawn d.csv && "$P" status c > s.txt && \
      "$P" select c --seed s && "$P" draw c --year 1 --seed y1 && "$P" draw c --year 2 --seed y2 \
      && "$P" verify c > v.txt && "$P" table c --format csv > t.csv && "$P" log c > l.txt
      """, in: folder)
    #expect(answer.exitCode == 0, "\(answer.said)")
    let breach = "State A (A) and State B (B) review each other (para. 19)"
    #expect(answer.said.contains("Kept, though it breaks a rule: \(breach)."), "\(answer.said)")
    #expect(try folder.text("s.txt").contains("Drawn before: 2 reviewers of 2 States."))
    #expect(try folder.text("s.txt").contains(breach))
    #expect(try folder.text("l.txt").contains("minutes of 2010"))
    #expect(try folder.text("v.txt").contains("that the 2 reviewers taken over from before"))
    let table = Table(try folder.text("t.csv"))
    #expect(table.pairs.contains(["A", "B"]) && table.pairs.contains(["B", "A"]))
    #expect(table.rows.count == 6)
    let ledger = LedgerText(try folder.bytes("c/ledger.jsonl"))
    #expect(try JSONObject(ledger.lines[0]).objects("imported").count == 2)
    for line in ledger.lines where line.contains("\"purpose\":\"turn\"") {
      #expect(try Set(JSONObject(line).list("bowl")).isDisjoint(with: ["A", "B"]))
    }
  }
}
