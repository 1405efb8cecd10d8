/// What a text that decides lots must be, so that two people who type it type the same: 1 to 1,000
/// printable ASCII characters, no blank at either end, no two blanks in a row (contract, section 6).
public enum SeedText {
  /// The most characters of a seed, a public text or a secret.
  public static let limit = 1000
  /// The fewest characters of a secret.
  public static let leastOfSecret = 16

  /// What is wrong with a text. Positions are counted in characters from 1.
  public enum Fault: Error, Hashable, Sendable {
    /// It is empty.
    case empty
    /// It has fewer characters than a secret must have.
    case tooShort(Int, least: Int)
    /// It has more characters than a text may have.
    case tooLong(Int, limit: Int)
    /// A character that is not printable ASCII, or that may not stand in a secret.
    case character(Unicode.Scalar, position: Int)
    /// A blank at its beginning or end.
    case blankAtEnd(position: Int)
    /// A second blank in a row.
    case secondBlank(position: Int)
  }

  /// What is wrong with a seed or a public text; nil where nothing is.
  public static func fault(inSeed text: String, limit: Int = limit) -> Fault? {
    let scalars = Array(text.unicodeScalars)
    if scalars.isEmpty { return .empty }
    for (place, scalar) in scalars.enumerated() {
      guard (0x20...0x7E).contains(scalar.value) else {
        return .character(scalar, position: place + 1)
      }
      guard scalar == " " else { continue }
      if place == 0 || place == scalars.count - 1 { return .blankAtEnd(position: place + 1) }
      if scalars[place - 1] == " " { return .secondBlank(position: place + 1) }
    }
    return scalars.count > limit ? .tooLong(scalars.count, limit: limit) : nil
  }

  /// What is wrong with a secret; nil where nothing is.
  public static func fault(inSecret text: String) -> Fault? {
    if let fault = fault(inSeed: text) { return fault }
    let scalars = Array(text.unicodeScalars)
    if let slash = scalars.firstIndex(of: "/") {
      return .character("/", position: slash + 1)
    }
    return scalars.count < leastOfSecret
      ? .tooShort(scalars.count, least: leastOfSecret) : nil
  }
}

extension SeedText.Fault: CustomStringConvertible {
  /// The end of a sentence that begins with the text: what is wrong with it, and what to do.
  public var description: String {
    switch self {
    case .empty: "is empty\nhelp: \(Self.rule)"
    case .tooShort(let count, let least):
      "has \(count) characters, but must have at least \(least), or it can be found by trying\n"
        + "help: make one with `openssl rand -hex 32`"
    case .tooLong(let count, let limit):
      "has \(count) characters, but may have \(limit)\nhelp: use the SHA-256 of the longer text"
    case .character("/", let position):
      "holds a slash as its character \(position), which separates it from the public text\n"
        + "help: use letters and digits, for instance the output of `openssl rand -hex 32`"
    case .character(let scalar, let position):
      "holds the character \(Self.show(scalar)) as its character \(position)\nhelp: \(Self.rule)"
    case .blankAtEnd(let position):
      position == 1
        ? "begins with a blank\nhelp: \(Self.rule)"
        : "ends with a blank, U+0020, its character \(position)\nhelp: \(Self.rule)"
    case .secondBlank(let position):
      "holds a second blank in a row, U+0020, as its character \(position)\nhelp: \(Self.rule)"
    }
  }

  private static let rule =
    "take 1 to 1,000 printable ASCII characters, no blank at either end, no two in a row"

  /// A character by its number, and itself where it shows.
  private static func show(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let number = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber,
      .mathSymbol, .currencySymbol, .otherSymbol, .dashPunctuation, .otherPunctuation:
      "\(number) (\(scalar))"
    default: number
    }
  }
}
