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
    let columns = stateColumns
    let names = header.enumerated().flatMap { column, name in
      let title = WorkbookFile.title(name)
      return columns.contains(column) ? [title, "\(title) (code)"] : [title]
    }
    let rows = rows.map { row in
      row.enumerated().flatMap { column, cell -> [Sheet.Cell] in
        switch cell {
        case .state(let index): states(cycle.roster.states[index])
        case .number(let number): [.number(Double(number))]
        case .word(let word): [.text(word)]
        case .none: columns.contains(column) ? [.empty, .empty] : [.empty]
        }
      }
    }
    return Sheet("Assignment", header: names, rows: rows)
  }

  /// The name and the code of a State; the code twice where it has no name.
  private func states(_ state: State) -> [Sheet.Cell] {
    let code = state.code.text
    return [.text(state.name.isEmpty ? code : state.name), .text(code)]
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
