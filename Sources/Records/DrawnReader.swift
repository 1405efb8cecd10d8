import Drawing
import Members
import Rules

/// Reads reviewers that were drawn elsewhere: `year,under_review,seat,reviewer,source` (contract,
/// section 9).
public enum DrawnReader {
  /// Reads them from a file.
  ///
  /// A row without a seat takes one: the first reviewer of the group with a similar legal system, else
  /// the first of the group, holds the regional seat where the review has one and nobody is named for
  /// it; all others are of the last kind of seat.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - membership: The States that may be named.
  ///   - rulebook: The rules, for the years and the kinds of seats.
  ///   - needsYears: Whether each row needs its year; else one without is of year 0.
  /// - Returns: The reviewers, in order.
  /// - Throws: ``RecordsFailure`` with every fault of the file.
  public static func read(
    path: String, membership: Membership, rulebook: Rulebook, needsYears: Bool = true
  ) throws(RecordsFailure) -> [ImportedReviewer] {
    try read(
      InputFile.read(path: path, limitInBytes: Table.limitInBytes), file: path,
      membership: membership, rulebook: rulebook, needsYears: needsYears)
  }

  /// Reads them from the bytes of a file; `file` is its name in messages.
  ///
  /// - Throws: ``RecordsFailure`` with every fault of the file.
  public static func read(
    _ bytes: [UInt8], file: String, membership: Membership, rulebook: Rulebook,
    needsYears: Bool = true
  ) throws(RecordsFailure) -> [ImportedReviewer] {
    var rows = DrawnRows(bytes, file: file, membership, rulebook, needsYears)
    rows.readAll()
    return try rows.finish()
  }
}

/// The rows of reviewers drawn elsewhere while they are read.
private struct DrawnRows {
  private enum Column: String, CaseIterable {
    case year
    case underReview = "under_review"
    case seat
    case reviewer
    case source
  }

  /// A reviewer, perhaps without a seat.
  private struct Row {
    let year: Int
    let state: Int
    let seat: Label?
    let reviewer: Int
    let source: String
  }

  private var table: Table
  private let membership: Membership
  private let rulebook: Rulebook
  private let needsYears: Bool
  private var rows: [Row] = []
  /// The line of each pair, and the year and line of each State under review.
  private var lines: [Conflict: Int] = [:]
  private var years: [Int: (year: Int, line: Int)] = [:]

  init(
    _ bytes: [UInt8], file: String, _ membership: Membership, _ rulebook: Rulebook,
    _ needsYears: Bool
  ) {
    let required: [Column] = (needsYears ? [.year] : []) + [.underReview, .reviewer]
    table = Table(
      bytes, file: file,
      columns: TableColumns(
        known: Column.allCases.map(\.rawValue),
        required: required.map(\.rawValue),
        telling: [Column.underReview.rawValue]))
    (self.membership, self.rulebook, self.needsYears) = (membership, rulebook, needsYears)
  }

  mutating func readAll() {
    while table.nextRow() { readRow() }
    if table.rowCount == 0 { table.add(.noReviewers, line: nil) }
  }

  func finish() throws(RecordsFailure) -> [ImportedReviewer] {
    if let failure = table.failure { throw failure }
    let regional = regionalOfRowsWithoutSeat
    return rows.enumerated().map { place, row in
      let seat =
        row.seat
        ?? rulebook.seats[
          regional.contains(place) ? rulebook.regionalPlace ?? 0 : rulebook.openPlace
        ].name
      return ImportedReviewer(
        year: row.year, underReview: membership.states[row.state].code, seat: seat,
        reviewer: membership.states[row.reviewer].code, source: row.source)
    }.sorted()
  }

  /// The rows without a seat that take the regional one, by their places.
  private var regionalOfRowsWithoutSeat: Set<Int> {
    guard let kind = rulebook.regionalPlace.map({ rulebook.seats[$0].name }) else { return [] }
    let places = Dictionary(grouping: rows.indices) { rows[$0].state }
    return Set(
      places.flatMap { state, places -> [Int] in
        let own = membership.states[state]
        let left = rulebook.regionalSeats - places.count { rows[$0].seat == kind }
        if own.region.isEmpty || left <= 0 { return [] }
        let ofGroup = places.sorted().filter {
          rows[$0].seat == nil && membership.states[rows[$0].reviewer].region == own.region
        }
        func isSimilar(_ place: Int) -> Bool {
          SimilarLegalSystem.similar(own, membership.states[rows[place].reviewer])
        }
        return Array((ofGroup.filter(isSimilar) + ofGroup.filter { !isSimilar($0) }).prefix(left))
      })
  }

  private mutating func readRow() {
    let year = readYear()
    let state = readState(.underReview)
    let reviewer = readState(.reviewer)
    let seat = readSeat()
    let source = text(.source) ?? ""
    guard let state, let reviewer else { return }
    if !membership.states[state].isReviewed {
      report(.notToBeReviewed(Quotation(membership.states[state].code.text)), .underReview)
    }
    if state == reviewer { report(.reviewsItself, .reviewer) }
    let pair = Conflict(
      underReview: membership.states[state].code, reviewer: membership.states[reviewer].code)
    if let earlier = lines.updateValue(table.line, forKey: pair) {
      report(.repeatedReviewer(earlierLine: earlier), .reviewer)
    }
    guard let year else { return }
    let earlier = years[state] ?? (year, table.line)
    years[state] = earlier
    if earlier.year != year {
      report(.otherYear(earlier.year, earlierLine: earlier.line), .year)
    }
    rows.append(Row(year: year, state: state, seat: seat, reviewer: reviewer, source: source))
  }

  private mutating func readYear() -> Int? {
    guard let text = text(.year) ?? (needsYears ? "" : nil) else { return 0 }
    if let year = Int(text), (1...rulebook.years).contains(year) { return year }
    report(
      .wrongValue(.plain(Quotation(text)), allowed: .number(1...rulebook.years)), .year)
    return nil
  }

  private mutating func readState(_ column: Column) -> Int? {
    guard let text = text(column) else {
      report(.halfPair, column)
      return nil
    }
    if let index = membership.index(of: Label(text)) { return index }
    let small = text.lowercased()
    let meant = membership.states.first {
      $0.code.text.lowercased() == small || $0.name.lowercased() == small
    }
    report(.unknownState(Quotation(text), meant: meant?.code), column)
    return nil
  }

  private mutating func readSeat() -> Label? {
    guard let text = text(.seat) else { return nil }
    let seat = Label(text)
    let names = rulebook.seatsOfTables
    if !names.contains(seat) {
      report(.unknownValue(Quotation(text), allowed: names.map(\.text)), .seat)
    }
    return seat
  }

  /// The text of a cell; nil where it is empty.
  private mutating func text(_ column: Column) -> String? {
    guard let place = table.header.column(column.rawValue),
      let bytes = table.bytes(in: place), !bytes.isEmpty
    else { return nil }
    return table.text(of: bytes, in: place)
  }

  private mutating func report(_ problem: Problem, _ column: Column) {
    guard let place = table.header.column(column.rawValue) else { return }
    table.report(problem, in: place)
  }
}
