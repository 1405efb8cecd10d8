import BigInt
import Chances
import Foundation
import Members
import Pairing
import Rules
import Synchronization
import Testing
import TestingTools

@Suite struct `Exact odds of the draw from bowls` {
  /// A tiny problem with years, and all its best plans; nil where it is not tiny.
  struct Case {
    let problem: PairingProblem
    let plans: AllPlans
    let best: WaiverVector
    /// The years of the States with a seat left to draw.
    let years: [Int: Int]

    init?(_ number: Int, _ problem: PairingProblem? = nil, mostPlans: Int = 1_500) {
      self.problem =
        problem
        ?? RandomCycle(number, sizes: 3...5, hasHistory: number.isMultiple(of: 3)).problem
      guard let plans = AllPlans.of(self.problem, mostPlans: mostPlans), let best = plans.best
      else { return nil }
      self.plans = plans
      self.best = best
      var random = SplitMix(UInt64(number) &+ 12_345)
      let waiting = self.problem.reviews.indices.filter { [problem = self.problem] in
        problem.reviews[$0].isOpen
      }
      let most = 1 + random.below(3)
      years = Dictionary(
        uniqueKeysWithValues: waiting.map { [problem = self.problem] state in
          let year = 1 + random.below(most)
          return (state, problem.years[state] > 0 ? problem.years[state] : year)
        })
    }

    var order: TurnOrder { TurnOrder(years: years.keys.sorted().map { years[$0] ?? 0 }) }
  }

  /// What is wrong with odds, given the chance of every outcome; nil where nothing is.
  static func fault(
    _ name: String, _ chances: ExactChances, _ odds: ExactOdds,
    _ outcomes: [PlainDraw.Outcome: Rational]
  ) -> String? {
    func chance(_ event: (PlainDraw.Outcome) -> Bool) -> Rational {
      outcomes.reduce(.zero) { event($1.key) ? $0 + $1.value : $0 }
    }
    for (row, state) in odds.underReview.enumerated() {
      for (reviewer, found) in chances.pairs[row].enumerated() {
        let expected = chance { $0[state].contains(reviewer) }
        if found != expected { return "\(name): \(reviewer) on \(state) \(found), not \(expected)" }
      }
    }
    for (reviewer, row) in chances.reviews.enumerated() {
      for (count, found) in row.enumerated() {
        let expected = chance { outcome in
          odds.underReview.count { outcome[$0].contains(reviewer) } == count
        }
        if found != expected { return "\(name): \(reviewer) \(count)× \(found), not \(expected)" }
      }
    }
    return nil
  }

  /// The even chances of what outcomes say about some States.
  static func even(_ plans: AllPlans, _ scope: Set<Int>) -> [PlainDraw.Outcome: Rational] {
    let all = Set(plans.plans.map { $0.map(\.reviewers) })
    return all.reduce(into: [:]) { chances, outcome in
      let part = outcome.enumerated().map { scope.contains($0) ? $1 : [] }
      chances[part] = chances[part, default: .zero] + Rational(1, BigUInt(all.count))
    }
  }

  static func fault(_ tiny: Case, scope: Set<Int>) throws -> String? {
    let odds = try ExactOdds(
      tiny.problem, best: tiny.best, scope: scope, order: tiny.order)
    let drawn = PlainDraw(tiny.plans, years: tiny.years).outcomes(served: scope.count)
    let even = Self.even(tiny.plans, scope)
    if let fault = Self.fault("uniform", odds.uniform, odds, even) { return fault }
    guard let bowls = odds.bowls, let comparison = odds.comparison else { return "no bowls" }
    if let fault = Self.fault("bowls", bowls, odds, drawn) { return fault }
    let distance =
      even.reduce(Rational.zero) { sum, part in
        sum + part.value.distance(to: drawn[part.key, default: .zero])
      } / Rational(2, 1)
    if comparison.distance != distance { return "distance \(comparison.distance) not \(distance)" }
    let most = drawn.values.max() ?? .zero
    if comparison.most != most { return "most likely \(comparison.most), not \(most)" }
    return nil
  }

  @Test func `are those of brute force to the last rational, for whole cycles and first years`() {
    let compared = Mutex(0)
    let years = Mutex(0)
    let wrong = mistakes(in: 0..<1_100) { number in
      guard let tiny = Case(number) else { return nil }
      compared.withLock { $0 += 1 }
      let all = Set(tiny.years.keys)
      if let fault = try Self.fault(tiny, scope: all) { return fault }
      let first = all.filter { tiny.years[$0] == tiny.years.values.min() }
      if first.count < all.count { years.withLock { $0 += 1 } }
      return try Self.fault(tiny, scope: first)
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(3))")
    #expect(compared.withLock { $0 } >= 500)
    print("compared \(compared.withLock { $0 }), several years \(years.withLock { $0 })")
  }

  @Test func `are so under kinds of seats, groups, years, targets and States kept apart`() {
    let compared = Mutex<[String: Int]>([:])
    let wrong = mistakes(in: 0..<Self.casesOfNewRules) { number in
      let problem = RandomProblem(number, sizes: 3...5, asksMore: true).problem
      guard let tiny = Case(number, problem) else { return nil }
      compared.withLock { counts in
        for rule in problem.newRules { counts[rule, default: 0] += 1 }
      }
      return try Self.fault(tiny, scope: Set(tiny.years.keys))
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(3))")
    #expect(compared.withLock { $0.count == 5 && $0.values.allSatisfy { $0 >= 100 } })
    print("compared \(compared.withLock { $0 })")
  }

  @Test func `are so with supplementary reviewers, beside all other rules and in mid-cycle`() {
    let compared = Mutex<[String: Int]>([:])
    let wrong = mistakes(in: 0..<Self.casesOfNewRules) { number in
      let problem = RandomProblem(
        number, sizes: 4...5, asksMore: number.isMultiple(of: 2), supplements: true
      ).problem
      let states = problem.membership.states
      let isLacking = states.contains { state in
        state.isReviewed && states.contains { !$0.isParty(to: state.protocols) && $0.isReviewer }
      }
      guard isLacking, let tiny = Case(number, problem, mostPlans: 2_000) else { return nil }
      // A case counts where somebody is, or could have been, supplemented.
      let supplements = tiny.plans.plans.contains { $0.contains { !$0.supplements.isEmpty } }
      compared.withLock { counts in
        if supplements { counts["held", default: 0] += 1 }
        if tiny.best[.supplement] > 0 { counts["waived", default: 0] += 1 }
        if problem.reviews.contains(where: { !$0.due.isEmpty }) { counts["due", default: 0] += 1 }
        if supplements { for rule in problem.newRules { counts[rule, default: 0] += 1 } }
      }
      let all = Set(tiny.years.keys)
      if let fault = try Self.fault(tiny, scope: all) { return fault }
      let first = all.filter { tiny.years[$0] == tiny.years.values.min() }
      return first.count < all.count ? try Self.fault(tiny, scope: first) : nil
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(3))")
    print("compared \(compared.withLock { $0 })")
    // Beside each other rule too, though seldom.
    #expect(compared.withLock { $0.count == 8 && $0.values.allSatisfy { $0 >= 3 } })
    for what in ["held", "waived", "due"] {
      #expect(compared.withLock { $0[what, default: 0] } >= 30, "\(what)")
    }
  }

  /// PEERLOTS_CASES asks for more.
  static let casesOfNewRules =
    ProcessInfo.processInfo.environment["PEERLOTS_CASES"].flatMap(Int.init) ?? 1_000
}
