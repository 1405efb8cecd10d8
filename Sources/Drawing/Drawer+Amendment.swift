import Lots
import Members

extension Drawer {
  /// Takes over a changed membership, rulebook or table of conflicts between years.
  ///
  /// - Parameters:
  ///   - amendment: What is to change, and what became of States that are missing.
  ///   - source: Where the seed comes from; needed where States that joined get a year by lot.
  ///   - acceptsWaivers: Whether to go on where more must be waived than before.
  public func amend(
    _ amendment: Amendment, _ source: SeedSource?, acceptsWaivers: Bool
  ) throws {
    var event = try amended(amendment)
    var after = cycle
    after.fold(.amended(event))
    try checkGivenYears(event, after)
    let joining = after.isSelected ? after.states(year: 0) : []
    let draw = DrawName.amendment(cycle.count(.amendment(0)) + 1)
    let seeded = joining.isEmpty ? nil : try prepare(draw, source)
    // The best vector is that of what stands once every State that joined has its year: it can be
    // one in which others stand down.
    if let seeded {
      var lots = LotStream(seed: Seed(seeded.seed.text))
      for state in joining {
        let bowl = after.joiningBowl(of: state)
        let drawn = bowl[lots.draw(from: bowl.count).index]
        after.reviews[state].year = Int(drawn.text) ?? 0
      }
    }
    let ahead = try look(from: after)
    try accept(ahead, acceptsWaivers)
    if let seeded { try begin(seeded) }
    event.best = ahead.best
    try emit(.amended(event))
    take(ahead)
    for state in joining {
      let code = cycle.roster.states[state].code
      try lot(.joining(state: code), from: cycle.joiningBowl(of: state))
    }
    // A year that has come to have no States left is drawn all the same, so nothing else changes.
    try closeIfComplete()
  }

  /// Refuses a table that gives a State a year that has begun, or none, and fewer years than the
  /// table gives.
  private func checkGivenYears(_ amended: Amended, _ after: Cycle) throws {
    guard after.rulebook.selectionMethod == .given, let next = after.nextYear else { return }
    let years = next...after.rulebook.years
    let before = Dictionary(uniqueKeysWithValues: amended.renamed.map { ($0.to, $0.from) })
    let wrong = after.roster.states.map(\.code).filter { state in
      guard let year = after.year(of: state) else { return false }
      let isKept = year < next && cycle.year(of: before[state] ?? state) == year
      return !isKept && !years.contains(year)
    }
    if !wrong.isEmpty { throw DrawingFailure.amending(.pastYears(wrong, left: years)) }
  }

  /// What an amendment changes, as its event says it; the best vector is still to be worked out.
  private func amended(_ amendment: Amendment) throws -> Amended {
    var new = amendment
    new.conflicts = new.conflicts.map { Set($0).sorted() }
    new.exclusions = new.exclusions.map { Set($0).sorted() }
    // A membership that is in force needs no questions.
    if new.membership == cycle.membership {
      new.membership = nil
      (new.leaves, new.joins, new.renames) = ([], [], [])
    }
    let change = try AmendmentChange(new, of: cycle)
    // What does not change is no part of the event.
    if change.rules.isEmpty { new.rulebook = nil }
    if change.newConflicts.isEmpty && change.droppedConflicts.isEmpty { new.conflicts = nil }
    if change.newExclusions.isEmpty && change.droppedExclusions.isEmpty { new.exclusions = nil }
    if new == Amendment() {
      throw amendment == Amendment()
        ? DrawingFailure.amending(.nothingGiven)
        : DrawingFailure.nothingToDo("what is to be taken over is already in force")
    }
    return Amended(
      membership: new.membership, rulebook: new.rulebook, conflicts: new.conflicts,
      exclusions: new.exclusions, left: change.left, joined: change.joined,
      renamed: change.renamed, best: cycle.best)
  }
}

extension Cycle {
  /// The years not yet begun in which the State's group has fewest States; among those, the years
  /// with the smallest total. They are texts, in canonical order.
  func joiningBowl(of state: Int) -> [Label] {
    let years = (1...rulebook.years).filter { !hasBegun(year: $0) }
    let region = roster.states[state].region
    func ofGroup(_ year: Int) -> Int {
      states(year: year).count {
        !rulebook.isSelectionProportional || roster.states[$0].region == region
      }
    }
    let fewest = years.map(ofGroup).min()
    let least = years.filter { ofGroup($0) == fewest }
    let smallest = least.map { states(year: $0).count }.min()
    return least.filter { states(year: $0).count == smallest }.map { Label(String($0)) }.sorted()
  }
}
