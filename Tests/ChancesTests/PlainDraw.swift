import BigInt
import Chances
import Members
import Pairing

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
          drawRegional(state, turn, chance / whole(bowl.count), &next)
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

  private func drawRegional(
    _ state: Int, _ drawn: Drawn, _ chance: Rational, _ result: inout [Drawn: Rational]
  ) {
    var others = drawn
    others.served.remove(state)
    let plans = agreeing(others)
    let bowl = Set(plans.compactMap { $0[state].regional })
    if bowl.isEmpty { return drawOpen(state, drawn, plans, chance, &result) }
    for reviewer in bowl {
      var next = drawn
      next.plan[state].regional = reviewer
      drawOpen(
        state, next, plans.filter { $0[state].regional == reviewer },
        chance / whole(bowl.count), &result)
    }
  }

  private func drawOpen(
    _ state: Int, _ drawn: Drawn, _ plans: [[PlannedReview]], _ chance: Rational,
    _ result: inout [Drawn: Rational]
  ) {
    let held = drawn.plan[state].open
    let bowl = plans.reduce(Set<Int>()) { $0.union($1[state].open) }.subtracting(held)
    if bowl.isEmpty {
      result[drawn] = result[drawn, default: .zero] + chance
      return
    }
    for reviewer in bowl {
      var next = drawn
      next.plan[state].open.insert(reviewer)
      drawOpen(
        state, next, plans.filter { $0[state].open.contains(reviewer) },
        chance / whole(bowl.count), &result)
    }
  }
}
