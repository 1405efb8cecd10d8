import Members

/// Rulebook, `open_seats: other_region`: the holder of an open seat is not of the regional group of
/// the State under review. Two States without a group are not of the same group. Never waived.
///
/// No rows: a pair that the rule does not permit has no variable.
public struct OpenSeatGroups: Provision {
  /// The rule's name.
  public let name = "open_seats"
  /// The paragraph.
  public let paragraph = "rulebook, open_seats"
  /// The demand.
  public let clause = "has in its open seats reviewers of other regional groups"
  /// Whether the rulebook has the rule.
  public let isRequired: Bool

  /// Makes the provision of a rulebook.
  public init(_ rulebook: Rulebook) { isRequired = rulebook.openSeats == .otherRegion }

  /// Whether the rule looks at no pair.
  public var permitsEveryPair: Bool { !isRequired }

  /// The demand in the sentence of a conflict.
  public func clause(_ subject: Subject, count: Int, of state: State) -> String {
    "in any open seat of another regional group than \(state.region) (\(paragraph))"
  }

  /// Whether the reviewer is of another group; regional seats are not concerned.
  public func permits(_ reviewer: State, toReview underReview: State, in seat: Seat) -> Bool {
    seat == .regional || !isRequired || underReview.region.isEmpty
      || reviewer.region != underReview.region
  }

  /// One breach for each open seat held from within the group.
  public func breaches(in draw: FinishedDraw) -> [Breach] {
    draw.reviews.flatMap { review in
      let state = draw.membership.states[review.underReview]
      return review.openReviewers.compactMap { index -> Breach? in
        let reviewer = draw.membership.states[index]
        guard !permits(reviewer, toReview: state, in: .open) else { return nil }
        return Breach(
          self, state: review.underReview,
          sentence: "\(reviewer.title) holds an open seat of \(state.title), of its own group")
      }
    }
  }
}
