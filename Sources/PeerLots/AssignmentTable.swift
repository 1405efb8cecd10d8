import Drawing
import Members
import Records
import Rules

/// Who reviews whom, as a table: one row a review, by year, then in canonical order.
struct AssignmentTable {
  private let cycle: Cycle
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

  /// The table in a form; it ends in a newline.
  func bytes(as format: TableFormat) -> [UInt8] {
    switch format {
    case .text: Array(text.utf8)
    case .csv: csv
    case .json: json
    }
  }

  private var reviews: [Review] {
    cycle.assignment.reviews.filter { review in
      review.year > 0 && years?.contains(review.year) ?? true
        && states?.contains(cycle.roster.states[review.underReview].code) ?? true
    }.sorted {
      ($0.year, $0.underReview) < ($1.year, $1.underReview)
    }
  }

  /// The number of columns for open reviewers: what the rulebook leaves room for, at least one, and
  /// as many as any review holds.
  private var openColumns: Int {
    max(1, cycle.assignment.reviews.map(\.openReviewers.count).max() ?? 0)
  }

  private func code(_ state: Int?) -> String {
    state.map { cycle.roster.states[$0].code.text } ?? ""
  }

  private var rows: [[String]] {
    let openColumns = openColumns
    return reviews.map { review in
      let open = (0..<openColumns).map {
        code($0 < review.openReviewers.count ? review.openReviewers[$0] : nil)
      }
      return [String(review.year), code(review.underReview), code(review.regionalReviewer)] + open
    }
  }

  private var header: [String] {
    ["year", "under_review", "regional_reviewer", "open_reviewer"]
      + (1..<openColumns).map { "open_reviewer_\($0 + 1)" }
  }

  private var csv: [UInt8] {
    var bytes: [UInt8] = []
    for row in [header] + rows { DelimitedLine.append(row, to: &bytes) }
    return bytes
  }

  private var text: String {
    let titles = header.map { $0.split(separator: "_").joined(separator: " ") }
    let all = [titles] + rows.map { $0.map { $0.isEmpty ? "-" : $0 } }
    let widths = header.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    return all.map { row in
      zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }.joined(separator: "  ").trimmingEnd() + "\n"
    }.joined()
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

extension String {
  /// The text without blanks at its end.
  fileprivate func trimmingEnd() -> String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
