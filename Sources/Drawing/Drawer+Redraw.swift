import Members
import Pairing

extension Drawer {
  /// Releases a State's reviewers, or one of them, and draws again (para. 19).
  ///
  /// - Parameters:
  ///   - state: The State under review; its reviewers have been drawn.
  ///   - only: The one reviewer to release. Where the record itself shows why it must go, because it
  ///     left, stood down or no longer may review the State, that is no request of the State.
  ///   - exceptional: The reason for a request beyond the rulebook's limit.
  ///   - source: Where the seed comes from.
  ///   - acceptsWaivers: Whether to go on where more must be waived than before.
  public func redraw(
    _ state: Label, only: Label? = nil, exceptional: String? = nil, _ source: SeedSource,
    acceptsWaivers: Bool
  ) throws {
    if let exceptional, !Wording.isText(exceptional) { throw DrawingFailure.noReason }
    let index = try indexUnderReview(state)
    let review = cycle.reviews[index]
    guard review.isServed else { throw DrawingFailure.notDrawnYet(state, review.year) }
    if only == nil && cycle.rulebook.redrawScope == .reviewer {
      throw DrawingFailure.oneReviewerARequest(state, codes(review.reviewers.sorted()))
    }
    let seeded = try prepare(
      .redraw(state, cycle.count(.redraw(state, 0)) + 1), source)
    var released = review.reviewers
    var why: String?
    if let only {
      let reviewer = try self.index(only)
      guard released.contains(reviewer) else {
        throw DrawingFailure.notItsReviewer(only, of: state, codes(released.sorted()))
      }
      // A supplementary reviewer goes with the reviewer that it was drawn for.
      released = [reviewer] + [review.supplement(for: reviewer)].compactMap { $0 }
      why = cycle.mismatch(of: reviewer, underReview: index)
    }
    let request = why == nil ? review.requests + 1 : 0
    let isBeyond = request > cycle.rulebook.redrawLimit
    if isBeyond && exceptional == nil {
      throw DrawingFailure.redrawLimit(state, cycle.rulebook.redrawLimit)
    }
    var event = Redraw(
      state: state, request: request, only: only, released: codes(released.sorted()),
      exclusion: cycle.rulebook.excludesPreviousReviewers,
      reason: why, exceptional: isBeyond ? exceptional : nil, best: cycle.best)
    let ahead = try look(after: &event)
    try accept(ahead, acceptsWaivers)
    event.best = ahead.best
    try begin(seeded)
    try emit(.redraw(event))
    take(ahead)
    try serve(index)
    try closeIfComplete()
  }

  /// Looks ahead from after a redraw; the exclusion is dropped where it would cost a waiver.
  private func look(after event: inout Redraw) throws -> Lookahead {
    func folded(_ event: Redraw) -> Cycle {
      var after = cycle
      after.fold(.redraw(event))
      return after
    }
    guard event.exclusion else { return try look(from: folded(event)) }
    var free = event
    free.exclusion = false
    let wider = folded(free)
    var with: Lookahead?
    do { with = try look(from: folded(event)) } catch DrawingFailure.impossible {}
    if let with {
      let problem = wider.problem
      if with.keepsBest(in: problem, permitted(in: problem)) { return with }
    }
    let without = try look(from: wider)
    if let with, with.best == without.best { return with }
    event.exclusion = false
    return without
  }
}
