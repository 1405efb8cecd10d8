import Drawing
import Members
import Records
import Workbooks

extension AssignmentTable {
  /// The table as a workbook: each State by its name and its code, and a sheet with the seeds and the
  /// hash of the ledger it is from.
  func sheets(_ ledger: Ledger) -> [Sheet] {
    [assignment, WorkbookFile.origin(facts(ledger))]
  }

  private var assignment: Sheet {
    let openColumns = openColumns
    let header = header.map { WorkbookFile.title($0) }
    let names = [header[0]] + header.dropFirst().flatMap { [$0, "\($0) (code)"] }
    let rows = reviews.map { review in
      let cells = row(review, openColumns, "")
      return [.number(Double(review.year))] + cells.dropFirst().flatMap { states($0) }
    }
    return Sheet("Assignment", header: names, rows: rows)
  }

  /// The name and the code of a State; the code twice where it has no name.
  private func states(_ code: String) -> [Sheet.Cell] {
    if code.isEmpty { return [.empty, .empty] }
    let name = cycle.roster.state(Label(code))?.name ?? ""
    return [.text(name.isEmpty ? code : name), .text(code)]
  }

  private func facts(_ ledger: Ledger) -> [(what: String, is: String)] {
    [("Rulebook", cycle.rulebook.name), ("Software", ledger.opened.software)]
      + cycle.seeded.map { ("Seed of \($0.draw.text)", $0.seed.text) }
      + [
        ("Lines of the ledger", String(ledger.entries.count)),
        ("Hash of the last line", ledger.lastHash.text),
      ]
  }
}
