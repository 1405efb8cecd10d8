import Members
import Pairing
import Rules

/// What the outcomes on a list of tickets rest on: who is under review and when, which seats are
/// left, who may take them, how much each may do, and the best waivers. A list holds as long as this
/// stays; a changed name is no change of it.
struct TicketBasis: Hashable {
  private struct Place: Hashable {
    let state: Label
    let region: RegionalGroup
    let isReviewer: Bool
    let own: OwnNumbers
    let countsLegalSystem: Bool
    let year: Int
    let isServed: Bool
  }

  private let rulebook: Rulebook
  private let exclusions: [Exclusion]
  private let places: [Place]
  private let reviews: [RemainingReview]
  private let eligible: [[EligibleReviewer]]
  private let settled: WaiverVector
  private let best: WaiverVector

  /// - Complexity: O(n²) for n States.
  init(_ cycle: Cycle) {
    let problem = cycle.problem
    var rulebook = cycle.rulebook
    (rulebook.name, rulebook.source) = ("", "")
    // What redraws may do has been done to what is drawn; the outcomes do not ask.
    (rulebook.redrawLimit, rulebook.excludesPreviousReviewers) = (0, false)
    self.rulebook = rulebook
    exclusions = cycle.exclusions
    places = cycle.roster.states.enumerated().map { index, state in
      let review = cycle.reviews[index]
      return Place(
        state: state.code, region: state.region, isReviewer: state.isReviewer, own: state.own,
        countsLegalSystem: problem.countsLegalSystem(of: index),
        year: review.isPlanned ? review.year : 0, isServed: review.isServed)
    }
    reviews = problem.reviews
    eligible = problem.eligibleReviewers
    settled = problem.settled
    best = cycle.best
  }
}

extension Cycle {
  /// Folds a change, and lets the list of tickets lapse whose outcomes it touches.
  mutating func changing(_ change: (inout Cycle) -> Void) {
    let isOpen = tickets.contains { !begunDraws.contains($0.yearDraw) }
    let before = isOpen ? TicketBasis(self) : nil
    change(&self)
    guard let before, before != TicketBasis(self) else { return }
    let begun = begunDraws
    lapsedTickets += tickets.filter { !begun.contains($0.yearDraw) }
    tickets.removeAll { !begun.contains($0.yearDraw) }
  }
}

extension TicketList {
  /// The year whose outcomes stand on the tickets.
  public var year: Int {
    if case .tickets(let year) = draw { return year }
    return 0
  }

  /// The draw of that year.
  public var yearDraw: DrawName { .year(year) }
}
