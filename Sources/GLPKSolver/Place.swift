/// The part of a program a failure speaks of.
public enum Place: Hashable, Sendable, CustomStringConvertible {
  /// A row, by its name.
  case row(String)
  /// A variable, by its name.
  case variable(String)
  /// The sum to be minimised.
  case objective

  /// The place in words; a long name is shortened.
  public var description: String {
    switch self {
    case .row(let name): "row \(Self.short(name))"
    case .variable(let name): "variable \(Self.short(name))"
    case .objective: "the objective"
    }
  }

  /// A name may be a million characters long; a message may not.
  static func short(_ name: String) -> String {
    let start = name.prefix(60)
    return start.endIndex == name.endIndex ? name : start + "…"
  }
}
