import Members
import Pairing
import Rules

/// Every lawful outcome of a tiny problem, found by trying every completion by the plain words of
/// the contract, seat by seat; no provision, no program and no chain is asked.
package enum LawfulOutcomes {
  /// The outcomes, each once: one sorted list of reviewers per State, drawn ones included.
  package static func all(_ problem: PairingProblem) -> (best: WaiverVector?, outcomes: [[[Int]]]) {
    guard let (best, plans) = Completions.plans(problem, most: 200_000) else { return (nil, []) }
    let outcomes = Set(
      plans.map { plan in
        plan.enumerated().map { state, review in
          (problem.reviews[state].reviewers + review.reviewers).sorted()
        }
      })
    return (best, outcomes.sorted { $0.description < $1.description })
  }
}
