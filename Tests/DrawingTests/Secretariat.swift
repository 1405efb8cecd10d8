import Drawing
import Members
import Rules
import TestingTools

/// A simulated secretariat: draws a cycle year by year, with whatever happens in between.
struct Secretariat {
  private(set) var events: [Event] = []
  private(set) var refusals: [String: Int] = [:]
  private(set) var commands = 0
  let drawer: Drawer
  private var random: SplitMix
  private let log: Log

  /// Where the drawer's record writes.
  final class Log {
    var events: [Event] = []
    var mistakes: [String] = []
    var judged = 0
    /// The state before the event.
    var cycle: (() -> Cycle)?

    /// Compares a bowl with brute force, in the state before its lot.
    func judge(_ event: Event, in cycle: Cycle) {
      var question: (state: Label, isRegional: Bool, bowl: [Label])?
      switch event {
      case .lot(let lot):
        switch lot.purpose {
        case .regionalReviewer(_, let state): question = (state, true, lot.bowl)
        case .openReviewer(_, let state): question = (state, false, lot.bowl)
        default: break
        }
      case .waiver(let waiver) where waiver.rule == .sameRegion || waiver.rule == .seat:
        question = (waiver.state, waiver.rule == .sameRegion, [])
      default: break
      }
      guard let question, let i = cycle.roster.index(of: question.state) else { return }
      judged += 1
      let judge = MidCycleJudge(cycle)
      guard let best = judge.best() else {
        mistakes.append("\(question.state): brute force has no completion")
        return
      }
      if best != cycle.best.counts {
        mistakes.append("\(question.state): best is \(best), not \(cycle.best.counts)")
      }
      let bowl = judge.bowl(i, regional: question.isRegional, best: best)
      if bowl.map({ cycle.roster.states[$0].code }) != question.bowl {
        mistakes.append("\(question): brute force \(bowl)")
      }
    }
  }

  /// What brute force found wrong, and how many bowls it judged.
  var mistakes: [String] { log.mistakes }
  var judged: Int { log.judged }

  /// Opens a cycle; nil where its rules cannot be kept at all.
  init?(
    _ membership: Membership, _ rulebook: Rulebook, _ conflicts: [Conflict], seed: UInt64,
    isJudged: Bool = false
  ) throws {
    let log = Log()
    var made: Drawer?
    do {
      made = try Drawer.open(
        membership, rulebook: rulebook, conflicts: conflicts, software: "tests",
        acceptsWaivers: true
      ) { event in
        if isJudged, let cycle = log.cycle?() { log.judge(event, in: cycle) }
        log.events.append(event)
      }
    } catch DrawingFailure.impossible { return nil }
    guard let made else { return nil }
    drawer = made
    log.cycle = { [unowned made] in made.cycle }
    self.log = log
    random = SplitMix(seed)
  }

  /// Runs the whole cycle.
  mutating func run() throws {
    try attempt { try $0.select($1) }
    for year in 1...drawer.cycle.rulebook.years {
      for _ in 0..<random.below(3) { try somethingHappens(year) }
      try attempt { try $0.draw(year: year, $1) }
      for _ in 0..<random.below(5) { try somethingHappens(year) }
    }
    events = log.events
  }

  private mutating func attempt(_ command: (Drawer, SeedSource) throws -> Void) throws {
    commands += 1
    let before = drawer.cycle
    let count = log.events.count
    do {
      try command(drawer, .plain(Label("seed \(commands)")))
    } catch let failure as DrawingFailure {
      if case .undecided = failure { throw failure }
      // A command that is refused writes nothing.
      guard log.events.count == count, drawer.cycle == before else { throw Torn() }
      let kind = "\(failure)".split(separator: "\n").first.map(String.init) ?? ""
      refusals[kind.filter { !$0.isNumber }, default: 0] += 1
    }
  }

  struct Torn: Error {}

  private mutating func somethingHappens(_ year: Int) throws {
    let cycle = drawer.cycle
    let accepts = random.chance(80)
    let state = random.pick(cycle.roster.states).code
    switch random.below(6) {
    case 0, 1:
      let reviewers = cycle.reviews[cycle.roster.index(of: state) ?? 0].reviewers
      let only =
        random.chance(30) && !reviewers.isEmpty
        ? cycle.roster.states[random.pick(reviewers)].code : nil
      let exceptional = random.chance(20) ? "because" : nil
      try attempt {
        try $0.redraw(
          state, only: only, exceptional: exceptional, $1, acceptsWaivers: accepts)
      }
    case 2:
      let replaces = random.chance(80)
      try attempt {
        try $0.deferReview(
          of: state, reason: "elections", replaces: replaces, $1, acceptsWaivers: accepts)
      }
    case 3:
      let own = cycle.year(of: state) ?? year
      try attempt { try $0.standDown(state, year: own, $1, acceptsWaivers: accepts) }
    case 4:
      let own = cycle.year(of: state) ?? year
      try attempt {
        try $0.putOffOwnReview(
          of: state, year: own, reason: "busy", replaces: true, $1, acceptsWaivers: accepts)
      }
    default:
      let changed = changedMembership(cycle.membership)
      try attempt { try $0.amend(changed, $1, acceptsWaivers: accepts) }
    }
  }

  /// One State joins, leaves, accedes, or changes its mind.
  private mutating func changedMembership(_ membership: Membership) -> Membership {
    var states = membership.states
    let place = random.below(states.count)
    let old = states[place]
    switch random.below(4) {
    case 0:
      states.append(
        State(
          code: Label("J\(commands)"), region: old.region, protocols: old.protocols,
          legalSystems: old.legalSystems))
    case 1: if states.count > 2 { states.remove(at: place) }
    case 2:
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
