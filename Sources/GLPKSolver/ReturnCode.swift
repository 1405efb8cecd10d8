internal import CGLPK

/// What a GLPK routine that solves returned: the whole table of `glpk.h`, version 5.0.
public enum ReturnCode: Hashable, Sendable, CaseIterable {
  /// The routine did its work; the status says what it found.
  case done
  /// The starting basis is not a basis.
  case invalidBasis
  /// The basis matrix is singular.
  case singularMatrix
  /// The basis matrix is ill-conditioned.
  case illConditioned
  /// Some bounds are not in order.
  case invalidBounds
  /// The routine gave up.
  case solverFailed
  /// The objective reached its lower limit.
  case objectiveLowerLimit
  /// The objective reached its upper limit.
  case objectiveUpperLimit
  /// The iterations allowed are used up.
  case iterationLimit
  /// The time allowed is used up.
  case timeLimit
  /// The presolver proved that there is no feasible point.
  case noPrimalFeasible
  /// The presolver proved that there is no dual feasible point.
  case noDualFeasible
  /// Branch and bound was started without an optimal basis.
  case noRootOptimum
  /// The callback stopped the search.
  case stopped
  /// The gap allowed was reached before the optimum.
  case gapReached
  /// There is neither a primal nor a dual feasible point.
  case noFeasible
  /// The interior-point method did not converge.
  case noConvergence
  /// The interior-point method became unstable.
  case unstable
  /// The data is not valid.
  case invalidData
  /// The result is out of range.
  case outOfRange

  /// The number that stands for this in `glpk.h`.
  public var number: Int32 {
    switch self {
    case .done: 0
    case .invalidBasis: GLP_EBADB
    case .singularMatrix: GLP_ESING
    case .illConditioned: GLP_ECOND
    case .invalidBounds: GLP_EBOUND
    case .solverFailed: GLP_EFAIL
    case .objectiveLowerLimit: GLP_EOBJLL
    case .objectiveUpperLimit: GLP_EOBJUL
    case .iterationLimit: GLP_EITLIM
    case .timeLimit: GLP_ETMLIM
    case .noPrimalFeasible: GLP_ENOPFS
    case .noDualFeasible: GLP_ENODFS
    case .noRootOptimum: GLP_EROOT
    case .stopped: GLP_ESTOP
    case .gapReached: GLP_EMIPGAP
    case .noFeasible: GLP_ENOFEAS
    case .noConvergence: GLP_ENOCVG
    case .unstable: GLP_EINSTAB
    case .invalidData: GLP_EDATA
    case .outOfRange: GLP_ERANGE
    }
  }

  /// Reads a number GLPK returned.
  ///
  /// - Throws: ``GLPKFailure/unknownReturnCode(_:)`` for a number that is not in the table.
  public init(number: Int32) throws(GLPKFailure) {
    guard let known = Self.allCases.first(where: { $0.number == number }) else {
      throw .unknownReturnCode(number)
    }
    self = known
  }
}
