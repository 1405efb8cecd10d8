import SystemPackage

/// A file that is written under a name of PeerLots' own, and gets its name when it is whole and
/// saved: at any moment the file is there with all its bytes, or as it was before.
///
/// As long as it is not placed, no other process writes the same file.
package struct UnfinishedFile {
  private let path: String
  private let unfinished: String
  private let descriptor: FileDescriptor

  /// The name under which a file is written, in the same folder: one that no person gives a file.
  package static func name(for name: String) -> String { ".\(name).peerlots-unfinished" }

  /// The path under which a file is written.
  package static func path(for path: String) -> String {
    let path = FilePath(path)
    guard let last = path.lastComponent else { return name(for: path.string) }
    return path.removingLastComponent().appending(name(for: last.string)).string
  }

  /// Whether a name is one under which a file is written.
  package static func isName(_ name: String) -> Bool {
    name.hasPrefix(".") && name.hasSuffix(".peerlots-unfinished")
  }

  /// Whether a file of that path was begun and not placed, by a process that was killed or is at it.
  package static func isBegun(_ path: String) -> Bool { Disk.isThere(self.path(for: path)) }

  /// Writes the content under the name of PeerLots' own, and saves it.
  ///
  /// - Parameters:
  ///   - bytes: The content.
  ///   - path: The file that it is to be.
  /// - Throws: ``LedgerFailure``: another process writes the same file, something else than a file has
  ///   the name, or the operating system refuses; nothing is left behind then.
  package init(_ bytes: [UInt8], for path: String) throws(LedgerFailure) {
    try self.init(for: path) { (write) throws(LedgerFailure) in try write(bytes) }
  }

  /// Writes the content piece by piece under the name of PeerLots' own, and saves it.
  ///
  /// - Parameters:
  ///   - path: The file that it is to be.
  ///   - makePieces: Makes the pieces and writes each.
  /// - Throws: As ``init(_:for:)``, and what the second throws; nothing is left behind then.
  package init(
    for path: String,
    _ makePieces: (
      _ write: ([UInt8]) throws(LedgerFailure) -> Void
    ) throws(LedgerFailure) -> Void
  ) throws(LedgerFailure) {
    let unfinished = Self.path(for: path)
    let descriptor = try Disk.perform(.write, unfinished) { try HeldFile.make(unfinished) }
    self.path = path
    self.unfinished = unfinished
    self.descriptor = descriptor
    do {
      try makePieces { (bytes) throws(LedgerFailure) in
        try Disk.perform(.write, unfinished) { _ = try descriptor.writeAll(bytes) }
      }
      try Disk.perform(.write, unfinished) { try Disk.sync(descriptor) }
    } catch {
      remove()
      throw error
    }
  }

  /// Gives the file its name. Nothing is to be done with it afterwards.
  ///
  /// - Parameter replaces: Whether a file of that name is replaced; else it is an error, `EEXIST`.
  /// - Throws: ``LedgerFailure``; nothing is left behind then.
  package func place(replaces: Bool) throws(LedgerFailure) {
    do {
      try Disk.perform(.rename, path) {
        if let found = try? FilePath(path).stat(followTargetSymlink: false) {
          if let kind = IrregularFile(found.type) { throw RegularFile.Failure.isNot(kind) }
          if !replaces { throw Errno.fileExists }
        }
        try Disk.move(unfinished, to: path)
      }
    } catch {
      remove()
      throw error
    }
    // The file is there; whether its name survives a power cut is for the folder to say.
    try? Disk.syncFolder(Disk.parent(of: path))
    try? descriptor.close()
  }

  /// Gives the file up.
  package func remove() {
    Disk.remove(unfinished)
    try? descriptor.close()
  }

  /// Writes a file and gives it its name.
  package static func write(
    _ bytes: [UInt8], to path: String, replaces: Bool
  ) throws(LedgerFailure) {
    try UnfinishedFile(bytes, for: path).place(replaces: replaces)
  }

  /// Removes what a killed process left of a file.
  package static func removeLeftover(of path: String) {
    try? HeldFile.removeLeftover(self.path(for: path))
  }
}
