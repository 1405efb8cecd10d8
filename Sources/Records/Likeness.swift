import Foundation

/// How alike two texts look to a person who reads them.
public enum Likeness {
  /// In what two texts differ that look the same, or nearly.
  public enum Difference: String, Hashable, Sendable {
    /// In blanks between the letters.
    case blanks
    /// In characters without a width.
    case invisible = "characters that do not show"
    /// In capitals and small letters.
    case letterCase = "letter case"
    /// In how the same characters are encoded.
    case unicodeForm = "the Unicode form of its characters"
    /// In more than one of these.
    case several = "letter case, blanks or how its characters are encoded"
  }

  /// A text in small letters without blanks, invisible characters and compatibility forms, dashes
  /// and apostrophes of one kind each: two texts that look the same have the same.
  static func folded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      return String(decoding: text.utf8.lazy.filter { $0 > 0x20 }.map(small), as: UTF8.self)
    }
    // To capitals first, so that ß and SS are the same.
    let letters = text.precomposedStringWithCompatibilityMapping.uppercased().lowercased()
    var folded = String.UnicodeScalarView()
    for scalar in letters.unicodeScalars {
      let properties = scalar.properties
      if properties.isWhitespace || properties.isDefaultIgnorableCodePoint { continue }
      switch scalar {
      case "\u{2018}", "\u{2019}", "\u{2BC}", "\u{60}", "\u{B4}": folded.append("'")
      default: folded.append(properties.generalCategory == .dashPunctuation ? "-" : scalar)
      }
    }
    return String(folded).precomposedStringWithCompatibilityMapping
  }

  /// A number that is the same for two texts that look the same, and seldom otherwise (FNV-1a).
  static func hash(_ text: String) -> UInt64 {
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in (isPlain ? text : folded(text)).utf8 where byte > 0x20 {
      hash = (hash ^ UInt64(small(byte))) &* 0x100_0000_01B3
    }
    return hash
  }

  /// In what two texts with the same folded form differ.
  static func difference(_ one: String, _ other: String) -> Difference {
    func without(_ isLeftOut: (Unicode.Scalar.Properties) -> Bool) -> [[Unicode.Scalar]] {
      [one, other].map { $0.unicodeScalars.filter { !isLeftOut($0.properties) } }
    }
    let bare = without { $0.isWhitespace }
    if bare[0] == bare[1] { return .blanks }
    let shown = without { $0.isDefaultIgnorableCodePoint }
    if shown[0] == shown[1] { return .invisible }
    if Array(one.lowercased().unicodeScalars) == Array(other.lowercased().unicodeScalars) {
      return .letterCase
    }
    let forms = [one, other].map { Array($0.precomposedStringWithCompatibilityMapping.utf8) }
    return forms[0] == forms[1] ? .unicodeForm : .several
  }

  /// Whether two folded texts of at least two characters differ by one letter: another one, one more
  /// or less, or two neighbours exchanged. Another digit is no slip: names may be numbered.
  static func differByOneLetter(_ one: String, _ other: String) -> Bool {
    let (a, b) = (Array(one.unicodeScalars), Array(other.unicodeScalars))
    guard min(a.count, b.count) >= 2, abs(a.count - b.count) <= 1 else { return false }
    let start = zip(a, b).prefix { $0 == $1 }.count
    let end = zip(a.dropFirst(start).reversed(), b.dropFirst(start).reversed())
      .prefix { $0 == $1 }.count
    let (left, right) = (a[start..<a.count - end], b[start..<b.count - end])
    func isDigit(_ scalar: Unicode.Scalar?) -> Bool { scalar.map { "0"..."9" ~= $0 } ?? true }
    switch (left.count, right.count) {
    case (0, 1), (1, 0), (1, 1): return !(isDigit(left.first) && isDigit(right.first))
    case (2, 2):
      let isExchanged = left.first == right.last && left.last == right.first
      return isExchanged && !left.allSatisfy(isDigit)
    default: return false
    }
  }

  private static func small(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
