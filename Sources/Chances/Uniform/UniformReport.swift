/// What uniform outcomes rest on: burn-in, spacing, acceptance, lawful share.
public struct UniformReport: Hashable, Sendable {
  /// The bits of one unit of excess: it makes a choice 2^bits times less likely.
  public let penaltyBits: Int
  /// Lawful sweeps before the first outcome.
  public let burnIn: Int
  /// Lawful sweeps from one outcome to the next.
  public let spacing: Int
  /// Lawful sweeps that are worth one independent outcome, for the slowest pair, as the trial
  /// estimates them.
  public let slowest: Int
  /// The State under review of the slowest pair; nil where no pair varies.
  public let slowestUnderReview: Int?
  /// The reviewer of the slowest pair.
  public let slowestReviewer: Int?
  /// Sweeps of all trial chains.
  public let trialSweeps: Int
  /// Those that ended at a lawful choice.
  public let trialLawfulSweeps: Int
  /// Sweeps for the outcomes so far.
  public private(set) var sweeps = 0
  /// Those that ended at a lawful choice; their part of `sweeps` is the lawful share.
  public private(set) var lawfulSweeps = 0
  /// Changes proposed so far.
  public private(set) var proposals = 0
  /// Changes accepted so far.
  public private(set) var acceptances = 0
  /// Blocks of the seed used so far.
  public private(set) var blocks: UInt64 = 0

  init(_ trial: ChainTrial, _ spacing: ChainSpacing, penaltyBits: Int) {
    self.penaltyBits = penaltyBits
    burnIn = 2 * trial.round
    self.spacing = spacing.times * trial.slowest
    slowest = trial.slowest
    slowestUnderReview = trial.slowestPair?.underReview
    slowestReviewer = trial.slowestPair?.reviewer
    trialSweeps = trial.sweeps
    trialLawfulSweeps = trial.lawfulSweeps
  }

  mutating func update(from chain: PenaltyChain) {
    (sweeps, lawfulSweeps) = (chain.sweeps, chain.lawfulSweeps)
    (proposals, acceptances) = (chain.proposals, chain.acceptances)
    blocks = chain.blocks
  }
}
