import Chances
import Lots
import Members
import Pairing
import Rules
import Synchronization
import Testing
import TestingTools

@Suite struct `Samples of the draw from bowls` {
  typealias Outcome = PlainDraw.Outcome

  static let draws = 20_000

  /// A case with the chances of its outcomes by brute force, and a sampler of it.
  struct Judged {
    let chances: [(outcome: Outcome, chance: Double)]
    let sampler: BowlSampler
    let number: Int
    /// The place of each outcome.
    private let places: [Outcome: Int]
    /// For each State, the reviewers drawn before the first lot.
    private let before: [[Int]]
    /// An outcome without reviewers.
    private let held: Outcome

    init?(_ number: Int) throws {
      guard let tiny = `Exact odds of the draw from bowls`.Case(number), tiny.years.count >= 2,
        let lookahead = try Lookahead.from(tiny.problem)
      else { return nil }
      let outcomes = PlainDraw(tiny.plans, years: tiny.years).outcomes(served: tiny.years.count)
      guard (2...6).contains(outcomes.count) else { return nil }
      // Lots of millions are told apart by no test of 20,000 draws, so doubles do.
      chances = outcomes.map { ($0, Double($1.decimal(digits: 12)) ?? 0) }
        .sorted { $0.chance > $1.chance }
      let years = (1...3).map { year in
        tiny.years.keys.filter { tiny.years[$0] == year }.sorted()
      }
      sampler = BowlSampler(lookahead, year: nil) { _ in years }
      self.number = number
      places = Dictionary(
        uniqueKeysWithValues: chances.enumerated().map { ($1.outcome, $0) })
      before = tiny.problem.reviews.map(\.reviewers)
      held = before.map { _ in [] }
    }

    /// How often each outcome is drawn, and how often by a copy with a bias: there the likeliest
    /// comes two percentage points too often.
    func counts() throws -> (fair: [Int], biased: [Int]) {
      var fair = Array(repeating: 0, count: chances.count)
      var biased = fair
      let share = 0.02 / (1 - chances[0].chance)
      var random = SplitMix(UInt64(number))
      for draw in 0..<`Samples of the draw from bowls`.draws {
        var stream = LotStream(seed: Seed("case \(number)/sample \(draw)"))
        var outcome = held
        for (state, reviewers) in try sampler.draw(&stream).reviews {
          outcome[state] = Set(reviewers).subtracting(before[state])
        }
        guard let place = places[outcome] else { throw Unlawful() }
        fair[place] += 1
        biased[Double(random.below(1_000_000)) < share * 1_000_000 ? 0 : place] += 1
      }
      return (fair, biased)
    }

    /// Whether chi-square finds the counts unlikely: by chance, in one case of 10,000.
    func isRejected(_ counts: [Int]) -> Bool {
      let draws = Double(counts.reduce(0, +))
      let statistic = zip(counts, chances).reduce(0.0) { sum, part in
        let expected = part.1.chance * draws
        return sum + (Double(part.0) - expected) * (Double(part.0) - expected) / expected
      }
      // Wilson and Hilferty 1931; 3.719 is the point of the normal distribution at 1/10,000.
      let freedom = Double(counts.count - 1)
      let root = 1 - 2 / (9 * freedom) + 3.719 * (2 / (9 * freedom)).squareRoot()
      return statistic > freedom * root * root * root
    }
  }

  struct Unlawful: Error {}

  static func cases() throws -> [Judged] {
    var cases: [Judged] = []
    var number = 0
    while cases.count < 50 {
      if let judged = try Judged(number), (judged.chances.last?.chance ?? 0) > 0.001 {
        cases.append(judged)
      }
      number += 1
    }
    return cases
  }

  @Test func `agree with brute force in 50 cases, and a bias of two points is found`() throws {
    let cases = try Self.cases()
    let (found, wrong) = try Self.judge(cases)
    #expect(wrong == [], "chance would fail this in one of 200 seeds; the seeds are fixed")
    #expect(found >= 40, "a biased copy is found out in \(found) of 50 cases")
  }

  /// Five States with one seat each; whoever lacks Protocols in it is supplemented.
  static let supplemented: PairingProblem = {
    let protocols: KeyValuePairs<Label, [Label]> = [
      "A": ["P", "Q"], "B": ["P"], "C": ["Q"], "D": ["P", "Q"], "E": [],
    ]
    var rulebook = Rulebook()
    (rulebook.years, rulebook.reviewersPerReview, rulebook.regionalSeats) = (1, 1, 0)
    (rulebook.minimumLoad, rulebook.protocols) = (0, .supplement)
    return PairingProblem(
      membership: Membership(protocols.map { State(code: $0.key, protocols: $0.value) }),
      rulebook: rulebook)
  }()

  @Test func `draw supplementary reviewers too, as the exact odds say`() throws {
    let problem = Self.supplemented
    let lookahead = try #require(try Lookahead.from(problem))
    let exact = try ExactOdds(
      problem, best: lookahead.best, order: TurnOrder(years: [1, 1, 1, 1, 1]))
    let samples = 20_000
    let odds = try BowlSampler(lookahead, year: nil) { _ in [[0, 1, 2, 3, 4]] }
      .sample(samples, seed: "s", underReview: exact.underReview)
    let bowls = try #require(exact.bowls)
    var supplements = 0
    for (row, state) in exact.underReview.enumerated() {
      for reviewer in 0..<5 {
        let chance = Double(bowls.pairs[row][reviewer].decimal(digits: 12)) ?? 0
        let found = Double(odds.pairs[row][reviewer]) / Double(samples)
        // Five standard errors: by chance once in a million pairs.
        let error = 5 * (chance * (1 - chance) / Double(samples)).squareRoot()
        #expect(abs(found - chance) <= error, "\(reviewer) on \(state): \(found), not \(chance)")
      }
      supplements += odds.pairs[row].reduce(-samples, +)
    }
    // One reviewer each, and beside them the supplementary ones.
    #expect(supplements > 2 * samples)
    let outcomes = try #require(odds.outcomes)
    let error = Rational(outcomes.errorInThousandths ?? 0, 1000) * outcomes.mean
    #expect(!outcomes.isLowerBound)
    #expect(outcomes.mean.distance(to: Rational(exact.outcomes, 1)) <= error.times(6))
  }

  static func judge(_ cases: [Judged]) throws -> (found: Int, wrong: [String]) {
    let found = Mutex(0)
    let wrong = mistakes(in: 0..<cases.count) { place in
      let (fair, biased) = try cases[place].counts()
      if cases[place].isRejected(biased) { found.withLock { $0 += 1 } }
      return cases[place].isRejected(fair) ? "\(cases[place].number): \(fair)" : nil
    }
    return (found.withLock { $0 }, wrong)
  }

  @Test func `do not depend on the number of threads`() throws {
    let sampler = try #require(try Judged(Self.cases()[0].number)).sampler
    let odds = try [1, 2, 3].map {
      try sampler.sample(100, seed: "s", underReview: [0, 1, 2], threads: $0)
    }
    for other in odds.dropFirst() {
      #expect(other.pairs == odds[0].pairs)
      #expect(other.reviews == odds[0].reviews)
      #expect(other.outcomes == odds[0].outcomes)
    }
  }

  @Test func `estimate the number of outcomes where no seat is given up`() throws {
    var compared = 0
    for number in 0..<420 {
      guard let tiny = `Exact odds of the draw from bowls`.Case(number),
        let lookahead = try Lookahead.from(tiny.problem)
      else { continue }
      let count = try UniformOdds(tiny.problem, best: tiny.best).outcomes
      let years = (1...3).map { year in
        tiny.years.keys.filter { tiny.years[$0] == year }.sorted()
      }
      let odds = try BowlSampler(lookahead, year: nil) { _ in years }
        .sample(400, seed: "n", underReview: [])
      let outcomes = try #require(odds.outcomes)
      if outcomes.isLowerBound { continue }
      compared += 1
      let error = Rational(outcomes.errorInThousandths ?? 0, 1000) * outcomes.mean
      let exact = Rational(count, 1)
      // Six standard errors, and what rounding weights down takes away.
      #expect(outcomes.mean.distance(to: exact) <= error.times(6) + Rational(1, 100), "\(number)")
    }
    #expect(compared >= 90)
  }
}

@Suite struct `Confidence intervals` {
  @Test(arguments: [
    (0, 1000, "0.000000", "0.003827"), (50, 100, "0.403831", "0.596169"),
    (1000, 1000, "0.996173", "1.000000"), (1, 1, "0.206549", "1.000000"),
  ])
  func `are Wilson's`(_ count: Int, _ samples: Int, _ low: String, _ high: String) {
    let interval = ConfidenceInterval(count, of: samples)
    #expect(interval.low.decimal(digits: 6) == low)
    #expect(interval.high.decimal(digits: 6) == high)
  }
}
