import Foundation
import Records
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The calls of the operating system that results need; each failure names what was being done and
/// where.
enum ResultDisk {
  /// Does something, and turns its error into a failure.
  static func perform<Result>(
    _ action: String, _ path: String, _ body: () throws -> Result
  ) throws(StressFailure) -> Result {
    do {
      return try body()
    } catch let failure as StressFailure {
      throw failure
    } catch let failure as LedgerFailure {
      throw .file(failure)
    } catch RegularFile.Failure.isNot(let kind) {
      throw .file(.notRegular(path: path, kind))
    } catch RegularFile.Failure.tooLarge(let limit) {
      throw .file(.tooLarge(path: path, limitInBytes: limit))
    } catch {
      throw .system(action: action, path: path, code: Disk.code(of: error))
    }
  }

  /// Does something with a file of Records, and turns its failure into one of results.
  static func performing<Result>(
    _ body: () throws(LedgerFailure) -> Result
  ) throws(StressFailure) -> Result {
    do {
      return try body()
    } catch { throw .file(error) }
  }

  /// Whether there is a file of this name.
  static func isThere(_ path: String) -> Bool { (try? FilePath(path).stat()) != nil }

  /// The size of a file; nil where there is none.
  static func size(_ path: String) -> Int? {
    (try? FilePath(path).stat()).map { Int($0.size) }
  }

  /// Whether there is a folder of this name; a file of this name is refused.
  static func isFolder(_ folder: String) throws(StressFailure) -> Bool {
    guard let type = (try? FilePath(folder).stat())?.type else { return false }
    if type == .directory { return true }
    throw .system(action: "make the folder", path: folder, code: Errno.notDirectory.rawValue)
  }

  /// Makes a folder, if there is none.
  static func makeFolder(_ folder: String) throws(StressFailure) {
    if try isFolder(folder) { return }
    try perform("make the folder", folder) {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
  }

  /// The names in a folder, in the order of their bytes, but for those of unfinished files: what a
  /// killed process left is replaced by the next.
  static func names(in folder: String) throws(StressFailure) -> [String] {
    try perform("read", folder) {
      try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { !UnfinishedFile.isName($0) }
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
  }

  /// Opens a file, not through a link.
  static func open(
    _ path: String, _ mode: FileDescriptor.AccessMode,
    _ options: FileDescriptor.OpenOptions = []
  ) throws(StressFailure) -> FileDescriptor {
    try perform("open", path) { try RegularFile.open(path, mode, options) }
  }

  /// Writes a file as a whole: it is there with all its bytes, or as it was before.
  static func replace(_ path: String, with bytes: [UInt8]) throws(StressFailure) {
    try perform("write to", path) { try UnfinishedFile.write(bytes, to: path, replaces: true) }
  }

  /// Removes a file, if it is there.
  static func remove(_ path: String) throws(StressFailure) {
    guard isThere(path) else { return }
    try perform("remove", path) { try FileManager.default.removeItem(atPath: path) }
  }

  /// Waits until all that was written to a file is on the disk.
  static func sync(_ descriptor: FileDescriptor) throws {
    while fsync(descriptor.rawValue) != 0 {
      let code = Errno(rawValue: errno)
      if code != .interrupted { throw code }
    }
  }
}

/// The right to write in a folder, which one process has at a time; the kernel lets go of it when
/// the process ends in whatever way.
final class ResultLock {
  private let descriptor: FileDescriptor
  private var isHeld = true

  /// Takes the lock. The folder itself is locked, so that no file is left behind. A file system that
  /// has no locks for folders cannot keep two processes apart.
  init(_ folder: String) throws(StressFailure) {
    descriptor = try ResultDisk.perform("open", folder) {
      try FileDescriptor.open(
        FilePath(folder), .readOnly, options: [.directory, .closeOnExec])
    }
    while flock(descriptor.rawValue, LOCK_EX | LOCK_NB) != 0 {
      let code = Errno(rawValue: errno)
      if code == .interrupted { continue }
      guard code == .wouldBlock else { return }
      throw .locked(folder: folder)
    }
  }

  deinit { release() }

  /// Lets go of it.
  func release() {
    if isHeld { try? descriptor.close() }
    isHeld = false
  }
}
