import Foundation
import SystemPackage

/// Reads a file line by line, whatever its size. A last line without its end is not given: it is
/// what an interruption left.
struct LineReader {
  /// The file.
  let path: String
  /// The number of the line given last, from 1.
  private(set) var line = 0
  /// The bytes of the file up to the end of the line given last.
  private(set) var offset = 0
  /// Whether the header has the columns of supplementary seats.
  private(set) var countsSupplements = false

  private let descriptor: FileDescriptor
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false

  private static let pieceInBytes = 1 << 18

  /// Opens a file without a header.
  init(_ path: String) throws(StressFailure) {
    self.path = path
    descriptor = try ResultDisk.open(path, .readOnly)
  }

  /// Opens a table and reads its header.
  init(_ file: ResultFile, in folder: String) throws(StressFailure) {
    try self.init(file.path(in: folder))
    let first = try next() ?? []
    countsSupplements =
      file == .cycles
      && first.elementsEqual(file.headerBytes(countsSupplements: true).dropLast())
    if countsSupplements || first.elementsEqual(file.headerBytes().dropLast()) { return }
    throw .damaged(path: path, line: 1, why: "the header is another one")
  }

  /// The next whole line without its end; nil where there is none.
  mutating func next() throws(StressFailure) -> ArraySlice<UInt8>? {
    while true {
      if let end = buffer[position...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { position = end + 1 }
        line += 1
        offset += end + 1 - position
        return buffer[position..<end]
      }
      if isAtEnd { return nil }
      try fill()
    }
  }

  private mutating func fill() throws(StressFailure) {
    buffer.removeSubrange(..<position)
    position = 0
    let piece = try ResultDisk.perform("read", path) {
      try FileHandle(fileDescriptor: descriptor.rawValue, closeOnDealloc: false)
        .read(upToCount: Self.pieceInBytes) ?? Data()
    }
    if piece.isEmpty { isAtEnd = true }
    buffer += piece
  }

  /// The whole lines of a file of results, its header not counted.
  static func count(_ file: ResultFile, in folder: String) throws(StressFailure) -> Int {
    var reader = try LineReader(file, in: folder)
    defer { reader.close() }
    var count = 0
    while try reader.next() != nil { count += 1 }
    return count
  }

  /// Closes the file.
  func close() { try? descriptor.close() }

  /// That the line given last is not as it was written.
  func damage(_ why: String) -> StressFailure { .damaged(path: path, line: line, why: why) }
}
