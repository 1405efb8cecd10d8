import Chances
import Lots
import Pairing
import Rules
import Synchronization
import Testing
import TestingTools

/// Small and middle memberships of which the exact law is known by counting, though a chain draws.
@Suite struct `Outcomes of a chain, one after another,` {
  /// The trial and the spacing that were specified before: eight chains, and one for one.
  static let former = ChainSpacing(chains: 8, firstRound: 1024, times: 1)
  static let half = ChainSpacing(chains: 32, firstRound: 256, times: 2)
  /// What chance exceeds, upwards or downwards, once in a million times.
  static let limit = 4.89
  /// The greatest spacing of a case, so that the tests take seconds.
  static let longest = 120

  /// By how much neighbours agree more than independent outcomes do.
  struct Excess {
    var agreements = 0.0
    var expected = 0.0
    var variance = 0.0

    static func + (left: Excess, right: Excess) -> Excess {
      Excess(
        agreements: left.agreements + right.agreements, expected: left.expected + right.expected,
        variance: left.variance + right.variance)
    }

    /// In standard errors.
    var deviation: Double {
      variance > 0 ? (agreements - expected) / variance.squareRoot() : 0
    }
  }

  struct Case {
    let problem: PairingProblem
    let odds: UniformOdds

    init?(_ number: Int, sizes: ClosedRange<Int>) throws {
      problem = RandomProblem(number, sizes: sizes).problem
      guard let best = try Lookahead.from(problem)?.best,
        let odds = try? UniformOdds(problem, best: best), odds.outcomes > 1
      else { return nil }
      (self.odds, self.best) = (odds, best)
    }

    private let best: WaiverVector

    /// nil where its specified spacing is too long for a test.
    func sampler(_ spacing: ChainSpacing) throws -> ChainSampler? {
      let specified = try ChainSampler(problem, best: best, seed: "neighbours")
      if specified.report.spacing > longest { return nil }
      return try ChainSampler(problem, best: best, seed: "neighbours", spacing: spacing)
    }

    /// Whole outcomes that equal the one before.
    func coincidences(_ outcomes: [[[Int]]]) -> Excess {
      let pairs = Double(outcomes.count - 1)
      let chance = Double(Rational(1, odds.outcomes).decimal(digits: 12)) ?? 0
      // Neighbouring coincidences of even outcomes do not depend on each other.
      return Excess(
        agreements: Double(zip(outcomes, outcomes.dropFirst()).count { $0 == $1 }),
        expected: pairs * chance, variance: pairs * (chance - chance * chance))
    }

    /// Pairs that an outcome shares with the one before, those left out that every outcome has.
    func sharedPairs(_ outcomes: [[[Int]]]) -> Excess {
      var expected = 0.0
      for row in odds.pairs {
        for count in row {
          let chance = Double(Rational(count, odds.outcomes).decimal(digits: 12)) ?? 0
          expected += chance * chance
        }
      }
      let shared = zip(outcomes, outcomes.dropFirst()).map { before, after in
        Double(
          odds.underReview.reduce(0) { $0 + Set(before[$1]).intersection(after[$1]).count })
      }
      let drawn = Double(
        odds.underReview.reduce(0) { $0 + problem.reviews[$1].reviewers.count })
      let mean = shared.reduce(0, +) / Double(shared.count)
      let around = shared.map { $0 - mean }
      // Two neighbouring figures share an outcome.
      let covariance = zip(around, around.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 }
      let variance = around.reduce(0) { $0 + $1 * $1 } + 2 * covariance
      return Excess(
        agreements: shared.reduce(0) { $0 + $1 - drawn },
        expected: expected * Double(shared.count), variance: variance)
    }
  }

  /// What is found in numbered cases: their sum, how many there are, and the one that is oddest.
  struct Found {
    var sum = Excess()
    var cases = 0
    var worst = (number: 0, deviation: 0.0)

    mutating func add(_ excess: Excess, _ number: Int) {
      sum = sum + excess
      cases += 1
      // With few coincidences the normal limit is too narrow.
      let isMany = abs(excess.agreements - excess.expected) > 10
      if isMany && abs(excess.deviation) > abs(worst.deviation) {
        worst = (number, excess.deviation)
      }
    }
  }

  static func look(
    at cases: Range<Int>, sizes: ClosedRange<Int>, outcomes: Int, _ spacing: ChainSpacing,
    _ excess: @escaping @Sendable (Case, [[[Int]]]) -> Excess
  ) -> (found: Found, wrong: [String]) {
    let found = Mutex<[Int: Excess]>([:])
    let wrong = mistakes(in: cases) { number in
      guard let one = try Case(number, sizes: sizes), var sampler = try one.sampler(spacing)
      else { return nil }
      let drawn = try (0..<outcomes).map { _ in try sampler.next() }
      let own = excess(one, drawn)
      found.withLock { $0[number] = own }
      return nil
    }
    var sum = Found()
    for (number, excess) in found.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
      sum.add(excess, number)
    }
    return (sum, wrong)
  }

  @Test func `equal each other as seldom as they should, but not with half the spacing`() {
    func found(_ spacing: ChainSpacing) -> Found {
      let (found, wrong) = Self.look(
        at: 0..<150, sizes: 4...6, outcomes: 12_000, spacing, { $0.coincidences($1) })
      #expect(wrong.isEmpty, "\(wrong.prefix(3))")
      print(
        "coincidences \(spacing): \(found.cases) cases,",
        "\(found.sum.agreements / found.sum.expected), \(found.sum.deviation), \(found.worst)")
      return found
    }
    let specified = found(.specified)
    #expect(specified.cases >= 20)
    #expect(abs(specified.sum.deviation) < Self.limit, "\(specified)")
    #expect(abs(specified.worst.deviation) < Self.limit, "\(specified)")
    let half = found(Self.half)
    #expect(half.sum.deviation > Self.limit, "\(half)")
    let former = found(Self.former)
    #expect(former.sum.deviation > 2 * Self.limit, "\(former)")
  }

  @Test func `share as few pairs as they should where they are many`() {
    func found(_ spacing: ChainSpacing) -> Found {
      let (found, wrong) = Self.look(
        at: 0..<60, sizes: 7...8, outcomes: 3000, spacing, { $0.sharedPairs($1) })
      #expect(wrong.isEmpty, "\(wrong.prefix(3))")
      print(
        "shared pairs \(spacing): \(found.cases) cases, \(found.sum.deviation), \(found.worst)")
      return found
    }
    let specified = found(.specified)
    #expect(specified.cases >= 10)
    #expect(abs(specified.sum.deviation) < Self.limit, "\(specified)")
    #expect(abs(specified.worst.deviation) < Self.limit, "\(specified)")
    let former = found(Self.former)
    #expect(former.sum.deviation > Self.limit, "\(former)")
  }
}
