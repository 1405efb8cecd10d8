internal import CGLPK
public import IntegerProgramming

/// What the linear relaxation of a program says of some of its rows.
public struct Relaxation: Sendable {
  /// For each objective, for each row asked for, by how much the objective falls where the row's
  /// upper bound rises by one: floating-point numbers, to be used as a hint only.
  public let prices: [[Double]]
}

extension GLPK {
  /// Solves the linear relaxation of a program for several objectives, each among the points that
  /// are best for those before it, and reads the dual values of some rows.
  ///
  /// What costs something in the objectives before is held where it is, so that one basis is best
  /// for all of them in turn.
  ///
  /// - Parameters:
  ///   - program: The program; its own objective is not looked at.
  ///   - objectives: What to minimise, most serious first.
  ///   - rows: The rows whose dual values are wanted, by index; rows with an upper bound only.
  ///   - statistics: The work so far, to which this call adds its own.
  /// - Returns: nil where no point keeps every row.
  /// - Throws: ``GLPKFailure``, as ``minimise(_:)``.
  public func relaxation(
    of program: Program, objectives: [[Term]], rows: [Int], statistics: inout Statistics
  ) throws(GLPKFailure) -> Relaxation? {
    let checked = try CheckedProgram(program)
    statistics.add(sizeOf: program)
    let problem = Problem(checked)
    defer { statistics.iterations += problem.iterationCount }
    var prices: [[Double]] = []
    for objective in objectives {
      problem.setObjective(objective)
      switch try problem.solveRelaxation() {
      case .optimal: break
      case .noFeasible: return nil
      case let undecided: throw .relaxationUndecided(undecided)
      }
      prices.append(rows.map { -problem.dualValue(ofRow: $0) })
      problem.holdWhatCosts()
    }
    return Relaxation(prices: prices)
  }
}

extension Problem {
  /// Replaces the objective.
  func setObjective(_ objective: [Term]) {
    for position in 0..<columnCount { unsafe glp_set_obj_coef(handle, glpkNumber(position), 0) }
    for term in objective {
      let column = glpkNumber(term.variable.index)
      unsafe glp_set_obj_coef(handle, column, Double(term.coefficient))
    }
  }

  /// The dual value of a row in the basis of the last relaxation.
  func dualValue(ofRow row: Int) -> Double { unsafe glp_get_row_dual(handle, glpkNumber(row)) }

  /// Fixes every row and variable whose dual value is not zero where it is: another value would cost
  /// something in the objective.
  func holdWhatCosts() {
    for position in 0..<columnCount {
      let column = glpkNumber(position)
      if abs(unsafe glp_get_col_dual(handle, column)) <= Tolerance.whole { continue }
      let value = unsafe glp_get_col_prim(handle, column)
      unsafe glp_set_col_bnds(handle, column, GLP_FX, value, value)
    }
    for position in 0..<(unsafe Int(glp_get_num_rows(handle))) {
      let row = glpkNumber(position)
      if abs(unsafe glp_get_row_dual(handle, row)) <= Tolerance.whole { continue }
      let value = unsafe glp_get_row_prim(handle, row)
      unsafe glp_set_row_bnds(handle, row, GLP_FX, value, value)
    }
  }
}
