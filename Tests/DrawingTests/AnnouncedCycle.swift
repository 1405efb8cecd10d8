import Drawing
import Lots
import Members
import Rules

/// A small cycle whose commands are run one by one: eight States, one reviewer each, two years.
final class AnnouncedCycle {
  private final class Log {
    var events: [Event] = []
  }

  private let log = Log()
  let drawer: Drawer

  var events: [Event] { log.events }

  static let codes: [Label] = ["A", "B", "C", "D", "E", "F", "G", "H"]

  init() throws {
    var rulebook = Rulebook()
    (rulebook.years, rulebook.reviewersPerReview, rulebook.regionalSeats) = (2, 1, 0)
    let log = log
    drawer = try Drawer.open(
      Membership(Self.codes.map { State(code: $0) }), rulebook: rulebook, conflicts: [],
      software: "tests", acceptsWaivers: true
    ) { log.events.append($0) }
  }

  static func secret(_ number: Int) -> Label { Label("a text that nobody can guess \(number)") }

  static func hash(_ number: Int) -> String { Commitment.hash(of: secret(number).text) }

  func announce(
    _ draw: String, _ method: DrawMethod = .bowls, source: String = "the lottery",
    secret: Int? = nil
  ) throws {
    guard let name = DrawName(text: draw) else { preconditionFailure("no draw: \(draw)") }
    try drawer.announce(
      Announced(
        draw: name, method: method, source: source, commitment: secret.map(Self.hash)))
  }

  func withdraw(_ draw: String, _ reason: String = "it did not take place") throws {
    guard let name = DrawName(text: draw) else { preconditionFailure("no draw: \(draw)") }
    try drawer.withdraw(Withdrawn(draw: name, reason: reason))
  }

  /// What a command is refused with, in its first line; it must write nothing.
  func refusal(_ run: () throws -> Void) -> String? {
    let (before, cycle) = (events, drawer.cycle)
    do {
      try run()
      return nil
    } catch {
      guard events == before, drawer.cycle == cycle else { return "something was written" }
      return "\(error)"
    }
  }

  /// A State under review in a year that reviews in it.
  func reviewer(inYear year: Int) -> Label? {
    let cycle = drawer.cycle
    let states = cycle.states(year: year)
    let state = states.first { state in
      states.contains { cycle.reviews[$0].reviewers.contains(state) }
    }
    return state.map { cycle.roster.states[$0].code }
  }

  func state(inYear year: Int) -> Label {
    drawer.cycle.roster.states[drawer.cycle.states(year: year)[0]].code
  }
}
