internal import CGLPK
internal import IntegerProgramming

/// A GLPK problem, from its making to its freeing.
///
/// It belongs to the thread that made it: freeing it on another aborts the process. So it can
/// neither be copied nor sent, and lives inside one synchronous scope.
@safe struct Problem: ~Copyable {
  let handle: OpaquePointer
  let columnCount: Int

  /// Loads a program. Names stay here: GLPK would abort on one longer than 255 bytes.
  init(_ checked: CheckedProgram) {
    Self.silence()
    let program = checked.program
    unsafe handle = glp_create_prob()
    columnCount = program.variables.count
    unsafe glp_set_obj_dir(handle, GLP_MIN)
    addColumns(program)
    addRows(program)
    addTerms(program)
    // Well-scaled rows, as ours are, are left as they stand; others are scaled by powers of two,
    // which loses no digit.
    unsafe glp_scale_prob(handle, GLP_SF_GM | GLP_SF_EQ | GLP_SF_2N | GLP_SF_SKIP)
  }

  deinit { unsafe glp_delete_prob(handle) }

  /// Turns GLPK's output off for this thread, but for the text of an abort.
  static func silence() {
    glp_term_out(GLP_OFF)
    unsafe glp_term_hook({ unsafe peerlots_error_text($0, $1) }, nil)
  }

  private func addColumns(_ program: Program) {
    unsafe glp_add_cols(handle, Int32(columnCount))
    for (position, variable) in program.variables.enumerated() {
      setBounds(of: position, variable.lower, variable.upper)
      unsafe glp_set_col_kind(handle, glpkNumber(position), GLP_IV)
    }
    for term in program.objective {
      let column = glpkNumber(term.variable.index)
      unsafe glp_set_obj_coef(handle, column, Double(term.coefficient))
    }
  }

  private func addRows(_ program: Program) {
    unsafe glp_add_rows(handle, Int32(program.rows.count))
    for (position, row) in program.rows.enumerated() {
      let bounds = Bounds(row.lower, row.upper)
      let number = glpkNumber(position)
      unsafe glp_set_row_bnds(handle, number, bounds.kind, bounds.lower, bounds.upper)
    }
  }

  private func addTerms(_ program: Program) {
    let capacity = program.rows.reduce(0) { $0 + $1.terms.count }
    var rows = CountedFromOne<Int32>(unused: 0, capacity: capacity)
    var columns = CountedFromOne<Int32>(unused: 0, capacity: capacity)
    var coefficients = CountedFromOne<Double>(unused: 0, capacity: capacity)
    for (position, row) in program.rows.enumerated() {
      for term in row.terms where term.coefficient != 0 {
        rows.append(glpkNumber(position))
        columns.append(glpkNumber(term.variable.index))
        coefficients.append(Double(term.coefficient))
      }
    }
    unsafe glp_load_matrix(
      handle, rows.count, rows.storage, columns.storage, coefficients.storage)
  }

  /// The iterations of the simplex method since the problem was made.
  var iterationCount: Int { Int(unsafe glp_get_it_cnt(handle)) }

  /// Solves the program without the demand for whole numbers.
  func solveRelaxation() throws(GLPKFailure) -> SolutionStatus {
    var options = Options.simplex()
    let code = try ReturnCode(number: unsafe glp_simplex(handle, &options))
    guard code == .done else { throw .simplexFailed(code) }
    return try SolutionStatus(number: unsafe glp_get_status(handle))
  }

  /// Fixes every variable that is at its lower bound in a point.
  func hold(_ program: Program, at point: [Int]) {
    for (position, variable) in program.variables.enumerated()
    where point[position] <= variable.lower {
      setBounds(of: position, variable.lower, variable.lower)
    }
  }

  /// Makes a point the beginning of the simplex method: every variable at the bound where it is,
  /// nothing but rows in the basis.
  func begin(_ program: Program, at point: [Int]) {
    unsafe glp_std_basis(handle)
    for (position, variable) in program.variables.enumerated()
    where variable.upper == point[position] && variable.lower < point[position] {
      unsafe glp_set_col_stat(handle, glpkNumber(position), GLP_NU)
    }
  }

  /// Gives every variable its own bounds again.
  func release(_ program: Program) {
    for (position, variable) in program.variables.enumerated() {
      setBounds(of: position, variable.lower, variable.upper)
    }
  }

  /// Writes the bounds of the variable at a position.
  func setBounds(of position: Int, _ lower: Int?, _ upper: Int?) {
    let bounds = Bounds(lower, upper)
    unsafe glp_set_col_bnds(
      handle, glpkNumber(position), bounds.kind, bounds.lower, bounds.upper)
  }

  /// The point of an optimal relaxation, rounded, where all of it is whole; nil where it is not.
  func wholeRelaxation(of program: Program) throws(GLPKFailure) -> Candidate? {
    var values: [Double] = []
    values.reserveCapacity(columnCount)
    for position in 0..<columnCount {
      let value = unsafe glp_get_col_prim(handle, glpkNumber(position))
      guard abs(value - value.rounded()) <= Tolerance.whole else { return nil }
      values.append(value)
    }
    let objective = unsafe glp_get_obj_val(handle)
    return try Candidate(rounding: values, objective: objective, for: program)
  }

  /// Searches for whole numbers, from the optimal basis of the relaxation.
  func solveInteger(_ watch: inout TreeWatch) throws(GLPKFailure) -> SolutionStatus {
    var options = unsafe Options.integer()
    unsafe options.cb_func = { tree, info in
      guard let tree = unsafe tree, let info = unsafe info else { return }
      unsafe info.assumingMemoryBound(to: TreeWatch.self).pointee.look(at: tree)
    }
    let number = unsafe withUnsafeMutablePointer(to: &watch) { pointer in
      unsafe options.cb_info = UnsafeMutableRawPointer(pointer)
      return unsafe glp_intopt(handle, &options)
    }
    if watch.limitReached, let limit = watch.limit { throw .relaxationLimitReached(limit) }
    let code = try ReturnCode(number: number)
    guard code == .done else { throw .searchFailed(code) }
    return try SolutionStatus(number: unsafe glp_mip_status(handle))
  }

  /// The point branch and bound ended with, rounded.
  func candidate(for program: Program) throws(GLPKFailure) -> Candidate {
    let values = (0..<columnCount).map { unsafe glp_mip_col_val(handle, glpkNumber($0)) }
    let objective = unsafe glp_mip_obj_val(handle)
    return try Candidate(rounding: values, objective: objective, for: program)
  }
}

@available(*, unavailable)
extension Problem: Sendable {}
