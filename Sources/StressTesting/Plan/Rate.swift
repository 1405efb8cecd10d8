/// How likely something is in a year, as an exact fraction.
public struct Rate: Hashable, Sendable {
  /// The text as it stands in the plan.
  public let text: String
  /// The fraction's numerator, not above the denominator.
  public let numerator: Int
  /// The fraction's denominator, 1 to 1,000,000.
  public let denominator: Int

  /// The largest denominator.
  public static let limit = 1_000_000

  /// Never.
  public static let never = Rate(text: "0", 0, 1)

  private init(text: String, _ numerator: Int, _ denominator: Int) {
    (self.text, self.numerator, self.denominator) = (text, numerator, denominator)
  }

  /// Whether it is 0.
  public var isNever: Bool { numerator == 0 }

  /// Reads `0`, `1`, `0.25` with at most six digits after the point, or `1/3`; nil for any other text,
  /// and for numbers above 1.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    let (numerator, denominator): (Int, Int)
    if let slash = bytes.firstIndex(of: UInt8(ascii: "/")) {
      guard let above = Self.number(bytes[..<slash]), let below = Self.number(bytes[(slash + 1)...])
      else { return nil }
      (numerator, denominator) = (above, below)
    } else if let point = bytes.firstIndex(of: UInt8(ascii: ".")) {
      let digits = bytes[(point + 1)...]
      guard let whole = Self.number(bytes[..<point]), whole <= 1, (1...6).contains(digits.count),
        let part = NamedCounts.number(digits)
      else { return nil }
      denominator = digits.reduce(1) { product, _ in product * 10 }
      numerator = whole * denominator + part
    } else {
      guard let whole = Self.number(bytes[...]) else { return nil }
      (numerator, denominator) = (whole, 1)
    }
    guard (1...Self.limit).contains(denominator), numerator <= denominator else { return nil }
    self.init(text: text, numerator, denominator)
  }

  /// A whole number without zeros in front.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    if digits.count > 1 && digits.first == UInt8(ascii: "0") { return nil }
    return NamedCounts.number(digits)
  }
}
