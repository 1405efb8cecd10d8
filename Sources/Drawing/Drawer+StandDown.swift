import Members

extension Drawer {
  /// Excuses a State under review from reviewing in that year (para. 20).
  ///
  /// - Parameters:
  ///   - state: The State, under review in the year.
  ///   - year: The year.
  ///   - source: Where the seed comes from; needed where seats must be drawn again.
  ///   - acceptsWaivers: Whether to go on where more must be waived than before.
  public func standDown(
    _ state: Label, year: Int, _ source: SeedSource?, acceptsWaivers: Bool
  ) throws {
    guard (1...cycle.rulebook.years).contains(year) else {
      throw DrawingFailure.noSuchYear(year, years: cycle.rulebook.years)
    }
    if cycle.standDowns.contains(Cycle.StoodDown(state: state, year: year)) {
      throw DrawingFailure.nothingToDo("\(state) already stands down in year \(year)")
    }
    let index = try indexUnderReview(state)
    // Before the selection only States that were carried over or drawn elsewhere have a year.
    guard cycle.reviews[index].year > 0 else { throw DrawingFailure.notSelected }
    guard cycle.reviews[index].year == year else {
      throw DrawingFailure.otherYear(state, cycle.reviews[index].year, asked: year)
    }
    let released = cycle.states(year: year).filter {
      cycle.reviews[$0].reviewers.contains(index)
    }
    let draw = DrawName.standDown(state, cycle.count(.standDown(state, 0)) + 1)
    let seeded = released.isEmpty ? nil : try prepare(draw, source)
    var event = StandDown(
      state: state, year: year, released: codes(released), best: cycle.best)
    var after = cycle
    after.fold(.stoodDown(event))
    let ahead = try look(from: after)
    try accept(ahead, acceptsWaivers)
    event.best = ahead.best
    if let seeded { try begin(seeded) }
    try emit(.stoodDown(event))
    take(ahead)
    for underReview in released { try serve(underReview) }
    try closeIfComplete()
  }
}
