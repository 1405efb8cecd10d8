import Drawing
import Records

/// The ledger that a command makes as a whole.
enum NewLedger {
  /// Writes it; the same one, byte for byte, may be there already, from the same command that was
  /// killed before it could say so.
  ///
  /// - Returns: The hash of the last line.
  static func write(_ events: [Event], folder: String) throws -> String {
    do {
      return head(try LedgerFile.create(folder: folder, events: events))
    } catch LedgerFailure.ledgerExists {
      guard let file = try? LedgerFile.find(folder: folder, events: events) else {
        throw LedgerFailure.ledgerExists(folder: folder)
      }
      Console.say("This ledger is in \(folder) already, byte for byte; nothing was changed.")
      return head(file)
    }
  }

  private static func head(_ file: LedgerFile) -> String {
    file.close()
    return file.ledger.lastHash.text
  }
}
