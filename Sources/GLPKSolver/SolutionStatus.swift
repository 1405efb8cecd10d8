internal import CGLPK

/// What GLPK says of a solution: the whole table of `glpk.h`, version 5.0.
public enum SolutionStatus: Hashable, Sendable, CaseIterable {
  /// Nothing is known.
  case undefined
  /// A feasible point, not known to be optimal.
  case feasible
  /// A point that is not feasible; there may be others.
  case infeasible
  /// There is no feasible point.
  case noFeasible
  /// An optimal point.
  case optimal
  /// The objective has no smallest value.
  case unbounded

  /// The number that stands for this in `glpk.h`.
  public var number: Int32 {
    switch self {
    case .undefined: GLP_UNDEF
    case .feasible: GLP_FEAS
    case .infeasible: GLP_INFEAS
    case .noFeasible: GLP_NOFEAS
    case .optimal: GLP_OPT
    case .unbounded: GLP_UNBND
    }
  }

  /// Reads a status GLPK gave.
  ///
  /// - Throws: ``GLPKFailure/unknownStatus(_:)`` for a number that is not in the table.
  public init(number: Int32) throws(GLPKFailure) {
    guard let known = Self.allCases.first(where: { $0.number == number }) else {
      throw .unknownStatus(number)
    }
    self = known
  }
}
