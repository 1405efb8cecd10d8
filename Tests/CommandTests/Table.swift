/// The table that `rehearse --format csv` prints.
struct Table {
  /// One row, by the names of the columns.
  let rows: [[String: String]]

  init(_ text: String) {
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    rows = lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }

  /// The row of a State under review.
  subscript(state: String) -> [String: String]? { rows.first { $0["under_review"] == state } }

  /// The States that review in a row.
  static func reviewers(_ row: [String: String]) -> [String] {
    row.filter { $0.key.contains("_reviewer") }.map(\.value).filter { !$0.isEmpty }
  }

  /// Every pair of a State under review and one that reviews it.
  var pairs: [[String]] {
    rows.flatMap { row in Self.reviewers(row).map { [row["under_review"] ?? "", $0] } }
  }
}
