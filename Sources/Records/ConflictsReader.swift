import Members

/// Reads the pairs that may not be drawn (contract, section 3).
public enum ConflictsReader {
  /// Reads conflicts from a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - membership: The States that may be named; nil where the membership itself could not be
  ///     read, so that only the form is checked.
  /// - Returns: The pairs, in canonical order, each once, without those of a State with itself.
  /// - Throws: ``RecordsFailure`` with every fault of the file.
  public static func read(
    path: String, membership: Membership?
  ) throws(RecordsFailure) -> (conflicts: [Conflict], warnings: [Warning]) {
    try read(InputFile.read(path: path), file: path, membership: membership)
  }

  /// Reads conflicts from the bytes of a file; `file` is its name in messages.
  ///
  /// - Throws: ``RecordsFailure`` with every fault of the file.
  public static func read(
    _ bytes: [UInt8], file: String, membership: Membership?
  ) throws(RecordsFailure) -> (conflicts: [Conflict], warnings: [Warning]) {
    let names = ["under_review", "reviewer"]
    var table = Table(bytes, file: file, columns: Table.Columns(known: names, required: names))
    var lines: [Conflict: Int] = [:]
    while table.nextRow() {
      let codes = names.indices.map { readCode(in: $0, of: &table, membership) }
      guard let underReview = codes[0], let reviewer = codes[1] else { continue }
      let pair = Conflict(underReview: underReview, reviewer: reviewer)
      if underReview == reviewer {
        table.warn(.selfPair(Quotation(underReview.text)), line: table.line)
      } else if let earlier = lines[pair] {
        table.warn(.repeatedPair(earlierLine: earlier), line: table.line)
      } else {
        lines[pair] = table.line
      }
    }
    if let failure = table.failure { throw failure }
    return (lines.keys.sorted(), table.warnings)
  }

  private static func readCode(
    in column: Int, of table: inout Table, _ membership: Membership?
  ) -> Label? {
    guard let bytes = table.bytes(in: column), let text = table.text(of: bytes, in: column) else {
      return nil
    }
    let code = Label(text)
    if let membership, membership.index(of: code) == nil {
      table.report(.unknownState(Quotation(text)), in: column)
      return nil
    }
    return code
  }
}
