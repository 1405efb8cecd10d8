import Lots
import Pairing

extension Drawer {
  /// Draws which year each State is reviewed in (para. 14).
  ///
  /// - Parameters:
  ///   - source: Where the seed comes from.
  ///   - acceptsWaivers: Whether to go on where the years that come out cost more waivers.
  public func select(_ source: SeedSource, acceptsWaivers: Bool = true) throws {
    let seeded = try prepare(.selection, source)
    let ahead = try aheadOfYears(seeded, acceptsWaivers)
    try begin(seeded)
    try Selection(cycle).draw { purpose, bowl in
      try self.lot(purpose, from: bowl)
    } year: { region, year, states, waiting in
      let purpose = DrawnLot.Purpose.year(region: region, year: year)
      let place = try self.lot(purpose, of: waiting.count) {
        waiting.positions.map { self.cycle.roster.states[states[$0]].code }
      } drawn: {
        self.cycle.roster.states[states[waiting[$0]]].code
      }
      self.take(states[waiting[place]], inYear: year)
      return place
    }
    if let ahead {
      if ahead.best != cycle.best { try emit(.amended(Amended(best: ahead.best))) }
      take(ahead)
    }
    try closeIfComplete()
  }

  /// What is possible once the selection has said which year each State is reviewed in, where the
  /// rulebook bounds the reviews of one year; nil where years do not matter.
  ///
  /// Nothing is recorded, so that a command which stops because of it has written nothing.
  private func aheadOfYears(_ seeded: Seeded, _ acceptsWaivers: Bool) throws -> Lookahead? {
    guard cycle.problem.boundsYears else { return nil }
    var after = cycle
    var lots = LotStream(seed: Seed(seeded.seed.text))
    try Selection(cycle).draw { _, bowl in
      lots.draw(from: bowl.count).index
    } year: { _, year, states, waiting in
      let rank = lots.draw(from: waiting.count).index
      after.take(states[waiting[rank]], inYear: year)
      return rank
    }
    let ahead = try look(from: after)
    try accept(ahead, acceptsWaivers)
    return ahead
  }
}
