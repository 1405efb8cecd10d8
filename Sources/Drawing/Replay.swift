import Members
import Pairing
import Rules

/// Folds the events of a ledger by running its commands again and comparing every event with what
/// an honest run gives: every lot, every bowl, every waiver, every best vector.
///
/// Nothing is taken from an event but what a person chose: the rulebook, the membership, seeds,
/// reasons. That is why a replayed cycle can be gone on with.
public struct Replay: Sendable {
  /// The state after the last command that was finished.
  public let cycle: Cycle
  /// The events of a command that was begun after it and is not finished.
  public let pending: [Event]
  /// What is possible from there, where no command is unfinished.
  let outlook: Outlook?

  /// How far uniform draws and tickets are done again.
  public enum Chains: Sendable {
    /// Every chain runs again: as it must where a ledger is verified; some seconds for each year.
    case run
    /// Outcomes are taken as they are written, and only checked to be lawful: enough where one's own
    /// ledger is gone on with.
    case taken
  }

  /// Replays the events of a ledger, the first of which opens the cycle.
  ///
  /// - Parameters:
  ///   - events: The events.
  ///   - chains: How far uniform draws and tickets are done again.
  /// - Throws: ``ReplayFault`` at the first event that an honest run would not give.
  public static func run(
    _ events: [Event], chains: Chains = .run
  ) throws(ReplayFault) -> Replay {
    var replayer = Replayer(events, chains)
    return try replayer.run()
  }

  /// The draw that is not finished, if any.
  public var unfinishedDraw: DrawName? { Self.draw(of: pending) }

  /// The name of the draw that events begin, for a sentence.
  package static func name(of pending: [Event]) -> String {
    draw(of: pending)?.text ?? "last command"
  }

  private static func draw(of pending: [Event]) -> DrawName? {
    for event in pending {
      switch event {
      case .seeded(let seeded): return seeded.draw
      case .ticket(let drawn): return drawn.draw
      default: continue
      }
    }
    return nil
  }
}

/// Where a replay stops because the events are used up.
private struct EndOfEvents: Error {}

/// One replay while it runs.
private struct Replayer {
  let events: [Event]
  let chains: Replay.Chains
  /// The next event to compare; a reference, because the record of a drawer advances it.
  let cursor = Cursor()

  final class Cursor {
    var next = 0
    var fault: ReplayFault?
  }

  init(_ events: [Event], _ chains: Replay.Chains) {
    self.events = events
    self.chains = chains
  }

  mutating func run() throws(ReplayFault) -> Replay {
    guard case .opened(let opened) = events.first else {
      throw .outOfPlace(index: 0, "the first event must open the cycle")
    }
    guard Wording.isText(opened.software) else {
      throw .outOfPlace(index: 0, "the software that wrote the ledger is not named")
    }
    let drawer = try command(start: 0) {
      try Drawer.open(
        opened.membership, rulebook: opened.rulebook, conflicts: opened.conflicts,
        exclusions: opened.exclusions, takingOver: TakenOver(opened),
        software: opened.software, acceptsWaivers: true, record: record)
    }
    guard let drawer else { throw .outOfPlace(index: 0, "the cycle is not opened") }
    if chains == .taken { drawer.recorded = recorded }
    var finished = drawer.cycle
    while cursor.next < events.count {
      let start = cursor.next
      let isDone: Void? = try command(start: start) { try perform(at: start, with: drawer) }
      if isDone == nil {
        return Replay(cycle: finished, pending: Array(events[start...]), outlook: nil)
      }
      finished = drawer.cycle
    }
    if finished.isComplete { try judge(finished) }
    return Replay(cycle: finished, pending: [], outlook: drawer.outlook)
  }

  /// Runs one command; nil where the events end before the command does.
  private func command<Result>(
    start: Int, _ run: () throws -> Result
  ) throws(ReplayFault) -> Result? {
    do {
      return try run()
    } catch is EndOfEvents {
      return nil
    } catch let fault as ReplayFault {
      throw fault.moved { events.culprit($0, start, nil) }
    } catch let failure as DrawingFailure {
      throw .notAllowed(index: events.culprit(max(start, cursor.next), start, failure), failure)
    } catch {
      throw .outOfPlace(index: cursor.next, "\(error)")
    }
  }

  /// Compares an event that an honest run gives with the one that stands there.
  private func record(_ event: Event) throws {
    guard cursor.next < events.count else { throw EndOfEvents() }
    if let difference = event.difference(to: events[cursor.next]) {
      throw ReplayFault.differs(index: cursor.next, difference)
    }
    cursor.next += 1
  }

  /// The event that is due next, as it stands.
  private func recorded() throws -> Event {
    guard cursor.next < events.count else { throw EndOfEvents() }
    return events[cursor.next]
  }

  /// The year of a draw of which tickets are told.
  private func year(of draw: DrawName, _ index: Int) throws -> Int {
    guard case .year(let year) = draw else {
      throw ReplayFault.outOfPlace(index: index, "\"\(draw.text)\" has no tickets")
    }
    return year
  }

  /// Runs the command that begins with an event.
  private func perform(at index: Int, with drawer: Drawer) throws {
    switch events[index] {
    case .seeded(let seeded): try perform(seeded, at: index, with: drawer)
    case .announced(let announced): try drawer.announce(announced)
    case .withdrawn(let withdrawn): try drawer.withdraw(withdrawn)
    // Without a seed before it, each of these draws no lot.
    case .deferred(let deferral):
      try drawer.deferReview(
        of: deferral.state, from: deferral.from, reason: deferral.reason, replaces: false, nil,
        acceptsWaivers: true)
    case .stoodDown(let standDown):
      try drawer.standDown(standDown.state, year: standDown.year, nil, acceptsWaivers: true)
    case .amended(let amended):
      try drawer.amend(Amendment(amended), nil, acceptsWaivers: true)
    case .opened: throw ReplayFault.outOfPlace(index: index, "a cycle is opened once")
    case .redraw(let redraw):
      throw ReplayFault.outOfPlace(
        index: index, "the redraw for \(redraw.state) has no seed before it")
    case .lot(let lot):
      throw ReplayFault.outOfPlace(
        index: index, "no lot of \"\(lot.draw.text)\" is due here: its draw is over")
    case .tickets(let list):
      throw ReplayFault.outOfPlace(
        index: index, "the list \"\(list.draw.text)\" has no seed before it")
    case .ticket(let drawn):
      try drawer.draw(year: try year(of: drawn.draw, index), ticket: drawn.ticket)
    case .uniform(let drawn):
      throw ReplayFault.outOfPlace(
        index: index, "the outcome of \"\(drawn.draw.text)\" has no seed before it")
    case .waiver(let waiver):
      throw ReplayFault.outOfPlace(
        index: index, "no waiver of \(waiver.rule.rawValue) for \(waiver.state) is due here")
    }
    if cursor.next == index {
      throw ReplayFault.outOfPlace(index: index, "\(events[index].kind) changes nothing here")
    }
  }

  /// Runs the command that a seed begins; the event after it says what a person asked for.
  private func perform(_ seeded: Seeded, at index: Int, with drawer: Drawer) throws {
    guard seeded.method.fits(seeded.draw) else {
      throw ReplayFault.outOfPlace(
        index: index,
        "\"\(seeded.draw.text)\" is not drawn by the method \(seeded.method.rawValue)")
    }
    let source = SeedSource(seeded)
    let asked = index + 1 < events.count ? events[index + 1] : nil
    switch (seeded.draw, asked) {
    case (.selection, _): try drawer.select(source)
    case (.year(let year), _):
      let method = seeded.method.ofLots ?? .bowls
      if let asked, asked.isUniform != (method == .uniform) {
        throw ReplayFault.outOfPlace(
          index: index, "the method is \(method.rawValue), but \(asked.kind) follows")
      }
      try drawer.draw(year: year, source, by: method)
    case (_, nil):
      try drawer.checkBegun(seeded)
      throw EndOfEvents()
    case (.tickets(let year), .tickets(let list)):
      try drawer.publishTickets(year, count: list.count, source)
    case (.redraw, .redraw(let redraw)):
      try drawer.redraw(
        redraw.state, only: redraw.only, exceptional: redraw.exceptional, source,
        acceptsWaivers: true)
    case (.deferral, .deferred(let deferral)):
      try deferReview(deferral, source, at: index, with: drawer)
    case (.standDown, .stoodDown(let standDown)):
      try drawer.standDown(standDown.state, year: standDown.year, source, acceptsWaivers: true)
    case (.amendment, .amended(let amended)):
      try drawer.amend(Amendment(amended), source, acceptsWaivers: true)
    case (let draw, let asked?):
      throw ReplayFault.outOfPlace(
        index: index + 1,
        "after the seed of \"\(draw.text)\" its own event is due, not \(asked.kind)")
    }
  }

  /// Runs a deferral that draws lots; whether a replacement was wanted, its first lot says.
  private func deferReview(
    _ deferral: Deferral, _ source: SeedSource, at index: Int, with drawer: Drawer
  ) throws {
    func run(_ drawer: Drawer, replaces: Bool) throws {
      try drawer.deferReview(
        of: deferral.state, from: deferral.from, reason: deferral.reason, replaces: replaces,
        source, acceptsWaivers: true)
    }
    guard index + 2 < events.count else {
      // Where the events end before that lot, both are honest runs.
      do {
        return try run(drawer.copy(record: record), replaces: true)
      } catch is ReplayFault {
        cursor.next = index
        return try run(drawer, replaces: false)
      }
    }
    var replaces = false
    if case .lot(let lot) = events[index + 2], case .replacement = lot.purpose { replaces = true }
    try run(drawer, replaces: replaces)
  }

  /// Checks all rules on a finished outcome, independently of the lookahead.
  private func judge(_ cycle: Cycle) throws(ReplayFault) {
    let draw = FinishedDraw(
      membership: cycle.roster, rulebook: cycle.rulebook, conflicts: cycle.conflicts,
      exclusions: cycle.exclusions, assignment: cycle.assignment,
      outsideSelection: cycle.outsideSelection)
    let (vector, unlawful) = Provisions(
      cycle.rulebook, conflicts: cycle.conflicts, exclusions: cycle.exclusions
    ).judge(draw)
    // What was drawn before an amendment is kept where it no longer matches, and deferrals move
    // States between years; each is an event, and each lot was compared when it was drawn.
    let isMoved =
      cycle.isAmended
      || cycle.counts.keys.contains { draw in
        if case .deferral = draw { true } else { false }
      }
    let moving: Set = ["reviewed_once", "proportional", "per_year"]
    let lasting: Set = ["other_states", "mutual_reviews", "maximum_load"]
    // What was drawn elsewhere is kept where it breaks a rule; the opening names it.
    let kept = Set(cycle.breachesOfTakenOver.map { [$0.rule, "\($0.state)"] })
    let takenOver = Set(
      cycle.takenOver.imported.compactMap { cycle.roster.index(of: $0.underReview) })
    let breach = unlawful.first { breach in
      if takenOver.contains(breach.state) && !lasting.contains(breach.rule) { return false }
      if kept.contains([breach.rule, "\(breach.state)"]) { return false }
      // A maximum that was lowered is not kept by what was drawn before.
      if breach.rule == "maximum_load" && cycle.hasOtherRules { return false }
      if cycle.isAmended { return lasting.contains(breach.rule) }
      return !isMoved || !moving.contains(breach.rule)
    }
    if let breach { throw .unlawful("\(breach.sentence) (\(breach.paragraph))") }
    var lines = WaiverVector(rules: cycle.rulebook.waivers)
    for waiver in cycle.waivers {
      if let level = lines.rules.firstIndex(of: waiver.rule) { lines.counts[level] += 1 }
    }
    if lines != cycle.best || (!cycle.isAmended && takenOver.isEmpty && vector != lines) {
      throw .unlawful(
        "the waivers of the outcome are \(vector.counts), those of the ledger's lines "
          + "\(lines.counts), the best \(cycle.best.counts)")
    }
  }
}
