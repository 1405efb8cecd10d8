import Drawing
import Rules

extension LedgerFile {
  /// The name under which a ledger is written before it has its own.
  static let unfinishedName = Ledger.fileName + ".new"

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
    let (bytes, ledger) = try contents(events)
    let path = Disk.path(folder, Ledger.fileName)
    // Asked first, so that a folder with a ledger is not touched at all; and again under the lock.
    try checkAbsence(folder: folder)
    let isFolderOurs = try Disk.makeFolder(folder)
    do throws(LedgerFailure) {
      let lock = try FolderLock(folder)
      do throws(LedgerFailure) {
        guard !Disk.isThere(path) else { throw .ledgerExists(folder: folder) }
        try write(bytes, folder: folder)
        return try place(
          folder, ledger: ledger, lock: lock, isFolderOurs: isFolderOurs, isSynced: isSynced)
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

  /// The bytes of a ledger with these events, and what reading them gives.
  private static func contents(_ events: [Event]) throws(LedgerFailure) -> ([UInt8], Ledger) {
    var bytes: [UInt8] = []
    var previous = LineHash.none
    for (sequence, event) in events.enumerated() {
      let line = LedgerLine(sequence: sequence, previous: previous, event: event).bytes
      previous = LineHash(of: line)
      bytes += line
      bytes.append(UInt8(ascii: "\n"))
    }
    let ledger: Ledger
    do {
      ledger = try Ledger(bytes: bytes)
    } catch {
      throw .wouldNotReadBack(error)
    }
    guard ledger.events == events, ledger.tornTail == nil else { throw .wouldNotReadBack(nil) }
    return (bytes, ledger)
  }

  /// Writes and saves the ledger under another name.
  private static func write(_ bytes: [UInt8], folder: String) throws(LedgerFailure) {
    // What a killed process left under this name is nobody's: the lock is held.
    let unfinished = Disk.path(folder, unfinishedName)
    Disk.remove(unfinished)
    let descriptor = try Disk.open(
      unfinished, .writeOnly, [.create, .exclusiveCreate], for: .write)
    do throws(LedgerFailure) {
      try Disk.perform(.write, unfinished) {
        try descriptor.closeAfter {
          _ = try descriptor.writeAll(bytes)
          try Disk.sync(descriptor)
        }
      }
    } catch {
      Disk.remove(unfinished)
      throw error
    }
  }

  /// Gives the ledger that was written its name, so that no one ever sees a part of it, and opens it.
  private static func place(
    _ folder: String, ledger: Ledger, lock: FolderLock, isFolderOurs: Bool, isSynced: Bool
  ) throws(LedgerFailure) -> LedgerFile {
    let unfinished = Disk.path(folder, unfinishedName)
    let path = Disk.path(folder, Ledger.fileName)
    do {
      try Disk.rename(unfinished, to: path)
    } catch {
      Disk.remove(unfinished)
      throw error
    }
    do {
      try Disk.syncFolder(folder)
      if isFolderOurs { try Disk.syncFolder(Disk.parent(of: folder)) }
      return try LedgerFile(folder: folder, ledger: ledger, lock: lock, isSynced: isSynced)
    } catch {
      Disk.remove(path)
      throw error
    }
  }

  /// Reads a line that is about to be written, so that none is written that nobody can read.
  static func check(
    _ bytes: [UInt8], against line: LedgerLine, rulebook: Rulebook
  ) throws(LedgerFailure) {
    let readBack: LedgerLine
    do {
      readBack = try LedgerLine(bytes: bytes, number: line.sequence + 1, rulebook: rulebook)
    } catch {
      throw .wouldNotReadBack(error)
    }
    guard readBack == line else { throw .wouldNotReadBack(nil) }
  }
}
