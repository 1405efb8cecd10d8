import Foundation
import SystemPackage

/// Reads whole files that a person named, and says in our own words why one cannot be read.
public enum InputFile {
  /// The most bytes of a table: 64 MiB, some hundred thousand States with long names.
  public static let tableLimitInBytes = 64 << 20

  /// The bytes of a file.
  ///
  /// Only a regular file is read, or a pipe that was handed over with the command (`/dev/stdin`, or
  /// `/dev/fd/63` as a shell makes of `<(…)`). The limit is kept while reading, since a file may grow.
  ///
  /// - Parameters:
  ///   - path: The path, relative to the current folder or absolute; it may be a link.
  ///   - limitInBytes: The most bytes that are read.
  /// - Throws: ``RecordsFailure`` with one fault where the file cannot be read.
  public static func read(
    path: String, limitInBytes: Int = tableLimitInBytes
  ) throws(RecordsFailure) -> [UInt8] {
    do {
      guard isHandedOver(path) else {
        return try RegularFile.bytes(of: path, atMost: limitInBytes, followsLinks: true)
      }
      let descriptor = try FileDescriptor.open(
        FilePath(path), .readOnly, options: .closeOnExec)
      return try descriptor.closeAfter {
        switch IrregularFile(try descriptor.stat().type) {
        case nil, .pipe?: break
        case .folder?: throw Errno.isDirectory
        case let kind?: throw RegularFile.Failure.isNot(kind)
        }
        return try RegularFile.bytes(of: descriptor, atMost: limitInBytes)
      }
    } catch {
      throw .data(faults: [Fault(problem(error), at: Place(file: path))], warnings: [])
    }
  }

  /// Whether a name is that of something already open: nobody else can have put it there.
  private static func isHandedOver(_ path: String) -> Bool {
    path == "/dev/stdin" || path.hasPrefix("/dev/fd/")
  }

  private static func problem(_ error: any Error) -> Problem {
    switch error {
    case RegularFile.Failure.isNot: return .notRegular
    case RegularFile.Failure.tooLarge(let limit): return .tooLarge(limitInBytes: limit)
    default: break
    }
    let code = SystemError.code(of: error)
    switch code {
    case .noSuchFileOrDirectory, .notDirectory: return .missingFile
    case .isDirectory: return .isFolder
    case .permissionDenied, .notPermitted: return .notPermitted
    default: return .unreadable(errorNumber: Int(code.rawValue))
    }
  }
}
