/// Logarithms from additions, multiplications and divisions alone. Those are the same on every
/// machine to the last bit; the logarithm of a system's library need not be.
enum Logarithm {
  /// The logarithm to base 10 of a positive number, to some 15 digits.
  static func ofTen(_ value: Double) -> Double {
    // value = 2^exponent · m with √½ ≤ m < √2; ln m = 2·artanh((m − 1) / (m + 1)).
    var exponent = Double(value.exponent)
    var significand = value.significand
    if significand > 1.414_213_562_373_095 {
      significand /= 2
      exponent += 1
    }
    let ratio = (significand - 1) / (significand + 1)
    let square = ratio * ratio
    // Below 0.172 in magnitude, the 11th power of the square is under 10⁻¹⁶.
    var sum = 0.0
    for odd in stride(from: 23, through: 1, by: -2) { sum = sum * square + 1 / Double(odd) }
    return (2 * ratio * sum + exponent * naturalOfTwo) / naturalOfTen
  }

  /// A power of ten; exact from −22 (as a quotient) to 22.
  static func power(_ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<exponent.magnitude { power *= 10 }
    return exponent < 0 ? 1 / power : power
  }

  private static let naturalOfTwo = 0.693_147_180_559_945_3
  private static let naturalOfTen = 2.302_585_092_994_046
}
