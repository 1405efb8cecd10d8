extension BadInput {
  private static func odds(
    _ name: String, _ arguments: String..., files: [String: Content] = [:], exitCode: Int32 = 64,
    says: String...
  ) -> BadInput {
    BadInput(
      name: name, arguments: ["odds"] + arguments,
      files: files.merging(["m.csv": .text(good)]) { first, _ in first }, exitCode: exitCode,
      says: says)
  }

  /// Odds that cannot be told.
  static let odds = [
    odds("odds of nothing", says: "'<source>'"),
    odds(
      "exact odds from samples", "m.csv", "--exact", "--samples", "9", "--seed", "1",
      says: "give either --exact, or --samples and --seed"),
    odds(
      "samples without a seed", "m.csv", "--samples", "9", says: "with --seed S"),
    odds(
      "no samples", "m.csv", "--samples", "0", "--seed", "1",
      says: "--samples takes a number from 1 to 10000000"),
    odds(
      "samples beyond all numbers", "m.csv", "--samples", "99999999999999999999", "--seed", "1",
      says: "'99999999999999999999' is invalid"),
    odds("an unknown method", "m.csv", "--method", "dice", says: "'dice' is invalid"),
    odds(
      "a rulebook for a cycle", "cycle", "--rulebook", "r.yaml",
      files: ["cycle/ledger.jsonl": .ledger { _ in }], says: "a cycle has its own rulebook"),
    odds(
      "odds of a missing file", "none.csv", exitCode: 65, says: "none.csv: there is no such file"),
    odds(
      "odds of a folder without a ledger", "cycle", files: ["cycle": .folder], exitCode: 65,
      says: "cycle", "ledger.jsonl"),
    odds(
      "odds of year 9", "m.csv", "--year", "9", exitCode: 65,
      says: "year 9 is not one of the cycle's 5 years"),
    odds(
      "exact odds of a year not selected", "m.csv", "--year", "1", "--exact", exitCode: 65,
      says: "exact odds of one year need the selection drawn", "--samples 10000 --seed S"),
    odds(
      "odds too many to count", "many.csv",
      files: ["many.csv": .text("state\n" + (1...70).map { "S\($0)\n" }.joined())], exitCode: 65,
      says: "the odds cannot be counted: 70 reviews", "help: estimate the odds: --samples 10000"),
  ]
}
