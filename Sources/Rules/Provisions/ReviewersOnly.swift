import Members

/// Para. 57, and the membership's `reviewer` column: signatories never review, and a State that is
/// not a reviewer does no review. Never waived.
///
/// No rows: a pair that the rule does not permit has no variable.
public struct ReviewersOnly: Provision {
  /// The rule's name.
  public let name = "reviewers_only"
  /// The paragraph.
  public let paragraph = "para. 57"
  /// The demand.
  public let clause = "is reviewed by States that review, which signatories do not"

  /// Makes the provision.
  public init() {}

  /// Whether the rule looks at no pair.
  public var permitsEveryPair: Bool { false }

  /// Whether the State reviews at all.
  public func permits(_ reviewer: State, toReview underReview: State, in seat: Seat) -> Bool {
    reviewer.isReviewer
  }

  /// One breach for each reviewer that does not review.
  public func breaches(in draw: FinishedDraw) -> [Breach] {
    draw.reviews.flatMap { review in
      review.reviewers.filter { !draw.membership.states[$0].isReviewer }.map { index in
        let states = draw.membership.states
        return Breach(
          self, state: review.underReview,
          sentence: "\(states[index].title), which does no reviews, reviews "
            + states[review.underReview].title)
      }
    }
  }
}
