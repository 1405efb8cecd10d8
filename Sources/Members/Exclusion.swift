/// Two States that may not sit on one review together.
///
/// The pair has no direction: the code that comes first in canonical order is `reviewer`.
public struct Exclusion: Hashable, Comparable, Sendable {
  /// The State whose code comes first.
  public let reviewer: Label
  /// The other State.
  public let other: Label

  /// Makes the pair, in whatever order the States are given.
  public init(_ one: Label, _ other: Label) {
    (reviewer, self.other) = one < other ? (one, other) : (other, one)
  }

  /// Canonical order: by the first State, then by the other.
  public static func < (left: Exclusion, right: Exclusion) -> Bool {
    (left.reviewer, left.other) < (right.reviewer, right.other)
  }
}
