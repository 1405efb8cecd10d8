/// A linear constraint: `lower ≤ Σ terms ≤ upper`.
public struct Row: Hashable, Sendable {
  /// A unique name, of characters that both MPS and LP files allow.
  public let name: String
  /// The terms, at most one per variable.
  public let terms: [Term]
  /// The lower bound; nil where there is none.
  public let lower: Int?
  /// The upper bound; nil where there is none.
  public let upper: Int?

  /// The sum of the terms at a point (one value per variable of the program); it must fit `Int`.
  public func value(at point: [Int]) -> Int {
    terms.reduce(0) { $0 + $1.coefficient * point[$1.variable.index] }
  }

  /// Whether a point keeps this row.
  public func holds(at point: [Int]) -> Bool {
    let value = terms.exactSum(at: point)
    return (lower.map { $0 <= value } ?? true) && (upper.map { value <= $0 } ?? true)
  }
}
