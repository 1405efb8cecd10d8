/// How many states a draw passes through, by an estimate from below.
public struct SizeEstimate: Hashable, Sendable, CustomStringConvertible {
  /// The states of the largest layer, at least.
  public let states: Int

  /// Makes an estimate.
  public init(states: Int) { self.states = states }

  /// In words.
  public var description: String {
    states < 2_000_000 ? "at least some \(states)" : "at least \(states / 1_000_000) million"
  }
}
