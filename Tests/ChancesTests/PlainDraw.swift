import BigInt
import Chances
import Members
import Pairing
import Rules
import TestingTools

/// The draw from bowls of a tiny problem, drawn in all ways at once: what has been drawn, with its
/// chance, one lot after another, by the plain words of the contract.
///
/// A State is in a bowl if some best plan agrees with all that is drawn and has it in the seat.
struct PlainDraw {
  /// An outcome: the reviewers of each State.
  typealias Outcome = [Set<Int>]

  private struct Drawn: Hashable {
    var plan: [PlannedReview]
    var served: Set<Int> = []
  }

  private let all: AllPlans
  private let years: [Int: Int]

  /// - Parameters:
  ///   - all: The best plans.
  ///   - years: The year of each State under review.
  init(_ all: AllPlans, years: [Int: Int]) {
    self.all = all
    self.years = years
  }

  /// The chance of every outcome, once a number of States is served.
  func outcomes(served count: Int) -> [Outcome: Rational] {
    var layer: [Drawn: Rational] = [
      Drawn(plan: all.problem.reviews.map { _ in PlannedReview() }): .one
    ]
    for _ in 0..<count {
      var next: [Drawn: Rational] = [:]
      for (drawn, chance) in layer {
        let waiting = years.keys.filter { !drawn.served.contains($0) }
        let year = waiting.map { years[$0] ?? 0 }.min()
        let bowl = waiting.filter { years[$0] == year }
        for state in bowl {
          var turn = drawn
          turn.served.insert(state)
          let review = all.problem.reviews[state]
          let seats = Turn(left: review.left, order: review.due, plans: agreeing(drawn))
          draw(state, turn, seats, chance / whole(bowl.count), &next)
        }
      }
      layer = next
    }
    var outcomes: [Outcome: Rational] = [:]
    for (drawn, chance) in layer {
      outcomes[drawn.plan.map(\.reviewers), default: .zero] =
        outcomes[drawn.plan.map(\.reviewers), default: .zero] + chance
    }
    return outcomes
  }

  private func whole(_ number: Int) -> Rational { Rational(BigUInt(number), 1) }

  /// The best plans that agree with what is drawn.
  private func agreeing(_ drawn: Drawn) -> [[PlannedReview]] {
    all.plans.filter { plan in drawn.served.allSatisfy { plan[$0] == drawn.plan[$0] } }
  }

  /// Draws the seats of a State that are left, kind by kind.
  private func draw(
    _ state: Int, _ drawn: Drawn, _ turn: Turn, _ chance: Rational,
    _ result: inout [Drawn: Rational]
  ) {
    let order = all.problem.rulebook.seatsInOrder
    var turn = turn
    guard let seat = turn.owesOpen ? .open : order.first(where: { turn.left[$0] > 0 }) else {
      return supplement(state, drawn, turn, chance, &result)
    }
    turn.owesOpen = false
    turn.left[seat] -= 1
    let held = drawn.plan[state].held[seat, default: []]
    let bowl = turn.plans.reduce(Set<Int>()) { $0.union($1[state].held[seat, default: []]) }
      .subtracting(held)
    if bowl.isEmpty {
      if seat == .regional {
        turn.left.open += 1
        turn.owesOpen = true
      }
      return draw(state, drawn, turn, chance, &result)
    }
    for reviewer in bowl {
      var (next, rest) = (drawn, turn)
      next.plan[state].held[seat, default: []].insert(reviewer)
      rest.order.append(reviewer)
      rest.plans = turn.plans.filter { $0[state].held[seat]?.contains(reviewer) == true }
      draw(state, next, rest, chance / whole(bowl.count), &result)
    }
  }

  /// Draws the supplementary seats of a State, for its reviewers in the order drawn.
  private func supplement(
    _ state: Int, _ drawn: Drawn, _ turn: Turn, _ chance: Rational,
    _ result: inout [Drawn: Rational]
  ) {
    var turn = turn
    guard !turn.order.isEmpty else {
      result[drawn] = result[drawn, default: .zero] + chance
      return
    }
    let other = turn.order.removeFirst()
    let bowl = Set(turn.plans.compactMap { $0[state].supplements[other] })
    if bowl.isEmpty { return supplement(state, drawn, turn, chance, &result) }
    for reviewer in bowl {
      var (next, rest) = (drawn, turn)
      next.plan[state].supplements[other] = reviewer
      rest.plans = turn.plans.filter { $0[state].supplements[other] == reviewer }
      supplement(state, next, rest, chance / whole(bowl.count), &result)
    }
  }

  /// How far the seats of one State are drawn.
  private struct Turn {
    var left: SeatCounts
    /// The reviewers in the order drawn, of those before only the ones that are to be supplemented.
    var order: [Int]
    var owesOpen = false
    /// The best plans that agree with what is drawn.
    var plans: [[PlannedReview]]
  }
}
