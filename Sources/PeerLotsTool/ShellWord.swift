/// Commands as they can be pasted into a shell.
enum ShellWord {
  /// An argument as a word of the shell, in quotation marks where it needs them.
  static func quoted(_ text: String) -> String {
    func isPlain(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "_", "-", ".", "/", ":", "=", "@", "%", "+", ",": true
      default: false
      }
    }
    if !text.isEmpty && text.unicodeScalars.allSatisfy(isPlain) { return text }
    return "'" + text.replacing("'", with: "'\\''") + "'"
  }

  /// A folder or file as an argument that is not taken for an option.
  static func path(_ path: String) -> String { quoted(path.hasPrefix("-") ? "./" + path : path) }
}
