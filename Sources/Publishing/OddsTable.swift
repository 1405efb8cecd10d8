import Members
import Records

/// The odds of a year as a table for a spreadsheet: one row a pair, in UTF-8.
struct OddsTable {
  private let writer: PageWriter
  private let index: OddsIndex

  init(_ writer: PageWriter, _ index: OddsIndex) {
    self.writer = writer
    self.index = index
  }

  /// The file. Columns have the same names in every language, and numbers a point.
  var text: String {
    var bytes: [UInt8] = []
    DelimitedLine.append(
      [
        "under_review", "under_review_name", "reviewer", "reviewer_name", "probability", "low",
        "high",
      ], to: &bytes)
    for state in index.underReview {
      for (reviewer, chance) in (index.chances[state] ?? [:]).sorted(by: { $0.key < $1.key }) {
        DelimitedLine.append(
          name(state) + name(reviewer)
            + [chance.millionths, chance.low, chance.high].map(Self.decimal), to: &bytes)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func name(_ state: Int) -> [String] {
    [writer.record.states[state].code.text, Wording(writer.names[state]).plain]
  }

  private static func decimal(_ millionths: Int) -> String {
    let rest = String(millionths % 1_000_000)
    let zeros = String(repeating: "0", count: 6 - rest.count)
    return "\(millionths / 1_000_000).\(zeros)\(rest)"
  }
}
