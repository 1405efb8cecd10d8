import Members
import Rules

extension Cycle {
  /// Takes over a new membership: who joined, who left, who changed.
  ///
  /// The roster keeps States that left, since they may stand in what was drawn; they review no
  /// more, and are reviewed only if their year has begun.
  mutating func amend(_ new: Membership) {
    let old = roster
    let left = old.states.filter { new.index(of: $0.code) == nil }.map { state in
      State(
        code: state.code, name: state.name, region: state.region, protocols: state.protocols,
        legalSystems: state.legalSystems, languages: state.languages, isReviewed: false,
        isReviewer: false)
    }
    let roster = Membership(new.states + left)
    let places = old.states.map { roster.index(of: $0.code) ?? 0 }
    var reviews = roster.states.map { CycleReview($0, isPlanned: false, rulebook) }
    for (state, review) in self.reviews.enumerated() {
      var review = review
      if case .held(let reviewer) = review.regional { review.regional = .held(places[reviewer]) }
      review.open = review.open.map { places[$0] }
      review.released = review.released.map { places[$0] }.sorted()
      reviews[places[state]] = review
    }
    let canJoin = !isSelected || nextYear != nil
    for (index, state) in roster.states.enumerated() {
      let review = reviews[index]
      if review.isPlanned && review.year > 0 && hasBegun(year: review.year) { continue }
      // Not begun: the seats follow the new data.
      let isPlanned = state.isReviewed && (review.isPlanned || canJoin)
      reviews[index] = CycleReview(state, isPlanned: isPlanned, rulebook)
      if isPlanned { reviews[index].year = review.year }
      reviews[index].requests = review.requests
      reviews[index].released = review.released
    }
    membership = new
    self.roster = roster
    self.reviews = reviews
  }

  /// States that were drawn as reviewers and no longer match, by what the membership says now.
  ///
  /// - Returns: For each such seat the State under review, the reviewer, and why.
  public func mismatches() -> [(underReview: Label, reviewer: Label, why: String)] {
    let provisions = Provisions(rulebook, conflicts: conflicts)
    var result: [(Label, Label, String)] = []
    for (state, review) in reviews.enumerated() where review.isPlanned {
      for reviewer in review.reviewers {
        let (own, other) = (roster.states[state], roster.states[reviewer])
        let isRegional = review.regional == .held(reviewer)
        var why: String?
        if membership.index(of: other.code) == nil {
          why = "\(other.title) has left"
        } else if let provision = provisions.all.first(where: {
          !$0.permits(other, toReview: own, in: isRegional ? .regional : .open)
        }) {
          why =
            "\(other.title) no longer fits: \(own.title) \(provision.clause)"
            + " (\(provision.paragraph))"
        }
        if let why { result.append((own.code, other.code, why)) }
      }
    }
    return result
  }
}
