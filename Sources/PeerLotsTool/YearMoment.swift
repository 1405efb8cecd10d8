import Drawing
import Records

/// The point of a ledger before the first lot of a year: what the odds of that year are asked of.
struct YearMoment {
  /// The year, from 1.
  let year: Int
  /// The state of the cycle.
  let cycle: Cycle
  /// How the year is drawn.
  let method: DrawMethod
  /// The hashes of the lines at which the state was this: that of the last line that changed it,
  /// then those of announcements.
  let heads: [String]

  /// The moments of a ledger: of each year that is drawn, then of the next where its States are
  /// known.
  ///
  /// - Parameter pending: How many of its last lines are those of an interrupted draw.
  static func all(of ledger: Ledger, _ cycle: Cycle, pending: Int) -> [YearMoment] {
    let entries = Array(ledger.entries.dropLast(pending))
    var moments: [YearMoment] = []
    for draw in LedgerReport(entries.map(\.event)).draws {
      guard case .year(let year) = draw.name else { continue }
      moments.append(moment(year, draw.method, before: draw.index, in: entries))
    }
    if cycle.isSelected, let year = cycle.nextYear, !cycle.states(year: year).isEmpty {
      let isByTickets = cycle.tickets(year: year) != nil
      let method =
        cycle.announcement(of: .year(year))?.method ?? (isByTickets ? .tickets : .bowls)
      moments.append(moment(year, method, before: entries.count, in: entries))
    }
    return moments
  }

  private static func moment(
    _ year: Int, _ method: DrawMethod, before place: Int, in entries: [Ledger.Entry]
  ) -> YearMoment {
    var start = place
    while start > 1, entries[start - 1].event.isOfAnnouncement { start -= 1 }
    var cycle: Cycle?
    for entry in entries.prefix(start) {
      if case .opened(let opened) = entry.event {
        cycle = Cycle(opening: opened)
      } else {
        cycle = cycle?.following([entry.event])
      }
    }
    guard let cycle else { preconditionFailure("a ledger begins with its opening") }
    return YearMoment(
      year: year, cycle: cycle, method: method,
      heads: entries[(start - 1)..<place].map(\.hash.text))
  }
}

extension Event {
  /// Whether it says what comes, and changes nothing of the cycle.
  fileprivate var isOfAnnouncement: Bool {
    switch self {
    case .announced, .withdrawn: true
    default: false
    }
  }
}
