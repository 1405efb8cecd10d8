import GLPKSolver
import IntegerProgramming
import Rules

/// The proofs of a best vector by GLPK.
extension Lookahead {
  /// Asks GLPK whether a best vector that the flow has proven is that of the program over kinds of
  /// States.
  ///
  /// - Parameters:
  ///   - assignment: Where to begin; nil to begin anew.
  ///   - limit: The relaxations after which an answer is given up.
  /// - Returns: false where it does not come to an end, or where kinds of States are too coarse: what
  ///   they need is a bound.
  /// - Throws: `disagreement` where kinds of States need more.
  static func isProven(
    _ best: WaiverVector, of problem: PairingProblem, near assignment: PairingFlow? = nil,
    _ work: inout FlowWork, limit: Int = secondProofLimit
  ) throws(PairingFailure) -> Bool {
    let asked = try self.best(problem, by: .classes, near: assignment, &work, limit: limit)
    switch asked {
    case .undecided: return false
    case .none: throw .disagreement(program: nil, flow: best)
    case .found(let bound):
      if best < bound { throw .disagreement(program: bound, flow: best) }
      return bound == best
    }
  }

  /// As above, of a flow over kinds of States, which is no better than the program over them: here
  /// they must be the same.
  static func isProven(
    _ best: WaiverVector, byKindsOf problem: PairingProblem
  ) throws(PairingFailure) -> (isTwice: Bool, solving: Statistics) {
    var work = FlowWork(nodeCount: 1)
    let isTwice = try isProven(best, of: problem, &work)
    return (isTwice, work.decided.solving)
  }

  /// What GLPK says is the best.
  enum Best: Equatable {
    /// There is no completion.
    case none
    /// The best vector.
    case found(WaiverVector)
    /// GLPK has come to no end within the limit.
    case undecided
  }

  /// Asks GLPK for the best.
  ///
  /// - Parameters:
  ///   - root: The assignment near which to begin; nil to begin anew.
  ///   - limit: The relaxations after which an answer is given up.
  static func best(
    _ problem: PairingProblem, by granularity: PairingProgram.Granularity,
    near root: PairingFlow?, _ work: inout FlowWork, limit: Int?
  ) throws(PairingFailure) -> Best {
    let program = PairingProgram(problem, by: granularity)
    let point = root.map { program.point(of: $0.pairs, stateCount: $0.stateCount) }
    do throws(GLPKFailure) {
      let best = try program.best { (level) throws(GLPKFailure) in
        try GLPK(relaxationLimit: limit).minimise(
          level, near: point, statistics: &work.decided.solving)
      }
      return best.map { .found($0) } ?? .none
    } catch {
      if case .relaxationLimitReached = error { return .undecided }
      throw .solver(error)
    }
  }
}
