import Drawing
import Members
import Rules

extension Phase {
  /// Proves what a redraw says of its exclusion: that it costs nothing, or that it would.
  func prove(
    _ redraw: Redraw, of cycle: Cycle, _ start: inout Start, line: Int
  ) throws {
    guard cycle.rulebook.excludesPreviousReviewers,
      let state = cycle.roster.index(of: redraw.state)
    else { return }
    if redraw.exclusion {
      guard let free = try? Moment(cycle, isFree: true) else { return }
      let price = shown
      if Bound(moment: free, price: price).total >= free.target {
        start.free = .leaf(price)
        return
      }
      switch Branching.search(SeatFlow(cheapest: free), .atLeast, free.target) {
      case .proof(let tree): start.free = tree
      case .completion:
        throw ProofFailure(
          line: line, description: "a completion without the exclusion is better than `best`")
      case .cut: start.unproven = start.unproven ?? "whether the exclusion costs nothing is open"
      }
      return
    }
    var barred = moment
    for reviewer in cycle.reviews[state].released {
      barred.options[state * barred.count + reviewer] = 0
    }
    switch Branching.search(SeatFlow(cheapest: barred), .above, barred.target) {
    case .proof(let tree): start.worse = tree
    case .completion:
      throw ProofFailure(
        line: line, description: "the exclusion was dropped, but costs no waiver")
    case .cut: start.unproven = start.unproven ?? "whether the exclusion costs a waiver is open"
    }
  }
}
