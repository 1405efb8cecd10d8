import Drawing
import Members
import Rules
import TestingTools

/// A simulated secretariat: draws a cycle, with whatever happens before, between and after its
/// years, in any order.
struct Secretariat {
  private(set) var events: [Event] = []
  private(set) var refusals: [String: Int] = [:]
  private(set) var commands = 0
  let drawer: Drawer
  var random: SplitMix
  private let log: Log
  /// The most States there may ever be.
  let mostStates: Int

  /// Where the drawer's record writes.
  private final class Log {
    var events: [Event] = []
  }

  /// Opens a cycle; nil where its rules cannot be kept at all.
  init?(
    _ membership: Membership, _ rulebook: Rulebook, _ conflicts: [Conflict], seed: UInt64,
    mostStates: Int = Int.max
  ) throws {
    let log = Log()
    do {
      drawer = try Drawer.open(
        membership, rulebook: rulebook, conflicts: conflicts, software: "tests",
        acceptsWaivers: true
      ) { event in log.events.append(event) }
    } catch DrawingFailure.impossible { return nil }
    self.log = log
    self.mostStates = mostStates
    random = SplitMix(seed)
  }

  /// Runs the whole cycle.
  mutating func run() throws {
    if random.chance(15) { try somethingHappens() }
    try attempt { try $0.select($1) }
    while let year = drawer.cycle.nextYear {
      // Long cycles have years enough of their own.
      for _ in 0..<random.below(drawer.cycle.rulebook.years > 3 ? 3 : 6) {
        try somethingHappens()
      }
      try attempt { try $0.draw(year: year, $1) }
    }
    for _ in 0..<random.below(5) { try somethingHappens() }
    events = log.events
  }

  /// Runs a command; where it would cost a waiver, sometimes again with that accepted.
  private mutating func attempt(
    _ command: (Drawer, SeedSource, _ acceptsWaivers: Bool) throws -> Void
  ) throws {
    commands += 1
    let source = SeedSource.plain(Label("seed \(commands)"))
    var acceptsWaivers = random.chance(50)
    while true {
      let before = drawer.cycle
      let count = log.events.count
      do {
        return try command(drawer, source, acceptsWaivers)
      } catch let failure as DrawingFailure {
        if case .undecided = failure { throw failure }
        // A command that is refused writes nothing.
        guard log.events.count == count, drawer.cycle == before else { throw Torn() }
        let kind = "\(failure)".split(separator: "\n").first.map(String.init) ?? ""
        refusals[kind.filter { !$0.isNumber }, default: 0] += 1
        guard case .worsens = failure, !acceptsWaivers, random.chance(70) else { return }
        acceptsWaivers = true
      }
    }
  }

  private mutating func attempt(_ command: (Drawer, SeedSource) throws -> Void) throws {
    try attempt { drawer, source, _ in try command(drawer, source) }
  }

  struct Torn: Error {}

  // MARK: What happens

  /// A State under review, sooner one of a year that is drawn.
  private mutating func stateUnderReview() -> Label {
    let cycle = drawer.cycle
    let drawn = cycle.reviews.indices.filter { cycle.reviews[$0].isServed }
    let planned = cycle.reviews.indices.filter { cycle.reviews[$0].isPlanned }
    let place =
      !drawn.isEmpty && random.chance(65)
      ? random.pick(drawn) : planned.isEmpty ? 0 : random.pick(planned)
    return cycle.roster.states[place].code
  }

  private mutating func somethingHappens() throws {
    let cycle = drawer.cycle
    let state = stateUnderReview()
    let own = cycle.year(of: state) ?? 1
    switch random.below(10) {
    case 0, 1, 2:
      let reviewers = cycle.reviews[cycle.roster.index(of: state) ?? 0].reviewers
      let only =
        random.chance(35) && !reviewers.isEmpty
        ? cycle.roster.states[random.pick(reviewers)].code : nil
      let exceptional = random.chance(70) ? "because" : nil
      try attempt {
        try $0.redraw(state, only: only, exceptional: exceptional, $1, acceptsWaivers: $2)
      }
    case 3, 4:
      let replaces = random.chance(70)
      try attempt {
        try $0.deferReview(
          of: state, reason: "elections", replaces: replaces, $1, acceptsWaivers: $2)
      }
    case 5, 6:
      try attempt { try $0.standDown(state, year: own, $1, acceptsWaivers: $2) }
    case 7:
      let replaces = random.chance(70)
      try attempt {
        try $0.putOffOwnReview(
          of: state, year: own, reason: "busy", replaces: replaces, $1, acceptsWaivers: $2)
      }
    default:
      let changed = changedMembership(cycle)
      try attempt { try $0.amend(changed, $1, acceptsWaivers: $2) }
    }
  }

  /// One State joins, leaves, comes back, accedes, or changes its mind.
  private mutating func changedMembership(_ cycle: Cycle) -> Membership {
    var states = cycle.membership.states
    let place = random.below(states.count)
    let old = states[place]
    switch random.below(5) {
    case 0 where cycle.roster.states.count < mostStates:
      states.append(
        State(
          code: Label("J\(commands)"), region: old.region, protocols: old.protocols,
          legalSystems: old.legalSystems))
    case 1:
      let gone = cycle.roster.states.filter { cycle.membership.index(of: $0.code) == nil }
      if gone.isEmpty { break }
      let back = random.pick(gone)
      states.append(
        State(
          code: back.code, region: back.region, protocols: back.protocols,
          legalSystems: back.legalSystems))
    case 2: if states.count > 2 { states.remove(at: place) }
    case 3:
      states[place] = State(
        code: old.code, name: old.name, region: old.region,
        protocols: random.chance(50) ? [] : ["P", "Q", "TIP", "FA"],
        legalSystems: old.legalSystems, isReviewed: old.isReviewed, isReviewer: true)
    default:
      states[place] = State(
        code: old.code, name: old.name, region: random.chance(50) ? "" : "A",
        protocols: old.protocols, legalSystems: [], isReviewed: !old.isReviewed,
        isReviewer: old.isReviewer)
    }
    return Membership(states)
  }
}
