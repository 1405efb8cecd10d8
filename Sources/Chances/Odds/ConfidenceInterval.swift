import BigInt

/// The interval in which a chance lies with 95 % confidence, given how often something happened
/// (Wilson 1927), in whole numbers, so that it is the same on every machine.
public struct ConfidenceInterval: Hashable, Sendable {
  /// The lower end, rounded down to a whole millionth.
  public let low: Rational
  /// The upper end, rounded up to a whole millionth.
  public let high: Rational

  /// The square of the 97.5 % point of the normal distribution, in millionths.
  private static let square: BigUInt = 3_841_459
  /// The same for outcomes of a chain, whose counts vary by up to 5/4 as much (page Uniform).
  private static let squareOfChain: BigUInt = 4_801_824

  /// Makes an interval.
  ///
  /// - Parameters:
  ///   - count: How often it happened.
  ///   - samples: How often it could; above 0.
  ///   - isChained: Whether the samples follow one another in a chain.
  public init(_ count: Int, of samples: Int, isChained: Bool = false) {
    precondition(samples > 0 && (0...samples).contains(count), "no share")
    // (2k + z² ∓ √(z⁴ + 4·z²·k·(n − k)/n)) / (2·(n + z²)), all times 10⁶.
    let million: BigUInt = 1_000_000
    let z = isChained ? Self.squareOfChain : Self.square
    let (k, n) = (BigUInt(count), BigUInt(samples))
    let fine = million * million
    let root = ((z * z + 4 * z * million * k * (n - k) / n) * fine).squareRoot()
    let middle = (2 * k * million + z) * million
    let whole = 2 * (n * million + z) * million
    let down = middle > root ? (middle - root) * million / whole : 0
    let up = ((middle + root + 1) * million + whole - 1) / whole
    low = Rational(count == 0 ? 0 : min(down, million), million)
    high = Rational(count == samples ? million : min(up, million), million)
  }
}
