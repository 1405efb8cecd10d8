import BigInt

/// An exact fraction, not negative, in lowest terms.
public struct Rational: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// What stands above the line.
  public let numerator: BigUInt
  /// What stands below the line; not zero.
  public let denominator: BigUInt

  /// None.
  public static let zero = Rational(0, 1)
  /// The whole.
  public static let one = Rational(1, 1)

  /// Makes a fraction and reduces it.
  ///
  /// - Precondition: The denominator is not zero.
  public init(_ numerator: BigUInt, _ denominator: BigUInt) {
    precondition(denominator != 0, "a fraction of nothing")
    let divisor = numerator.greatestCommonDivisor(with: denominator)
    self.numerator = divisor == 1 ? numerator : numerator / divisor
    self.denominator = divisor == 1 ? denominator : denominator / divisor
  }

  /// The sum.
  public static func + (left: Rational, right: Rational) -> Rational {
    Rational(
      left.numerator * right.denominator + right.numerator * left.denominator,
      left.denominator * right.denominator)
  }

  /// The product.
  public static func * (left: Rational, right: Rational) -> Rational {
    Rational(left.numerator * right.numerator, left.denominator * right.denominator)
  }

  /// The quotient.
  ///
  /// - Precondition: The divisor is not zero.
  public static func / (left: Rational, right: Rational) -> Rational {
    Rational(left.numerator * right.denominator, left.denominator * right.numerator)
  }

  /// The product with a whole number, not negative.
  public func times(_ number: Int) -> Rational {
    Rational(numerator * BigUInt(number), denominator)
  }

  /// How far two fractions are apart.
  public func distance(to other: Rational) -> Rational {
    let (a, b) = (numerator * other.denominator, other.numerator * denominator)
    return Rational(a > b ? a - b : b - a, denominator * other.denominator)
  }

  /// The order of size.
  public static func < (left: Rational, right: Rational) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }

  /// The fraction as a decimal number, rounded to the nearest, halves up; the same on every machine.
  ///
  /// - Parameter digits: Digits behind the point.
  public func decimal(digits: Int) -> String {
    let scale = BigUInt(10).power(digits)
    let rounded = (2 * numerator * scale + denominator) / (2 * denominator)
    let (whole, rest) = rounded.quotientAndRemainder(dividingBy: scale)
    if digits == 0 { return String(whole) }
    let text = String(rest)
    return "\(whole)." + String(repeating: "0", count: digits - text.count) + text
  }

  /// The whole part, rounded down, to three digits: `57`, or `1.23e45` from a million on.
  public var magnitude: String {
    let digits = String(numerator / denominator)
    if digits.count <= 6 { return digits }
    let first = digits.prefix(3)
    return "\(first.prefix(1)).\(first.dropFirst())e\(digits.count - 1)"
  }

  /// As `3/7`.
  public var description: String { "\(numerator)/\(denominator)" }
}
