import Members

extension Drawer {
  /// Takes over a changed membership between years.
  ///
  /// - Parameters:
  ///   - membership: The new membership, which replaces the old.
  ///   - source: Where the seed comes from; needed where States that joined get a year by lot.
  ///   - acceptsWaivers: Whether to go on where more must be waived than before.
  public func amend(
    _ membership: Membership, _ source: SeedSource?, acceptsWaivers: Bool
  ) throws {
    if membership == cycle.membership {
      throw DrawingFailure.nothingToDo("the membership is the one already in force")
    }
    var after = cycle
    after.fold(.amended(membership: membership, best: cycle.best))
    let joining = after.isSelected ? after.states(year: 0) : []
    let draw = DrawName.amendment(cycle.count(.amendment(0)) + 1)
    let seeded = joining.isEmpty ? nil : try prepare(draw, source)
    let ahead = try look(from: after)
    try accept(ahead.best, acceptsWaivers)
    if let seeded { try begin(seeded) }
    try emit(.amended(membership: membership, best: ahead.best))
    take(ahead)
    for state in joining {
      let bowl = joiningBowl(of: state).map { Label(String($0)) }.sorted()
      try lot(.joining(state: cycle.roster.states[state].code), from: bowl)
    }
    // Who stood down in which year now binds the States that joined it.
    if !joining.isEmpty && !cycle.standDowns.isEmpty { take(nil) }
    // A year that has come to have no States left is drawn all the same, so nothing else changes.
    try closeIfComplete()
  }

  /// The years not yet begun in which the State's group has fewest States; among those, the years
  /// with the smallest total.
  private func joiningBowl(of state: Int) -> [Int] {
    let years = (1...cycle.rulebook.years).filter { !cycle.hasBegun(year: $0) }
    let region = cycle.roster.states[state].region
    let isProportional = cycle.rulebook.isSelectionProportional
    func ofGroup(_ year: Int) -> Int {
      cycle.states(year: year).count {
        !isProportional || cycle.roster.states[$0].region == region
      }
    }
    let fewest = years.map(ofGroup).min()
    let least = years.filter { ofGroup($0) == fewest }
    let smallest = least.map { cycle.states(year: $0).count }.min()
    return least.filter { cycle.states(year: $0).count == smallest }
  }
}
