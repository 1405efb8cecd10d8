import Foundation
import SystemPackage

/// The lines of a ledger, one after the other; in memory are one line and a piece of what follows.
struct LineStream {
  /// The most bytes of a ledger.
  static let limitInBytes = 4 << 30
  private static let pieceInBytes = 1 << 18
  private static let newline = UInt8(ascii: "\n")

  /// How many bytes follow the last newline. They are no line, and are not read.
  let restByteCount: Int
  /// Where the next line begins.
  private(set) var offset = 0
  /// Where the last line ends, after its newline.
  private let end: Int
  /// Reads some bytes, from an offset.
  private let read: (_ offset: Int, _ count: Int) throws(LedgerFailure) -> [UInt8]
  /// What was read and not given yet, from `position`.
  private var buffer: [UInt8] = []
  private var position = 0

  /// Whether there is no further line.
  var isAtEnd: Bool { offset == end }

  /// The lines of bytes in memory.
  init(_ bytes: [UInt8]) throws(LedgerFailure) {
    try self.init(byteCount: bytes.count) { offset, count in
      Array(bytes[offset..<offset + count])
    }
  }

  /// The lines of an open file, as long as it is now: another process may be appending to it.
  init(_ descriptor: FileDescriptor, path: String) throws(LedgerFailure) {
    let size = Int(try Disk.perform(.read, path) { try descriptor.stat().size })
    guard size <= Self.limitInBytes else {
      throw .tooLarge(path: path, limitInBytes: Self.limitInBytes)
    }
    let handle = FileHandle(fileDescriptor: descriptor.rawValue, closeOnDealloc: false)
    try self.init(byteCount: size) { (offset, count) throws(LedgerFailure) in
      let piece = try Disk.perform(.read, path) {
        try handle.seek(toOffset: UInt64(offset))
        return Array(try handle.read(upToCount: count) ?? Data())
      }
      guard piece.count == count else {
        throw .changedByAnother(
          path: path, expectedByteCount: size, byteCount: offset + piece.count)
      }
      return piece
    }
  }

  private init(
    byteCount: Int, read: @escaping (Int, Int) throws(LedgerFailure) -> [UInt8]
  ) throws(LedgerFailure) {
    self.read = read
    var end = byteCount
    // From the back, so that a torn end of any length takes no memory.
    while end > 0 {
      let start = max(0, end - Self.pieceInBytes)
      if let last = try read(start, end - start).lastIndex(of: Self.newline) {
        end = start + last + 1
        break
      }
      end = start
    }
    self.end = end
    restByteCount = byteCount - end
  }

  /// The next whole line without its newline; nil where there is none.
  mutating func next() throws(LedgerFailure) -> [UInt8]? {
    if isAtEnd { return nil }
    var searched = position
    while true {
      if let newline = buffer[searched...].firstIndex(of: Self.newline) {
        let line = Array(buffer[position..<newline])
        position = newline + 1
        offset += line.count + 1
        return line
      }
      buffer.removeSubrange(..<position)
      position = 0
      searched = buffer.count
      let start = offset + buffer.count
      buffer += try read(start, min(Self.pieceInBytes, end - start))
    }
  }
}
