import Foundation
import SystemPackage

/// Opens and reads regular files: what somebody else may have put under a name, a link to another
/// file, a pipe that nobody writes to, a device that never ends, is not opened or not read.
package enum RegularFile {
  /// Why a file is not taken.
  package enum Failure: Error {
    /// It is something else.
    case isNot(IrregularFile)
    /// It has more bytes than are read.
    case tooLarge(limitInBytes: Int)
  }

  /// Opens a file; the kind is asked of what was opened, so that nothing can change in between.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - mode: Whether to read, to write, or both.
  ///   - options: What else; a new file can be read by all and written by its owner.
  ///   - followsLinks: Whether the name may be that of a link: of a file that the person named, never
  ///     of one that PeerLots itself looks for in a folder.
  /// - Throws: ``Failure``, or `Errno`.
  package static func open(
    _ path: String, _ mode: FileDescriptor.AccessMode,
    _ options: FileDescriptor.OpenOptions = [], followsLinks: Bool = false
  ) throws -> FileDescriptor {
    // Without waiting: a pipe would wait for another process. For a regular file it means nothing.
    var options = options.union([.closeOnExec, .nonBlocking])
    if !followsLinks { options.insert(.noFollow) }
    let descriptor: FileDescriptor
    do {
      descriptor = try FileDescriptor.open(
        FilePath(path), mode, options: options,
        permissions: [.ownerReadWrite, .groupRead, .otherRead])
    } catch {
      let found = try? FilePath(path).stat(followTargetSymlink: followsLinks)
      if let kind = found.flatMap({ IrregularFile($0.type) }), kind != .folder {
        throw Failure.isNot(kind)
      }
      throw error
    }
    do {
      if let kind = IrregularFile(try descriptor.stat().type) {
        throw kind == .folder ? Errno.isDirectory : Failure.isNot(kind)
      }
    } catch {
      try? descriptor.close()
      throw error
    }
    return descriptor
  }

  /// Reads a whole file.
  ///
  /// - Throws: ``Failure``, `Errno`, or an error of Foundation around one.
  package static func bytes(
    of path: String, atMost limitInBytes: Int, followsLinks: Bool = false
  ) throws -> [UInt8] {
    let descriptor = try open(path, .readOnly, followsLinks: followsLinks)
    return try descriptor.closeAfter { try bytes(of: descriptor, atMost: limitInBytes) }
  }

  /// Reads an open file from where it stands to its end; the limit is kept also where it grows
  /// meanwhile.
  package static func bytes(
    of descriptor: FileDescriptor, atMost limitInBytes: Int
  ) throws -> [UInt8] {
    let size = try descriptor.stat().size
    guard size <= limitInBytes else { throw Failure.tooLarge(limitInBytes: limitInBytes) }
    let handle = FileHandle(fileDescriptor: descriptor.rawValue, closeOnDealloc: false)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(size))
    while let piece = try handle.read(upToCount: pieceInBytes), !piece.isEmpty {
      guard piece.count <= limitInBytes - bytes.count else {
        throw Failure.tooLarge(limitInBytes: limitInBytes)
      }
      bytes.append(contentsOf: piece)
    }
    return bytes
  }

  private static let pieceInBytes = 1 << 20
}
