/// Why no uniform lots can be drawn; never a wrong lot.
public enum UniformFailure: Error, Hashable, CustomStringConvertible {
  /// The chain found too few lawful outcomes, or its slowest pair was too slow, within the limit of
  /// sweeps.
  case tooSlow(sweeps: Int)
  /// There are too many outcomes to count, and the chain does not know a rule, given as a clause.
  case notCounted(String)

  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .tooSlow(let sweeps):
      "uniform lots cannot be vouched for: after \(sweeps) sweeps of each trial chain their pairs "
        + "still do not agree\nhelp: draw with bowls, which are exact for every membership"
    case .notCounted(let rule):
      "there are too many lawful outcomes to count, and \(rule): only what is counted can be drawn "
        + "evenly under that\nhelp: draw with bowls, which are exact for every membership"
    }
  }
}
