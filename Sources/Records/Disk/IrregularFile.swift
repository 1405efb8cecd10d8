import SystemPackage

/// What can stand where a regular file should be.
public enum IrregularFile: String, CaseIterable, Sendable {
  /// A folder.
  case folder = "a folder"
  /// A symbolic link, which leads to a place that somebody else chose.
  case link = "a symbolic link"
  /// A pipe with a name, which waits for somebody to write.
  case pipe = "a pipe"
  /// A device, which may never end.
  case device = "a device"
  /// A socket.
  case socket = "a socket"

  /// The kind of a type that is not regular; nil for a regular file.
  init?(_ type: FileType) {
    switch type {
    case .regular: return nil
    case .directory: self = .folder
    case .symbolicLink: self = .link
    case .fifo: self = .pipe
    case .socket: self = .socket
    default: self = .device
    }
  }
}
