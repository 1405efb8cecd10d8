public import IntegerProgramming

/// One program that stays loaded while questions about it are asked, each from the basis in which
/// the last one ended: GLPK with a warm start.
///
/// It is here to be compared with: bowls do not come from it.
public struct WarmProgram: ~Copyable {
  private let problem: Problem
  private let checked: CheckedProgram

  /// Loads a program.
  ///
  /// - Throws: ``GLPKFailure`` where the program is not one GLPK may be given.
  public init(_ program: Program) throws(GLPKFailure) {
    checked = try CheckedProgram(program)
    problem = Problem(checked)
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
    switch try problem.solveRelaxation() {
    case .optimal: break
    case .noFeasible: return false
    case let undecided: throw .relaxationUndecided(undecided)
    }
    if try problem.wholeRelaxation(of: checked.program) != nil { return true }
    var watch = TreeWatch(limit: nil)
    switch try problem.solveInteger(&watch) {
    case .optimal: return true
    case .noFeasible: return false
    case let undecided: throw .searchUndecided(undecided)
    }
  }
}

@available(*, unavailable)
extension WarmProgram: Sendable {}
