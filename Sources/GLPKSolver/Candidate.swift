package import IntegerProgramming

/// A point GLPK called optimal, rounded, and the objective it reported.
package struct Candidate {
  /// One value per variable.
  package let values: [Int]
  private let reportedObjective: Double

  /// Rounds GLPK's values, once.
  ///
  /// - Throws: ``GLPKFailure/valueNotWhole(_:_:)`` for a value further than `Tolerance.whole`
  ///   from a whole number, or too large to be exact.
  package init(
    rounding values: [Double], objective: Double, for program: Program
  ) throws(GLPKFailure) {
    var rounded: [Int] = []
    rounded.reserveCapacity(values.count)
    for (value, variable) in zip(values, program.variables) {
      let nearest = value.rounded()
      guard abs(value - nearest) <= Tolerance.whole, abs(nearest) <= Double(Tolerance.exact) else {
        throw .valueNotWhole(value, .variable(variable.name))
      }
      rounded.append(Int(nearest))
    }
    self.values = rounded
    self.reportedObjective = objective
  }

  /// The objective at this point, after every bound, every row and the objective that GLPK
  /// reported were checked in integers.
  package func checkedObjective(in program: Program) throws(GLPKFailure) -> Int {
    if let broken = program.brokenPlace(at: values) { throw .answerBreaks(broken) }
    let objective = program.exactObjective(at: values)
    guard abs(Double(objective)) <= Tolerance.objective, let exact = Int(exactly: objective) else {
      throw .objectiveTooLarge(Double(objective))
    }
    guard abs(reportedObjective - Double(exact)) < 0.5 else {
      throw .objectiveDiffers(reported: reportedObjective, recomputed: exact)
    }
    return exact
  }
}

extension Program {
  /// The first variable or row that a point (one value per variable) does not keep.
  fileprivate func brokenPlace(at point: [Int]) -> Place? {
    guard !holds(at: point) else { return nil }
    if let row = rows.first(where: { !$0.holds(at: point) }) { return .row(row.name) }
    let variable = zip(variables, point).first { !$0.allows($1) }
    return variable.map { .variable($0.0.name) }
  }
}
