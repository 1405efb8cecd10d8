import ArgumentParser
import Drawing
import Foundation
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

  @Option(help: "The form of the table: text, csv or json.")
  var format = TableFormat.text

  func run() throws {
    try Exit.reporting { try StatesTable(try lines()).write(as: format) }
  }

  private func lines() throws -> [StatesTable.Line] {
    let place = URL(fileURLWithPath: source).resolvingSymlinksInPath()
    if (try? place.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true {
      let replay = try LedgerReplay.run(try Ledger(folder: source), chains: .taken)
      return StatesTable.lines(of: replay.cycle)
    }
    let read = try MembershipReader.read(path: source)
    for warning in read.warnings { Console.say("\(warning)") }
    return read.membership.states.map { StatesTable.Line(state: $0, year: nil, reviews: 0) }
  }
}
