import Chances
import Members
import Workbooks

extension OddsReport {
  /// The odds as a workbook: each State by its name and its code, and a sheet with what they are from.
  ///
  /// - Parameter facts: Where the odds are from: files with their hashes, seeds.
  func sheets(_ facts: [(what: String, is: String)]) -> [Sheet] {
    let header = [
      "Under review", "Under review (code)", "Reviewer", "Reviewer (code)", "Probability", "Low",
      "High",
    ]
    let cells = rows.map { row -> [Sheet.Cell] in
      let states = [row.underReview, row.reviewer].flatMap { index -> [Sheet.Cell] in
        let state = membership.states[index]
        let code = state.code.text
        return [.text(state.name.isEmpty ? code : state.name), .text(code)]
      }
      // The digits that the CSV has, so that both say the same.
      let numbers = [row.chance, row.low, row.high].map { $0.decimal(digits: digits) }
      return states + numbers.map { .number(Double($0) ?? 0) }
    }
    var origin: [(what: String, is: String)] = [("Method", "\(method.rawValue)")]
    origin.append(("Counted", exact == nil ? "estimated from samples" : "exactly"))
    if let year { origin.append(("Year", String(year))) }
    return [
      Sheet("Odds", header: header, rows: cells), WorkbookFile.origin(origin + facts),
    ]
  }
}
