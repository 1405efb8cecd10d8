import Records
import Reports

/// The page that checks a ledger and its proofs in a browser.
enum ProofPage {
  /// The page of a ledger that was read from this folder: its whole lines, byte for byte.
  ///
  /// - Parameter proofs: The text of the file of proofs.
  /// - Throws: What reading the ledger's file throws.
  static func text(of ledger: Ledger, in folder: String, proofs: String) throws -> String {
    VerifierPage(ledger: try LedgerText.of(ledger, in: folder), proofs: proofs).text
  }
}

/// The file of a ledger as a text.
enum LedgerText {
  /// The whole lines of a ledger that was read from this folder, byte for byte; without lines that
  /// another process has added since.
  ///
  /// - Throws: What reading the ledger's file throws.
  static func of(_ ledger: Ledger, in folder: String) throws -> String {
    let bytes = try InputFile.read(
      path: folder + "/" + Ledger.fileName, limitInBytes: max(ledger.byteCount, 1))
    return String(decoding: bytes.prefix(ledger.byteCount), as: UTF8.self)
  }
}
