import Members
import Rules

extension Cycle {
  /// Why a State should review another no more, as the record shows it: it left, stood down for the
  /// year, or may not by what the membership, the rules and the conflicts say now.
  ///
  /// - Returns: nil where nothing speaks against it.
  func mismatch(of reviewer: Int, underReview state: Int) -> String? {
    let (own, other) = (roster.states[state], roster.states[reviewer])
    let review = reviews[state]
    if membership.index(of: other.code) == nil { return "\(other.title) has left" }
    if standDowns.contains(StoodDown(state: other.code, year: review.year)) {
      return "\(other.title) stands down in year \(review.year)"
    }
    if let other = apart(reviewer, underReview: state) {
      return "\(other.title) may not sit on one review with "
        + roster.states[reviewer].title + " (conflicts table)"
    }
    if let supplement = supplementMismatch(of: reviewer, underReview: state)
      ?? supplementMissing(for: reviewer, underReview: state)
    {
      return supplement
    }
    let seat = review.seat(of: reviewer) ?? .open
    guard
      let provision = Provisions(rulebook, conflicts: conflicts).all.first(where: {
        !$0.permits(other, toReview: own, in: seat)
      })
    else { return nil }
    return "\(other.title) no longer fits: \(own.title) \(provision.clause) "
      + "(\(provision.paragraph))"
  }

  /// Another reviewer of the State that may not sit on one review with this one; nil for none.
  private func apart(_ reviewer: Int, underReview state: Int) -> State? {
    if exclusions.isEmpty { return nil }
    let code = roster.states[reviewer].code
    return reviews[state].reviewers.map { roster.states[$0] }.first { other in
      other.code != code && exclusions.contains(Exclusion(code, other.code))
    }
  }

  /// States that were drawn as reviewers and no longer match, by what the record says now.
  ///
  /// - Returns: For each such seat the State under review, the reviewer, and why.
  public func mismatches() -> [(underReview: Label, reviewer: Label, why: String)] {
    reviews.enumerated().flatMap { state, review in
      review.isPlanned
        ? review.reviewers.compactMap { reviewer in
          mismatch(of: reviewer, underReview: state).map {
            (roster.states[state].code, roster.states[reviewer].code, $0)
          }
        } : []
    }
  }
}
