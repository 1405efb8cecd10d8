import Lots
import Pairing
import Rules

/// Draws lawful outcomes of the rest of a cycle from one seed by a chain, where they cannot be
/// counted.
package struct ChainSampler: Sendable {
  /// What the outcomes rest on.
  package private(set) var report: UniformReport
  private var chain: PenaltyChain
  private var hasBegun = false

  /// Runs the trial chains that say how long the chain must run; no outcome is drawn yet.
  ///
  /// - Parameters:
  ///   - problem: What is drawn and what is left.
  ///   - best: The best waiver vector from here, as `Lookahead` computes it.
  ///   - seed: The seed of the outcomes.
  ///   - spacing: How the spacing is found; tests show that less would not do.
  /// - Throws: `UniformFailure` where the chain is too slow to be vouched for.
  /// - Complexity: a sweep is O(n) for n States; the number of sweeps depends on the problem.
  package init(
    _ problem: PairingProblem, best: WaiverVector, seed: Seed,
    spacing: ChainSpacing = .specified
  ) throws(UniformFailure) {
    let space = OutcomeSpace(problem, best: best)
    report = UniformReport(
      try ChainTrial(space, spacing), spacing, penaltyBits: space.penaltyBits)
    chain = PenaltyChain(space, seed: seed)
  }

  /// The next outcome.
  ///
  /// - Returns: One sorted list of reviewers for each State of the membership, those drawn before
  ///   included; empty for a State that is not under review.
  /// - Throws: `UniformFailure.tooSlow` where lawful outcomes come more than a thousand times more
  ///   slowly than in the trial.
  package mutating func next() throws(UniformFailure) -> [[Int]] {
    var left = hasBegun ? report.spacing : report.burnIn
    hasBegun = true
    let limit = chain.sweeps + 1000 * (report.trialSweeps / report.trialLawfulSweeps + 1) * left
    while left > 0 {
      if chain.sweeps >= limit { throw .tooSlow(sweeps: chain.sweeps) }
      chain.sweep()
      if chain.isLawful { left -= 1 }
    }
    report.update(from: chain)
    return chain.outcome
  }
}
