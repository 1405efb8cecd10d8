import SystemPackage

/// A file that a command writes once, for publication.
public enum OutputFile {
  /// Why a file is not written.
  public enum Failure: Error, CustomStringConvertible {
    /// Another file has the name.
    case taken(path: String)
    /// The name belongs to the ledger of a cycle.
    case reserved(path: String)

    /// What is wrong, and what to do.
    public var description: String {
      switch self {
      case .taken(let path):
        "\(path) is there already, with another content, and is not overwritten\n"
          + "help: give another name, or --replace if that file is to go"
      case .reserved(let path):
        "\(path) is the name of a file of a cycle, and is never overwritten\n"
          + "help: give another name"
      }
    }
  }

  /// Refuses a path that cannot be written, before work is done for a file in it.
  ///
  /// - Throws: ``Failure``, or `LedgerFailure` with the error of the operating system.
  public static func check(_ path: String) throws {
    let last = FilePath(path).lastComponent?.string ?? ""
    if [Ledger.fileName, FolderLock.fileName].contains(last) || UnfinishedFile.isName(last) {
      throw Failure.reserved(path: path)
    }
    let folder = Disk.parent(of: path)
    if !Disk.isFolder(folder) {
      let code: Errno = Disk.isThere(folder) ? .notDirectory : .noSuchFileOrDirectory
      throw LedgerFailure.system(.write, path: path, code: code.rawValue)
    }
    if Disk.isFolder(path) || path.isEmpty {
      throw LedgerFailure.system(.write, path: path, code: Errno.isDirectory.rawValue)
    }
  }

  /// Writes a file whole or not at all; one with the same bytes is left as it is.
  ///
  /// - Parameters:
  ///   - bytes: The content.
  ///   - path: The file.
  ///   - replaces: Whether a file with another content is written over.
  /// - Throws: ``Failure``, or `LedgerFailure` with the error of the operating system.
  public static func write(_ bytes: [UInt8], to path: String, replaces: Bool = false) throws {
    if Disk.isThere(path), (try? RegularFile.bytes(of: path, atMost: bytes.count)) == bytes {
      return UnfinishedFile.removeLeftover(of: path)
    }
    try check(path)
    if Disk.isThere(path) && !replaces { throw Failure.taken(path: path) }
    try UnfinishedFile.write(bytes, to: path, replaces: replaces)
  }

  /// Writes a file whole or not at all, where another writer makes it: first under a name of PeerLots'
  /// own beside it.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - replaces: Whether a file with another content is written over.
  ///   - make: Writes the file whose path it is given, which is there and empty.
  /// - Throws: ``Failure``, what `make` throws, or `LedgerFailure` with the error of the operating
  ///   system.
  public static func write(
    to path: String, replaces: Bool = false, _ make: (String) throws -> Void
  ) throws {
    try check(path)
    let unfinished = UnfinishedFile.path(for: path)
    let descriptor = try Disk.perform(.write, unfinished) { try HeldFile.make(unfinished) }
    let bytes: [UInt8]
    do {
      defer {
        Disk.remove(unfinished)
        try? descriptor.close()
      }
      try make(unfinished)
      bytes = try Disk.perform(.read, unfinished) {
        try RegularFile.bytes(of: unfinished, atMost: Int.max)
      }
    }
    try write(bytes, to: path, replaces: replaces)
  }
}
