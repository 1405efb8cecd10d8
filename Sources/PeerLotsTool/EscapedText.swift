import Reports

/// Text from which every character is taken that would steer what shows it: the names, reasons and
/// seeds of a ledger or a rulebook may be anybody's.
enum EscapedText {
  /// A text for a terminal: each such character as its number, for instance `\\u{1B}`. Lines stay.
  static func terminal(_ text: String) -> String {
    guard isSuspect(text.utf8) else { return text }
    return escaped(text) { $0 == "\n" ? nil : $0.escape }
  }

  /// The same in bytes; what is not UTF-8 becomes U+FFFD.
  static func terminal(_ bytes: [UInt8]) -> [UInt8] {
    guard isSuspect(bytes) else { return bytes }
    return Array(terminal(String(decoding: bytes, as: UTF8.self)).utf8)
  }

  /// JSON in which each such character is an escape of JSON's own: the same value, since none can
  /// stand outside its texts.
  static func json(_ bytes: [UInt8]) -> [UInt8] {
    guard isSuspect(bytes) else { return bytes }
    let text = escaped(String(decoding: bytes, as: UTF8.self)) { scalar in
      if scalar == "\n" { return nil }
      let digits = String(scalar.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
    return Array(text.utf8)
  }

  private static func escaped(
    _ text: String, _ escape: (Unicode.Scalar) -> String?
  ) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.isSteering, let escape = escape(scalar) {
        result += escape
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Whether there may be such a character: most output is plain ASCII.
  private static func isSuspect(_ bytes: some Sequence<UInt8>) -> Bool {
    bytes.contains { $0 >= 0x7F || $0 < 0x20 && $0 != UInt8(ascii: "\n") }
  }
}
