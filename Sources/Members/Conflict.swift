/// A pair that may not be drawn: `reviewer` may not review `underReview`.
public struct Conflict: Hashable, Comparable, Sendable {
  /// The code of the State under review.
  public let underReview: Label
  /// The code of the State that may not review it.
  public let reviewer: Label

  /// Makes a conflict from two codes.
  public init(underReview: Label, reviewer: Label) {
    self.underReview = underReview
    self.reviewer = reviewer
  }

  /// Canonical order: by State under review, then by reviewer.
  public static func < (left: Conflict, right: Conflict) -> Bool {
    left.underReview == right.underReview
      ? left.reviewer < right.reviewer : left.underReview < right.underReview
  }
}
