import Foundation

/// The terminal that a text is shown on.
enum TerminalSize {
  /// The characters of a line; nil where the file is no terminal, or does not say.
  static func columns(of descriptor: Int32) -> Int? {
    if isatty(descriptor) != 1 { return nil }
    var size = winsize()
    let answer = unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size)
    return answer == 0 && size.ws_col > 0 ? Int(size.ws_col) : nil
  }
}
