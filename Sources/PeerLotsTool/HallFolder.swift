import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The folder of a hall's process for what its desk uploads. Those of processes that were killed are
/// taken away by the next.
enum HallFolder {
  private static let prefix = "peerlots-hall-"
  private static let lockName = "lock"
  /// How old a folder is at least that nobody has locked: a younger one may just be in the making.
  private static let settled: TimeInterval = 2

  /// Makes a folder that only this user can look into, and holds it until this process ends.
  ///
  /// - Parameter name: A text that nobody can guess.
  static func make(_ name: some StringProtocol) throws -> String {
    let place = FileManager.default.temporaryDirectory
    removeAbandoned(in: place)
    let path = place.appendingPathComponent("\(prefix)\(name)").path
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    // The lock is let go of when the process ends, however it ends.
    let lock = "\(path)/\(lockName)"
    if FileManager.default.createFile(atPath: lock, contents: nil),
      let handle = FileHandle(forUpdatingAtPath: lock)
    {
      // A copy of the descriptor, which nobody closes, holds it on.
      _ = flock(handle.fileDescriptor, LOCK_EX | LOCK_NB)
      _ = dup(handle.fileDescriptor)
    }
    return path
  }

  private static func removeAbandoned(in place: URL) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
    for name in names where name.hasPrefix(prefix) {
      let path = place.appendingPathComponent(name).path
      if isAbandoned("\(path)/\(lockName)") { try? FileManager.default.removeItem(atPath: path) }
    }
  }

  private static func isAbandoned(_ lock: String) -> Bool {
    guard let facts = try? FileManager.default.attributesOfItem(atPath: lock),
      let made = facts[.modificationDate] as? Foundation.Date,
      Foundation.Date.now.timeIntervalSince(made) > settled
    else { return false }
    guard let handle = FileHandle(forUpdatingAtPath: lock) else { return false }
    defer { try? handle.close() }
    return flock(handle.fileDescriptor, LOCK_EX | LOCK_NB) == 0
  }
}
