import Chances
import Members
import Pairing
import Rules

/// An outcome that is drawn as a whole: whether it can be lawful, and what it leaves to be waived.
extension Drawer {
  /// Refuses an outcome from a ledger that names other States, or a pair that may not be drawn.
  func check(_ outcome: [DrawnReviewers], _ year: Int) throws {
    let failure = DrawingFailure.unlawfulOutcome(.year(year))
    let problem = cycle.problem
    let eligible = problem.eligibleReviewers
    var loads = cycle.loads
    let bounds = problem.boundsYears
    var inYear = cycle.roster.states.indices.map { problem.roomInYear(year, of: $0) }
    guard outcome.map(\.underReview) == codes(cycle.waiting(year: year)) else { throw failure }
    for drawn in outcome {
      let state = try index(drawn.underReview)
      let review = problem.reviews[state]
      let reviewers = try drawn.reviewers.map(index)
      let supplements = problem.drawsSupplements ? review.seatsLeft + review.due.count : 0
      guard reviewers.count <= review.seatsLeft + supplements,
        zip(reviewers, reviewers.dropFirst()).allSatisfy({ $0 < $1 }),
        !hasTwoApart(reviewers)
      else { throw failure }
      if cycle.givesSeatsByKind {
        guard problem.seats(of: reviewers, underReview: state) != nil else { throw failure }
      } else {
        let kinds = reviewers.map { reviewer in eligible[state].first { $0.state == reviewer } }
        guard kinds.allSatisfy({ $0 != nil }),
          kinds.count(where: { $0?.mayTakeOpen == false }) <= 1
        else { throw failure }
      }
      for reviewer in reviewers {
        loads[reviewer] += 1
        inYear[reviewer] -= 1
        let most = cycle.rulebook.maximumLoad(of: cycle.roster.states[reviewer])
        if loads[reviewer] > most || bounds && inYear[reviewer] < 0 { throw failure }
        let back = outcome.first { $0.underReview == cycle.roster.states[reviewer].code }
        if cycle.rulebook.mutualReviews == .forbidden,
          back?.reviewers.contains(drawn.underReview) == true
        {
          throw failure
        }
      }
    }
  }

  /// Whether two of these States may not sit on one review.
  private func hasTwoApart(_ reviewers: [Int]) -> Bool {
    let states = reviewers.map { cycle.roster.states[$0] }
    // Supplementary reviewers may be of any group, so that beside them the seats decide.
    let areDistinct = cycle.rulebook.distinctGroups && cycle.rulebook.protocols != .supplement
    return states.indices.contains { one in
      states[..<one].contains { other in
        areDistinct && !other.region.isEmpty && other.region == states[one].region
          || cycle.exclusions.contains(Exclusion(other.code, states[one].code))
      }
    }
  }

  /// Writes what was drawn, then its waivers, States in canonical order, and looks ahead anew.
  func close(_ event: Event, _ outcome: [DrawnReviewers], of draw: DrawName) throws {
    let states = try outcome.map { try index($0.underReview) }
    let drawn = try outcome.map { try $0.reviewers.map(index) }
    let regional = Set(states.filter { cycle.reviews[$0].regional == .toDraw })
    try emit(event)
    take(nil)
    for (state, reviewers) in zip(states, drawn) {
      if cycle.givesSeatsByKind {
        try settleKinds(of: state, reviewers)
      } else if regional.contains(state) {
        try settleRegionalSeat(of: state)
      }
      while cycle.reviews[state].hasSeatToDraw { try leaveSeatOfOutcome(of: state, draw) }
    }
    if recorded != nil && !cycle.isComplete {
      try lookAhead()
      if lookahead?.best != cycle.best { throw DrawingFailure.unlawfulOutcome(draw) }
    }
    try closeIfComplete()
  }

  /// Leaves the next seat empty, the supplementary ones at last.
  private func leaveSeatOfOutcome(of state: Int, _ draw: DrawName) throws {
    let review = cycle.reviews[state]
    let isSupplementary = review.nextSeat(in: cycle.rulebook.seatsInOrder) == .supplementary
    let rule = isSupplementary ? WaivableRule.supplement : .seat
    guard cycle.rulebook.canWaive(rule) else { throw DrawingFailure.unlawfulOutcome(draw) }
    let reason =
      isSupplementary
      ? cycle.reasonForNoSupplementDrawn(of: review.supplementsDue[0], underReview: state)
      : "the outcome drawn leaves the seat empty"
    try waive(rule, state, reason)
  }

  private func settleRegionalSeat(of state: Int) throws {
    if case .held(let reviewer) = cycle.reviews[state].regional {
      return try noteDissimilarity(of: reviewer, underReview: state)
    }
    try giveUpSeatOfOutcome(of: state)
  }

  /// Where there are several kinds: the seats of the same group that nobody holds, then those held
  /// from another legal system.
  private func settleKinds(of state: Int, _ reviewers: [Int]) throws {
    for _ in 0..<cycle.reviews[state].left.regional { try giveUpSeatOfOutcome(of: state) }
    for holder in cycle.reviews[state].holders
    where holder.isDissimilar && reviewers.contains(holder.reviewer) {
      try noteDissimilarity(of: holder.reviewer, underReview: state)
    }
  }

  private func giveUpSeatOfOutcome(of state: Int) throws {
    guard cycle.rulebook.canWaive(.sameRegion) else {
      throw DrawingFailure.unlawfulOutcome(.year(cycle.reviews[state].year))
    }
    let region = cycle.roster.states[state].region
    try waive(.sameRegion, state, "the outcome drawn has no reviewer of \(region) for it")
    if countsLegalSystem(of: state) {
      try waive(.legalSystem, state, "its regional seat was given up")
    }
  }
}
