import BigInt
import Lots
import Pairing
import Rules

/// Odds estimated from sampled outcomes.
public struct SampledOdds: Sendable {
  /// The States whose reviews are looked at, ascending.
  public let underReview: [Int]
  /// How many outcomes were sampled.
  public let samples: Int
  /// For each State under review, how often each State was its reviewer.
  public let pairs: [[Int]]
  /// For each State of the membership, how often it did 0, 1, 2 … of the reviews looked at.
  public let reviews: [[Int]]
  /// The number of outcomes of the reviews drawn; nil where the samples do not say.
  public let outcomes: OutcomeEstimate?

  /// Whether the samples follow one another in a chain.
  public let isChained: Bool

  init(
    underReview: [Int], tally: OddsTally, outcomes: OutcomeEstimate?, isChained: Bool = false
  ) {
    self.isChained = isChained
    self.underReview = underReview
    samples = tally.count
    pairs = tally.pairs
    reviews = tally.reviews
    self.outcomes = outcomes
  }

  /// Samples the even draw.
  ///
  /// - Parameters:
  ///   - problem: What is drawn and what is left.
  ///   - best: Its best waiver vector.
  ///   - samples: How many outcomes.
  ///   - seed: The seed of the outcomes.
  ///   - underReview: For a sample, the States whose reviews are looked at; others than
  ///     `rows` are left out. Gets lots of its own.
  ///   - rows: The States that are looked at in any sample, ascending.
  /// - Throws: `UniformFailure`.
  public static func uniform(
    _ problem: PairingProblem, best: WaiverVector, samples: Int, seed: Seed, rows: [Int],
    underReview: (inout LotStream) -> Set<Int>
  ) throws(UniformFailure) -> SampledOdds {
    try uniform(
      from: UniformSampler(problem, best: best, seed: seed),
      states: problem.membership.states.count, samples: samples, seed: seed, rows: rows,
      underReview: underReview)
  }

  /// Samples from a sampler of outcomes.
  package static func uniform(
    from sampler: consuming UniformSampler, states: Int, samples: Int, seed: Seed, rows: [Int],
    underReview: (inout LotStream) -> Set<Int>
  ) throws(UniformFailure) -> SampledOdds {
    var tally = OddsTally(rows, states: states)
    let isChained = sampler.isChain
    for sample in 1...max(1, samples) {
      let outcome = try sampler.next().outcome
      var stream = LotStream(seed: Seed("\(seed.text)/sample \(sample)"))
      let looked = underReview(&stream)
      tally.count(
        outcome.enumerated().lazy.filter { looked.contains($0.offset) }.map {
          (state: $0.offset, reviewers: $0.element)
        })
    }
    return SampledOdds(underReview: rows, tally: tally, outcomes: nil, isChained: isChained)
  }

  /// The interval in which the chance of a pair lies with 95 % confidence.
  ///
  /// - Parameter count: How often the pair was drawn.
  public func interval(of count: Int) -> ConfidenceInterval {
    ConfidenceInterval(count, of: samples, isChained: isChained)
  }

  /// The odds as fractions.
  public var chances: ExactChances {
    func part(_ count: Int) -> Rational { Rational(BigUInt(count), BigUInt(max(1, samples))) }
    return ExactChances(pairs: pairs.map { $0.map(part) }, reviews: reviews.map { $0.map(part) })
  }
}
