import Drawing
import Members
import Records
import Rules

/// Who reviews whom, as a table: one row a review, by year, then in canonical order.
struct AssignmentTable {
  /// What is drawn.
  let cycle: Cycle
  private let years: Set<Int>?
  private let states: Set<Label>?

  /// - Parameters:
  ///   - cycle: What is drawn.
  ///   - years: Only these years, where given.
  ///   - states: Only these States under review, where given.
  init(_ cycle: Cycle, years: Set<Int>? = nil, states: Set<Label>? = nil) {
    self.cycle = cycle
    self.years = years
    self.states = states
  }

  /// Writes the table to standard output in a form, a part at a time; it ends in a newline.
  func write(as format: TableFormat) throws {
    switch format {
    case .text: try writeLines { Self.line($0, $1) }
    case .csv:
      try writeLines(blank: "") { row, _ in
        var bytes: [UInt8] = []
        DelimitedLine.append(row, to: &bytes)
        return bytes
      }
    case .json: try Console.write(json, as: .json)
    }
  }

  /// Lines that are written at once.
  private static let linesAtOnce = 10_000

  private func writeLines(
    blank: String = "-", _ line: (_ row: [String], _ widths: [Int]) -> [UInt8]
  ) throws {
    let medium = blank.isEmpty ? Console.Medium.data : .text
    let reviews = reviews
    let openColumns = openColumns
    let header = header
    let titles = blank.isEmpty ? header : header.map { $0.replacing("_", with: " ") }
    var widths = titles.map(Self.width)
    for review in reviews where !blank.isEmpty {
      for (column, cell) in row(review, openColumns, blank).enumerated() {
        widths[column] = max(widths[column], Self.width(cell))
      }
    }
    var bytes = line(titles, widths)
    for (number, review) in reviews.enumerated() {
      bytes += line(row(review, openColumns, blank), widths)
      if number % Self.linesAtOnce == Self.linesAtOnce - 1 {
        guard try Console.write(bytes, as: medium) else { return }
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try Console.write(bytes, as: medium)
  }

  /// The characters of a cell.
  private static func width(_ cell: String) -> Int {
    cell.utf8.allSatisfy { $0 < 128 } ? cell.utf8.count : cell.count
  }

  /// A line in columns, without blanks at its end.
  private static func line(_ row: [String], _ widths: [Int]) -> [UInt8] {
    var bytes: [UInt8] = []
    var blanks = 0
    for (cell, width) in zip(row, widths) {
      bytes += repeatElement(UInt8(ascii: " "), count: blanks)
      bytes += cell.utf8
      blanks = width - Self.width(cell) + 2
    }
    while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    return bytes + [UInt8(ascii: "\n")]
  }

  /// The reviews of the rows.
  var reviews: [Review] {
    cycle.assignment.reviews.filter { review in
      review.year > 0 && years?.contains(review.year) ?? true
        && states?.contains(cycle.roster.states[review.underReview].code) ?? true
    }.sorted {
      ($0.year, $0.underReview) < ($1.year, $1.underReview)
    }
  }

  /// The number of columns for open reviewers: what the rulebook leaves room for, at least one, and
  /// as many as any review holds.
  var openColumns: Int {
    max(1, cycle.assignment.reviews.map(\.openReviewers.count).max() ?? 0)
  }

  private func code(_ state: Int?) -> String {
    state.map { cycle.roster.states[$0].code.text } ?? ""
  }

  /// The cells of a review: the year, then States by their codes.
  func row(_ review: Review, _ openColumns: Int, _ blank: String) -> [String] {
    var cells = [String(review.year), code(review.underReview)]
    cells.append(review.regionalReviewer.map { code($0) } ?? blank)
    for column in 0..<openColumns {
      cells.append(
        column < review.openReviewers.count ? code(review.openReviewers[column]) : blank)
    }
    return cells
  }

  /// The names of the columns.
  var header: [String] {
    let rulebook = cycle.rulebook
    let regional = rulebook.regionalPlace.map { rulebook.seats[$0].name } ?? "regional"
    let open = rulebook.seats[rulebook.openPlace].name
    return ["year", "under_review", "\(regional)_reviewer", "\(open)_reviewer"]
      + (1..<openColumns).map { "\(open)_reviewer_\($0 + 1)" }
  }

  private var json: [UInt8] {
    func text(_ state: Int?) -> JSONValue { .text(Label(code(state))) }
    let rows = reviews.map { review in
      JSONValue.object([
        JSONField("year", .integer(Int128(review.year))),
        JSONField("under_review", text(review.underReview)),
        JSONField("regional_reviewer", text(review.regionalReviewer)),
        JSONField("open_reviewers", .array(review.openReviewers.map(text))),
      ])
    }
    var bytes: [UInt8] = []
    JSONValue.array(rows).write(to: &bytes)
    return bytes + [UInt8(ascii: "\n")]
  }
}
