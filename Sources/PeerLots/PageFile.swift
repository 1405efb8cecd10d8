import Foundation
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
      // Foundation hides the error of the operating system inside its own.
      let outer = error as NSError
      let cause = outer.userInfo[NSUnderlyingErrorKey] as? NSError ?? outer
      throw Failure(path: path, reason: cause.localizedDescription)
    }
  }
}
