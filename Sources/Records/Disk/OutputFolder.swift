import Foundation
import SystemPackage

/// A folder of files that a command makes as a whole and that can be made again: pages, letters,
/// calendars.
public enum OutputFolder {
  /// Why a folder is not written.
  public enum Failure: Error, CustomStringConvertible {
    /// A file of another content is there.
    case taken(path: String)
    /// The folder of a cycle.
    case cycle(path: String)

    /// What is wrong, and what to do.
    public var description: String {
      switch self {
      case .taken(let path):
        "\(path) is there already, with another content, and is not overwritten\n"
          + "help: give another folder, or --replace if its files are to go"
      case .cycle(let path):
        "\(path) is the folder of a cycle, and nothing else is written into it\n"
          + "help: give another folder"
      }
    }
  }

  /// Writes the files of a folder, all or none where it is not there yet; where it is, and every
  /// file in it is the same, it is left as it is. A file that is none of those is never touched.
  ///
  /// The files are not saved one by one to the disk: they can be made again.
  ///
  /// - Parameters:
  ///   - folder: The folder; the one it stands in is there.
  ///   - replaces: Whether files of another content are written over.
  ///   - files: Gives every file's path inside the folder and its bytes, the same each time; it is
  ///     asked twice where the folder is there.
  /// - Throws: ``Failure``, ``LedgerFailure``, or what `files` throws.
  public static func write(
    _ folder: String, replaces: Bool = false,
    _ files: (_ write: (_ path: String, _ bytes: [UInt8]) throws -> Void) throws -> Void
  ) throws {
    let folder = FilePath(folder).lexicallyNormalized().string
    try check(folder)
    guard Disk.isThere(folder) else { return try make(folder, files) }
    var isSame = true
    try files { path, bytes in
      let place = Disk.path(folder, path)
      let isThere = Disk.isThere(place)
      if isThere && (try? RegularFile.bytes(of: place, atMost: bytes.count)) == bytes { return }
      if isThere && !replaces { throw Failure.taken(path: place) }
      isSame = false
    }
    if isSame { return }
    try files { path, bytes in
      let place = Disk.path(folder, path)
      try makeFolders(of: path, in: folder)
      // A copy of a ledger stands in a folder of its own, and is never written over another.
      if FilePath(path).lastComponent?.string == Ledger.fileName && !Disk.isThere(place) {
        try UnfinishedFile.write(bytes, to: place, replaces: false)
      } else {
        try OutputFile.write(bytes, to: place, replaces: replaces)
      }
    }
  }

  /// Whether a folder can be written, before anything long is done for it.
  public static func check(_ folder: String) throws {
    if folder.isEmpty {
      throw LedgerFailure.system(
        .makeFolder, path: folder, code: Errno.noSuchFileOrDirectory.rawValue)
    }
    if Disk.isThere(folder) && !Disk.isFolder(folder) {
      throw LedgerFailure.system(.makeFolder, path: folder, code: Errno.notDirectory.rawValue)
    }
    if Disk.isThere(Disk.path(folder, Ledger.fileName)) { throw Failure.cycle(path: folder) }
    let parent = Disk.parent(of: folder)
    if !Disk.isFolder(parent) {
      let code: Errno = Disk.isThere(parent) ? .notDirectory : .noSuchFileOrDirectory
      throw LedgerFailure.system(.makeFolder, path: folder, code: code.rawValue)
    }
  }

  /// Makes a folder that is not there yet, under a name of PeerLots' own until it is whole.
  private static func make(
    _ folder: String,
    _ files: (_ write: (_ path: String, _ bytes: [UInt8]) throws -> Void) throws -> Void
  ) throws {
    let unfinished = UnfinishedFile.path(for: folder)
    // What a process that was killed left.
    if Disk.isThere(unfinished) { try? FileManager.default.removeItem(atPath: unfinished) }
    _ = try Disk.makeFolder(unfinished)
    do {
      try files { path, bytes in
        try makeFolders(of: path, in: unfinished)
        let place = Disk.path(unfinished, path)
        try Disk.perform(.write, place) {
          let descriptor = try FileDescriptor.open(
            FilePath(place), .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
            permissions: [.ownerReadWrite, .groupRead, .otherRead])
          _ = try descriptor.closeAfter { try descriptor.writeAll(bytes) }
        }
      }
      try Disk.perform(.rename, folder) { try Disk.move(unfinished, to: folder) }
    } catch {
      try? FileManager.default.removeItem(atPath: unfinished)
      throw error
    }
    try Disk.syncFolder(Disk.parent(of: folder))
  }

  /// Makes the folders in which a file stands.
  private static func makeFolders(of path: String, in folder: String) throws {
    var place = folder
    for part in path.split(separator: "/").dropLast() {
      place = Disk.path(place, String(part))
      _ = try Disk.makeFolder(place)
    }
  }
}
