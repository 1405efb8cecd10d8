import ArgumentParser
import Drawing
import Lots
import Members
import Records

/// `peerlots states`: the States of a membership or of a cycle.
struct StatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "states",
    abstract: "Lists codes, names, groups, Protocols and roles, and in a cycle the loads so far.")

  @Argument(
    help: "A membership (a CSV file), or the folder of a cycle.", completion: .file())
  var source: String

  @OptionGroup var sheet: SheetOptions

  func run() throws {
    try Exit.reporting {
      let (table, facts) = try read()
      if let format = sheet.format.plain {
        try table.write(as: format)
      } else if let output = sheet.output {
        try WorkbookFile.write(
          table.sheets(facts()), to: output, replaces: sheet.replace)
      }
    }
  }

  /// The States, and where they are from, for a workbook.
  private func read() throws -> (StatesTable, facts: () throws -> [(what: String, is: String)]) {
    if FileHelp.isFolder(source) {
      let ledger = try Ledger(folder: source)
      let cycle = try LedgerReplay.run(ledger, chains: .taken).cycle
      let facts = [
        ("Rulebook", cycle.rulebook.name), ("Software", ledger.opened.software),
        ("Lines of the ledger", String(ledger.entries.count)),
        ("Hash of the last line", ledger.lastHash.text),
      ].map { (what: $0.0, is: $0.1) }
      return (StatesTable(StatesTable.lines(of: cycle), isOfCycle: true), { facts })
    }
    let read = try MembershipReader.read(path: source)
    for warning in read.warnings { Console.say("\(warning)") }
    let lines = read.membership.states.map { StatesTable.Line(state: $0, year: nil, reviews: 0) }
    return (
      StatesTable(lines, isOfCycle: false),
      {
        let hash = Commitment.hash(of: try InputFile.read(path: source))
        return [("Software", Software.name), ("SHA-256 of the membership", hash)]
      }
    )
  }
}
