/// A State that may still review another, and what it counts as there.
package struct EligibleReviewer: Hashable, Sendable {
  /// The reviewing State.
  package let state: Int
  /// Whether it may take the regional seat that is left.
  package let mayTakeRegional: Bool
  /// Whether it may take an open seat, one that was a regional seat included.
  package let mayTakeOpen: Bool
  /// Whether it is counted as of a similar legal system in the regional seat.
  package let isSimilar: Bool
}

extension PairingProblem {
  /// Who may still review each State, by all rules that look at a single pair, drawn pairs included
  /// where they forbid their mutual pair; loads are left aside.
  ///
  /// - Returns: One list per State, in canonical order; empty for a State without a seat left.
  /// - Complexity: O(n²) for n States.
  package var eligibleReviewers: [[EligibleReviewer]] {
    let eligibility = Eligibility(self)
    let states = membership.states.indices
    return states.map { state in
      states.compactMap { reviewer in
        let regional = eligibility.regional[state, reviewer]
        let open = eligibility.open[state, reviewer]
        guard regional || open else { return nil }
        return EligibleReviewer(
          state: reviewer, mayTakeRegional: regional, mayTakeOpen: open,
          isSimilar: eligibility.similar[state, reviewer])
      }
    }
  }
}
