internal import CGLPK
public import IntegerProgramming

/// The GNU Linear Programming Kit (Andrew Makhorin, version 5.0) as a solver of integer programs.
///
/// The relaxation is solved by the simplex method; branch and bound starts from its basis. All of
/// that is floating point, so its point is rounded once and checked against every row in
/// integers, and its objective is computed again in integers. That no point is better, or that
/// there is none, remains GLPK's word, given within the limits of `Tolerance`.
///
/// There is no limit of time: the same program gives the same answer on a busy machine too.
/// Any thread may call it; each call makes and frees its own GLPK problem.
public struct GLPK: Solver, Sendable {
  /// The version of the library that runs, for instance `5.0`.
  public static var version: String {
    unsafe glp_version().map { unsafe String(cString: $0) } ?? ""
  }

  /// How many relaxations branch and bound may solve before it gives up; nil for no limit.
  public let relaxationLimit: Int?

  /// Makes a solver.
  ///
  /// - Parameter relaxationLimit: How many relaxations branch and bound may solve, at least 1. A
  ///   limit that is hit is a failure. Without one, a program whose variables have no bounds may
  ///   run for ever.
  public init(relaxationLimit: Int? = nil) {
    precondition(relaxationLimit.map { $0 >= 1 } ?? true, "a limit is at least 1")
    self.relaxationLimit = relaxationLimit
  }

  /// Minimises the program's objective.
  ///
  /// - Throws: ``GLPKFailure``, where the program is not one GLPK may be given, is unbounded, or
  ///   could not be decided.
  public func minimise(_ program: Program) throws(GLPKFailure) -> Outcome {
    var statistics = Statistics()
    return try minimise(program, statistics: &statistics)
  }

  /// Minimises the program's objective and adds what the work was to `statistics`.
  ///
  /// - Parameters:
  ///   - program: What to minimise.
  ///   - statistics: The work so far, to which this call adds its own, also when it fails.
  /// - Throws: As ``minimise(_:)``.
  public func minimise(
    _ program: Program, statistics: inout Statistics
  ) throws(GLPKFailure) -> Outcome {
    try minimise(program, near: nil, statistics: &statistics)
  }

  /// Minimises the program's objective, starting near a point where a solution may be.
  ///
  /// What is at its lower bound in the point is held there until that much of the program is
  /// solved, then let go; the simplex method goes on from the basis it has. The answer is as good
  /// as without a point: only where the method begins differs.
  ///
  /// - Parameters:
  ///   - program: What to minimise.
  ///   - point: One value per variable, or nil. It need not keep the rows.
  ///   - statistics: The work so far, to which this call adds its own, also when it fails.
  /// - Throws: As ``minimise(_:)``.
  public func minimise(
    _ program: Program, near point: [Int]?, statistics: inout Statistics
  ) throws(GLPKFailure) -> Outcome {
    let checked = try CheckedProgram(program)
    statistics.add(sizeOf: program)
    if let separable = try program.separableOutcome() { return separable }
    switch try search(checked, near: point, statistics: &statistics) {
    case .infeasible: return .infeasible
    case .point(let candidate):
      let objective = try candidate.checkedObjective(in: program)
      return .optimal(values: candidate.values, objective: objective)
    case .unboundedRelaxation:
      // With whole-number coefficients the program itself is then unbounded or infeasible.
      var feasibility = program
      feasibility.objective = []
      if try minimise(feasibility, statistics: &statistics) == .infeasible { return .infeasible }
      throw .unbounded
    }
  }

  /// What GLPK said, before it is checked.
  private enum Finding {
    case infeasible
    case unboundedRelaxation
    case point(Candidate)
  }

  /// The one scope in which a GLPK problem lives.
  private func search(
    _ checked: CheckedProgram, near point: [Int]?, statistics: inout Statistics
  ) throws(GLPKFailure) -> Finding {
    let problem = Problem(checked)
    var watch = TreeWatch(limit: relaxationLimit)
    defer {
      statistics.iterations += problem.iterationCount
      statistics.nodes += watch.nodes
    }
    if let point, point.count == checked.program.variables.count {
      // Whatever comes of it, the whole program is solved next.
      problem.hold(checked.program, at: point)
      _ = try problem.solveRelaxation()
      problem.release(checked.program)
    }
    switch try problem.solveRelaxation() {
    case .optimal: break
    case .noFeasible: return .infeasible
    case .unbounded: return .unboundedRelaxation
    case let undecided: throw .relaxationUndecided(undecided)
    }
    // A whole-numbered optimum of the relaxation is one of the program: there is no need to search.
    if let candidate = try problem.wholeRelaxation(of: checked.program) {
      statistics.nodes += 1
      return .point(candidate)
    }
    switch try problem.solveInteger(&watch) {
    case .optimal: return .point(try problem.candidate(for: checked.program))
    case .noFeasible: return .infeasible
    case let undecided: throw .searchUndecided(undecided)
    }
  }
}
