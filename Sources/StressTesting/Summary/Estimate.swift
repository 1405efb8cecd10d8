/// A chance as it was observed, with an interval of 95 %.
///
/// Only sums, products, quotients and square roots are taken, which IEEE 754 rounds in one way, so
/// that it prints the same on every machine.
public struct Estimate: Hashable, Sendable {
  /// The chance, 0 to 1.
  public let value: Double
  /// The lower end of the interval.
  public let low: Double
  /// The upper end of the interval.
  public let high: Double

  /// The 97.5th percentile of the normal distribution.
  static let z = 1.959963984540054

  /// Makes an estimate from its numbers; the interval is cut to 0 to 1.
  init(value: Double, low: Double, high: Double) {
    (self.value, self.low, self.high) = (value, max(0, low), min(1, high))
  }

  /// The share of successes among independent trials with Wilson's interval (1927); nil without a
  /// trial.
  public init?(successes: Int, trials: Int) {
    guard trials > 0 else { return nil }
    let (n, z) = (Double(trials), Self.z)
    let share = Double(successes) / n
    let middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    let half =
      z / (1 + z * z / n)
      * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    // Rounding must not exclude what was observed.
    self.init(
      value: share, low: successes == 0 ? 0 : middle - half,
      high: successes == trials ? 1 : middle + half)
  }
}
