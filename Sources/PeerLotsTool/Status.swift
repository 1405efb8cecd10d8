import ArgumentParser
import Drawing
import Members
import Records

/// `peerlots status`: where a cycle stands.
struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Says where the cycle stands, with the hash of its last line to publish.")

  @OptionGroup var folder: FolderArgument

  @Option(help: "The form: text or json.")
  var format = AnswerFormat.text

  func run() throws {
    try Exit.reporting {
      let ledger = try Ledger(folder: folder.folder)
      let replay = try LedgerReplay.run(ledger, chains: .taken)
      let text = StatusText(replay.cycle, folder: folder.folder)
      var lines = text.lines + text.redraws(LedgerReport(ledger.events)) + text.mismatches()
      if !replay.pending.isEmpty {
        lines.append(
          "Interrupted: the draw \"\(LedgerReplay.name(of: replay.pending))\"; give the same "
            + "command with the same seed again.")
      }
      if let tail = ledger.tornTail {
        lines.append("Line \(tail.line) is torn; the next command that writes cuts it off.")
      }
      lines.append("Lines: \(ledger.entries.count). Last line: \(ledger.lastHash.text)")
      lines += text.next(head: ledger.lastHash.text)
      switch format {
      case .text: try Console.tell(lines.joined(separator: "\n") + "\n")
      case .json: try Console.write(text.json(ledger, replay), as: .json)
      }
    }
  }
}
