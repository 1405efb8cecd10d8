import BigInt
import Lots
import Pairing
import Rules

/// Draws lawful outcomes of the rest of a cycle, each equally likely, from one seed.
///
/// Where they can be counted, each is drawn by its number; else a chain walks among them. The
/// method, to the last constant, is in the documentation under *Uniform*. The same problem and seed
/// give the same outcomes on every machine; no solver and no witness is asked.
public struct UniformSampler: Sendable {
  /// How an outcome was come to.
  public enum Way: Hashable, Sendable {
    /// By its number, of so many outcomes.
    case number(BigUInt, of: BigUInt)
    /// By a chain of so many sweeps.
    case chain(lawfulSweeps: Int, sweeps: Int)
  }

  /// An outcome, and how it was come to.
  public struct Drawn: Sendable {
    /// One sorted list of reviewers for each State of the membership, those drawn before included;
    /// empty for a State that is not under review.
    public let outcome: [[Int]]
    /// How it was come to.
    public let way: Way
    /// The blocks of the seed used so far.
    public let blocks: UInt64
  }

  private enum Source {
    case numbers(NumberedOutcomes, LotStream)
    case chain(ChainSampler)
  }

  private var source: Source

  /// Whether outcomes are those of a chain.
  var isChain: Bool { if case .chain = source { true } else { false } }

  /// Counts the outcomes or, where they are too many, runs the trial chains that say how long the
  /// chain must run; no outcome is drawn yet.
  ///
  /// - Parameters:
  ///   - problem: What is drawn and what is left.
  ///   - best: The best waiver vector from here, as `Lookahead` computes it.
  ///   - seed: The seed of the outcomes.
  /// - Throws: `UniformFailure` where the chain is too slow to be vouched for, or does not know a rule.
  public init(
    _ problem: PairingProblem, best: WaiverVector, seed: Seed
  ) throws(UniformFailure) {
    if let numbers = NumberedOutcomes(problem, best: best) {
      source = .numbers(numbers, LotStream(seed: seed))
    } else {
      if let rule = problem.rulesOfBowlsOnly { throw .notCounted(rule) }
      source = .chain(try ChainSampler(problem, best: best, seed: seed))
    }
  }

  /// Draws by a chain, whether the outcomes can be counted or not.
  package init(_ chain: ChainSampler) { source = .chain(chain) }

  /// How many lawful outcomes there are; nil where they are too many to count.
  public var outcomes: BigUInt? {
    if case .numbers(let numbers, _) = source { numbers.count } else { nil }
  }

  /// The next outcome.
  ///
  /// - Throws: `UniformFailure.tooSlow` where a chain finds lawful outcomes a thousand times more
  ///   slowly than in its trial.
  public mutating func next() throws(UniformFailure) -> Drawn {
    switch source {
    case .numbers(let numbers, var stream):
      let number = stream.drawNumber(below: numbers.count)
      source = .numbers(numbers, stream)
      return Drawn(
        outcome: numbers.outcome(number), way: .number(number, of: numbers.count),
        blocks: stream.counter)
    case .chain(var chain):
      let outcome = try chain.next()
      source = .chain(chain)
      return Drawn(
        outcome: outcome,
        way: .chain(lawfulSweeps: chain.report.lawfulSweeps, sweeps: chain.report.sweeps),
        blocks: chain.report.blocks)
    }
  }

  /// Whether a seed draws this number of so many outcomes first, with so many blocks.
  public static func draws(
    _ number: BigUInt, of outcomes: BigUInt, blocks: UInt64, seed: Seed
  ) -> Bool {
    if outcomes == 0 { return false }
    var stream = LotStream(seed: seed)
    return stream.drawNumber(below: outcomes) == number && stream.counter == blocks
  }
}
