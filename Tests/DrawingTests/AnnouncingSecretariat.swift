import Chances
import Drawing
import Lots
import Members
import Rules
import TestingTools

/// A simulated secretariat that announces draws, takes announcements back, publishes tickets, and is
/// killed at any event; whatever it tries, most of it at the wrong time.
final class AnnouncingSecretariat {
  typealias Command = (Drawer) throws -> Void

  private(set) var events: [Event] = []
  private(set) var refusals: [String: Int] = [:]
  /// What went wrong.
  private(set) var mistakes: [String] = []
  /// How many commands were cut off and taken up again.
  private(set) var kills = 0
  private(set) var drawer: Drawer
  private var random: SplitMix
  private var texts = 0
  private var secrets: [DrawName: Int] = [:]

  init?(
    _ membership: Membership, _ rulebook: Rulebook, _ conflicts: [Conflict], seed: UInt64
  ) throws {
    random = SplitMix(seed)
    var opening: [Event] = []
    do {
      let opened = try Drawer.open(
        membership, rulebook: rulebook, conflicts: conflicts, software: "tests",
        acceptsWaivers: true
      ) { opening.append($0) }
      drawer = opened
    } catch DrawingFailure.impossible { return nil }
    events = opening
    drawer = Drawer(drawer.cycle) { [unowned self] in events.append($0) }
  }

  /// Runs a cycle to its end.
  func run() throws {
    for _ in 0..<24 { try step() }
    while let first = drawer.cycle.announcements.first {
      try attempt { try $0.withdraw(Withdrawn(draw: first.draw, reason: "the session ends")) }
    }
    if !drawer.cycle.isSelected { try perform(.selection) }
    while let year = drawer.cycle.nextYear {
      try perform(.year(year))
      if drawer.cycle.nextYear != year { continue }
      if drawer.cycle.tickets(year: year) != nil {
        try attempt { try $0.draw(year: year, ticket: 0) }
      } else {
        try attempt { try $0.draw(year: year, self.plain()) }
      }
      guard drawer.cycle.nextYear != year else { throw Stuck() }
    }
  }

  struct Stuck: Error {}

  // MARK: One command

  private func step() throws {
    let first = drawer.cycle.announcements.first?.draw
    switch random.below(10) {
    case 0, 1, 2: try announce(anyDraw())
    case 3:
      let draw = first ?? anyDraw()
      try attempt { try $0.withdraw(Withdrawn(draw: draw, reason: "no event")) }
    case 4, 5, 6, 7: try perform(first ?? anyDraw())
    default: try perform(anyDraw())
    }
  }

  /// A draw that may or may not be able to come.
  private func anyDraw() -> DrawName {
    let cycle = drawer.cycle
    let drawn = cycle.roster.states.indices.filter { cycle.reviews[$0].isServed }
    let state =
      cycle.roster.states[
        drawn.isEmpty || random.chance(25)
          ? random.below(cycle.roster.states.count) : random.pick(drawn)
      ].code
    let year = cycle.nextYear ?? 1
    func number(_ draws: (Int) -> DrawName) -> DrawName {
      let begun = cycle.seeded.count { $0.draw.text.hasPrefix(String(draws(1).text.dropLast())) }
      return draws(begun + 1 + (random.chance(10) ? 1 : 0))
    }
    return switch random.below(10) {
    case 0: .selection
    case 1, 2, 3: cycle.isSelected ? .year(year) : .selection
    case 4, 5: cycle.isSelected ? .tickets(year) : .selection
    case 6: number { .redraw(state, $0) }
    case 7: number { .deferral(state, $0) }
    case 8: number { .standDown(state, $0) }
    default: number { .amendment($0) }
    }
  }

  private func announce(_ draw: DrawName) throws {
    var announced = Announced(draw: draw, source: "lottery \(texts)")
    switch draw {
    case .tickets: announced.method = .tickets
    case .year: announced.method = random.pick(DrawMethod.allCases)
    default: break
    }
    var secret: Int?
    if random.chance(40) {
      texts += 1
      secret = texts
      announced.commitment = Commitment.hash(of: Self.secret(texts).text)
    }
    let count = events.count
    try attempt { try $0.announce(announced) }
    if events.count > count { secrets[draw] = secret }
  }

  /// Runs the command of a draw, mostly as it was announced.
  private func perform(_ draw: DrawName) throws {
    let cycle = drawer.cycle
    let announced = cycle.announcement(of: draw)
    let source = source(announced)
    let method = announced?.method ?? random.pick([.bowls, .bowls, .uniform])
    switch draw {
    case .selection: try attempt { try $0.select(source) }
    case .year(let year):
      if cycle.tickets(year: year) != nil, random.chance(90) {
        let ticket = random.below(12)
        try attempt { try $0.draw(year: year, ticket: ticket) }
      } else {
        let method = random.chance(90) ? method.ofLots ?? .bowls : LotMethod.bowls
        try attempt { try $0.draw(year: year, source, by: method) }
      }
    case .tickets(let year): try attempt { try $0.publishTickets(year, count: 12, source) }
    case .redraw(let state, _):
      try attempt { try $0.redraw(state, exceptional: "a reason", source, acceptsWaivers: true) }
    case .deferral(let state, _):
      let replaces = random.chance(80)
      try attempt {
        try $0.deferReview(
          of: state, reason: "elections", replaces: replaces, source, acceptsWaivers: true)
      }
    case .standDown(let state, _):
      let year = cycle.year(of: state) ?? 1
      try attempt { try $0.standDown(state, year: year, source, acceptsWaivers: true) }
    case .amendment:
      let new = changedMembership(cycle.membership)
      let (old, codes) = (cycle.membership, new.states.map(\.code))
      let changed = Amendment(
        membership: new,
        leaves: Set(old.states.map(\.code).filter { new.index(of: $0) == nil }),
        joins: Set(codes.filter { old.index(of: $0) == nil }))
      try attempt { try $0.amend(changed, source, acceptsWaivers: true) }
    }
  }

  private static func secret(_ number: Int) -> Label { Label("a secret that is long \(number)") }

  private func plain() -> SeedSource {
    texts += 1
    return .plain(Label("seed \(texts)"))
  }

  private func source(_ announced: Announced?) -> SeedSource {
    guard let announced, announced.commitment != nil, let secret = secrets[announced.draw],
      random.chance(95)
    else { return plain() }
    texts += 1
    return .secret(Self.secret(secret), publicText: Label("public \(texts)"))
  }

  /// A State joins, leaves, is renamed, or accedes.
  private func changedMembership(_ membership: Membership) -> Membership {
    var states = membership.states
    let place = random.below(states.count)
    let old = states[place]
    switch random.below(4) {
    case 0: states.append(State(code: Label("J\(texts)"), region: old.region))
    case 1: if states.count > 3 { states.remove(at: place) }
    case 2:
      states[place] = State(
        code: old.code, name: "named \(texts)", region: old.region, protocols: old.protocols,
        legalSystems: old.legalSystems, isReviewed: old.isReviewed, isReviewer: old.isReviewer)
    default:
      states[place] = State(
        code: old.code, name: old.name, region: old.region, protocols: ["P", "Q", "TIP", "FA"],
        legalSystems: old.legalSystems, isReviewed: old.isReviewed, isReviewer: true)
    }
    return Membership(states)
  }

  // MARK: Refusals and kills

  /// Runs a command; where it is refused it must have written nothing, and where it is killed at
  /// any event the same command must end it.
  private func attempt(_ command: Command) throws {
    let (before, count) = (drawer.cycle, events.count)
    do {
      try command(drawer)
    } catch let failure as DrawingFailure {
      if case .undecided = failure { throw failure }
      if events.count != count || drawer.cycle != before {
        mistakes.append("refused, but something was written: \(failure)")
      }
      let kind = "\(failure)".split(separator: "\n").first.map(String.init) ?? ""
      refusals[kind.filter { !$0.isNumber }, default: 0] += 1
      return
    }
    if events.count > count + 1, random.chance(30) {
      try kill(command, at: Int.random(in: (count + 1)..<events.count, using: &random))
    }
  }

  private func kill(_ command: Command, at cut: Int) throws {
    kills += 1
    let replay = try Replay.run(Array(events[..<cut]), chains: .taken)
    var position = cut - replay.pending.count
    var isSame = true
    let again = Drawer(replay.cycle) { [events] event in
      if position >= events.count || events[position] != event { isSame = false }
      position += 1
    }
    try command(again)
    if !isSame || position != events.count || again.cycle != drawer.cycle {
      mistakes.append("killed after event \(cut), the command ends otherwise")
    }
  }
}
