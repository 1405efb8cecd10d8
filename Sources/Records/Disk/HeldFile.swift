import Foundation
import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A new file that this process alone has, as long as it is open.
///
/// The kernel holds the lock and lets go of it when the process ends in whatever way, so a file that
/// a killed process left behind is told from one that is in use. It is removed and made anew: no
/// file is ever cut to nothing, so none that got this name by a link can lose its content.
package enum HeldFile {
  /// Why a file is not made.
  package enum Failure: Error {
    /// Another process has it.
    case held
    /// There is one that PeerLots would not have written.
    case foreign
  }

  /// Makes a file, and locks it.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - isOurs: Whether a file that is there, and that no process has, may be one that a killed
  ///     process left.
  /// - Throws: ``Failure``, `RegularFile.Failure`, or `Errno`.
  package static func make(
    _ path: String, isOurs: (FileDescriptor) throws -> Bool = { _ in true }
  ) throws -> FileDescriptor {
    while true {
      do {
        let new = try RegularFile.open(path, .readWrite, [.create, .exclusiveCreate])
        if try holds(new, path) { return new }
      } catch Errno.fileExists {
        try removeLeftover(path, isOurs: isOurs)
      }
    }
  }

  /// Removes a file that a killed process left; does nothing where there is none.
  package static func removeLeftover(
    _ path: String, isOurs: (FileDescriptor) throws -> Bool = { _ in true }
  ) throws {
    do {
      let old = try RegularFile.open(path, .readWrite)
      guard try holds(old, path) else { return }
      defer { try? old.close() }
      guard try isOurs(old) else { throw Failure.foreign }
      Disk.remove(path)
    } catch Errno.noSuchFileOrDirectory {
      // Its process has just ended well.
    }
  }

  /// Whether a file has this name still, and is not another one that was made since.
  package static func isStill(_ descriptor: FileDescriptor, at path: String) -> Bool {
    guard let own = try? descriptor.stat(),
      let there = try? FilePath(path).stat(followTargetSymlink: false)
    else { return false }
    return own.inode == there.inode && own.deviceID == there.deviceID
  }

  /// Locks a file that was opened; it is closed where another process has it, or took the name away
  /// meanwhile.
  private static func holds(_ descriptor: FileDescriptor, _ path: String) throws -> Bool {
    do {
      try lock(descriptor)
    } catch {
      try? descriptor.close()
      throw error as? Errno == .wouldBlock ? Failure.held : error
    }
    if isStill(descriptor, at: path) { return true }
    try? descriptor.close()
    return false
  }

  private static func lock(_ descriptor: FileDescriptor) throws {
    while flock(descriptor.rawValue, LOCK_EX | LOCK_NB) != 0 {
      let code = Errno(rawValue: errno)
      if code != .interrupted { throw code }
    }
  }
}
