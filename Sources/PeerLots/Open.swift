import ArgumentParser
import Drawing
import Phrases
import Records

/// `peerlots open`: begins a cycle.
struct Open: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Begins a cycle in a new folder, and says whether the rules can be kept.")

  @OptionGroup var folder: WrittenFolder

  @Option(
    help: "The membership: a CSV file with a column `state`.",
    completion: .file(extensions: ["csv"]))
  var membership: String

  @OptionGroup var rules: RuleOptions
  @OptionGroup var columns: WithoutOptions

  @Flag(help: "Go on where the rules cannot all be kept.")
  var acceptWaivers = false

  func run() throws {
    try Exit.reporting {
      let data = try CycleData.read(
        membership: membership, rulebook: rules.rulebook, conflicts: rules.conflicts)
      for warning in data.warnings where !warning.isOfMissingColumn { Console.say("\(warning)") }
      try columns.check(data.missingColumns, in: membership)
      var events: [Event] = []
      let drawer: Drawer
      do {
        drawer = try Drawer.open(
          data.membership, rulebook: data.rulebook, conflicts: data.conflicts,
          exclusions: data.exclusions, software: Software.name, acceptsWaivers: acceptWaivers
        ) { events.append($0) }
      } catch let failure as DrawingFailure {
        try Refusal.explain(failure, data)
        throw failure
      }
      var head: String?
      if folder.isDryRun {
        try LedgerFile.checkAbsence(folder: folder.folder)
      } else {
        head = try NewLedger.write(events, folder: folder.folder)
      }
      let account = Account(
        Chapter(events), from: nil, to: drawer.cycle, isDryRun: folder.isDryRun)
      account.tell()
      account.end(head: head)
    }
  }
}
