import Testing

/// A ledger that was changed and chained again, and what `verify` must say.
struct Forgery: Sendable, CustomTestStringConvertible {
  /// What was changed.
  let name: String
  /// Changes the ledger of the first worked example; gives the line at which it must be found out.
  let change: @Sendable (inout LedgerText) throws -> Int
  /// What must be said.
  let says: String

  var testDescription: String { name }

  init(_ name: String, says: String, _ change: @escaping @Sendable (inout LedgerText) throws -> Int)
  {
    self.name = name
    self.says = says
    self.change = change
  }

  static let all = lots + bowls + waivers + openings

  /// The first lot for a seat with more than two States in its bowl.
  private static func seat(_ ledger: LedgerText) throws -> (line: Int, lot: JSONObject) {
    for line in 1...ledger.lines.count where ledger.lines[line - 1].contains(" reviewer\"") {
      let lot = try JSONObject(ledger.lines[line - 1])
      if lot["event"] == "lot" && lot.list("bowl").count > 2 { return (line, lot) }
    }
    throw Missing.seat
  }

  private enum Missing: Error { case seat }

  private static func text(_ bowl: [String]) -> String {
    "[" + bowl.map { "\"\($0)\"" }.joined(separator: ",") + "]"
  }

  private static let lots = [
    Forgery("another drawn State, index and all", says: "the lot is ") { ledger in
      let (line, lot) = try seat(ledger)
      let bowl = lot.list("bowl")
      let index = try #require(lot.number("index"))
      let other = (index + 1) % bowl.count
      try ledger.replace(
        line: line, "\"index\":\(index),\"drawn\":\"\(bowl[index])\"",
        with: "\"index\":\(other),\"drawn\":\"\(bowl[other])\"")
      return line
    },
    Forgery("another index", says: "the lot is ") { ledger in
      let (line, lot) = try seat(ledger)
      let index = try #require(lot.number("index"))
      let other = (index + 1) % lot.list("bowl").count
      try ledger.replace(line: line, "\"index\":\(index)", with: "\"index\":\(other)")
      return line
    },
    Forgery("an index beyond the bowl", says: "not 99") { ledger in
      let (line, lot) = try seat(ledger)
      let index = try #require(lot.number("index"))
      try ledger.replace(line: line, "\"index\":\(index)", with: "\"index\":99")
      return line
    },
    Forgery("another drawn State", says: "the lot draws ") { ledger in
      let (line, lot) = try seat(ledger)
      let bowl = lot.list("bowl")
      let index = try #require(lot.number("index"))
      try ledger.replace(
        line: line, "\"drawn\":\"\(bowl[index])\"",
        with: "\"drawn\":\"\(bowl[(index + 1) % bowl.count])\"")
      return line
    },
    Forgery("another counter", says: "the lot's first block is ") { ledger in
      let (line, lot) = try seat(ledger)
      let counter = try #require(lot.number("counter"))
      try ledger.replace(
        line: line, "\"counter\":\(counter)", with: "\"counter\":\(counter + 1)")
      return line
    },
    Forgery("a seat of another State", says: "the lot due here is another") { ledger in
      let (line, lot) = try seat(ledger)
      let state = try #require(lot["under_review"])
      try ledger.replace(
        line: line, "\"under_review\":\"\(state)\"",
        with: "\"under_review\":\"\(state == "EUE" ? "KEN" : "EUE")\"")
      return line
    },
    Forgery("a lot too many at the end", says: "no lot of \"year 5\" is due here") { ledger in
      let last = try #require(ledger.lines.last { $0.contains("\"event\":\"lot\"") })
      ledger.lines.append(last)
      return ledger.lines.count
    },
    Forgery("a lot left out", says: "") { ledger in
      let (line, _) = try seat(ledger)
      ledger.lines.remove(at: line - 1)
      return line
    },
    Forgery("another seed", says: "") { ledger in
      let line = try ledger.number(with: "\"seeded\"", "\"year 1\"")
      try ledger.replace(line: line, "example 1/year 1", with: "example 2/year 1")
      return line + 1
    },
    Forgery("one seed for two draws", says: "was already used for \"selection\"") { ledger in
      let line = try ledger.number(with: "\"seeded\"", "\"year 1\"")
      try ledger.replace(line: line, "example 1/year 1", with: "example 1/selection")
      return line
    },
    Forgery("years in another order", says: "") { ledger in
      let line = try ledger.number(with: "\"seeded\"", "\"year 1\"")
      ledger.lines.removeSubrange((line - 1)..<(try ledger.number(with: "seeded", "year 2") - 1))
      return line
    },
  ]

  private static let bowls = [
    Forgery("a State left out of a bowl", says: " should be in it") { ledger in
      let (line, lot) = try seat(ledger)
      let bowl = lot.list("bowl")
      let left = try #require(bowl.last { $0 != lot["drawn"] })
      let other = bowl.filter { $0 != left }
      let index = try #require(other.firstIndex(of: lot["drawn"] ?? ""))
      try ledger.replace(line: line, text(bowl), with: text(other))
      try ledger.replace(
        line: line, "\"index\":\(try #require(lot.number("index")))", with: "\"index\":\(index)")
      return line
    },
    Forgery("a State put into its own bowl", says: " should not be in it") { ledger in
      let (line, lot) = try seat(ledger)
      let bowl = lot.list("bowl")
      let own = try #require(lot["under_review"])
      let other = (bowl + [own]).sorted()
      let index = try #require(other.firstIndex(of: lot["drawn"] ?? ""))
      try ledger.replace(line: line, text(bowl), with: text(other))
      try ledger.replace(
        line: line, "\"index\":\(try #require(lot.number("index")))", with: "\"index\":\(index)")
      return line
    },
    Forgery("a bowl in another order", says: "bowl") { ledger in
      let (line, lot) = try seat(ledger)
      try ledger.replace(
        line: line, text(lot.list("bowl")), with: text(lot.list("bowl").reversed()))
      return line
    },
    Forgery("an empty bowl", says: "bowl") { ledger in
      let (line, lot) = try seat(ledger)
      try ledger.replace(line: line, text(lot.list("bowl")), with: "[]")
      return line
    },
    Forgery("a bowl of years that lacks one", says: " should be in it") { ledger in
      let line = try ledger.number(with: "\"extra place\"", "[\"1\",\"2\",\"3\",\"4\",\"5\"]")
      let lot = try JSONObject(ledger.lines[line - 1])
      let other = ["1", "2", "3", "4", "5"].filter { $0 != (lot["drawn"] == "5" ? "4" : "5") }
      let index = try #require(other.firstIndex(of: lot["drawn"] ?? ""))
      try ledger.replace(line: line, text(lot.list("bowl")), with: text(other))
      try ledger.replace(
        line: line, "\"index\":\(try #require(lot.number("index")))", with: "\"index\":\(index)")
      return line
    },
  ]

  private static let waivers = [
    Forgery("a waiver left out", says: "the waiver due here is of same_region") { ledger in
      let line = try ledger.number(with: "\"waiver\"", "\"same_region\"")
      ledger.lines.remove(at: line - 1)
      return line
    },
    Forgery("a waiver of another rule", says: "the waiver due here is of same_region") { ledger in
      let line = try ledger.number(with: "\"waiver\"", "\"same_region\"")
      try ledger.replace(line: line, "\"same_region\"", with: "\"seat\"")
      return line
    },
    Forgery("a waiver for another State", says: "not of same_region for Ghana (GHA)") { ledger in
      let line = try ledger.number(with: "\"waiver\"", "\"same_region\"")
      let state = try #require(JSONObject(ledger.lines[line - 1])["state"])
      try ledger.replace(line: line, "\"state\":\"\(state)\"", with: "\"state\":\"GHA\"")
      return line
    },
    Forgery("a waiver twice", says: "") { ledger in
      let line = try ledger.number(with: "\"waiver\"", "\"legal_system\"")
      ledger.lines.insert(ledger.lines[line - 1], at: line)
      return line + 1
    },
    Forgery("a waiver at the end", says: "minimum_load for Kenya (KEN) is due here") {
      ledger in
      ledger.lines.append(
        #"{"sequence":0,"event":"waiver","previous":"\#(String(repeating: "0", count: 64))","#
          + #""rule":"minimum_load","state":"KEN","reason":"x"}"#)
      return ledger.lines.count
    },
  ]

  private static let openings = [
    Forgery("a better best", says: "the best waivers are ") { ledger in
      try ledger.replace(line: 1, "\"same_region\":1", with: "\"same_region\":0")
      return 1
    },
    Forgery("a worse best", says: "the best waivers are ") { ledger in
      try ledger.replace(line: 1, "\"minimum_load\":0", with: "\"minimum_load\":1")
      return 1
    },
    Forgery("a best without a rule", says: "best") { ledger in
      try ledger.replace(line: 1, ",\"legal_system\":1", with: "")
      return 1
    },
    Forgery("another membership", says: "") { ledger in
      try ledger.replace(line: 1, "\"region\":\"WEOG\"", with: "\"region\":\"AFR\"")
      return 1
    },
    Forgery("a membership out of order", says: "membership") { ledger in
      try ledger.replace(line: 1, "\"state\":\"CAN\"", with: "\"state\":\"ZZZ\"")
      return 1
    },
    Forgery("a conflict with nobody", says: "\"QQQ\", which is not the code of a State") { ledger in
      try ledger.replace(
        line: 1, "\"conflicts\":[]",
        with: #""conflicts":[{"under_review":"KEN","reviewer":"QQQ"}]"#)
      return 1
    },
    Forgery("nothing but the seed of a year", says: "") { ledger in
      let line = try ledger.number(with: "\"seeded\"", "\"year 1\"")
      ledger.lines = [ledger.lines[0], ledger.lines[line - 1]]
      return 2
    },
  ]
}
