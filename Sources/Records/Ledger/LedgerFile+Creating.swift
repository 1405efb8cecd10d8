import Drawing
import Rules

extension LedgerFile {
  /// Makes a ledger in a folder, with these events in it, and holds it for appending.
  ///
  /// The ledger is there with all of them or not at all. The folder is made where it is missing, and
  /// taken away again if the ledger cannot be made; the folder above it must be there.
  ///
  /// - Parameters:
  ///   - folder: The folder of the cycle; it may hold other files, but no ledger.
  ///   - events: The events; the first opens the cycle.
  ///   - isSynced: Whether each line appended later is saved to disk before the next. What is
  ///     written here is saved in any case.
  /// - Complexity: Linear in the length of the lines.
  public static func create(
    folder: String, events: [Event], isSynced: Bool = true
  ) throws(LedgerFailure) -> LedgerFile {
    let path = Disk.path(folder, Ledger.fileName)
    // Asked first, so that a folder with a ledger is not touched at all; and again under the lock.
    try checkAbsence(folder: folder)
    let isFolderOurs = try Disk.makeFolder(folder)
    do throws(LedgerFailure) {
      let lock = try FolderLock(folder)
      do throws(LedgerFailure) {
        guard !Disk.isThere(path) else { throw .ledgerExists(folder: folder) }
        // Under another name first, so that no one ever sees a part of it.
        var made: Ledger?
        try UnfinishedFile(for: path) { (write) throws(LedgerFailure) in
          made = try lines(of: events, write: write)
        }.place(replaces: false)
        guard let ledger = made else { throw .wouldNotReadBack(nil) }
        return try opened(folder, ledger, lock, isSynced: isSynced)
      } catch {
        // Before the folder, which is not empty while the lock is in it.
        lock.release()
        throw error
      }
    } catch {
      if isFolderOurs { Disk.removeEmptyFolder(folder) }
      throw error
    }
  }

  /// Refuses a folder that has a ledger, as ``create(folder:events:isSynced:)`` does, and touches
  /// nothing.
  public static func checkAbsence(folder: String) throws(LedgerFailure) {
    if Disk.isThere(Disk.path(folder, Ledger.fileName)) { throw .ledgerExists(folder: folder) }
  }

  /// The ledger of a folder where it holds exactly these events, byte for byte, as the same command
  /// left it that was killed before it could say so; else nil.
  public static func find(folder: String, events: [Event]) throws(LedgerFailure) -> LedgerFile? {
    let wanted = try lines(of: events) { _ in }
    let file = try open(folder: folder)
    if file.ledger == wanted { return file }
    file.close()
    return nil
  }

  /// Opens the ledger that was just written, after its name and the folder's are saved too.
  private static func opened(
    _ folder: String, _ ledger: Ledger, _ lock: FolderLock, isSynced: Bool
  ) throws(LedgerFailure) -> LedgerFile {
    do {
      try Disk.syncFolder(folder)
      try Disk.syncFolder(Disk.parent(of: folder))
      return try LedgerFile(folder: folder, ledger: ledger, lock: lock, isSynced: isSynced)
    } catch {
      Disk.remove(Disk.path(folder, Ledger.fileName))
      throw error
    }
  }

  /// Makes the lines of a ledger with these events, some at a time, and gives what reading them
  /// gives.
  private static func lines(
    of events: [Event], write: ([UInt8]) throws(LedgerFailure) -> Void
  ) throws(LedgerFailure) -> Ledger {
    var ledger: Ledger?
    var piece: [UInt8] = []
    for (sequence, event) in events.enumerated() {
      let line = LedgerLine(
        sequence: sequence, previous: ledger?.lastHash ?? .none, event: event)
      let bytes = line.bytes(after: ledger?.earlierBowls)
      try check(bytes, against: line, in: ledger)
      if ledger == nil, case .opened(let opened) = event {
        ledger = Ledger(opening: opened, bytes)
      } else {
        _ = ledger?.append(event, bytes)
      }
      piece += bytes
      piece.append(UInt8(ascii: "\n"))
      if piece.count < pieceInBytes { continue }
      try write(piece)
      piece.removeAll(keepingCapacity: true)
    }
    guard let ledger else { throw .wouldNotReadBack(.empty) }
    try write(piece)
    return ledger
  }

  private static let pieceInBytes = 1 << 18

  /// Reads a line that is about to be written, so that none is written that nobody can read.
  ///
  /// - Parameter ledger: The ledger before it; nil for the first line.
  static func check(
    _ bytes: [UInt8], against line: LedgerLine, in ledger: Ledger?
  ) throws(LedgerFailure) {
    let readBack: LedgerLine
    do {
      readBack = try LedgerLine(
        bytes: bytes, number: line.sequence + 1, rulebook: ledger?.rulebook,
        after: ledger?.earlierBowls)
    } catch {
      throw .wouldNotReadBack(error)
    }
    guard readBack == line else { throw .wouldNotReadBack(nil) }
  }
}
