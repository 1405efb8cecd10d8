import Members
import Rules

/// Supplementary reviewers (rulebook, `protocols: supplement`).
extension PairingProblem {
  /// Whether supplementary reviewers are drawn.
  public var drawsSupplements: Bool { rulebook.protocols == .supplement }

  /// The Protocols of a State under review that a reviewer is not party to, in canonical order.
  func lacking(_ reviewer: Int, underReview state: Int) -> [Label] {
    SupplementaryReviewers.lacking(
      membership.states[reviewer], toReview: membership.states[state])
  }

  /// Whether a supplementary seat is drawn for a reviewer.
  func isSupplemented(_ reviewer: Int, underReview state: Int) -> Bool {
    drawsSupplements && !lacking(reviewer, underReview: state).isEmpty
  }

  /// What the holder of a State's next supplementary seat must be party to; nil where none is due.
  public func lackingNext(of state: Int) -> [Label]? {
    reviews[state].due.first.map { lacking($0, underReview: state) }
  }
}
