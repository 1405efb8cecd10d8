import Lots
import Workbooks

extension StressTable {
  /// The table as a workbook, and a sheet with the plan's seed and the hash of the table.
  var sheets: [Sheet] {
    let header = columns.map { WorkbookFile.title($0.name) }
    let rows = summary.cells.map { cell in columns.map { Self.cell($0.value(cell)) } }
    let facts = [
      ("Plan", summary.name), ("Seed", summary.seed), ("Software", summary.software),
      ("Complete", summary.isComplete ? "yes" : "no"),
      ("SHA-256 of the table as CSV", Commitment.hash(of: bytes(as: .csv))),
    ]
    return [
      Sheet("Cells", header: header, rows: rows),
      WorkbookFile.origin(facts.map { (what: $0.0, is: $0.1) }),
    ]
  }

  private static func cell(_ value: Value) -> Sheet.Cell {
    switch value {
    case .text(let text): .text(text)
    case .whole(let number): .number(Double(number))
    case .thousandths(let number): .number(Double(number) / 1000)
    case .none: .empty
    }
  }
}
