import Foundation
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The calls of the operating system that the ledger needs; each failure names what was being done
/// and where.
enum Disk {
  /// Does something, and turns its error into a failure.
  static func perform<Result>(
    _ action: FileAction, _ path: String, _ body: () throws -> Result
  ) throws(LedgerFailure) -> Result {
    do {
      return try body()
    } catch {
      throw .system(action, path: path, code: code(of: error))
    }
  }

  /// The number of an error; Foundation hides that of the operating system inside its own.
  private static func code(of error: any Error) -> Int32 {
    switch error {
    case let error as Errno: error.rawValue
    case let error as POSIXError: error.code.rawValue
    case let error as CocoaError: error.underlying.map(code(of:)) ?? EIO
    default: EIO
    }
  }

  /// Whether there is anything of this name, a broken link included.
  static func isThere(_ path: String) -> Bool {
    (try? FilePath(path).stat(followTargetSymlink: false)) != nil
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

  /// Opens a file.
  static func open(
    _ path: String, _ mode: FileDescriptor.AccessMode, _ options: FileDescriptor.OpenOptions,
    for action: FileAction
  ) throws(LedgerFailure) -> FileDescriptor {
    try perform(action, path) {
      try FileDescriptor.open(
        FilePath(path), mode, options: options.union(.closeOnExec),
        permissions: [.ownerReadWrite, .groupRead, .otherRead])
    }
  }

  /// Reads a whole file.
  static func bytes(of path: String) throws(LedgerFailure) -> [UInt8] {
    let descriptor = try open(path, .readOnly, [], for: .read)
    return try perform(.read, path) {
      try descriptor.closeAfter {
        // Foundation reads a folder as an empty file.
        guard try descriptor.stat().type != .directory else { throw Errno.isDirectory }
        let handle = FileHandle(fileDescriptor: descriptor.rawValue, closeOnDealloc: false)
        return Array(try handle.readToEnd() ?? Data())
      }
    }
  }

  /// Waits until all that was written to a file is on the disk.
  static func sync(_ descriptor: FileDescriptor) throws {
    while fsync(descriptor.rawValue) != 0 {
      let code = Errno(rawValue: errno)
      if code != .interrupted { throw code }
    }
  }

  /// Waits until the names of a folder are on the disk, so that a new file does not vanish with the
  /// power.
  static func syncFolder(_ folder: String) throws(LedgerFailure) {
    let descriptor = try open(folder, .readOnly, .directory, for: .sync)
    try perform(.sync, folder) {
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
  static func remove(_ path: String) {
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

  /// Gives a file another name, which nothing else may have.
  static func rename(_ path: String, to newPath: String) throws(LedgerFailure) {
    try perform(.rename, newPath) {
      try FileManager.default.moveItem(atPath: path, toPath: newPath)
    }
  }

  /// Puts a file in the place of another in one step; what was there is gone.
  static func replace(_ path: String, with unfinished: String) throws(LedgerFailure) {
    try perform(.rename, path) {
      if unsafe Foundation.rename(unfinished, path) != 0 { throw Errno(rawValue: errno) }
    }
  }
}
