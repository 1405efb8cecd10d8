import Pairing
import Rules
import TestingTools

/// Every plan that reaches the best vector, by the plain words of the contract; no provision, no
/// program and no count is asked.
struct AllPlans {
  let problem: PairingProblem
  /// The best vector; nil where there is no plan.
  let best: WaiverVector?
  /// The plans that reach it, each with one entry per State.
  let plans: [[PlannedReview]]

  /// All best plans; nil where there are more than so many on the way to them.
  static func of(_ problem: PairingProblem, mostPlans: Int) -> AllPlans? {
    Completions.plans(problem, most: mostPlans).map {
      AllPlans(problem: problem, best: $0.best, plans: $0.plans)
    }
  }
}
