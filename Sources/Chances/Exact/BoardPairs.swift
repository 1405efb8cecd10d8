import Members
import Pairing
import Rules

/// Which pairs may still be drawn, asked of the provisions one by one.
struct BoardPairs {
  /// For each review left to draw, the States that may hold some seat, ascending.
  let candidates: [[Int]]
  /// By seat, the pairs that may hold one.
  private let pairs: [Seat: Set<PairingProblem.Pair>]

  init(
    _ problem: PairingProblem, underReview: [Int], mayReview: (_ state: Int) -> Bool
  ) {
    let states = problem.membership.states
    let provisions = Provisions(problem.rulebook, conflicts: problem.conflicts)
    let reviewers = states.indices.filter(mayReview)
    var barred = problem.excluded
    for pair in problem.barredByReviewsDrawn + problem.barredByGroups {
      barred.insert(.init(underReview: pair.state, reviewer: pair.reviewer))
    }
    var pairs: [Seat: Set<PairingProblem.Pair>] = [:]
    candidates = underReview.map { state in
      // A regional seat that is given up is filled as an open seat.
      let left = problem.reviews[state].left
      let seats = problem.rulebook.seatsInOrder.filter { $0 == .open || left[$0] > 0 }
      return reviewers.filter { reviewer in
        let pair = PairingProblem.Pair(underReview: state, reviewer: reviewer)
        if state == reviewer || barred.contains(pair) { return false }
        if problem.reviews[state].reviewers.contains(reviewer) { return false }
        if problem.rulebook.mutualReviews == .forbidden
          && problem.reviews[reviewer].reviewers.contains(state)
        {
          return false
        }
        let held = seats.filter {
          provisions.permit(states[reviewer], toReview: states[state], in: $0)
        }
        for seat in held { pairs[seat, default: []].insert(pair) }
        return !held.isEmpty
      }
    }
    self.pairs = pairs
  }

  /// Whether a pair may hold a seat.
  func permit(_ reviewer: Int, toReview state: Int, in seat: Seat) -> Bool {
    pairs[seat]?.contains(.init(underReview: state, reviewer: reviewer)) ?? false
  }
}
