/// What a solver found.
public enum Outcome: Hashable, Sendable {
  /// An optimal point: one value per variable, and the objective there.
  case optimal(values: [Int], objective: Int)
  /// No point keeps every row.
  case infeasible
}

/// Something that minimises an integer program, to proven optimality.
public protocol Solver {
  /// What can go wrong; never a wrong answer.
  associatedtype Failure: Error

  /// Minimises the program's objective.
  ///
  /// - Returns: A proven optimum, whose point has been checked against every row in integers, or
  ///   the proof that there is none.
  /// - Throws: Where the solver could not decide; a limit that was hit is a failure, never an answer.
  func minimise(_ program: Program) throws(Failure) -> Outcome
}
