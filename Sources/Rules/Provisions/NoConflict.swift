import Members

/// The conflicts table: pairs that may not be drawn. Never waived.
///
/// No rows: a pair that the rule does not permit has no variable.
public struct NoConflict: Provision {
  /// The rule's name.
  public let name = "conflicts"
  /// The paragraph.
  public let paragraph = "conflicts table"
  /// The demand.
  public let clause = "is not reviewed by a State that the conflicts table excludes"
  private let conflicts: Set<Conflict>

  /// Makes the provision of a conflicts table.
  public init(_ conflicts: [Conflict]) { self.conflicts = Set(conflicts) }

  /// Whether the rule looks at no pair.
  public var permitsEveryPair: Bool { conflicts.isEmpty }

  /// The demand in the sentence of a conflict.
  public func clause(_ subject: Subject, count: Int, of state: State) -> String {
    "may not be reviewed by (\(paragraph))"
  }

  /// Whether the pair is not in the table.
  public func permits(_ reviewer: State, toReview underReview: State, in seat: Seat) -> Bool {
    conflicts.isEmpty
      || !conflicts.contains(Conflict(underReview: underReview.code, reviewer: reviewer.code))
  }

  /// One breach for each pair of the table that was drawn.
  public func breaches(in draw: FinishedDraw) -> [Breach] {
    guard !conflicts.isEmpty else { return [] }
    return draw.reviews.flatMap { review in
      let states = draw.membership.states
      let state = states[review.underReview]
      return review.reviewers.filter { !permits(states[$0], toReview: state, in: .open) }.map {
        Breach(
          self, state: review.underReview,
          sentence: "\(states[$0].title) reviews \(state.title), which the conflicts table excludes"
        )
      }
    }
  }
}
