import ArgumentParser
import Drawing
import Members
import Records

extension AssignmentTable.Order: ExpressibleByArgument {}

/// `peerlots table`: a cycle's assignment.
struct Table: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "table",
    abstract: "Prints who reviews whom, as far as it is drawn.")

  @OptionGroup var folder: FolderArgument

  @Option(help: "Only this year of the cycle, from 1.")
  var year: Int?

  @Option(help: "Only this State under review; with --by reviewer, only what it reviews.")
  var state: String?

  @Option(help: "What a row is: review or reviewer.")
  var by = AssignmentTable.Order.review

  @OptionGroup var sheet: SheetOptions

  func run() throws {
    try Exit.reporting {
      let ledger = try Ledger(folder: folder.folder)
      let cycle = try LedgerReplay.run(ledger, chains: .taken).cycle
      if let year, !(1...cycle.rulebook.years).contains(year) {
        throw DrawingFailure.noSuchYear(year, years: cycle.rulebook.years)
      }
      let states = try state.map { Set([try StateWord.code($0, in: cycle.roster)]) }
      let table = AssignmentTable(cycle, years: year.map { [$0] }, states: states, by: by)
      if let format = sheet.format.plain {
        try table.write(as: format)
      } else if let output = sheet.output {
        try WorkbookFile.write(table.sheets(ledger), to: output, replaces: sheet.replace)
      }
    }
  }
}
