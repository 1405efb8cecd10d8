import SystemPackage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The right to write in a folder, which one process has at a time: a file that says which process
/// has it. One left behind by a killed process locks nothing.
final class FolderLock {
  /// The name of the file.
  static let fileName = "ledger.lock"

  private let path: String
  private let descriptor: FileDescriptor
  private var isHeld = true

  /// Takes the lock.
  init(_ folder: String) throws(LedgerFailure) {
    path = Disk.path(folder, Self.fileName)
    let path = path
    do {
      descriptor = try Disk.perform(.lock, path) {
        try HeldFile.make(path) { try Self.isProcess(Self.content($0)) }
      }
    } catch LedgerFailure.held {
      throw .locked(folder: folder, process: Self.process(path))
    }
    // It locks also where the process cannot be written, on a full disk.
    _ = try? descriptor.writeAll("\(getpid())\n".utf8)
  }

  deinit { release() }

  /// Lets go of the lock.
  func release() {
    guard isHeld else { return }
    isHeld = false
    // Only a file that is still this one: the folder may have been removed and made again.
    if HeldFile.isStill(descriptor, at: path) { Disk.remove(path) }
    try? descriptor.close()
  }

  private static let longestContent = 24

  /// What a lock holds; nil where it is longer than a lock.
  private static func content(_ descriptor: FileDescriptor) throws -> [UInt8]? {
    do {
      return try RegularFile.bytes(of: descriptor, atMost: longestContent)
    } catch RegularFile.Failure.tooLarge { return nil }
  }

  /// Whether this is the number of a process, or as much of one as a killed process wrote.
  private static func isProcess(_ content: [UInt8]?) -> Bool {
    guard var digits = content?[...] else { return false }
    if digits.last == UInt8(ascii: "\n") { digits.removeLast() }
    return digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// The process that has the lock, as far as the file says.
  private static func process(_ path: String) -> Int? {
    guard let bytes = try? RegularFile.bytes(of: path, atMost: longestContent),
      bytes.last == UInt8(ascii: "\n")
    else { return nil }
    return Int(String(decoding: bytes.dropLast(), as: UTF8.self))
  }
}
