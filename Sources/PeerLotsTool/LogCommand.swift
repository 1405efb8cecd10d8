import ArgumentParser
import Drawing
import Records

/// `peerlots log`: what happened in a cycle, for the minutes.
struct LogCommand: ParsableCommand {
  /// The form of the log.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, markdown
  }

  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Says in sentences, draw by draw, what happened in the cycle: for the minutes.")

  @OptionGroup var folder: FolderArgument

  @Option(help: "The form: text or markdown.")
  var format = Format.text

  func run() throws {
    try Exit.reporting {
      let ledger = try Ledger(folder: folder.folder)
      let replay = try LedgerReplay.run(ledger, chains: .taken)
      let log = CycleLog(ledger, pending: replay.pending)
      switch format {
      case .text: try Console.tell(log.text)
      case .markdown: try Console.write(log.markdown)
      }
    }
  }
}
