import Lots
import Pairing

extension Drawer {
  /// Draws which year each State is reviewed in (para. 14).
  ///
  /// - Parameters:
  ///   - source: Where the seed comes from.
  ///   - acceptsWaivers: Whether to go on where the years that come out cost more waivers.
  public func select(_ source: SeedSource, acceptsWaivers: Bool = true) throws {
    if cycle.rulebook.selectionMethod == .given { throw DrawingFailure.yearsGiven }
    let seeded = try prepare(.selection, source)
    let ahead = try aheadOfYears(seeded, acceptsWaivers)
    try begin(seeded)
    try Selection(cycle).draw { purpose, bowl in
      try self.lot(purpose, from: bowl)
    } first: { region, states in
      try self.lot(.first(region: region), from: self.codes(states))
    } year: { region, year, states, waiting in
      let purpose = DrawnLot.Purpose.year(region: region, year: year)
      return try self.lot(purpose, of: waiting.count) {
        waiting.positions.map { states[$0] }
      } drawn: {
        self.cycle.roster.states[states[waiting[$0]]].code
      }
    } take: {
      self.take($0, inYear: $1)
    }
    if let ahead {
      if ahead.best != cycle.best { try emit(.amended(Amended(best: ahead.best))) }
      take(ahead)
    }
    try closeIfComplete()
  }

  /// What is possible once the selection has said which year each State is reviewed in, where the
  /// rulebook bounds the reviews of one year, or a State stands down in one; nil where years do not
  /// matter.
  ///
  /// Nothing is recorded, so that a command which stops because of it has written nothing.
  private func aheadOfYears(_ seeded: Seeded, _ acceptsWaivers: Bool) throws -> Lookahead? {
    guard cycle.problem.boundsYears || !cycle.standDowns.isEmpty else { return nil }
    var after = cycle
    var lots = LotStream(seed: Seed(seeded.seed.text))
    try Selection(cycle).draw { _, bowl in
      lots.draw(from: bowl.count).index
    } first: { _, states in
      lots.draw(from: states.count).index
    } year: { _, _, _, waiting in
      lots.draw(from: waiting.count).index
    } take: {
      after.take($0, inYear: $1)
    }
    let ahead = try look(from: after)
    try accept(ahead, acceptsWaivers)
    return ahead
  }
}
