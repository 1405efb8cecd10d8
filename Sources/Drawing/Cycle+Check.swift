import Rules

extension Cycle {
  /// Checks the rules on the outcome of a rehearsal, apart from everything that led to it.
  ///
  /// - Throws: ``DrawingFailure/undecided(_:)``, a defect of the program.
  package func checkRules() throws(DrawingFailure) {
    let (vector, unlawful) = Provisions(rulebook, conflicts: conflicts, exclusions: exclusions)
      .judge(
        FinishedDraw(
          membership: roster, rulebook: rulebook, conflicts: conflicts, exclusions: exclusions,
          assignment: assignment))
    if !unlawful.isEmpty || vector != best {
      throw .undecided(.disagreement(program: vector, flow: best))
    }
  }
}
