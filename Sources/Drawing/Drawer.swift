import Chances
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
  /// What is possible from here; nil where something changed that asks for a new look.
  var lookahead: Lookahead?
  let options: Lookahead.Options
  private let record: (Event) throws -> Void
  private var stream = LotStream(seed: "")
  private var draw = DrawName.selection
  private var earlierTally = BowlTally()
  /// The tickets that were written last, so that they need not be drawn twice.
  var writtenTickets: (list: TicketList, tickets: [[DrawnReviewers]])?
  /// Where outcomes are taken as they are written: gives the event that is due next.
  var recorded: (() throws -> Event)?
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

  /// Another drawer in the same state, with a record of its own; what is possible from here is not
  /// computed again.
  package func copy(record: @escaping (Event) throws -> Void) -> Drawer {
    let copy = Drawer(cycle, lookahead: lookahead, options: options, record: record)
    (copy.stream, copy.draw) = (stream, draw)
    return copy
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
  public var tally: BowlTally { earlierTally + (lookahead?.tally ?? BowlTally()) }

  // MARK: Commands

  /// Draws which year each State is reviewed in (para. 14).
  ///
  /// - Parameter source: Where the seed comes from.
  public func select(_ source: SeedSource) throws {
    let seeded = try prepare(.selection, source)
    try begin(seeded)
    try Selection(cycle).draw { purpose, bowl in try self.lot(purpose, from: bowl) }
    try closeIfComplete()
  }

  /// Draws the reviewers of a year (para. 19).
  ///
  /// - Parameters:
  ///   - year: The year; every earlier one has been drawn.
  ///   - source: Where the seed comes from.
  ///   - method: How the lots are drawn.
  public func draw(year: Int, _ source: SeedSource, by method: LotMethod = .bowls) throws {
    try checkTurn(of: year)
    var seeded = try prepare(.year(year), source)
    if cycle.tickets(year: year) != nil { throw DrawingFailure.hasTickets(.year(year)) }
    seeded.method = method
    if method == .uniform { return try drawUniformly(year: year, seeded) }
    try lookAhead()
    try begin(seeded)
    while true {
      let waiting = cycle.states(year: year).filter { !cycle.reviews[$0].isServed }
      if waiting.isEmpty { break }
      let bowl = waiting.map { cycle.roster.states[$0].code }
      let place = try lot(.turn(year: year), from: bowl)
      try serve(waiting[place])
    }
    try closeIfComplete()
  }

  /// Refuses a year that cannot be drawn yet.
  func checkTurn(of year: Int) throws {
    guard (1...cycle.rulebook.years).contains(year) else {
      throw DrawingFailure.noSuchYear(year, years: cycle.rulebook.years)
    }
    guard cycle.isSelected else { throw DrawingFailure.notSelected }
    if !cycle.hasBegun(year: year), let next = cycle.nextYear, next < year {
      throw DrawingFailure.earlierYearOpen(year, next: next)
    }
  }

  // MARK: Events and lots

  /// Records an event, then folds it.
  func emit(_ event: Event) throws {
    try record(event)
    cycle.fold(event)
  }

  /// Records the seed of a draw and starts its lots.
  func begin(_ seeded: Seeded) throws {
    try emit(.seeded(seeded))
    draw = seeded.draw
    stream = LotStream(seed: Seed(seeded.seed.text))
  }

  /// Draws one lot from a bowl in canonical order and returns its place.
  @discardableResult
  func lot(_ purpose: DrawnLot.Purpose, from bowl: [Label]) throws -> Int {
    let lot = stream.draw(from: bowl.count)
    try emit(
      .lot(
        DrawnLot(
          draw: draw, purpose: purpose, bowl: bowl, counter: lot.counter, index: lot.index,
          drawn: bowl[lot.index])))
    return lot.index
  }

  // MARK: Looking ahead

  static func ahead(
    _ problem: PairingProblem, _ options: Lookahead.Options
  ) throws -> Lookahead? {
    do {
      return try Lookahead.from(problem, options)
    } catch { throw DrawingFailure.undecided(error) }
  }

  /// Looks ahead from a state that is to be, and takes it as what is possible from here.
  func look(from cycle: Cycle) throws -> Lookahead {
    var options = options
    // In mid-cycle hardly two States are alike, and the flow proves the best vector by itself.
    options.provesByFlow = true
    guard let ahead = try Self.ahead(cycle.problem, options) else {
      throw DrawingFailure.impossible
    }
    return ahead
  }

  /// Makes sure that what is possible from here is known.
  func lookAhead() throws {
    if lookahead == nil { lookahead = try look(from: cycle) }
  }

  /// Takes another view of what is possible.
  func take(_ ahead: Lookahead?) {
    earlierTally = tally
    lookahead = ahead
  }

  /// Refuses to go on where more than `legal_system` got worse and nobody has accepted that.
  func accept(_ best: WaiverVector, _ acceptsWaivers: Bool) throws {
    let isWorse = best.rules.contains { $0 != .legalSystem && best[$0] > cycle.best[$0] }
    if isWorse && !acceptsWaivers { throw DrawingFailure.worsens(best, from: cycle.best) }
  }

  /// The index of a State of the cycle.
  func index(_ code: Label) throws -> Int {
    guard let index = cycle.roster.index(of: code) else {
      throw DrawingFailure.unknownState(code)
    }
    return index
  }

  /// The index of a State under review in the cycle.
  func indexUnderReview(_ code: Label) throws -> Int {
    let index = try index(code)
    guard cycle.reviews[index].isPlanned else { throw DrawingFailure.notUnderReview(code) }
    return index
  }
}
