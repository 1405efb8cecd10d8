import Members
import Pairing
import Rules

extension PairingProblem {
  /// Which seats the reviewers of a review take where there are several kinds and only the set of them
  /// was drawn (page Uniform).
  ///
  /// Seats are given in the order in which they are drawn, each to the first reviewer in canonical
  /// order, in a seat of the same group the similar ones first, with whom the others can still be
  /// seated for the least that the set costs. Where there is none, a seat of the same group is given
  /// up, and one of the last kind comes next; another seat stays empty.
  ///
  /// - Parameters:
  ///   - reviewers: The reviewers, ascending, at most 64.
  ///   - state: The State under review.
  /// - Returns: The seat of each reviewer in the order in which they are given, those of the same
  ///   group with another legal system behind the similar ones; nil where they cannot sit without
  ///   breaking a rule that is never waived.
  package func seats(of reviewers: [Int], underReview state: Int) -> [(seat: Seat, reviewer: Int)]?
  {
    let pairs = BoardPairs(self, underReview: [state]) { reviewers.contains($0) }
    guard pairs.candidates[0] == reviewers, reviewers.count <= 64 else { return nil }
    let seating = KindSeating(of: state, reviewers, self, pairs)
    let kinds = rulebook.seatsInOrder
    let all = reviewers.indices.reduce(UInt64(0)) { $0 | 1 << UInt64($1) }
    guard let least = seating.cheapest(all, seating.left) else { return nil }
    var given: [(seat: Seat, reviewer: Int)] = []
    var (rest, left, owesLast, cost) = (all, seating.left, false, Board.Budget())
    while let kind = seating.next(left, owesLast: owesLast) {
      left[kind] -= 1
      let members = reviewers.indices.filter { rest >> UInt64($0) & 1 == 1 }
      let inTurn =
        members.filter { seating.cost(of: 1 << UInt64($0), in: kind) == Board.Budget() }
        + members.filter { seating.cost(of: 1 << UInt64($0), in: kind) != Board.Budget() }
      let taker = inTurn.first { place in
        let member = UInt64(1) << UInt64(place)
        let here = cost + seating.cost(of: member, in: kind)
        return seating.permitted[kind] & member != 0
          && seating.cheapest(rest & ~member, left).map { here + $0 } == least
      }
      owesLast = false
      if let taker {
        rest &= ~(1 << UInt64(taker))
        cost = cost + seating.cost(of: 1 << UInt64(taker), in: kind)
        given.append((kinds[kind], reviewers[taker]))
      } else if kind == seating.samePlace {
        left[seating.lastPlace] += 1
        owesLast = true
        cost = cost + seating.costOfGivingUp
      } else {
        cost.seat += 1
      }
    }
    return given
  }
}
