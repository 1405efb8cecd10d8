/// How many states a draw passes through, by an estimate from below.
public struct SizeEstimate: Hashable, Sendable, CustomStringConvertible {
  /// The number of bits of the number of states: the number is at least 2 to the power of this.
  public let bits: Int

  /// Makes an estimate.
  public init(bits: Int) { self.bits = bits }

  /// In words, as a power of ten.
  public var description: String {
    // log10(2) = 0.30103; rounded down, so that the words stay an estimate from below.
    let tens = bits * 30_103 / 100_000
    return bits < 20 ? "at least \(1 << bits)" : "at least some 10^\(tens)"
  }
}
