import Records
import Reports

/// The page that checks a ledger and its proofs in a browser.
enum ProofPage {
  /// The page of a ledger that was read from this folder: its whole lines, byte for byte.
  ///
  /// - Parameter proofs: The text of the file of proofs.
  /// - Throws: What reading the ledger's file throws.
  static func text(of ledger: Ledger, in folder: String, proofs: String) throws -> String {
    let bytes = try InputFile.read(path: folder + "/" + Ledger.fileName)
    // Lines that another process has added since are not proven.
    let lines = String(decoding: bytes.prefix(ledger.byteCount), as: UTF8.self)
    return VerifierPage(ledger: lines, proofs: proofs).text
  }
}
