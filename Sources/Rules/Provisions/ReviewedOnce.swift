import Members

/// Paras. 12 and 13: every State that is to be reviewed is reviewed exactly once in a cycle.
///
/// No rows: the pairing program holds each State under review once.
public struct ReviewedOnce: Provision {
  /// The rule's name.
  public let name = "reviewed_once"
  /// The paragraph.
  public let paragraph = "paras. 12 and 13"
  /// The demand.
  public let clause = "is reviewed exactly once in the cycle"

  /// Makes the provision.
  public init() {}

  /// One breach for each State whose number of reviews is not what it should be.
  public func breaches(in draw: FinishedDraw) -> [Breach] {
    var counts = Array(repeating: 0, count: draw.membership.states.count)
    for review in draw.assignment.reviews { counts[review.underReview] += 1 }
    return draw.membership.states.enumerated().compactMap { index, state in
      let due = state.isReviewed ? 1 : 0
      guard counts[index] != due else { return nil }
      return Breach(
        self, state: index,
        sentence: state.isReviewed
          ? "\(state.title) is under review \(counts[index]) times, not once"
          : "\(state.title) is under review but is not to be reviewed")
    }
  }
}
