import BigInt
import Chances
import Lots
import Members
import Pairing
import Rules
import Synchronization
import Testing
import TestingTools

/// Outcomes with supplementary reviewers, against a listing of every completion seat by seat.
@Suite struct `Outcomes with supplementary reviewers` {
  /// A tiny problem, some seats drawn; of six or seven States only three are under review, so that
  /// all completions can be listed.
  static func problem(_ number: Int) -> PairingProblem {
    var problem = RandomProblem(
      number + 70_000, sizes: 4...7, asksMore: number.isMultiple(of: 2), supplements: true
    ).problem
    if problem.reviews.count > 5 {
      for state in problem.reviews.indices.dropFirst(3) where problem.reviews[state].isOpen {
        problem.reviews[state].left = SeatCounts()
        problem.reviews[state].due = []
      }
    }
    return problem
  }

  /// A problem with all its best plans, and the outcomes that these have.
  struct Judged {
    let problem: PairingProblem
    let best: WaiverVector
    let plans: [[PlannedReview]]
    let outcomes: Set<[[Int]]>

    init?(_ number: Int) {
      let problem = `Outcomes with supplementary reviewers`.problem(number)
      guard let (best, plans) = Completions.plans(problem, most: 5_000), let best else {
        return nil
      }
      (self.problem, self.best, self.plans) = (problem, best, plans)
      outcomes = Set(plans.map { plan in Self.outcome(plan, of: problem) })
    }

    static func outcome(_ plan: [PlannedReview], of problem: PairingProblem) -> [[Int]] {
      zip(problem.reviews, plan).map { ($0.reviewers + $1.reviewers).sorted() }
    }
  }

  @Test func `are numbered, all lawful ones, each once, and counted so by the odds`() {
    let compared = Mutex<[String: Int]>([:])
    let wrong = mistakes(in: 0..<1_200) { number in
      guard let judged = Judged(number) else { return nil }
      let (problem, outcomes) = (judged.problem, judged.outcomes)
      guard let numbered = NumberedOutcomes(problem, best: judged.best) else {
        return "is not counted"
      }
      let listed = (0..<Int(numbered.count)).map { numbered.outcome(BigUInt($0)) }
      if Set(listed).count != listed.count { return "an outcome has two numbers" }
      if Set(listed) != outcomes {
        return "\(listed.count) outcomes, of \(outcomes.count) by brute force"
      }
      let odds = try UniformOdds(problem, best: judged.best)
      for (row, state) in odds.underReview.enumerated() {
        for other in problem.reviews.indices {
          // Only what is still to be drawn is counted.
          let isDrawn = problem.reviews[state].reviewers.contains(other)
          let count = isDrawn ? 0 : outcomes.count { $0[state].contains(other) }
          if odds.pairs[row][other] != BigUInt(count) { return "other odds of \(state), \(other)" }
        }
      }
      var sampler = try UniformSampler(problem, best: judged.best, seed: "s")
      for _ in 0..<5 where !outcomes.contains(try sampler.next().outcome) {
        return "an outcome that is drawn is not lawful"
      }
      compared.withLock { counts in
        counts["all", default: 0] += 1
        if outcomes.count > 1 { counts["several", default: 0] += 1 }
        if problem.reviews.count > 5 { counts["of six and more", default: 0] += 1 }
        if judged.plans.contains(where: { $0.contains { !$0.supplements.isEmpty } }) {
          counts["held", default: 0] += 1
        }
        if judged.best[.supplement] > 0 { counts["waived", default: 0] += 1 }
        if problem.reviews.contains(where: { !$0.due.isEmpty }) { counts["due", default: 0] += 1 }
      }
      return nil
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(3))")
    print("outcomes with supplementary reviewers: \(compared.withLock { $0 })")
    #expect(compared.withLock { $0.count == 6 && $0.values.allSatisfy { $0 >= 30 } })
    #expect(compared.withLock { $0["all", default: 0] } >= 400)
  }

  @Test func `say who sits where, and who supplements whom`() {
    let compared = Mutex<[String: Int]>([:])
    let wrong = mistakes(in: 0..<700) { number in
      guard let judged = Judged(number) else { return nil }
      let problem = judged.problem
      let byOutcome = Dictionary(grouping: judged.plans) {
        Judged.outcome($0, of: problem)
      }
      for (outcome, plans) in byOutcome {
        for state in problem.reviews.indices where problem.reviews[state].isOpen {
          let new = outcome[state].filter { !problem.reviews[state].reviewers.contains($0) }
          let ways = Set(plans.map { $0[state] })
          guard let given = problem.seats(of: new, underReview: state) else {
            return "\(new) cannot sit"
          }
          var drawn = PlannedReview()
          for (seat, reviewer, supplemented) in given {
            if let supplemented {
              drawn.supplements[supplemented] = reviewer
            } else {
              drawn.held[seat, default: []].insert(reviewer)
            }
          }
          let first = PlainGiving(problem, state, ways).first
          if drawn != first { return "\(state): \(drawn), not \(first)" }
          compared.withLock { counts in
            counts["all", default: 0] += 1
            if ways.count > 1 { counts["of several", default: 0] += 1 }
            if !drawn.supplements.isEmpty { counts["supplemented", default: 0] += 1 }
            if drawn.supplements.count > 1 { counts["two", default: 0] += 1 }
          }
        }
      }
      return nil
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(3))")
    print("seats of outcomes with supplementary reviewers: \(compared.withLock { $0 })")
    #expect(compared.withLock { $0.count == 4 && $0.values.allSatisfy { $0 >= 100 } })
  }

  @Test func `are refused where there are too many to count`() throws {
    var rulebook = Rulebook()
    rulebook.protocols = .supplement
    let problem = PairingProblem(
      membership: Membership((0..<70).map { State(code: Label("S\($0)"), protocols: ["P"]) }),
      rulebook: rulebook)
    let best = WaiverVector(rules: rulebook.waivers)
    let failure = #expect(throws: UniformFailure.self) {
      _ = try UniformSampler(problem, best: best, seed: "s")
    }
    #expect(failure.map { "\($0)" }?.contains("`reviewers.protocols` is supplement") == true)
  }
}

/// Of all ways in which the same reviewers sit, the one that the page Uniform names: every way is
/// kept that agrees with the seats given so far.
private struct PlainGiving {
  private(set) var first = PlannedReview()

  init(_ problem: PairingProblem, _ state: Int, _ all: Set<PlannedReview>) {
    let states = problem.membership.states
    var ways = all
    var owing = problem.reviews[state].due
    var seats = problem.rulebook.seatsInOrder.flatMap { seat in
      Array(repeating: seat, count: problem.reviews[state].left[seat])
    }
    func isSimilar(_ other: Int) -> Bool {
      problem.rulebook.similarLegalSystem == .ignored || states[state].legalSystems.isEmpty
        || !Set(states[state].legalSystems).isDisjoint(with: states[other].legalSystems)
    }
    func lacks(_ other: Int) -> Bool {
      !Set(states[state].protocols).isSubset(of: states[other].protocols)
    }
    while !seats.isEmpty {
      let seat = seats.removeFirst()
      let order =
        seat == .regional
        ? states.indices.filter(isSimilar) + states.indices.filter { !isSimilar($0) }
        : Array(states.indices)
      let taker = order.first { other in
        first.held[seat]?.contains(other) != true
          && ways.contains { $0.held[seat]?.contains(other) == true }
      }
      if let taker {
        ways = ways.filter { $0.held[seat]?.contains(taker) == true }
        first.held[seat, default: []].insert(taker)
        if lacks(taker) { owing.append(taker) }
      } else if seat == .regional {
        seats.insert(.open, at: 0)
      }
    }
    for other in owing {
      let taker = states.indices.first { one in ways.contains { $0.supplements[other] == one } }
      guard let taker else { continue }
      ways = ways.filter { $0.supplements[other] == taker }
      first.supplements[other] = taker
    }
  }
}
