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
  /// The commands that were refused because of what they would lead to.
  private(set) var refused: [RefusedCommand] = []
  let drawer: Drawer
  var random: SplitMix
  private let log: Log
  /// Whether States are kept apart by amendments as well.
  private(set) var keepsApart = false
  /// The most States there may ever be.
  let mostStates: Int

  /// Where the drawer's record writes.
  private final class Log {
    var events: [Event] = []
  }

  /// Opens a cycle; nil where its rules cannot be kept at all.
  init?(
    _ membership: Membership, _ rulebook: Rulebook, _ conflicts: [Conflict],
    _ exclusions: [Exclusion] = [], takingOver: TakenOver = TakenOver(),
    seed: UInt64, mostStates: Int = Int.max
  ) throws {
    let log = Log()
    do {
      drawer = try Drawer.open(
        membership, rulebook: rulebook, conflicts: conflicts,
        exclusions: exclusions, takingOver: takingOver, software: "tests", acceptsWaivers: true
      ) { event in log.events.append(event) }
    } catch DrawingFailure.impossible { return nil }
    self.log = log
    self.mostStates = mostStates
    random = SplitMix(seed)
    keepsApart = mostStates < Int.max
  }

  /// Runs the whole cycle.
  mutating func run() throws {
    if random.chance(15) { try somethingHappens() }
    // With a bound per year a selection can cost waivers, or be impossible.
    for _ in 0..<40 where !drawer.cycle.isSelected {
      try attempt { try $0.select($1, acceptsWaivers: $2) }
    }
    if !drawer.cycle.isSelected {
      events = log.events
      return
    }
    try drawYears()
    for _ in 0..<random.below(5) { try somethingHappens() }
    // The cycle may have been prolonged.
    try drawYears()
    events = log.events
  }

  private mutating func drawYears() throws {
    while let year = drawer.cycle.nextYear {
      // Long cycles have years enough of their own.
      for _ in 0..<random.below(drawer.cycle.rulebook.years > 3 ? 3 : 6) {
        try somethingHappens()
      }
      try attempt { try $0.draw(year: year, $1) }
    }
  }

  /// Runs a command; where it would cost a waiver, sometimes again with that accepted.
  ///
  /// - Parameter asked: What its event would say, but for the best vector; nil where lots decide it.
  private mutating func attempt(
    asked: Event? = nil,
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
        if let asked, let refused = RefusedCommand(asked, failure, at: count) {
          self.refused.append(refused)
        }
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

  /// A State that reviews in the year it is under review in, where there is one: soonest of a review
  /// that was drawn again.
  private mutating func reviewerOfItsOwnYear() -> Label? {
    let cycle = drawer.cycle
    func reviewers(_ isRedrawn: Bool) -> [Int] {
      cycle.reviews.filter { $0.isPlanned && !$0.released.isEmpty == isRedrawn }.flatMap { review in
        review.reviewers.filter {
          cycle.reviews[$0].isPlanned && cycle.reviews[$0].year == review.year
        }
      }
    }
    let found = reviewers(true) + reviewers(false)
    return found.isEmpty
      ? nil : cycle.roster.states[random.chance(70) ? found[0] : random.pick(found)].code
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
      let released = only.map { [$0] } ?? codes(reviewers)
      let redraw = Redraw(
        state: state, request: 1, only: only, released: released, exclusion: false,
        best: cycle.best)
      try attempt(asked: .redraw(redraw)) {
        try $0.redraw(state, only: only, exceptional: exceptional, $1, acceptsWaivers: $2)
      }
    case 3, 4:
      let replaces = random.chance(70)
      let from = random.chance(50) ? cycle.year(of: state) : nil
      let deferral = Deferral(
        state: state, from: own, to: own < cycle.rulebook.years ? own + 1 : 0, reason: "",
        released: [], best: cycle.best)
      try attempt(asked: replaces && deferral.to > 0 ? nil : .deferred(deferral)) {
        try $0.deferReview(
          of: state, from: from, reason: "elections", replaces: replaces, $1, acceptsWaivers: $2)
      }
    case 5, 6:
      let state = random.chance(70) ? reviewerOfItsOwnYear() ?? state : state
      let own = cycle.year(of: state) ?? own
      let released = cycle.states(year: own).filter { place in
        codes(cycle.reviews[place].reviewers).contains(state)
      }
      let standDown = StandDown(
        state: state, year: own, released: codes(released), best: cycle.best)
      try attempt(asked: .stoodDown(standDown)) {
        try $0.standDown(state, year: own, $1, acceptsWaivers: $2)
      }
    case 7:
      let replaces = random.chance(70)
      try attempt {
        try $0.putOffOwnReview(
          of: state, year: own, reason: "busy", replaces: replaces, $1, acceptsWaivers: $2)
      }
    default:
      let amendment = amendment(cycle)
      var amended = Amended(best: cycle.best)
      (amended.membership, amended.rulebook) = (amendment.membership, amendment.rulebook)
      (amended.conflicts, amended.renamed) = (amendment.conflicts, amendment.renames)
      amended.exclusions = amendment.exclusions
      try attempt(asked: .amended(amended)) {
        try $0.amend(amendment, $1, acceptsWaivers: $2)
      }
    }
  }

  private func codes(_ places: [Int]) -> [Label] {
    places.map { drawer.cycle.roster.states[$0].code }
  }
}
