import Chances
import Lots
import Members
import Pairing
import Rules

extension Drawer {
  /// How many tickets a list may have.
  public static let ticketCounts = 2...10_000

  /// Draws a year by the method uniform: the year's part of one lawful outcome of the rest of the
  /// cycle.
  func drawUniformly(year: Int, _ seeded: Seeded) throws {
    let drawn: UniformDraw
    if let recorded {
      try begin(seeded)
      guard case .uniform(let written) = try recorded() else {
        throw DrawingFailure.unlawfulOutcome(seeded.draw)
      }
      try check(written, seeded)
      try check(written.outcome, year)
      drawn = written
    } else {
      // Before the seed is written, so that a chain that cannot be vouched for changes nothing.
      drawn = try drawOutcome(year, seeded)
      try begin(seeded)
    }
    try close(.uniform(drawn), drawn.outcome, of: seeded.draw)
  }

  /// Publishes a list of tickets for a year: outcomes drawn by the method uniform, one after
  /// another from one seed.
  ///
  /// - Parameters:
  ///   - year: The year; every earlier one has been drawn.
  ///   - count: How many tickets, of ``ticketCounts``.
  ///   - source: Where the seed of the list comes from.
  ///   - keep: Keeps the tickets, before anything is recorded; what it throws ends the command.
  public func publishTickets(
    _ year: Int, count: Int, _ source: SeedSource,
    keep: (TicketList, [[DrawnReviewers]]) throws -> Void = { _, _ in }
  ) throws {
    let draw = DrawName.tickets(year)
    try checkTurn(of: year)
    if let list = cycle.tickets.last(where: { $0.draw == draw }) {
      throw cycle.seed(of: list) == source.seed && list.count == count
        ? DrawingFailure.nothingToDo("the tickets of \"year \(year)\" are already published")
        : DrawingFailure.otherTickets(.year(year))
    }
    if cycle.hasBegun(year: year) { throw DrawingFailure.drawnOtherwise(.year(year)) }
    let seeded: Seeded
    do {
      seeded = try prepare(draw, source, by: .tickets)
    } catch DrawingFailure.alreadyDrawn(draw) {
      // A list that lapsed has used its seed up.
      throw DrawingFailure.seedUsed(source.seed, by: draw)
    }
    var list = TicketList(draw: draw, count: count, outcomes: nil, sha256: "")
    if let recorded {
      try begin(seeded)
      guard case .tickets(let written) = try recorded() else {
        throw DrawingFailure.unlawfulOutcome(draw)
      }
      (list.outcomes, list.sha256) = (written.outcomes, written.sha256)
    } else {
      // Before the seed is written, so that a chain that cannot be vouched for changes nothing.
      let (tickets, outcomes) = try drawTickets(list, seeded.seed)
      (list.outcomes, list.sha256) = (outcomes, TicketFile(tickets).sha256)
      try keep(list, tickets)
      try begin(seeded)
    }
    try emit(.tickets(list))
  }

  /// Draws a year by a ticket of its published list.
  ///
  /// - Parameters:
  ///   - year: The year.
  ///   - ticket: The number of the ticket, from 0.
  public func draw(year: Int, ticket: Int) throws {
    try checkTurn(of: year)
    if cycle.hasBegun(year: year) {
      throw cycle.drawnTickets[year] == ticket
        ? DrawingFailure.alreadyDrawn(.year(year)) : DrawingFailure.drawnOtherwise(.year(year))
    }
    guard let list = cycle.tickets(year: year) else {
      throw DrawingFailure.noTickets(.year(year))
    }
    try checkFreeze(.year(year), by: .tickets)
    guard (0..<list.count).contains(ticket) else {
      throw DrawingFailure.noSuchTicket(ticket, count: list.count)
    }
    let outcome: [DrawnReviewers]
    if let recorded {
      guard case .ticket(let written) = try recorded() else { return }
      try check(written.outcome, year)
      outcome = written.outcome
    } else {
      outcome = try tickets(list)[ticket]
    }
    let drawn = TicketDraw(draw: .year(year), ticket: ticket, outcome: outcome)
    try close(.ticket(drawn), outcome, of: .year(year))
  }

  /// The tickets of a list that stands, from its seed.
  public func tickets(_ list: TicketList) throws -> [[DrawnReviewers]] {
    try drawTickets(list, cycle.seed(of: list)).tickets
  }

  private func drawTickets(
    _ list: TicketList, _ seed: Label
  ) throws -> (tickets: [[DrawnReviewers]], outcomes: OutcomeNumber?) {
    let key = ListKey(
      year: list.year, count: list.count, seed: seed, basis: TicketBasis(cycle))
    if let drawnTickets, drawnTickets.list == key {
      return (drawnTickets.tickets, drawnTickets.outcomes)
    }
    do {
      var sampler = try sampler(seed)
      let outcomes = sampler.outcomes.map { OutcomeNumber($0) }
      var tickets: [[DrawnReviewers]] = []
      for _ in 0..<list.count { tickets.append(part(of: try sampler.next().outcome, list.year)) }
      drawnTickets = (key, tickets, outcomes)
      return (tickets, outcomes)
    } catch { throw DrawingFailure.chain(error) }
  }

  private func drawOutcome(_ year: Int, _ seeded: Seeded) throws -> UniformDraw {
    do {
      var sampler = try sampler(seeded.seed)
      let drawn = try sampler.next()
      let way: UniformDraw.Way =
        switch drawn.way {
        case .number(let number, let outcomes):
          .number(OutcomeNumber(number), of: OutcomeNumber(outcomes))
        case .chain(let lawfulSweeps, let sweeps):
          .chain(lawfulSweeps: lawfulSweeps, sweeps: sweeps)
        }
      return UniformDraw(
        draw: seeded.draw, year: year, way: way, blocks: drawn.blocks,
        outcome: part(of: drawn.outcome, year))
    } catch { throw DrawingFailure.chain(error) }
  }

  /// Refuses a number from a ledger that the seed does not draw of so many outcomes.
  private func check(_ drawn: UniformDraw, _ seeded: Seeded) throws {
    guard case .number(let number, let outcomes) = drawn.way else { return }
    guard
      UniformSampler.draws(
        number.value, of: outcomes.value, blocks: drawn.blocks, seed: Seed(seeded.seed.text))
    else { throw DrawingFailure.unlawfulOutcome(seeded.draw) }
  }

  private func sampler(_ seed: Label) throws(UniformFailure) -> UniformSampler {
    try UniformSampler(cycle.problem, best: cycle.best, seed: Seed(seed.text))
  }

  private func part(of outcome: [[Int]], _ year: Int) -> [DrawnReviewers] {
    cycle.waiting(year: year).map { state in
      // What the State had before the draw stays out of it.
      let drawn = cycle.reviews[state].reviewers
      return DrawnReviewers(
        underReview: cycle.roster.states[state].code,
        reviewers: codes(outcome[state].filter { !drawn.contains($0) }))
    }
  }
}

/// All that the tickets of a list follow from.
struct ListKey: Hashable {
  let year: Int
  let count: Int
  let seed: Label
  let basis: TicketBasis
}
