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

  /// Refuses an outcome from a ledger that names other States, or a pair that may not be drawn.
  private func check(_ outcome: [DrawnReviewers], _ year: Int) throws {
    let failure = DrawingFailure.unlawfulOutcome(.year(year))
    let problem = cycle.problem
    let eligible = problem.eligibleReviewers
    var loads = cycle.loads
    guard outcome.map(\.underReview) == codes(cycle.waiting(year: year)) else { throw failure }
    for drawn in outcome {
      let state = try index(drawn.underReview)
      let review = problem.reviews[state]
      let reviewers = try drawn.reviewers.map(index)
      guard reviewers.count <= review.regionalSeats + review.openSeats,
        zip(reviewers, reviewers.dropFirst()).allSatisfy({ $0 < $1 })
      else { throw failure }
      let kinds = reviewers.map { reviewer in eligible[state].first { $0.state == reviewer } }
      guard kinds.allSatisfy({ $0 != nil }), kinds.count(where: { $0?.mayTakeOpen == false }) <= 1
      else { throw failure }
      for reviewer in reviewers {
        loads[reviewer] += 1
        let most = cycle.rulebook.maximumLoad(of: cycle.roster.states[reviewer])
        if loads[reviewer] > most { throw failure }
        let back = outcome.first { $0.underReview == cycle.roster.states[reviewer].code }
        if cycle.rulebook.mutualReviews == .forbidden,
          back?.reviewers.contains(drawn.underReview) == true
        {
          throw failure
        }
      }
    }
  }

  /// Writes what was drawn, then its waivers, States in canonical order, and looks ahead anew.
  private func close(_ event: Event, _ outcome: [DrawnReviewers], of draw: DrawName) throws {
    let states = try outcome.map { try index($0.underReview) }
    let regional = Set(states.filter { cycle.reviews[$0].regional == .toDraw })
    try emit(event)
    take(nil)
    for state in states {
      if regional.contains(state) { try settleRegionalSeat(of: state) }
      while cycle.reviews[state].openLeft > 0 {
        guard cycle.rulebook.canWaive(.seat) else { throw DrawingFailure.unlawfulOutcome(draw) }
        try waive(.seat, state, "the outcome drawn leaves the seat empty")
      }
    }
    if recorded != nil && !cycle.isComplete {
      try lookAhead()
      if lookahead?.best != cycle.best { throw DrawingFailure.unlawfulOutcome(draw) }
    }
    try closeIfComplete()
  }

  private func settleRegionalSeat(of state: Int) throws {
    if case .held(let reviewer) = cycle.reviews[state].regional {
      return try noteDissimilarity(of: reviewer, underReview: state)
    }
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

/// All that the tickets of a list follow from.
struct ListKey: Hashable {
  let year: Int
  let count: Int
  let seed: Label
  let basis: TicketBasis
}
