/// How much room a text needs. A page cannot ask the reader's fonts, so this is the width in DejaVu
/// Sans, the widest of the usual ones: in any other the text ends sooner.
enum TextWidth {
  /// Widths of the characters from space to `~`, in hundredths of the size of the type.
  private static let hundredths: [UInt8] = [
    32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 50, 84, 32, 37, 32, 34,
    64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 54,
    100, 69, 69, 70, 78, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79,
    61, 79, 70, 64, 62, 74, 69, 99, 69, 62, 69, 40, 34, 40, 84, 50,
    50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62,
    64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84,
  ]

  /// The width of a text, in units of the drawing.
  static func of(_ text: String, size: Double) -> Double {
    Double(text.unicodeScalars.reduce(0) { $0 + hundredths(of: $1) }) * size / 100
  }

  /// A text that fits: the whole, or its beginning and an ellipsis.
  static func shortened(_ text: String, size: Double, to limit: Double) -> String {
    if of(text, size: size) <= limit { return text }
    let room = limit - Double(hundredths(of: "…")) * size / 100
    var kept = ""
    var width = 0.0
    for character in text {
      width += of(String(character), size: size)
      if width > room { break }
      kept.append(character)
    }
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
  }

  /// A text in lines that fit, broken at spaces; a word too long for a line is shortened.
  static func lines(_ text: String, size: Double, in limit: Double) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, of("\(last) \(word)", size: size) <= limit {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(shortened(String(word), size: size, to: limit))
      }
    }
    return lines
  }

  private static func hundredths(of character: Unicode.Scalar) -> Int {
    switch character.value {
    case 32...126: Int(hundredths[Int(character.value) - 32])
    // Accents that stand over the letter before.
    case 0x300...0x36F: 0
    // Latin letters, Greek, Cyrillic, Arabic and most signs; then the scripts of East Asia.
    case ..<0x2E80: 100
    default: 125
    }
  }
}
