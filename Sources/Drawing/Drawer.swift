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
  /// The same over kinds of States, in its place where there are many.
  package internal(set) var kinds: ClassLookahead?
  let options: Lookahead.Options
  /// Who may review whom, kept from one look ahead to the next.
  private var permitted: PermittedPairs?
  private let record: ((Event) throws -> Void)?
  private var stream = LotStream(seed: "")
  private var draw = DrawName.selection
  private var earlierTally = BowlTally()
  /// The choices of the last lots, by what makes others much the same, where there are many States.
  private var lastChoices: [Likeness: Choices] = [:]
  /// The tickets that were drawn last, so that they need not be drawn twice, with all that they
  /// follow from.
  var drawnTickets: (list: ListKey, tickets: [[DrawnReviewers]], outcomes: OutcomeNumber?)?
  /// Where outcomes are taken as they are written: gives the event that is due next.
  var recorded: (() throws -> Event)?
  /// Who proved the best vector of the opening; nil where the cycle was opened before.
  public private(set) var openingProof: BestProof?
  /// A hook of the tests, called with the lookahead before each bowl.
  package var inspect: ((inout Lookahead) throws -> Void)?
  /// Whether lots are recorded with their bowls. Without, only for who counts lots: large bowls take
  /// longer to list than to find.
  package var listsBowls = true
  /// Called after each lot with what it was for, the size of its bowl, and what was drawn: for
  /// statistics that need no list of a bowl.
  public var observe: ((DrawnLot.Purpose, _ bowlCount: Int, _ drawn: Label) -> Void)?

  /// Takes a cycle up where it stands.
  ///
  /// - Parameters:
  ///   - cycle: The state.
  ///   - record: Receives each event; what it throws ends the command.
  public convenience init(_ cycle: Cycle, record: @escaping (Event) throws -> Void) {
    self.init(cycle, nil, options: Lookahead.Options(), record: record)
  }

  /// Takes a replayed cycle up; what is possible from there is known already.
  ///
  /// - Parameters:
  ///   - replay: The replay.
  ///   - isSecret: Whether the secrets of its announcements are left out of the state.
  ///   - record: Receives each event; what it throws ends the command.
  public convenience init(
    after replay: Replay, withoutSecrets isSecret: Bool = false,
    record: @escaping (Event) throws -> Void
  ) {
    self.init(
      isSecret ? replay.cycle.withoutSecrets : replay.cycle, replay.outlook,
      options: Lookahead.Options(), record: record)
  }

  private init(
    _ cycle: Cycle, _ outlook: Outlook?, options: Lookahead.Options,
    record: ((Event) throws -> Void)?
  ) {
    self.cycle = cycle
    switch outlook {
    case .states(let lookahead): self.lookahead = lookahead
    case .kinds(let lookahead): kinds = lookahead
    case nil: break
    }
    self.options = options
    self.record = record
  }

  /// Another drawer in the same state, with a record of its own; what is possible from here is not
  /// computed again.
  package func copy(record: @escaping (Event) throws -> Void) -> Drawer {
    let copy = Drawer(cycle, nil, options: options, record: record)
    (copy.lookahead, copy.kinds, copy.permitted) = (lookahead, kinds, permitted)
    (copy.stream, copy.draw) = (stream, draw)
    return copy
  }

  /// Opens a cycle: computes the best waiver vector before any lot.
  ///
  /// - Parameters:
  ///   - membership: The States.
  ///   - rulebook: The rules.
  ///   - conflicts: The pairs that may not be drawn.
  ///   - exclusions: The pairs that may not sit on one review.
  ///   - takenOver: What was drawn before, or is carried over.
  ///   - software: The program's name and version, for the record.
  ///   - acceptsWaivers: Whether to go on where more than `legal_system` must be waived.
  ///   - record: Receives each event; nil where nobody wants any, which saves making lists of
  ///     bowls.
  /// - Throws: ``DrawingFailure`` where the rules cannot be kept; what the record throws.
  public static func open(
    _ membership: Membership, rulebook: Rulebook, conflicts: [Conflict],
    exclusions: [Exclusion] = [], takingOver takenOver: TakenOver = TakenOver(),
    software: String, acceptsWaivers: Bool,
    record: ((Event) throws -> Void)?
  ) throws -> Drawer {
    try open(
      membership, rulebook: rulebook, conflicts: conflicts, exclusions: exclusions,
      takingOver: takenOver, software: software, acceptsWaivers: acceptsWaivers,
      options: Lookahead.Options(), record: record)
  }

  package static func open(
    _ membership: Membership, rulebook: Rulebook, conflicts: [Conflict],
    exclusions: [Exclusion] = [], takingOver takenOver: TakenOver = TakenOver(),
    software: String, acceptsWaivers: Bool,
    options: Lookahead.Options, record: ((Event) throws -> Void)?
  ) throws -> Drawer {
    let withoutYear = rulebook.withoutYear(in: membership)
    if !withoutYear.isEmpty {
      throw DrawingFailure.withoutYear(withoutYear, years: rulebook.years)
    }
    let conflicts = Set(conflicts).sorted()
    let exclusions = Set(exclusions).sorted()
    try takenOver.check(membership, rulebook)
    var opened = Opened(
      software: software, rulebook: rulebook, membership: membership, conflicts: conflicts,
      exclusions: exclusions, after: takenOver.after, carried: takenOver.carried,
      imported: takenOver.imported, best: WaiverVector(rules: rulebook.waivers))
    var cycle = Cycle(opened)
    let problem =
      takenOver.touchesReviews
      ? cycle.problem
      : PairingProblem(
        membership: membership, rulebook: rulebook, conflicts: conflicts, exclusions: exclusions)
    let isSmall = membership.states.count < Outlook.fewestStatesForKinds
    let permitted = isSmall ? PermittedPairs(problem) : nil
    guard let outlook = try outlook(problem, options, permitted) else {
      throw DrawingFailure.impossible
    }
    if !outlook.best.isKept && !acceptsWaivers {
      throw DrawingFailure.needsWaivers(outlook.best)
    }
    opened.best = outlook.best
    cycle.best = outlook.best
    try record?(.opened(opened))
    for waiver in cycle.waivers { try record?(.waiver(waiver)) }
    let drawer = Drawer(cycle, outlook, options: options, record: record)
    (drawer.permitted, drawer.openingProof) = (permitted, outlook.proof)
    return drawer
  }

  /// What is possible from here, as far as it is known.
  var outlook: Outlook? { kinds.map(Outlook.kinds) ?? lookahead.map(Outlook.states) }

  /// How often each stage of the lookahead decided, so far.
  public var tally: BowlTally {
    earlierTally + (lookahead?.tally ?? BowlTally()) + (kinds?.tally ?? BowlTally())
  }

  // MARK: Commands

  /// Draws the reviewers of a year (para. 19).
  ///
  /// - Parameters:
  ///   - year: The year; every earlier one has been drawn.
  ///   - source: Where the seed comes from.
  ///   - method: How the lots are drawn.
  public func draw(year: Int, _ source: SeedSource, by method: LotMethod = .bowls) throws {
    try checkTurn(of: year)
    let seeded = try prepare(.year(year), source, by: DrawMethod(method))
    if cycle.tickets(year: year) != nil { throw DrawingFailure.hasTickets(.year(year)) }
    if method == .uniform { return try drawUniformly(year: year, seeded) }
    try lookAhead()
    try begin(seeded)
    let states = cycle.states(year: year)
    var waiting = CanonicalPool(count: states.count)
    for (place, state) in states.enumerated() where cycle.reviews[state].isServed {
      waiting.remove(place)
    }
    while waiting.count > 0 {
      let rank = try lot(.turn(year: year), of: waiting.count) {
        waiting.positions.map { states[$0] }
      } drawn: {
        cycle.roster.states[states[waiting[$0]]].code
      }
      let place = waiting[rank]
      waiting.remove(place)
      cycle.takeTurn(states[place])
      try serve(states[place])
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
    try checkFreeze(event)
    try record?(event)
    cycle.fold(event)
  }

  /// Puts a reviewer into a seat, once its lot is recorded.
  func take(_ reviewer: Int, in seat: Seat, underReview state: Int) {
    cycle.take(reviewer, in: seat, underReview: state)
  }

  /// Puts a State into a year, once its lot is recorded.
  func take(_ state: Int, inYear year: Int) { cycle.take(state, inYear: year) }

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
    observe?(purpose, bowl.count, bowl[lot.index])
    return lot.index
  }

  /// Draws one lot from a bowl that is listed only where the lot is recorded; the caller folds it.
  ///
  /// - Parameters:
  ///   - purpose: What the lot is for.
  ///   - count: The size of the bowl.
  ///   - bowl: Lists the bowl: the places of its States in the roster, in order.
  ///   - drawn: Names the choice of a rank.
  /// - Returns: The rank drawn, from 0.
  func lot(
    _ purpose: DrawnLot.Purpose, of count: Int, bowl: () -> [Int], drawn: (Int) -> Label
  ) throws -> Int {
    let lot = stream.draw(from: count)
    if let record {
      try record(
        .lot(
          DrawnLot(
            draw: draw, purpose: purpose,
            choices: listsBowls ? choices(purpose, bowl()) : Choices([]), counter: lot.counter,
            index: lot.index, drawn: drawn(lot.index))))
    }
    observe?(purpose, count, drawn(lot.index))
    return lot.index
  }

  /// States of the roster as the choices of a lot.
  private func choices(_ purpose: DrawnLot.Purpose, _ places: [Int]) -> Choices {
    let roster = cycle.roster
    guard roster.states.count >= Choices.fewestStatesForSets else { return Choices(codes(places)) }
    let likeness = Likeness(purpose, roster, cycle.rulebook)
    let choices = Choices(
      places: places, of: roster, before: likeness.flatMap { lastChoices[$0] })
    if let likeness { lastChoices[likeness] = choices }
    return choices
  }

  // MARK: Looking ahead

  private static func outlook(
    _ problem: PairingProblem, _ options: Lookahead.Options, _ permitted: PermittedPairs?
  ) throws -> Outlook? {
    do {
      return try Outlook.from(problem, options, permitted)
    } catch { throw DrawingFailure.undecided(error) }
  }

  /// Looks ahead from a state that is to be, and takes it as what is possible from here.
  func look(from cycle: Cycle) throws -> Lookahead {
    var options = options
    // In mid-cycle hardly two States are alike, and the flow proves the best vector by itself.
    options.provesByFlow = true
    do {
      let problem = cycle.problem
      guard let ahead = try Lookahead.from(problem, options, permitted(in: problem)) else {
        throw DrawingFailure.impossible
      }
      return ahead
    } catch let failure as PairingFailure { throw DrawingFailure.undecided(failure) }
  }

  /// Who may review whom in a problem, as it is known, or worked out now.
  func permitted(in problem: PairingProblem) -> PermittedPairs {
    if let permitted, permitted.fits(problem) { return permitted }
    let pairs = PermittedPairs(problem)
    permitted = pairs
    return pairs
  }

  /// Makes sure that what is possible from here is known.
  func lookAhead() throws {
    if lookahead == nil && kinds == nil { lookahead = try look(from: cycle) }
  }

  /// Takes another view of what is possible.
  func take(_ ahead: Lookahead?) {
    earlierTally = tally
    lookahead = ahead
    kinds = nil
  }

  /// Refuses to go on where more than preferences got worse and nobody has accepted that.
  func accept(_ ahead: Lookahead, _ acceptsWaivers: Bool) throws(DrawingFailure) {
    let (best, old) = (ahead.best, cycle.best)
    let isWorse = best.rules.contains { !$0.isPreference && best[$0] > old[$0] }
    if isWorse && !acceptsWaivers { throw .worsens(best, from: old, of: ahead.problem) }
  }
}
