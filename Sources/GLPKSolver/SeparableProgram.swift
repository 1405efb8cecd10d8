internal import IntegerProgramming

extension Program {
  /// The outcome of a program no row of which has a term, where each variable can be chosen on
  /// its own; nil for any other program.
  ///
  /// GLPK is not asked: what its routines do without rows or columns differs between them.
  func separableOutcome() throws(GLPKFailure) -> Outcome? {
    guard rows.allSatisfy(\.terms.isEmpty) else { return nil }
    guard rows.allSatisfy({ $0.holds(at: []) }) else { return .infeasible }
    var values = variables.map(\.lower)
    for term in objective where term.coefficient < 0 {
      guard let upper = variables[term.variable.index].upper else { throw .unbounded }
      values[term.variable.index] = upper
    }
    let objective = exactObjective(at: values)
    guard let exact = Int(exactly: objective) else { throw .objectiveTooLarge(Double(objective)) }
    return .optimal(values: values, objective: exact)
  }
}
