/// Which texts a membership may hold (contract, section 3), in a table as in a ledger.
enum FitText {
  /// Whether a text is a letter or digit, then letters, digits, `_`, `-` and, in lists, points.
  static func isCode(_ bytes: some Collection<UInt8>, allowsPoints: Bool) -> Bool {
    guard let first = bytes.first, isLetterOrDigit(first) else { return false }
    return bytes.allSatisfy {
      isLetterOrDigit($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
        || allowsPoints && $0 == UInt8(ascii: ".")
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }

  /// The first character of a name or group that would steer a terminal, break the line or turn the
  /// direction of writing, and how many stand before it; nil where there is none.
  static func firstUnfit(in text: String) -> (scalar: Unicode.Scalar, index: Int)? {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return nil }
    for (index, scalar) in text.unicodeScalars.enumerated()
    where scalar.properties.generalCategory == .control || steers(scalar) {
      return (scalar, index)
    }
    return nil
  }

  /// The first line break in a text, and how many characters stand before it; nil where there is
  /// none. A text of more lines could pass for lines of what it is shown in.
  static func firstLineBreak(in text: String) -> (scalar: Unicode.Scalar, index: Int)? {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) else {
      return nil
    }
    let place = text.unicodeScalars.enumerated().first { $1 == "\n" || $1 == "\r" }
    return place.map { ($0.element, $0.offset) }
  }

  /// Whether a character is one of those with which Unicode steers the direction of writing (Unicode
  /// Standard Annex 9, section 2), or separates lines or paragraphs.
  private static func steers(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
