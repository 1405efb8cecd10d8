import BigInt
import Chances
import Dispatch
import Members
import Pairing
import Rules
import Synchronization
import Testing

/// Looks at numbered cases on every core and gathers what was wrong.
func mistakes(in cases: Range<Int>, _ look: @Sendable (Int) throws -> String?) -> [String] {
  let all = Mutex<[String]>([])
  DispatchQueue.concurrentPerform(iterations: cases.count) { place in
    let number = cases.lowerBound + place
    var mistake: String?
    do {
      mistake = try look(number)
    } catch { mistake = "\(error)" }
    if let mistake { all.withLock { $0.append("case \(number): \(mistake)") } }
  }
  return all.withLock { $0.sorted() }
}

@Suite struct `Exact counts of lawful outcomes` {
  /// The outcomes of plans: sets of pairs, one set of reviewers per State.
  static func outcomes(_ plans: AllPlans) -> Set<[Set<Int>]> {
    Set(plans.plans.map { $0.map(\.reviewers) })
  }

  /// What is wrong with a count; nil where nothing is.
  static func fault(_ odds: UniformOdds, _ outcomes: Set<[Set<Int>]>) -> String? {
    if odds.outcomes != BigUInt(outcomes.count) {
      return "\(odds.outcomes) outcomes, brute force \(outcomes.count)"
    }
    for (row, state) in odds.underReview.enumerated() {
      for reviewer in odds.pairs[row].indices {
        let expected = outcomes.count { $0[state].contains(reviewer) }
        if odds.pairs[row][reviewer] != BigUInt(expected) {
          return "\(reviewer) reviews \(state) in \(odds.pairs[row][reviewer]), not \(expected)"
        }
      }
    }
    for reviewer in odds.reviews.indices {
      for (count, found) in odds.reviews[reviewer].enumerated() {
        let expected = outcomes.count { outcome in
          odds.underReview.count { outcome[$0].contains(reviewer) } == count
        }
        if found != BigUInt(expected) {
          return "\(reviewer) does \(count) reviews in \(found) outcomes, not \(expected)"
        }
      }
    }
    return nil
  }

  @Test func `are those of brute force, also in mid-cycle and for a part of the States`() {
    let compared = Mutex(0)
    let several = Mutex(0)
    let wrong = mistakes(in: 0..<900) { number in
      let problem = RandomCycle(
        number, sizes: 3...5, hasHistory: !number.isMultiple(of: 3)
      ).problem
      guard let plans = AllPlans.of(problem, mostPlans: 20_000), let best = plans.best else {
        return nil
      }
      let outcomes = Self.outcomes(plans)
      let odds = try UniformOdds(problem, best: best)
      compared.withLock { $0 += 1 }
      if outcomes.count > 1 { several.withLock { $0 += 1 } }
      if let fault = Self.fault(odds, outcomes) { return fault }
      let part = Set(problem.membership.states.indices.filter { $0.isMultiple(of: 2) })
      return Self.fault(try UniformOdds(problem, best: best, scope: part), outcomes)
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(3))")
    #expect(compared.withLock { $0 } >= 500)
    #expect(several.withLock { $0 } >= 300)
  }
}
