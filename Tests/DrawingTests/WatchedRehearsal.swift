import Drawing
import Lots
import Members
import Pairing
import Rules

/// A whole cycle in one go, with its events and a look at the lookahead.
struct WatchedRehearsal {
  private(set) var events: [Event] = []
  private(set) var cycle: Cycle
  private(set) var tally: BowlTally

  /// Rehearses a cycle.
  ///
  /// - Parameters:
  ///   - seed: What the seeds of the selection and the years are made of.
  ///   - inspect: Called with the lookahead before each bowl.
  init(
    _ membership: Membership, _ rulebook: Rulebook = Rulebook(), _ conflicts: [Conflict] = [],
    seed: String, inspect: ((inout Lookahead) throws -> Void)? = nil
  ) throws {
    var events: [Event] = []
    let drawer = try Drawer.open(
      membership, rulebook: rulebook, conflicts: conflicts, software: "tests",
      acceptsWaivers: true
    ) { events.append($0) }
    drawer.inspect = inspect
    try drawer.select(.plain(Label("\(seed)/selection")))
    for year in 1...rulebook.years {
      try drawer.draw(year: year, .plain(Label("\(seed)/year \(year)")))
    }
    self.events = events
    cycle = drawer.cycle
    tally = drawer.tally
  }

  /// The lots that name a reviewer.
  var reviewerLots: [(lot: DrawnLot, seat: Seat, state: Int)] {
    events.compactMap { event in
      guard case .lot(let lot) = event else { return nil }
      switch lot.purpose {
      case .regionalReviewer(_, let code, _):
        return cycle.roster.index(of: code).map { (lot, .regional, $0) }
      case .openReviewer(_, let code, _):
        return cycle.roster.index(of: code).map { (lot, .open, $0) }
      default: return nil
      }
    }
  }
}
