import Lots
import Members
import Pairing

extension Drawer {
  /// Moves a State's review to the next year (para. 14), or from the last year to the next cycle.
  ///
  /// - Parameters:
  ///   - state: The State under review.
  ///   - asked: The year that it leaves; nil for the one it stands in now.
  ///   - reason: Its reason.
  ///   - replaces: Whether a State of the group of the next year takes its place, by lot.
  ///   - source: Where the seed comes from; needed where a lot must be drawn.
  ///   - acceptsWaivers: Whether to go on where more must be waived than before.
  public func deferReview(
    of state: Label, from asked: Int? = nil, reason: String, replaces: Bool,
    _ source: SeedSource?, acceptsWaivers: Bool
  ) throws {
    guard Wording.isText(reason) else { throw DrawingFailure.noReason }
    try refuseRepeated(state, asked, reason, source)
    let index = try indexUnderReview(state)
    let from = cycle.reviews[index].year
    guard from > 0 else { throw DrawingFailure.notSelected }
    if let asked, asked != from { throw DrawingFailure.otherYear(state, from, asked: asked) }
    let draw = DrawName.deferral(state, cycle.count(.deferral(state, 0)) + 1)
    let to = from < cycle.rulebook.years ? from + 1 : 0
    let bowl =
      replaces && to > 0
      ? cycle.states(year: to).filter { isSameGroup($0, index) && $0 != index } : []
    let drawsOwnSeats = to > 0 && cycle.hasBegun(year: to)
    let seeded =
      bowl.isEmpty && !drawsOwnSeats ? nil : try prepare(draw, source)
    var event = Deferral(
      state: state, from: from, to: to, reason: reason,
      released: codes(cycle.reviews[index].reviewers.sorted()), best: cycle.best)
    // The best vector is that of what stands once the State has moved and been replaced: its
    // replacement can come into a year in which others stand down.
    var after = cycle
    after.fold(.deferred(event))
    var replacement: Int?
    if let seeded, !bowl.isEmpty {
      var lots = LotStream(seed: Seed(seeded.seed.text))
      let drawn = bowl[lots.draw(from: bowl.count).index]
      after.enter(drawn, from)
      replacement = drawn
    }
    let ahead = try look(from: after)
    try accept(ahead, acceptsWaivers)
    event.best = ahead.best
    if let seeded { try begin(seeded) }
    try emit(.deferred(event))
    take(ahead)
    if let replacement {
      try lot(.replacement(state: state), from: codes(bowl))
      if cycle.hasBegun(year: from) && !cycle.reviews[replacement].isServed {
        try serve(replacement)
      }
    }
    if drawsOwnSeats { try serve(index) }
    try closeIfComplete()
  }

  /// Puts off the review of a State that reviews in the same year (para. 20), as a deferral does.
  public func putOffOwnReview(
    of state: Label, year: Int, reason: String, replaces: Bool, _ source: SeedSource?,
    acceptsWaivers: Bool
  ) throws {
    try refuseRepeated(state, year, reason, source)
    let index = try indexUnderReview(state)
    guard cycle.reviews[index].year == year else {
      throw DrawingFailure.otherYear(state, cycle.reviews[index].year, asked: year)
    }
    guard cycle.states(year: year).contains(where: { cycle.reviews[$0].reviewers.contains(index) })
    else { throw DrawingFailure.reviewsNobody(state, year) }
    try deferReview(
      of: state, from: year, reason: reason, replaces: replaces, source,
      acceptsWaivers: acceptsWaivers)
  }

  /// Knows a deferral that is done: by its seed, by the year the State was to leave, or, where
  /// neither was given, by its reason.
  private func refuseRepeated(
    _ state: Label, _ asked: Int?, _ reason: String, _ source: SeedSource?
  ) throws {
    if let source, let repeated = cycle.draw(of: .deferral(state, 0), seededBy: source) {
      throw DrawingFailure.alreadyDrawn(repeated)
    }
    let year = cycle.year(of: state) ?? 0
    let done = cycle.deferrals.filter { $0.deferral.state == state }
    let last = done.last { $0.deferral.from == asked ?? $0.deferral.from }
    guard let last else { return }
    let isRepeated =
      if let asked {
        year != asked
      } else {
        year == last.deferral.to && last.deferral.reason == reason && last.seed == nil
      }
    if isRepeated { throw DrawingFailure.alreadyDeferred(last.deferral, now: year) }
  }

  /// Whether two States are of one group for the selection.
  private func isSameGroup(_ one: Int, _ other: Int) -> Bool {
    let states = cycle.roster.states
    return cycle.rulebook.groupOfSelection(of: states[one])
      == cycle.rulebook.groupOfSelection(of: states[other])
  }
}
