import Foundation
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The calls of the operating system that files need; each failure names what was being done and
/// where.
package enum Disk {
  /// Does something, and turns its error into a failure.
  static func perform<Result>(
    _ action: FileAction, _ path: String, _ body: () throws -> Result
  ) throws(LedgerFailure) -> Result {
    do {
      return try body()
    } catch let failure as LedgerFailure {
      throw failure
    } catch RegularFile.Failure.isNot(let kind) {
      throw .notRegular(path: path, kind)
    } catch RegularFile.Failure.tooLarge(let limit) {
      throw .tooLarge(path: path, limitInBytes: limit)
    } catch HeldFile.Failure.held {
      throw .held(path: path)
    } catch HeldFile.Failure.foreign {
      throw .foreign(path: path)
    } catch {
      throw .system(action, path: path, code: code(of: error))
    }
  }

  /// The number of an error; Foundation hides that of the operating system inside its own.
  package static func code(of error: any Error) -> Int32 {
    SystemError.code(of: error).rawValue
  }

  /// Whether there is anything of this name, a broken link included.
  package static func isThere(_ path: String) -> Bool {
    (try? FilePath(path).stat(followTargetSymlink: false)) != nil
  }

  /// Whether nothing has this name. Where that cannot be told, as in a folder that may not be
  /// searched, something may have it.
  static func isMissing(_ path: String) -> Bool {
    do {
      _ = try FilePath(path).stat(followTargetSymlink: false)
      return false
    } catch {
      return [Errno.noSuchFileOrDirectory, .notDirectory].contains(SystemError.code(of: error))
    }
  }

  /// Whether there is a folder of this name.
  static func isFolder(_ path: String) -> Bool {
    (try? FilePath(path).stat())?.type == .directory
  }

  /// The path of a file in a folder.
  static func path(_ folder: String, _ name: String) -> String {
    FilePath(folder).appending(name).string
  }

  /// The path of the folder that holds a folder.
  static func parent(of folder: String) -> String {
    let parent = FilePath(folder).removingLastComponent()
    return parent.isEmpty ? "." : parent.string
  }

  /// Opens a regular file of PeerLots' own, not through a link.
  static func open(
    _ path: String, _ mode: FileDescriptor.AccessMode, for action: FileAction
  ) throws(LedgerFailure) -> FileDescriptor {
    try perform(action, path) { try RegularFile.open(path, mode) }
  }

  /// Waits until all that was written to a file is on the disk.
  package static func sync(_ descriptor: FileDescriptor) throws {
    while fsync(descriptor.rawValue) != 0 {
      let code = Errno(rawValue: errno)
      if code != .interrupted { throw code }
    }
  }

  /// Waits until the names of a folder are on the disk, so that a new file does not vanish with the
  /// power.
  static func syncFolder(_ folder: String) throws(LedgerFailure) {
    try perform(.sync, folder) {
      let descriptor = try FileDescriptor.open(
        FilePath(folder), .readOnly, options: [.directory, .closeOnExec])
      try descriptor.closeAfter {
        do {
          try sync(descriptor)
        } catch Errno.invalidArgument {
          // This file system keeps names without being asked, or cannot be asked.
        }
      }
    }
  }

  /// Makes a folder if there is none; true where it was made.
  static func makeFolder(_ folder: String) throws(LedgerFailure) -> Bool {
    if isFolder(folder) { return false }
    if isThere(folder) {
      throw .system(.makeFolder, path: folder, code: Errno.notDirectory.rawValue)
    }
    do {
      try perform(.makeFolder, folder) {
        try FileManager.default.createDirectory(
          atPath: folder, withIntermediateDirectories: false)
      }
    } catch {
      // Another process was quicker.
      if isFolder(folder) { return false }
      throw error
    }
    return true
  }

  /// Removes a file, if it is there; a folder of that name is somebody else's and stays, with all
  /// that is in it.
  package static func remove(_ path: String) {
    guard let status = try? FilePath(path).stat(followTargetSymlink: false),
      status.type != .directory
    else { return }
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Removes a folder, if it is empty.
  static func removeEmptyFolder(_ folder: String) {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder), names.isEmpty
    else { return }
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Gives a file another name in one step; a file that had it is gone.
  static func move(_ path: String, to newPath: String) throws {
    if unsafe Foundation.rename(path, newPath) != 0 { throw Errno(rawValue: errno) }
  }
}
