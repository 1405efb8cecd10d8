/// A coefficient times a variable.
public struct Term: Hashable, Sendable {
  /// The whole-number coefficient.
  public let coefficient: Int
  /// The variable.
  public let variable: Variable.ID

  /// Makes a term.
  public init(_ coefficient: Int, _ variable: Variable.ID) {
    self.coefficient = coefficient
    self.variable = variable
  }
}

extension [Term] {
  /// The sum of the terms at a point. Twice the width of `Int` holds any product, so that checking
  /// an answer never overflows.
  func exactSum(at point: [Int]) -> Int128 {
    reduce(0) { $0 + Int128($1.coefficient) * Int128(point[$1.variable.index]) }
  }
}
