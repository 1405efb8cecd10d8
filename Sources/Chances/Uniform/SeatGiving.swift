import Members
import Pairing
import Rules

extension PairingProblem {
  /// A seat that is given; for a supplementary one also the reviewer that its holder supplements.
  package typealias GivenSeat = (seat: Seat, reviewer: Int, supplemented: Int?)

  /// Which seats the reviewers of a review take where there are several kinds or supplementary ones,
  /// and only the set of them was drawn (page Uniform).
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
  package func seats(of reviewers: [Int], underReview state: Int) -> [GivenSeat]? {
    let pairs = BoardPairs(self, underReview: [state]) { reviewers.contains($0) }
    guard pairs.candidates[0] == reviewers, reviewers.count <= 64 else { return nil }
    let seating = KindSeating(of: state, reviewers, self, pairs)
    guard var giving = SeatGiving(reviewers, seating, due: reviews[state].due) else { return nil }
    let kinds = rulebook.seatsInOrder
    while let kind = seating.next(giving.left, owesLast: giving.owesLast) {
      giving.give(kind, kinds[kind])
    }
    giving.giveSupplementary()
    return giving.given
  }
}

/// The seats of one review while they are given to a set of reviewers, who are bits.
private struct SeatGiving {
  private let reviewers: [Int]
  private let seating: KindSeating
  private let least: Board.Budget
  /// The seats given so far.
  private(set) var given: [PairingProblem.GivenSeat] = []
  /// The seats left of each kind.
  private(set) var left: [Int]
  /// Whether one of the last kind comes next, in place of one that gave its group up.
  private(set) var owesLast = false
  /// Who has no seat yet.
  private var rest: UInt64
  private var cost = Board.Budget()
  /// Who sits, and what is owed to them.
  private var stand: SeatsGiven
  /// The reviewers for whom supplementary seats are owed, in the order of their lots.
  private var owing: [Int]

  /// Begins with nobody seated; nil where the reviewers cannot sit.
  init?(_ reviewers: [Int], _ seating: KindSeating, due: [Int]) {
    rest = reviewers.indices.reduce(UInt64(0)) { $0 | 1 << UInt64($1) }
    guard let least = seating.cheapest(rest, seating.left, seating.given) else { return nil }
    (self.reviewers, self.seating, self.least) = (reviewers, seating, least)
    (left, stand, owing) = (seating.left, seating.given, due)
  }

  /// The bits of those who have no seat yet, in canonical order.
  private var waiting: [UInt64] {
    reviewers.indices.map { 1 << UInt64($0) }.filter { rest & $0 != 0 }
  }

  /// Whether the others can still be seated for the least.
  private func reachesLeast(
    with member: UInt64, _ stand: SeatsGiven, at cost: Board.Budget
  ) -> Bool {
    seating.cheapest(rest & ~member, left, stand).map { cost + $0 } == least
  }

  /// Gives a seat of a kind, or gives its group up, or leaves it empty.
  mutating func give(_ kind: Int, _ seat: Seat) {
    left[kind] -= 1
    let members = waiting
    let inTurn =
      members.filter { seating.cost(of: $0, in: kind) == Board.Budget() }
      + members.filter { seating.cost(of: $0, in: kind) != Board.Budget() }
    let taker = inTurn.first { member in
      var after = stand
      after.seat(member, seating.supplements)
      return seating.permitted[kind] & member != 0 && !isApart(member)
        && reachesLeast(with: member, after, at: cost + seating.cost(of: member, in: kind))
    }
    owesLast = false
    if let taker {
      cost = cost + seating.cost(of: taker, in: kind)
      stand.seat(taker, seating.supplements)
      let reviewer = take(taker)
      if let supplements = seating.supplements, supplements.lacking & taker != 0 {
        owing.append(reviewer)
      }
      given.append((seat, reviewer, nil))
    } else if kind == seating.samePlace {
      left[seating.lastPlace] += 1
      owesLast = true
      cost = cost + seating.costOfGivingUp
    } else {
      cost.seat += 1
    }
  }

  /// Gives the supplementary seats, each to the first who fits, or leaves them empty.
  mutating func giveSupplementary() {
    for supplemented in owing {
      let fitting = stand.owed.removeFirst()
      let taker = waiting.first { $0 & fitting != 0 && reachesLeast(with: $0, stand, at: cost) }
      if let taker {
        given.append((.supplementary, take(taker), supplemented))
      } else {
        cost.supplement += 1
      }
    }
  }

  /// Whether a reviewer may not sit beside one who does.
  private func isApart(_ member: UInt64) -> Bool {
    seating.supplements.map { $0.apart[member.trailingZeroBitCount] & stand.seated != 0 } == true
  }

  private mutating func take(_ member: UInt64) -> Int {
    rest &= ~member
    return reviewers[member.trailingZeroBitCount]
  }
}
