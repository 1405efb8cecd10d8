internal import CGLPK
package import IntegerProgramming

extension Program {
  /// Reads a program with GLPK's own reader, so that what we write is judged by somebody else.
  ///
  /// - Throws: ``GLPKFailure/unreadable(path:)`` where GLPK cannot read the file, or a number in
  ///   it is not whole, a variable not an integer one, or without a lower bound.
  package init(reading path: String, as format: FileFormat) throws(GLPKFailure) {
    guard let program = FileProblem().program(at: path, format) else {
      throw .unreadable(path: path)
    }
    self = program
  }
}

/// A GLPK problem that comes from a file. As ``Problem``, it stays on its thread.
@safe private struct FileProblem: ~Copyable {
  private let handle: OpaquePointer

  init() {
    Problem.silence()
    unsafe handle = glp_create_prob()
  }

  deinit { unsafe glp_delete_prob(handle) }

  func program(at path: String, _ format: FileFormat) -> Program? {
    let failed =
      switch format {
      case .mps: unsafe glp_read_mps(handle, GLP_MPS_FILE, nil, path)
      case .lp: unsafe glp_read_lp(handle, nil, path)
      }
    guard failed == 0, unsafe glp_get_obj_dir(handle) == GLP_MIN else { return nil }
    var program = Program(name: "")
    return addColumns(to: &program) && addRows(to: &program) ? program : nil
  }

  private func addColumns(to program: inout Program) -> Bool {
    for position in 0..<Int(unsafe glp_get_num_cols(handle)) {
      let column = glpkNumber(position)
      guard unsafe glp_get_col_kind(handle, column) != GLP_CV,
        let lower = whole(unsafe glp_get_col_lb(handle, column)),
        let cost = whole(unsafe glp_get_obj_coef(handle, column))
      else { return false }
      let upper = whole(unsafe glp_get_col_ub(handle, column))
      let name = unsafe String(cString: glp_get_col_name(handle, column))
      let variable = program.addVariable(name, lower: lower, upper: upper)
      if cost != 0 { program.objective.append(Term(cost, variable)) }
    }
    return true
  }

  private func addRows(to program: inout Program) -> Bool {
    var columns = CountedFromOne<Int32>(room: program.variables.count, filledWith: 0)
    var values = CountedFromOne<Double>(room: program.variables.count, filledWith: 0)
    for index in 0..<Int(unsafe glp_get_num_rows(handle)) {
      let row = glpkNumber(index)
      let count = Int(unsafe glp_get_mat_row(handle, row, &columns.storage, &values.storage))
      var terms: [Term] = []
      for element in 0..<count {
        guard let coefficient = whole(values[element]) else { return false }
        terms.append(Term(coefficient, Variable.ID(index: position(columns[element]))))
      }
      program.addRow(
        unsafe String(cString: glp_get_row_name(handle, row)), terms.reversed(),
        lower: whole(unsafe glp_get_row_lb(handle, row)),
        upper: whole(unsafe glp_get_row_ub(handle, row)))
    }
    return true
  }

  /// The whole number that GLPK keeps as `Double`; nil also for its infinities.
  private func whole(_ value: Double) -> Int? { Int(exactly: value) }
}
