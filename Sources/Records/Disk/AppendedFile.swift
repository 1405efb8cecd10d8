import SystemPackage

/// A file that only grows at its end, by whole pieces: a piece that could not be written and saved
/// is taken back.
package final class AppendedFile {
  private let path: String
  private let descriptor: FileDescriptor
  /// Whether each piece is saved to disk before the next.
  private let isSynced: Bool
  /// How many bytes the file has.
  package private(set) var byteCount: Int
  /// Whether the file may hold a piece that could not be taken back.
  private var isAbandoned = false

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: The path of the file, which exists.
  ///   - byteCount: How many bytes it was read with.
  ///   - isSynced: Whether each piece is saved to disk before the next.
  ///   - isRegular: Whether only a regular file will do, as for everything but a test's full disk.
  package init(
    path: String, byteCount: Int, isSynced: Bool, isRegular: Bool = true
  ) throws(LedgerFailure) {
    self.path = path
    self.byteCount = byteCount
    self.isSynced = isSynced
    descriptor = try Disk.perform(.open, path) {
      isRegular
        ? try RegularFile.open(path, .readWrite, .append)
        : try FileDescriptor.open(FilePath(path), .readWrite, options: .append)
    }
  }

  deinit { try? descriptor.close() }

  /// Adds a piece at the end, and saves it to disk. After a failure the file is as it was.
  package func append(_ bytes: [UInt8]) throws(LedgerFailure) {
    try checkPlace()
    do {
      try Disk.perform(.write, path) { _ = try descriptor.writeAll(bytes) }
      if isSynced { try sync() }
    } catch {
      takeBack()
      throw error
    }
    byteCount += bytes.count
    // A file without a name goes with the process, and with it what was just written.
    try checkPlace()
  }

  /// Takes off the end of the file.
  package func cut(to count: Int) throws(LedgerFailure) {
    try checkPlace()
    try Disk.perform(.cut, path) { try descriptor.resize(to: Int64(count)) }
    byteCount = count
    try sync()
  }

  /// Saves to disk what was written.
  package func sync() throws(LedgerFailure) {
    try Disk.perform(.sync, path) { try Disk.sync(descriptor) }
  }

  /// Fails where the file has lost its name or changed its length.
  private func checkPlace() throws(LedgerFailure) {
    guard !isAbandoned else { throw .abandoned(path: path) }
    let stat = try Disk.perform(.write, path) { try descriptor.stat() }
    guard stat.linkCount > 0 else { throw .removed(path: path) }
    guard stat.size == byteCount else {
      throw .changedByAnother(
        path: path, expectedByteCount: byteCount, byteCount: Int(stat.size))
    }
  }

  /// Takes back a piece of which not all was written or saved.
  private func takeBack() {
    do {
      try descriptor.resize(to: Int64(byteCount))
      try Disk.sync(descriptor)
    } catch {
      isAbandoned = true
    }
  }
}
