import Foundation

/// Reads whole files, and says in our own words why one cannot be read.
public enum InputFile {
  /// The bytes of a file.
  ///
  /// The file is read in pieces until it ends, so that pipes work and a device that never ends is
  /// given up at the limit.
  ///
  /// - Parameters:
  ///   - path: The path, relative to the current folder or absolute.
  ///   - limitInBytes: The most bytes that are read.
  /// - Throws: ``RecordsFailure`` with one fault where the file cannot be read.
  public static func read(
    path: String, limitInBytes: Int = defaultLimitInBytes
  ) throws(RecordsFailure) -> [UInt8] {
    do {
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

  private enum Unreadable: Error {
    case tooLarge(Int)
  }

  private static func problem(_ error: any Error) -> Problem {
    if case Unreadable.tooLarge(let limit) = error { return .tooLarge(limitInBytes: limit) }
    let underlying = (error as? CocoaError)?.underlying ?? error
    switch (underlying as? POSIXError)?.code {
    case .ENOENT, .ENOTDIR: return .missingFile
    case .EISDIR: return .isFolder
    case .EACCES, .EPERM: return .notPermitted
    default: break
    }
    switch (error as? CocoaError)?.code {
    case .fileReadNoSuchFile, .fileNoSuchFile: return .missingFile
    case .fileReadNoPermission: return .notPermitted
    default: return .unreadable(Quotation((error as NSError).localizedDescription))
    }
  }
}
