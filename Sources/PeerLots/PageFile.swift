import Foundation
import Records
import Reports

/// Pages on the disk.
enum PageFile {
  /// A page that could not be written.
  struct Failure: Error, CustomStringConvertible {
    let path: String
    let reason: String

    var description: String { "\(path) cannot be written: \(reason)" }
  }

  /// Writes a page, whole or not at all; a file that is there is replaced.
  static func write(_ page: Page, to path: String) throws(Failure) {
    do {
      try Data(page.text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Failure(path: path, reason: "\(SystemError(error))")
    }
  }
}
