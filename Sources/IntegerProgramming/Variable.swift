/// A whole-number variable of a program.
public struct Variable: Hashable, Sendable {
  /// The position of a variable in ``Program/variables``.
  public struct ID: Hashable, Comparable, Sendable {
    /// The position, from 0.
    public let index: Int

    /// Makes the identifier of the variable at a position.
    public init(index: Int) { self.index = index }

    /// Order of positions.
    public static func < (left: ID, right: ID) -> Bool { left.index < right.index }
  }

  /// A unique name, of characters that both MPS and LP files allow.
  public let name: String
  /// The smallest value.
  public let lower: Int
  /// The largest value; nil where there is none.
  public let upper: Int?

  /// Whether a value is within the bounds.
  public func allows(_ value: Int) -> Bool {
    lower <= value && (upper.map { value <= $0 } ?? true)
  }
}
