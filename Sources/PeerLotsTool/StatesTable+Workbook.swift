import Workbooks

extension StatesTable {
  /// The table as a workbook, and a sheet with what it is from.
  ///
  /// - Parameter facts: Where the States are from: a ledger or a file, with its hash.
  func sheets(_ facts: [(what: String, is: String)]) -> [Sheet] {
    let rows = lines.map { line in
      texts(line).map { Sheet.Cell.text($0) }
        + [line.year.map { .number(Double($0)) } ?? .empty, .number(Double(line.reviews))]
    }
    return [
      Sheet("States", header: Self.header.map(WorkbookFile.title), rows: rows),
      WorkbookFile.origin(facts),
    ]
  }
}
