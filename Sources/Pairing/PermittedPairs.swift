import Members
import Rules

/// Which pairs the provisions permit among the States of a membership, whatever is drawn: worked out
/// once, and kept for every look ahead of a cycle.
package final class PermittedPairs: Sendable {
  private let membership: Membership
  private let rulebook: Rulebook
  private let conflicts: [Conflict]
  private let all: Eligibility

  /// Asks the provisions about every two kinds of States.
  ///
  /// - Complexity: O(n²) for n States.
  package init(_ problem: PairingProblem) {
    (membership, rulebook) = (problem.membership, problem.rulebook)
    conflicts = problem.conflicts
    var fresh = PairingProblem(
      membership: membership, rulebook: rulebook, conflicts: conflicts,
      exclusions: problem.exclusions)
    // With a seat of either kind, every State asks about all others.
    for state in fresh.reviews.indices {
      fresh.reviews[state] = RemainingReview(regionalSeats: 1, openSeats: 1)
    }
    all = Eligibility(fresh)
  }

  /// Whether these are the pairs of a problem's membership, under its rules.
  package func fits(_ problem: PairingProblem) -> Bool {
    problem.conflicts == conflicts && problem.rulebook == rulebook
      && problem.membership == membership
  }

  /// Which pairs may still be drawn; the problem is one that these pairs fit.
  func eligibility(_ problem: PairingProblem) -> Eligibility { all.left(of: problem) }
}

extension Eligibility {
  /// Which pairs may still be drawn, by way of pairs that are known, where they fit.
  init(_ problem: PairingProblem, _ permitted: PermittedPairs?) {
    if let permitted, permitted.fits(problem) {
      self = permitted.eligibility(problem)
    } else {
      self.init(problem)
    }
  }
}

extension Lookahead {
  /// Whether the best vector would stay as it is if pairs that are kept out could be drawn, as far as
  /// dual values tell: where one assignment is the best of all but for them, and each of them has a
  /// reduced cost of nothing or more, no completion with them is better (Dantzig 1951).
  ///
  /// - Parameter wider: The same problem, but that some pairs of it are no longer excluded.
  /// - Returns: false where that is not proven.
  package func keepsBest(in wider: PairingProblem, _ permitted: PermittedPairs?) -> Bool {
    guard let leaf = leaves.first, leaves.count == 1, leaf.prices.isEmpty, network == nil,
      wider.reviews == problem.reviews, wider.settled == problem.settled,
      wider.excluded.isSubset(of: problem.excluded)
    else { return false }
    let now = Eligibility(problem, permitted)
    // Where the search banned pairs, the dual values are of what is left.
    guard leaf.allowedRegional == now.regional, leaf.allowedOpen == now.open else { return false }
    let then = Eligibility(wider, permitted)
    return problem.excluded.subtracting(wider.excluded).allSatisfy { pair in
      let (i, j) = (pair.underReview, pair.reviewer)
      let nearness = then.similar[i, j] ? leaf.costs.legalSystem : 0
      let reviewer = leaf.potential[2 * leaf.span + j]
      return (!then.regional[i, j] || leaf.potential[i] - nearness >= reviewer)
        && (!then.open[i, j] || leaf.potential[leaf.span + i] >= reviewer)
    }
  }
}
