import SystemPackage

/// A file that a command writes once, for publication.
public enum OutputFile {
  /// What the name of a file ends in while it is written.
  public static let unfinishedSuffix = ".new"

  /// Another file has the name.
  public struct Taken: Error, CustomStringConvertible {
    /// The path.
    public let path: String

    /// What is wrong, and what to do.
    public var description: String {
      "\(path) is there already, with another content, and is not overwritten\n"
        + "help: give another name, or move the file away"
    }
  }

  /// Refuses a path whose folder is not there, before work is done for a file in it.
  ///
  /// - Throws: `LedgerFailure` with the error of the operating system.
  public static func checkFolder(of path: String) throws {
    let folder = FilePath(path).removingLastComponent()
    if !folder.isEmpty && !Disk.isThere(folder.string) {
      throw LedgerFailure.system(.write, path: path, code: Errno.noSuchFileOrDirectory.rawValue)
    }
  }

  /// Writes a file whole or not at all; one with the same bytes is left as it is.
  ///
  /// - Parameters:
  ///   - bytes: The content.
  ///   - path: The file.
  ///   - replaces: Whether a file with another content is written over.
  /// - Throws: ``Taken``, or `LedgerFailure` with the error of the operating system.
  public static func write(_ bytes: [UInt8], to path: String, replaces: Bool = false) throws {
    do {
      if try isThere(bytes, at: path) { return }
    } catch let taken as Taken {
      if !replaces { throw taken }
    }
    let unfinished = path + unfinishedSuffix
    Disk.remove(unfinished)
    do {
      let descriptor = try Disk.open(
        unfinished, .writeOnly, [.create, .exclusiveCreate], for: .write)
      try Disk.perform(.write, unfinished) {
        try descriptor.closeAfter {
          _ = try descriptor.writeAll(bytes)
          try Disk.sync(descriptor)
        }
      }
      if replaces {
        try Disk.replace(path, with: unfinished)
      } else {
        try Disk.rename(unfinished, to: path)
      }
    } catch {
      Disk.remove(unfinished)
      throw error
    }
  }

  /// Writes a file whole or not at all, where another writer makes it: first under another name beside
  /// it, then in one step under its own. A file with the same bytes is left as it is.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - make: Makes the file whose path it is given.
  /// - Throws: ``Taken``, what `make` throws, or `LedgerFailure` with the error of the operating system.
  public static func write(to path: String, _ make: (String) throws -> Void) throws {
    try checkFolder(of: path)
    let unfinished = path + ".unfinished"
    Disk.remove(unfinished)
    defer { Disk.remove(unfinished) }
    try make(unfinished)
    try write(try Disk.bytes(of: unfinished), to: path)
  }

  /// Whether the file is there with these bytes.
  ///
  /// - Throws: ``Taken`` where it is there with others.
  @discardableResult
  public static func isThere(_ bytes: [UInt8], at path: String) throws -> Bool {
    guard Disk.isThere(path) else { return false }
    if (try? Disk.bytes(of: path)) == bytes { return true }
    throw Taken(path: path)
  }
}
