import Testing

@Suite struct `How the years are found, through the command` {
  static let alphabetical = "selection: {method: alphabetical}\n"
  static let given = "cycle: {years: 3}\nselection: {method: given}\n"

  @Test func `lists that go round make the same cycle in one go and step by step`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.alphabetical.utf8, "r.yaml")
    let answer = try Command.shell(
      """
      "$P" rehearse \(Project.instance("untoc-2010.csv")) --rulebook r.yaml --seed s --output a \
        --format csv > a.csv &&
      "$P" open b --membership \(Project.instance("untoc-2010.csv")) --rulebook r.yaml &&
      "$P" status b | tail -1 > next.txt &&
      "$P" select b --seed s/selection &&
      for year in 1 2 3 4 5; do "$P" draw b --year $year --seed "s/year $year"; done &&
      cmp a/ledger.jsonl b/ledger.jsonl && "$P" verify b && "$P" log b > log.txt
      """, in: folder)
    #expect(answer.exitCode == 0, "\(answer.said)")
    #expect(try folder.text("next.txt") == "peerlots select b --seed SEED\n")
    let ledger = LedgerText(try folder.bytes("b/ledger.jsonl"))
    let firsts = ledger.lines.filter { $0.contains("\"purpose\":\"first\"") }
    #expect(firsts.count == 6, "five groups, and the States without one")
    let log = try folder.text("log.txt")
    #expect(log.contains("The list of AFR begins at "))
  }

  @Test func `given years need no selection, and the next command says so`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.given.utf8, "r.yaml")
    let states = "ABCDEFGHI".enumerated().map { "\($1),G,\($0 % 3 + 1)\n" }.joined()
    try folder.write("state,region,year\n\(states)".utf8, "m.csv")
    let options = "--rulebook r.yaml --without protocols legal_systems"
    let answer = try Command.shell(
      """
      "$P" open c --membership m.csv \(options) && "$P" status c > status.txt &&
      for year in 1 2 3; do "$P" draw c --year $year --seed "s/year $year" || exit 9; done &&
      "$P" verify c && "$P" rehearse m.csv --rulebook r.yaml --seed s --output d &&
      cmp c/ledger.jsonl d/ledger.jsonl && "$P" table c --format csv > t.csv &&
      "$P" odds m.csv --rulebook r.yaml --year 1 --samples 50 --seed o --format csv > odds.csv
      """, in: folder)
    #expect(answer.exitCode == 0, "\(answer.said)")
    let next = "Next:\npeerlots draw c --year 1 --seed SEED\n"
    #expect(try folder.text("status.txt").hasSuffix(next))
    let table = Table(try folder.text("t.csv"))
    let years = table.rows.map { ($0["year"] ?? "") + ($0["under_review"] ?? "") }
    #expect(years == ["1A", "1D", "1G", "2B", "2E", "2H", "3C", "3F", "3I"])
    let odds = Table(try folder.text("odds.csv"))
    #expect(Set(odds.rows.compactMap { $0["under_review"] }) == ["A", "D", "G"])
    let refused = try Command.run(["select", "c", "--seed", "x"], in: folder)
    #expect(refused.exitCode == 65)
    #expect(refused.said.contains("the membership gives the years"))
  }

  @Test func `a table without the years it should give is wrong, and others are not read`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.given.utf8, "r.yaml")
    try folder.write("state,year,reviewed\nA,1,yes\nB,,yes\nC,4,yes\nD,,no\n".utf8, "m.csv")
    let wrong = try Command.run(["check", "m.csv", "--rulebook", "r.yaml"], in: folder)
    #expect(wrong.exitCode == 65)
    #expect(
      wrong.said.contains(
        "m.csv: column `year`: the rulebook takes the years from the table, which gives no year "
          + "from 1 to 3 to B, C\n"), "\(wrong.said)")
    let unread = try Command.run(["check", "m.csv"], in: folder)
    #expect(unread.exitCode != 65)
    #expect(unread.said.contains("warning: the years are not read"), "\(unread.said)")
  }
}
