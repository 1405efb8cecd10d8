import Members

/// The rows of a table of conflicts while they are read: pairs `under_review,reviewer`, exclusions
/// `reviewer,other`, or the table of a cycle, whose seats are columns of their own.
struct ConflictRows {
  private static let underReview = "under_review"
  private static let reviewer = "reviewer"
  private static let other = "other"
  private static let both = "both"

  private var table: Table
  private let membership: Membership?
  /// The columns of reviewers, each a place among the known columns.
  private let seats: [Int]
  /// The line of each pair.
  private var conflicts: [Conflict: Int] = [:]
  private var exclusions: [Exclusion: Int] = [:]
  /// For each code that is not a State's, the code that may be meant.
  private var unknown: [String: String?] = [:]

  init(_ bytes: [UInt8], file: String, membership: Membership?) {
    self.membership = membership
    let table = Table(
      bytes, file: file,
      columns: TableColumns(
        known: [Self.underReview, Self.reviewer, Self.other, Self.both], required: [],
        telling: [Self.underReview, Self.reviewer], isKnownToo: Self.isSeat, allowsOthers: true))
    let known = table.header.known
    seats = known.indices.filter {
      table.header.positions[$0] != nil && (known[$0] == Self.reviewer || Self.isSeat(known[$0]))
    }
    self.table = table
  }

  mutating func readAll() {
    let isOfExclusions = column(Self.other) != nil
    if column(Self.underReview) == nil && !isOfExclusions { table.miss(Self.underReview) }
    if seats.isEmpty || isOfExclusions && column(Self.reviewer) == nil { table.miss(Self.reviewer) }
    while table.nextRow() { readRow() }
  }

  /// The pairs, if nothing was wrong.
  func finish() throws(RecordsFailure) -> ConflictsReader.Reading {
    if let failure = table.failure { throw failure }
    return ConflictsReader.Reading(
      conflicts: conflicts.keys.sorted(), exclusions: exclusions.keys.sorted(),
      warnings: table.warnings)
  }

  /// Whether a name is that of one of several columns of reviewers, as in the table of a cycle:
  /// `open_reviewer`, `open_reviewer_2`, `reviewer_1`.
  private static func isSeat(_ name: String) -> Bool {
    var name = name[...]
    let digits = name.reversed().prefix { $0.isASCII && $0.isNumber }.count
    let isNumbered = digits > 0 && name.dropLast(digits).hasSuffix("_")
    if isNumbered { name = name.dropLast(digits + 1) }
    return name.hasSuffix("_" + reviewer) || isNumbered && name == reviewer
  }

  private func column(_ name: String) -> Int? { table.header.column(name) }

  private mutating func readRow() {
    let other = cell(Self.other)
    let underReview = cell(Self.underReview)
    if let other {
      let reviewer = cell(Self.reviewer)
      switch (underReview, reviewer) {
      case (_?, _): table.report(.pairAndExclusion, in: column(Self.other)!)
      case (nil, nil): table.report(.halfPair, in: column(Self.reviewer) ?? column(Self.other)!)
      case (nil, let reviewer?): exclude(reviewer, other)
      }
      return
    }
    let isBoth = readsBoth()
    guard let underReview else {
      if let column = column(Self.underReview) ?? column(Self.other) {
        table.report(.halfPair, in: column)
      }
      return
    }
    let isPlain = seats.count == 1 && table.header.known[seats[0]] == Self.reviewer
    for seat in seats {
      if let reviewer = cell(at: seat) {
        bar(underReview, reviewer, isBoth)
      } else if isPlain {
        table.report(.halfPair, in: seat)
      }
    }
  }

  private mutating func bar(_ underReview: Cell, _ reviewer: Cell, _ isBoth: Bool) {
    guard let one = state(underReview), let two = state(reviewer) else { return }
    let pair = Conflict(underReview: one, reviewer: two)
    if one == two {
      table.warn(.selfPair(Quotation(one.text)), line: table.line)
      return
    }
    if let earlier = conflicts[pair] {
      table.warn(.repeatedPair(earlierLine: earlier), line: table.line)
    } else {
      conflicts[pair] = table.line
    }
    let reverse = Conflict(underReview: two, reviewer: one)
    if isBoth && conflicts[reverse] == nil { conflicts[reverse] = table.line }
  }

  private mutating func exclude(_ reviewer: Cell, _ other: Cell) {
    guard let one = state(reviewer), let two = state(other) else { return }
    let pair = Exclusion(one, two)
    if one == two {
      table.warn(.selfPair(Quotation(one.text)), line: table.line)
    } else if let earlier = exclusions[pair] {
      table.warn(.repeatedPair(earlierLine: earlier), line: table.line)
    } else {
      exclusions[pair] = table.line
    }
  }

  /// A cell with text in it.
  private struct Cell {
    let text: String
    let column: Int
  }

  private mutating func cell(_ name: String) -> Cell? { column(name).flatMap { cell(at: $0) } }

  private mutating func cell(at column: Int) -> Cell? {
    guard let bytes = table.bytes(in: column), !bytes.isEmpty,
      let text = table.text(of: bytes, in: column)
    else { return nil }
    return Cell(text: text, column: column)
  }

  /// Whether the pair is barred both ways.
  private mutating func readsBoth() -> Bool {
    guard let cell = cell(Self.both) else { return false }
    switch cell.text.lowercased() {
    case "yes": return true
    case "no": return false
    default:
      table.report(
        .unknownValue(Quotation(cell.text), allowed: ["yes", "no"]), in: cell.column)
      return false
    }
  }

  /// The State of a cell; nil where it is not of the membership, which is warned of.
  private mutating func state(_ cell: Cell) -> Label? {
    let code = Label(cell.text)
    guard let membership, membership.index(of: code) == nil else { return code }
    // So many suggestions are made as there can be warnings.
    if unknown[cell.text] == nil && unknown.count < RemarkList<Warning.Remark>.mostKinds {
      unknown[cell.text] = .some(Self.meant(by: cell.text, in: membership))
    }
    table.warn(
      .unknownState(Quotation(cell.text), meant: unknown[cell.text] ?? nil), line: table.line,
      column: cell.column)
    return nil
  }

  /// The code of the State that a text names in other letters, or by its name.
  private static func meant(by text: String, in membership: Membership) -> String? {
    let small = text.lowercased()
    return membership.states.first {
      $0.code.text.lowercased() == small || $0.name.lowercased() == small
    }?.code.text
  }
}
