import Drawing

/// The ledger of a cycle's folder, held by this process alone for writing: the only place that
/// writes lines.
///
/// A line is on the disk before ``append(_:)`` returns, so that a lot that was told to anyone is
/// not lost.
public final class LedgerFile {
  /// What stands in the file: as it was read, and what was appended since.
  public private(set) var ledger: Ledger
  /// The folder of the cycle.
  public let folder: String
  private let file: AppendedFile
  private let lock: FolderLock
  private var isClosed = false

  init(
    folder: String, ledger: Ledger, lock: FolderLock, isSynced: Bool
  ) throws(LedgerFailure) {
    self.folder = folder
    self.ledger = ledger
    self.lock = lock
    file = try AppendedFile(
      path: Disk.path(folder, Ledger.fileName),
      byteCount: ledger.byteCount + (ledger.tornTail?.byteCount ?? 0), isSynced: isSynced)
  }

  /// Opens the ledger of a folder for appending, and reads it.
  ///
  /// - Parameters:
  ///   - folder: The folder of the cycle.
  ///   - isSynced: Whether each line is saved to disk before the next. Without, call ``sync()`` at
  ///     the end.
  /// - Throws: ``LedgerFailure``: there is none, another process holds it, it is malformed, or the
  ///   operating system refuses. A torn last line is no failure, but must be cut off
  ///   (``cutTornTail()``) before anything is appended.
  public static func open(
    folder: String, isSynced: Bool = true
  ) throws(LedgerFailure) -> LedgerFile {
    if Disk.isMissing(Disk.path(folder, Ledger.fileName)) { throw .noLedger(folder: folder) }
    let lock = try FolderLock(folder)
    let file = try LedgerFile(
      folder: folder, ledger: try Ledger(folder: folder), lock: lock, isSynced: isSynced)
    // The process that wrote the last line, or the file, may have been killed before it was saved.
    if isSynced {
      try file.sync()
      try Disk.syncFolder(folder)
    }
    return file
  }

  /// Appends an event as the next line.
  ///
  /// After a failure the file is as it was before, and so is ``ledger``.
  ///
  /// - Returns: The line it has become.
  /// - Complexity: Linear in the length of the line.
  @discardableResult
  public func append(_ event: Event) throws(LedgerFailure) -> Ledger.Entry {
    precondition(!isClosed, "the folder is no longer locked")
    if let tail = ledger.tornTail { throw .torn(folder: folder, tail) }
    let line = LedgerLine(
      sequence: ledger.entries.count, previous: ledger.lastHash, event: event)
    let bytes = line.bytes(after: ledger.earlierBowls)
    guard bytes.count < LineStream.limitInBytes - ledger.byteCount else {
      throw .tooLarge(
        path: Disk.path(folder, Ledger.fileName), limitInBytes: LineStream.limitInBytes)
    }
    try Self.check(bytes, against: line, in: ledger)
    try file.append(bytes + [UInt8(ascii: "\n")])
    return ledger.append(event, bytes)
  }

  /// Cuts off a torn last line.
  ///
  /// - Returns: What was cut off; nil where the last line was whole.
  public func cutTornTail() throws(LedgerFailure) -> TornTail? {
    precondition(!isClosed, "the folder is no longer locked")
    guard let tail = ledger.tornTail else { return nil }
    try file.cut(to: ledger.byteCount)
    ledger.forgetTornTail()
    return tail
  }

  /// Saves to disk what was appended without being synced.
  public func sync() throws(LedgerFailure) { try file.sync() }

  /// Lets other processes write. Nothing may be appended afterwards.
  public func close() {
    isClosed = true
    lock.release()
  }
}
