import Lots
import Members
import Pairing
import Rules

/// Runs the commands of a cycle: each is a function from the state and a seed to events.
///
/// Every event is handed to the record before the next lot is drawn. Verification runs the same
/// commands against a ledger and compares.
public final class Drawer {
  /// The state so far.
  public private(set) var cycle: Cycle
  private var lookahead: Lookahead?
  private let options: Lookahead.Options
  private let record: (Event) throws -> Void
  private var stream = LotStream(seed: "")
  private var draw = DrawName.selection
  /// A hook of the tests, called with the lookahead before each bowl.
  package var inspect: ((inout Lookahead) throws -> Void)?

  /// Takes a cycle up where it stands.
  ///
  /// - Parameters:
  ///   - cycle: The state.
  ///   - record: Receives each event; what it throws ends the command.
  public convenience init(_ cycle: Cycle, record: @escaping (Event) throws -> Void) {
    self.init(cycle, lookahead: nil, options: Lookahead.Options(), record: record)
  }

  private init(
    _ cycle: Cycle, lookahead: Lookahead?, options: Lookahead.Options,
    record: @escaping (Event) throws -> Void
  ) {
    self.cycle = cycle
    self.lookahead = lookahead
    self.options = options
    self.record = record
  }

  /// Opens a cycle: computes the best waiver vector before any lot.
  ///
  /// - Parameters:
  ///   - membership: The States.
  ///   - rulebook: The rules.
  ///   - conflicts: The pairs that may not be drawn.
  ///   - software: The program's name and version, for the record.
  ///   - acceptsWaivers: Whether to go on where more than `legal_system` must be waived.
  ///   - record: Receives each event.
  /// - Throws: ``DrawingFailure`` where the rules cannot be kept; what the record throws.
  public static func open(
    _ membership: Membership, rulebook: Rulebook, conflicts: [Conflict], software: String,
    acceptsWaivers: Bool, record: @escaping (Event) throws -> Void
  ) throws -> Drawer {
    try open(
      membership, rulebook: rulebook, conflicts: conflicts, software: software,
      acceptsWaivers: acceptsWaivers, options: Lookahead.Options(), record: record)
  }

  package static func open(
    _ membership: Membership, rulebook: Rulebook, conflicts: [Conflict], software: String,
    acceptsWaivers: Bool, options: Lookahead.Options, record: @escaping (Event) throws -> Void
  ) throws -> Drawer {
    let conflicts = Set(conflicts).sorted()
    let problem = PairingProblem(
      membership: membership, rulebook: rulebook, conflicts: conflicts)
    guard let lookahead = try ahead(problem, options) else { throw DrawingFailure.impossible }
    if !lookahead.best.isKept && !acceptsWaivers {
      throw DrawingFailure.needsWaivers(lookahead.best)
    }
    let opened = Opened(
      software: software, rulebook: rulebook, membership: membership, conflicts: conflicts,
      best: lookahead.best)
    try record(.opened(opened))
    return Drawer(Cycle(opened), lookahead: lookahead, options: options, record: record)
  }

  /// How often each stage of the lookahead decided, so far.
  public var tally: BowlTally { lookahead?.tally ?? BowlTally() }

  private static func ahead(
    _ problem: PairingProblem, _ options: Lookahead.Options
  ) throws -> Lookahead? {
    do {
      return try Lookahead.from(problem, options)
    } catch { throw DrawingFailure.undecided(error) }
  }

  // MARK: Commands

  /// Draws which year each State is reviewed in (para. 14).
  ///
  /// - Parameter seed: The seed, with what it reveals.
  public func select(_ seed: Seeded) throws {
    try begin(seed)
    try Selection(cycle).draw { purpose, bowl in try self.lot(purpose, from: bowl) }
    try closeIfComplete()
  }

  /// Draws the reviewers of a year (para. 19).
  ///
  /// - Parameters:
  ///   - year: The year; every earlier one has been drawn.
  ///   - seed: The seed, with what it reveals.
  public func draw(year: Int, _ seed: Seeded) throws {
    guard (1...cycle.rulebook.years).contains(year) else {
      throw DrawingFailure.noSuchYear(year, years: cycle.rulebook.years)
    }
    guard cycle.isSelected else { throw DrawingFailure.notSelected }
    if !cycle.hasBegun(year: year), let next = cycle.nextYear, next < year {
      throw DrawingFailure.earlierYearOpen(year, next: next)
    }
    try lookAhead()
    try begin(seed)
    while true {
      let waiting = cycle.states(year: year).filter { !cycle.reviews[$0].isServed }
      if waiting.isEmpty { break }
      let bowl = waiting.map { cycle.roster.states[$0].code }
      let place = try lot(.turn(year: year), from: bowl)
      try serve(waiting[place])
    }
    try closeIfComplete()
  }

  // MARK: Lots

  private func emit(_ event: Event) throws {
    try record(event)
    cycle.fold(event)
  }

  /// Checks and records the seed of a draw and starts its lots.
  private func begin(_ seed: Seeded) throws {
    if cycle.begunDraws.contains(seed.draw) { throw DrawingFailure.alreadyDrawn(seed.draw) }
    if let place = cycle.seeds.firstIndex(of: seed.seed) {
      throw DrawingFailure.seedUsed(seed.seed, by: cycle.begunDraws[place])
    }
    try emit(.seeded(seed))
    draw = seed.draw
    stream = LotStream(seed: Seed(seed.seed.text))
  }

  /// Draws one lot from a bowl in canonical order and returns its place.
  @discardableResult
  private func lot(_ purpose: DrawnLot.Purpose, from bowl: [Label]) throws -> Int {
    let lot = stream.draw(from: bowl.count)
    try emit(
      .lot(
        DrawnLot(
          draw: draw, purpose: purpose, bowl: bowl, counter: lot.counter, index: lot.index,
          drawn: bowl[lot.index])))
    return lot.index
  }

  private func lookAhead() throws {
    if lookahead != nil { return }
    guard let ahead = try Self.ahead(cycle.problem, options) else {
      throw DrawingFailure.impossible
    }
    lookahead = ahead
  }

  private func bowl(of seat: Seat, underReview state: Int) throws -> [Int] {
    guard var ahead = lookahead else { preconditionFailure("no bowl without looking ahead") }
    // Moved out and back, so that the witnesses are never copied.
    lookahead = nil
    defer { lookahead = ahead }
    try inspect?(&ahead)
    do {
      return try ahead.bowl(of: seat, underReview: state)
    } catch { throw DrawingFailure.undecided(error) }
  }

  /// Draws the seats of a State in order: the regional seat, then the open seats.
  private func serve(_ state: Int) throws {
    let code = cycle.roster.states[state].code
    let year = cycle.reviews[state].year
    if cycle.reviews[state].regional == .toDraw {
      let bowl = try bowl(of: .regional, underReview: state)
      if bowl.isEmpty {
        try giveUpRegionalSeat(of: state)
      } else {
        let purpose = DrawnLot.Purpose.regionalReviewer(year: year, underReview: code)
        let reviewer = bowl[
          try lot(purpose, from: bowl.map { cycle.roster.states[$0].code })]
        try place(reviewer, .regional, state)
        try noteDissimilarity(of: reviewer, underReview: state)
      }
    }
    while cycle.reviews[state].openLeft > 0 {
      let bowl = try bowl(of: .open, underReview: state)
      if bowl.isEmpty {
        lookahead?.leaveSeatEmpty(of: state)
        try waive(
          .seat, state, "no State can take the seat without costing a waiver as serious elsewhere")
      } else {
        let purpose = DrawnLot.Purpose.openReviewer(year: year, underReview: code)
        let place = try lot(purpose, from: bowl.map { cycle.roster.states[$0].code })
        try self.place(bowl[place], .open, state)
      }
    }
  }

  private func place(_ reviewer: Int, _ seat: Seat, _ state: Int) throws {
    do {
      try lookahead?.place(reviewer, in: seat, underReview: state)
    } catch { throw DrawingFailure.undecided(error) }
  }

  // MARK: Waivers

  private func waive(_ rule: WaivableRule, _ state: Int, _ reason: String) throws {
    guard cycle.rulebook.canWaive(rule) else { return }
    try emit(
      .waiver(Waiver(rule: rule, state: cycle.roster.states[state].code, reason: reason)))
  }

  private func giveUpRegionalSeat(of state: Int) throws {
    lookahead?.giveUpRegionalSeat(of: state)
    let region = cycle.roster.states[state].region
    try waive(
      .sameRegion, state,
      "no State of \(region) can take the seat without costing a waiver as serious elsewhere")
    if countsLegalSystem(of: state) {
      try waive(.legalSystem, state, "its regional seat was given up")
    }
  }

  private func countsLegalSystem(of state: Int) -> Bool {
    cycle.rulebook.similarLegalSystem == .preferred
      && !cycle.roster.states[state].legalSystems.isEmpty
  }

  private func noteDissimilarity(of reviewer: Int, underReview state: Int) throws {
    let states = cycle.roster.states
    guard countsLegalSystem(of: state),
      !SimilarLegalSystem.similar(states[state], states[reviewer])
    else { return }
    try waive(
      .legalSystem, state, "\(states[reviewer].code) shares no legal system with it")
  }

  /// Once nothing is left to draw, says which States fall short of the minimum.
  private func closeIfComplete() throws {
    guard cycle.isComplete else { return }
    let loads = cycle.loads
    for (index, state) in cycle.roster.states.enumerated() where state.isReviewer {
      let due = cycle.rulebook.minimumLoad
      for _ in 0..<max(0, due - loads[index]) {
        try waive(
          .minimumLoad, index,
          "it does \(loads[index]) of the \(due) \(due == 1 ? "review" : "reviews") due")
      }
    }
  }
}
