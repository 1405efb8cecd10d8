public import IntegerProgramming

/// One program that stays loaded while questions about it are asked, each from the basis in which
/// the last one ended: GLPK with a warm start.
public struct WarmProgram: ~Copyable {
  private let problem: Problem
  private let checked: CheckedProgram

  /// Loads a program.
  ///
  /// - Parameters:
  ///   - program: The program.
  ///   - point: A point to begin at, one value per variable, or nil. It need not keep the rows.
  /// - Throws: ``GLPKFailure`` where the program is not one GLPK may be given.
  public init(_ program: Program, near point: [Int]? = nil) throws(GLPKFailure) {
    checked = try CheckedProgram(program)
    problem = Problem(checked)
    if let point, point.count == program.variables.count { problem.begin(program, at: point) }
  }

  /// Whether some point of the program has a variable at no less than a value.
  ///
  /// - Parameters:
  ///   - variable: A variable of the program.
  ///   - least: A value within its bounds.
  /// - Throws: ``GLPKFailure`` where GLPK could not decide.
  public func isFeasible(
    _ variable: Variable.ID, atLeast least: Int
  ) throws(GLPKFailure) -> Bool {
    let bounds = checked.program.variables[variable.index]
    problem.setBounds(of: variable.index, least, bounds.upper)
    defer { problem.setBounds(of: variable.index, bounds.lower, bounds.upper) }
    var statistics = Statistics()
    return try minimise([], relaxationLimit: nil, statistics: &statistics) != .infeasible
  }

  /// Minimises an objective over the program.
  ///
  /// - Parameters:
  ///   - objective: What to minimise, in place of the program's own objective.
  ///   - relaxationLimit: How many relaxations branch and bound may solve; nil for no limit.
  ///   - statistics: The work so far, to which this call adds its own.
  /// - Throws: ``GLPKFailure`` where GLPK could not decide.
  public func minimise(
    _ objective: [Term], relaxationLimit: Int?, statistics: inout Statistics
  ) throws(GLPKFailure) -> Outcome {
    var program = checked.program
    program.objective = objective
    problem.setObjective(objective)
    let before = problem.iterationCount
    var watch = TreeWatch(limit: relaxationLimit)
    statistics.add(sizeOf: program)
    defer {
      statistics.iterations += problem.iterationCount - before
      statistics.nodes += watch.nodes
    }
    switch try problem.solveRelaxation() {
    case .optimal: break
    case .noFeasible: return .infeasible
    case let undecided: throw .relaxationUndecided(undecided)
    }
    if let candidate = try problem.wholeRelaxation(of: program) {
      return .optimal(
        values: candidate.values, objective: try candidate.checkedObjective(in: program))
    }
    switch try problem.solveInteger(&watch) {
    case .optimal:
      let candidate = try problem.candidate(for: program)
      return .optimal(
        values: candidate.values, objective: try candidate.checkedObjective(in: program))
    case .noFeasible: return .infeasible
    case let undecided: throw .searchUndecided(undecided)
    }
  }
}

@available(*, unavailable)
extension WarmProgram: Sendable {}
