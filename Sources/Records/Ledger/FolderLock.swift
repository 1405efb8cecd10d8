import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The right to write in a folder, which one process has at a time.
///
/// The kernel holds the lock, on a file that says which process has it, and lets go of it when the
/// process ends in whatever way: a file left behind by a killed process locks nothing.
final class FolderLock {
  /// The name of the file.
  static let fileName = "ledger.lock"

  private let path: String
  private let descriptor: FileDescriptor
  private var isHeld = true

  /// Takes the lock.
  init(_ folder: String) throws(LedgerFailure) {
    path = Disk.path(folder, Self.fileName)
    while true {
      let descriptor = try Disk.open(path, .readWrite, .create, for: .lock)
      do {
        try Self.lock(descriptor)
        // Who had the lock before may have removed the file after it was opened here; another
        // process may then have locked a new file of the same name.
        if try descriptor.stat().linkCount > 0 {
          self.descriptor = descriptor
          break
        }
        try descriptor.close()
      } catch {
        try? descriptor.close()
        guard error as? Errno == .wouldBlock else {
          throw .system(.lock, path: path, code: (error as? Errno ?? .ioError).rawValue)
        }
        throw .locked(folder: folder, process: Self.process(path))
      }
    }
    writeProcess()
  }

  deinit { release() }

  /// Lets go of the lock.
  func release() {
    guard isHeld else { return }
    isHeld = false
    // Only a file that is still this one: the folder may have been removed and made again.
    if let own = try? descriptor.stat(), let there = try? FilePath(path).stat(),
      own.inode == there.inode, own.deviceID == there.deviceID
    {
      Disk.remove(path)
    }
    try? descriptor.close()
  }

  private static func lock(_ descriptor: FileDescriptor) throws {
    while flock(descriptor.rawValue, LOCK_EX | LOCK_NB) != 0 {
      let code = Errno(rawValue: errno)
      if code != .interrupted { throw code }
    }
  }

  /// Says which process has the lock. It locks also where that cannot be written, on a full disk.
  private func writeProcess() {
    try? descriptor.resize(to: 0)
    _ = try? descriptor.writeAll("\(getpid())\n".utf8)
  }

  /// The process that has the lock, as far as the file says.
  private static func process(_ path: String) -> Int? {
    guard let bytes = try? Disk.bytes(of: path), bytes.last == UInt8(ascii: "\n") else {
      return nil
    }
    return Int(String(decoding: bytes.dropLast(), as: UTF8.self))
  }
}
