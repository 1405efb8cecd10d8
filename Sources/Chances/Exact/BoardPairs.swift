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
    for pair in problem.barredByReviewsDrawn {
      barred.insert(.init(underReview: pair.state, reviewer: pair.reviewer))
    }
    let ofGroupsDrawn = Set(
      problem.barredByGroups.map {
        PairingProblem.Pair(underReview: $0.state, reviewer: $0.reviewer)
      })
    var pairs: [Seat: Set<PairingProblem.Pair>] = [:]
    candidates = underReview.map { state in
      // A regional seat that is given up is filled as an open seat.
      let left = problem.reviews[state].left
      let seats = problem.rulebook.seatsInOrder.filter {
        ($0 == .open && left.total > 0) || left[$0] > 0
      }
      let asked = Self.askedOfSupplements(state, reviewers, problem)
      return reviewers.filter { reviewer in
        let pair = PairingProblem.Pair(underReview: state, reviewer: reviewer)
        if state == reviewer || barred.contains(pair) { return false }
        if problem.reviews[state].reviewers.contains(reviewer) { return false }
        if problem.rulebook.mutualReviews == .forbidden
          && problem.reviews[reviewer].reviewers.contains(state)
        {
          return false
        }
        var held = seats.filter {
          !ofGroupsDrawn.contains(pair)
            && provisions.permit(states[reviewer], toReview: states[state], in: $0)
        }
        if asked.contains(where: { states[reviewer].isParty(to: $0) }),
          provisions.permit(states[reviewer], toReview: states[state], in: .supplementary)
        {
          held.append(.supplementary)
        }
        for seat in held { pairs[seat, default: []].insert(pair) }
        return !held.isEmpty
      }
    }
    self.pairs = pairs
  }

  /// What supplementary reviewers of a State can be asked to be party to; nothing where the rulebook
  /// has none.
  private static func askedOfSupplements(
    _ state: Int, _ reviewers: [Int], _ problem: PairingProblem
  ) -> Set<[Label]> {
    guard problem.drawsSupplements else { return [] }
    let states = problem.membership.states
    let review = problem.reviews[state]
    let asking = review.due + (review.seatsLeft > 0 ? reviewers : [])
    let lacking = asking.map {
      SupplementaryReviewers.lacking(states[$0], toReview: states[state])
    }
    return Set(lacking).subtracting([[]])
  }

  /// Whether a pair may hold a seat.
  func permit(_ reviewer: Int, toReview state: Int, in seat: Seat) -> Bool {
    pairs[seat]?.contains(.init(underReview: state, reviewer: reviewer)) ?? false
  }
}
