import Members

/// Reads the pairs that may not be drawn (contract, section 3).
public enum ConflictsReader {
  /// What a table of conflicts holds.
  public struct Reading: Hashable, Sendable {
    /// The pairs that may not be drawn, in canonical order, each once, without those of a State with
    /// itself.
    public let conflicts: [Conflict]
    /// The States that may not sit on one review, in canonical order, each pair once.
    public let exclusions: [Exclusion]
    /// What is lawful but probably not meant.
    public let warnings: [Warning]
  }

  /// Reads conflicts from a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - membership: The States that may be named, others are warned of and left out; nil where the
  ///     membership itself could not be read, so that only the form is checked.
  /// - Throws: ``RecordsFailure`` with every fault of the file.
  public static func read(
    path: String, membership: Membership?
  ) throws(RecordsFailure) -> Reading {
    try read(
      InputFile.read(path: path, limitInBytes: Table.limitInBytes), file: path,
      membership: membership)
  }

  /// Reads conflicts from the bytes of a file; `file` is its name in messages.
  ///
  /// - Throws: ``RecordsFailure`` with every fault of the file.
  public static func read(
    _ bytes: [UInt8], file: String, membership: Membership?
  ) throws(RecordsFailure) -> Reading {
    var rows = ConflictRows(bytes, file: file, membership: membership)
    rows.readAll()
    return try rows.finish()
  }
}
