/// Why a synthetic membership cannot be made.
public enum SyntheticFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// A number outside what is allowed.
  case outOfRange(option: SyntheticMembership.Option, value: Int, allowed: ClosedRange<Int>)

  /// What is wrong, with the values in it.
  public var description: String {
    switch self {
    case .outOfRange(let option, let value, let allowed):
      "\(option.rawValue): \(value) is not allowed; allowed: a whole number from "
        + "\(allowed.lowerBound) to \(allowed.upperBound)"
    }
  }
}
