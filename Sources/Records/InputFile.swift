import Foundation
import SystemPackage

/// Reads whole files, and says in our own words why one cannot be read.
public enum InputFile {
  /// The bytes of a file.
  ///
  /// Devices and named pipes are refused: some never end, and to open a pipe nobody writes to is to
  /// wait forever. What the command was started with (`/dev/stdin`, `/dev/fd/3`) is read to its end.
  ///
  /// - Parameters:
  ///   - path: The path, relative to the current folder or absolute.
  ///   - limitInBytes: The most bytes that are read.
  /// - Throws: ``RecordsFailure`` with one fault where the file cannot be read.
  public static func read(
    path: String, limitInBytes: Int = defaultLimitInBytes
  ) throws(RecordsFailure) -> [UInt8] {
    do {
      if !isInherited(path), let type = try? FilePath(path).stat().type, type != .regular,
        type != .directory
      {
        throw Unreadable.notRegular
      }
      let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? handle.close() }
      var bytes: [UInt8] = []
      while let piece = try handle.read(upToCount: pieceInBytes), !piece.isEmpty {
        guard piece.count <= limitInBytes - bytes.count else {
          throw Unreadable.tooLarge(limitInBytes)
        }
        bytes.append(contentsOf: piece)
      }
      return bytes
    } catch {
      throw .data(faults: [Fault(problem(error), at: Place(file: path))], warnings: [])
    }
  }

  /// A quarter of the machine's memory: the States of a file take about as much again, twice.
  public static var defaultLimitInBytes: Int {
    Int(clamping: ProcessInfo.processInfo.physicalMemory / 4)
  }

  private static let pieceInBytes = 1 << 22

  /// Whether a path names what the command was started with.
  private static func isInherited(_ path: String) -> Bool {
    path == "/dev/stdin" || path.hasPrefix("/dev/fd/")
  }

  private enum Unreadable: Error {
    case notRegular
    case tooLarge(Int)
  }

  private static func problem(_ error: any Error) -> Problem {
    switch error {
    case Unreadable.tooLarge(let limit): return .tooLarge(limitInBytes: limit)
    case Unreadable.notRegular: return .notRegular
    default: break
    }
    // Foundation wraps what the system said in an error of its own.
    let outer = error as NSError
    let inner = outer.userInfo[NSUnderlyingErrorKey] as? NSError ?? outer
    switch (inner.domain, POSIXErrorCode(rawValue: Int32(truncatingIfNeeded: inner.code))) {
    case (NSPOSIXErrorDomain, .ENOENT?), (NSPOSIXErrorDomain, .ENOTDIR?): return .missingFile
    case (NSPOSIXErrorDomain, .EISDIR?): return .isFolder
    case (NSPOSIXErrorDomain, .EACCES?), (NSPOSIXErrorDomain, .EPERM?): return .notPermitted
    default: return .unreadable(errorNumber: inner.code)
    }
  }
}
