import Members

/// Why an amendment is refused.
public enum AmendmentFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// A new State that looks like a missing one.
  public struct Alike: Hashable, Sendable {
    /// The name and code of the one that is missing.
    let old: String
    /// The name and code of the new one.
    let new: String
    let oldCode: Label
    let newCode: Label

    init(old: String, new: String, codes: (Label, Label)) {
      self.old = old
      self.new = new
      (oldCode, newCode) = codes
    }
  }

  /// States are missing from the new table, and nobody said what became of them.
  case missing([String], of: Int)
  /// New codes stand for States that have the name or the row of missing ones.
  case alike([Alike])
  /// No State of the membership in force has the code.
  case unknownState(Label)
  /// A State is said to leave and stands in the new table.
  case doesNotLeave(Label)
  /// A State is said to join and does not.
  case doesNotJoin(Label, isKnown: Bool)
  /// A State is said to have another code and stands in the new table by the old one.
  case stillThere(Label)
  /// The new code of a State is not in the new table.
  case notInTable(Label)
  /// The new code of a State is another's of this cycle.
  case codeUsed(Label)
  /// A code is renamed twice, or two are given the same code.
  case renamedTwice(Label, Label)
  /// The table gives States a year that has begun, or none of the cycle; the years left.
  case pastYears([Label], left: ClosedRange<Int>)
  /// Nothing is to be taken over.
  case nothingGiven
  /// States leave, join or are renamed, and there is no new table.
  case membershipMissing
  /// Keys of the rulebook that may not change in the course of a cycle.
  case fixedRules([RulebookDifference])
  /// Fewer years than have begun.
  case tooFewYears(Int, begun: Int)

  /// What is wrong, and what to do, with States by their codes.
  public var description: String { description { $0.text } }

  /// What is wrong, and what to do.
  ///
  /// - Parameter title: Writes a State for a person, from its code.
  func description(naming title: (Label) -> String) -> String {
    switch self {
    case .missing(let titles, let count):
      "\(titles.count) of the \(count) States in force \(titles.count == 1 ? "is" : "are") missing "
        + "from the new table: \(Self.list(titles))\n"
        + "help: a State that left is named with --leaves CODE, one that has another code with "
        + "--rename OLD=NEW; else complete the table"
    case .alike(let alike): Self.text(alike)
    case .unknownState(let code):
      "\(code) is not a State of the membership in force\n"
        + "help: `peerlots states` lists its codes"
    case .doesNotLeave(let code):
      "\(title(code)) is said to leave, but stands in the new table\n"
        + "help: take its row out, or leave --leaves \(code) out"
    case .doesNotJoin(let code, let isKnown):
      "\(title(code)) is said to join, but "
        + (isKnown ? "is a State of the membership in force" : "is not in the new table")
        + "\nhelp: leave --joins \(code) out, or correct the code"
    default: aboutTheRest(title)
    }
  }

  private func aboutTheRest(_ title: (Label) -> String) -> String {
    switch self {
    case .stillThere(let code):
      "\(title(code)) is said to have another code, but stands in the new table\n"
        + "help: take its row out, or leave the --rename of \(code) out"
    case .notInTable(let code):
      "no row of the new table has the new code \(code)\n"
        + "help: write the State's row under its new code, or correct --rename"
    case .codeUsed(let code):
      "\(code) is the code of another State of this cycle\n"
        + "help: give the State a code that nobody had"
    case .renamedTwice(let from, let to):
      "--rename \(from)=\(to) renames a State twice, or two States alike\n"
        + "help: give --rename once for each State"
    case .pastYears(let states, let left):
      "the new table gives \(Self.list(states.map(\.text))) no year that is still to come\n"
        + "help: write a year from \(left.lowerBound) to \(left.upperBound) in the column `year`"
    case .nothingGiven:
      "nothing is to be taken over\nhelp: give --membership, --rulebook or --conflicts"
    case .membershipMissing:
      "--leaves, --joins and --rename say what a new table means, and there is none\n"
        + "help: give the table with --membership"
    case .fixedRules(let rules):
      "what may not change in the course of a cycle: "
        + rules.map { "\($0.key) (from \($0.from) to \($0.to))" }.joined(separator: ", ")
        + "\nhelp: years, loads, redraws, waivers and the open seats of years not begun may"
    case .tooFewYears(let years, let begun):
      "the cycle cannot have \(years == 1 ? "one year" : "\(years) years"): year \(begun) has begun\n"
        + "help: keep at least \(begun == 1 ? "one year" : "\(begun) years")"
    default: ""
    }
  }

  private static func text(_ alike: [Alike]) -> String {
    let pairs = alike.map { "\($0.new), which looks like \($0.old)" }
    guard let first = alike.first else { return "" }
    return "is it the same State under another code? New in the table: \(list(pairs))\n"
      + "help: --rename \(first.oldCode)=\(first.newCode) where it is the same State; "
      + "--joins \(first.newCode) where it is another"
  }

  private static func list(_ texts: [String]) -> String {
    let most = 20
    let more = texts.count - most
    return texts.prefix(most).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }
}
