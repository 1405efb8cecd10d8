import Foundation
import SystemPackage

/// What the operating system said of a call that failed, in its own words.
public struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
  private let code: Errno

  /// Takes the error of the operating system out of one of Foundation.
  ///
  /// - Parameter error: Any error; one that hides none of the operating system counts as a failure
  ///   to read or write.
  public init(_ error: any Error) { code = Self.code(of: error) }

  /// Whether nobody reads any more what was written.
  public var isClosedPipe: Bool { code == .brokenPipe }

  /// For instance `No space left on device`.
  public var description: String { "\(code)" }

  /// The number of an error; Foundation hides that of the operating system inside its own.
  static func code(of error: any Error) -> Errno {
    switch error {
    case let error as Errno: return error
    case let error as SystemError: return error.code
    case let error as POSIXError: return Errno(rawValue: error.code.rawValue)
    default:
      let error = error as NSError
      if let inner = error.userInfo[NSUnderlyingErrorKey] as? any Error {
        return code(of: inner)
      }
      return error.domain == NSPOSIXErrorDomain ? Errno(rawValue: Int32(error.code)) : .ioError
    }
  }
}
