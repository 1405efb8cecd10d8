/// Something in the data that is lawful but probably not meant, and where.
public struct Warning: Hashable, Sendable, CustomStringConvertible {
  /// What a warning can be about.
  public enum Remark: Hashable, Sendable {
    /// Columns that the program does not know and does not read: the first, fit for a message, and how
    /// many there are.
    case unknownColumns([String], count: Int, known: [String])
    /// A State of a regional group in which nobody else reviews; `others` more are like it.
    case noReviewerInRegion(Quotation, state: String, others: Int)
    /// The same pair as on an earlier line.
    case repeatedPair(earlierLine: Int)
    /// A State with itself; no State ever reviews itself.
    case selfPair(Quotation)
    /// A code that is not in the membership, and the code of the State that may be meant.
    case unknownState(Quotation, meant: String?)
    /// A State names more experts than it may (para. 21).
    case manyExperts(Quotation, count: Int)
    /// Years stand in the table, and the rulebook takes none from it.
    case yearsNotRead
    /// A column that the rulebook needs, or that was there before, is not there.
    case missingColumn(MissingColumn)
    /// Probably a slip of the keyboard.
    case slip(Slip)
    /// So many warnings of further kinds.
    case further(Int)
  }

  /// Where it is.
  public let place: Place
  /// What it is about.
  public let remark: Remark

  /// The other lines about which the same is to be said.
  public let others: OtherLines

  /// Makes a warning of one place.
  public init(_ remark: Remark, at place: Place) {
    self.init(remark, at: place, others: OtherLines())
  }

  init(_ remark: Remark, at place: Place, others: OtherLines) {
    self.place = place
    self.remark = remark
    self.others = others
  }

  /// Whether it is about a column that should be there.
  public var isOfMissingColumn: Bool {
    if case .missingColumn = remark { true } else { false }
  }

  /// How many unknown columns a message names.
  static let mostColumnsNamed = 6

  /// One line: the place, that it is a warning, and what it is about.
  public var description: String { "\(place): warning: \(remark)\(others)" }
}

extension Warning.Remark: CustomStringConvertible {
  /// The remark as a sentence without its full stop.
  public var description: String {
    switch self {
    case .unknownColumns(let names, let count, let known):
      Self.list(names, count: count)
        + (count == 1
          ? " is not a column of this table and is not read; known: "
          : " are not columns of this table and are not read; known: ")
        + known.joined(separator: ", ")
    case .noReviewerInRegion(let region, let state, let others):
      "nobody else of the regional group \(region) reviews, so the regional seat of \(state)"
        + (others == 0 ? "" : " (and of \(others) more of the group)") + " can never be kept"
    case .repeatedPair(let line): "the pair stands already on line \(line)"
    case .selfPair(let code): "\(code) is paired with itself; no State ever reviews itself"
    case .unknownState(let code, let meant):
      "\(code) is not a State of the membership, so the row says nothing"
        + (meant.map { "; is \($0) meant?" } ?? "")
    case .manyExperts(let state, let count):
      "\(state) names \(count) experts; a State names at most \(ExpertsReader.mostOfAState) "
        + "(para. 21)"
    case .yearsNotRead:
      "the years are not read: only a rulebook with `selection: {method: given}` takes them from "
        + "the table"
    case .missingColumn(let missing): "\(missing)"
    case .slip(let slip): "\(slip)"
    case .further(let count): "\(count) more warnings are not listed here"
    }
  }

  /// Names in quotation marks, and how many are left out.
  private static func list(_ names: [String], count: Int) -> String {
    let quoted = names.map { "\"\($0)\"" }
    if count == 1 { return quoted[0] }
    let rest = count - names.count
    let last = rest > 0 ? "\(rest) more" : quoted.last!
    return (rest > 0 ? quoted[...] : quoted.dropLast()).joined(separator: ", ") + " and " + last
  }
}
