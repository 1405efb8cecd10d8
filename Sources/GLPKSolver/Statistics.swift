internal import IntegerProgramming

/// How much work solving was, in numbers that do not depend on the machine's speed.
///
/// Calls add up, so that one value can measure a chain of programs.
public struct Statistics: Hashable, Sendable {
  /// The programs given to the solver.
  public internal(set) var programs = 0
  /// Their rows.
  public internal(set) var rows = 0
  /// Their columns, one per variable.
  public internal(set) var columns = 0
  /// The terms of their rows.
  public internal(set) var nonzeros = 0
  /// Iterations of the simplex method, relaxation and subproblems together.
  public internal(set) var iterations = 0
  /// Subproblems of branch and bound; 1 for a program whose relaxation was integral.
  public internal(set) var nodes = 0

  /// Makes statistics of no work.
  public init() {}

  /// The sum of two.
  public static func + (left: Statistics, right: Statistics) -> Statistics {
    var sum = left
    sum.programs += right.programs
    sum.rows += right.rows
    sum.columns += right.columns
    sum.nonzeros += right.nonzeros
    sum.iterations += right.iterations
    sum.nodes += right.nodes
    return sum
  }

  mutating func add(sizeOf program: Program) {
    programs += 1
    rows += program.rows.count
    columns += program.variables.count
    nonzeros += program.rows.reduce(0) { $0 + $1.terms.count }
  }
}
