import Drawing
import Members
import Rules

/// A cycle of six States of one group, two a year, one seat a review that anybody may hold.
final class SmallCycle {
  private(set) var events: [Event] = []
  private var made: Drawer?

  var drawer: Drawer { made! }
  var cycle: Cycle { drawer.cycle }

  static let membership = Membership(
    ["A", "B", "C", "D", "E", "F"].map { State(code: $0, name: "State \($0)", region: "G") })

  static let rulebook: Rulebook = {
    var rulebook = Rulebook()
    rulebook.years = 3
    rulebook.reviewersPerReview = 1
    rulebook.regionalSeats = 0
    rulebook.mutualReviews = .allowed
    rulebook.minimumLoad = 0
    rulebook.maximumLoad = 6
    rulebook.waivers = [.seat]
    return rulebook
  }()

  /// Opens the cycle and draws the selection and some years.
  init(
    _ number: Int = 0, years: Int, membership: Membership = SmallCycle.membership,
    rulebook: Rulebook = SmallCycle.rulebook, conflicts: [Conflict] = []
  ) throws {
    made = try Drawer.open(
      membership, rulebook: rulebook, conflicts: conflicts, software: "tests",
      acceptsWaivers: false
    ) { [unowned self] event in events.append(event) }
    if !cycle.isSelected { try drawer.select(.plain(Label("selection \(number)"))) }
    for year in 1...3 where year <= years {
      try drawer.draw(year: year, .plain(Label("year \(year) of \(number)")))
    }
  }

  /// The codes of the States of a year.
  func states(_ year: Int) -> [Label] {
    cycle.states(year: year).map { cycle.roster.states[$0].code }
  }

  /// The reviewer of a State.
  func reviewer(of state: Label) -> Label? {
    let review = cycle.reviews[cycle.roster.index(of: state)!]
    return review.reviewers.first.map { cycle.roster.states[$0].code }
  }

  /// What a command is refused with; nil where it is carried out, or changed something.
  func refusal(_ command: (Drawer) throws -> Void) -> DrawingFailure? {
    let (before, count) = (cycle, events.count)
    do {
      try command(drawer)
      return nil
    } catch {
      return events.count == count && cycle == before ? error as? DrawingFailure : nil
    }
  }

  /// Whether the events so far replay to the same state, also where they end anywhere in between.
  func replays() throws -> Bool {
    for end in events.indices.dropFirst() {
      _ = try Replay.run(Array(events[...end]))
    }
    let replay = try Replay.run(events)
    return replay.cycle == cycle && replay.pending.isEmpty
  }
}
