import GLPKSolver
import Rules

/// What is possible from a problem on, found State by State or over kinds of States. The answers
/// never differ.
package enum Outlook: Sendable {
  /// Every State on its own.
  case states(Lookahead)
  /// Kinds of States, and single States where kinds cannot tell.
  case kinds(ClassLookahead)

  /// Which of the two decides.
  package enum Choice: Sendable {
    /// Kinds from so many States on that they are faster.
    case bySize
    /// Always one of them, where it can.
    case states, kinds
  }

  /// From so many States on kinds decide: below, a search over single States is as fast.
  package static let fewestStatesForKinds = 1_000
  /// The most kinds of States over which GLPK is asked as well: beyond, its program has too many
  /// pairs.
  static let mostKindsForProgram = 400
  /// The most States of which all pairs are looked at.
  package static let mostStates = 12_000

  /// The best waiver vector.
  package var best: WaiverVector {
    switch self {
    case .states(let lookahead): lookahead.best
    case .kinds(let lookahead): lookahead.best
    }
  }

  /// Who proved it.
  package var proof: BestProof {
    switch self {
    case .states(let lookahead): lookahead.proof
    case .kinds(let lookahead): lookahead.isProvenTwice ? .flowAndProgram : .flow
    }
  }

  /// Looks ahead from a problem.
  ///
  /// - Returns: nil where there is no completion at all.
  /// - Complexity: O(n) for n States of few kinds, if most States are like many others; O(n²)
  ///   otherwise.
  package static func from(
    _ problem: PairingProblem, _ options: Lookahead.Options = Lookahead.Options(),
    _ permitted: PermittedPairs? = nil
  ) throws(PairingFailure) -> Outlook? {
    let count = problem.membership.states.count
    let asksKinds =
      switch options.kinds {
      case .bySize: count >= fewestStatesForKinds
      case .states: false
      case .kinds: true
      }
    if asksKinds {
      switch try ClassLookahead.from(problem, options.kindOptions) {
      case .found(var lookahead):
        if lookahead.network.layout.kindCount <= mostKindsForProgram {
          let second = try Lookahead.isProven(lookahead.best, byKindsOf: problem)
          lookahead.isProvenTwice = second.isTwice
          lookahead.lots.solving = lookahead.lots.solving + second.solving
        }
        return .kinds(lookahead)
      case .impossible: return nil
      case .undecided: break
      }
    }
    if count > mostStates { throw .tooLarge(states: count, limit: mostStates) }
    return try Lookahead.from(problem, options, permitted).map(Outlook.states)
  }
}

extension Lookahead {
  /// The best waiver vector of a problem, in time linear in the number of States where most of them
  /// are like many others.
  ///
  /// - Returns: nil where there is no completion at all.
  public static func best(of problem: PairingProblem) throws(PairingFailure) -> WaiverVector? {
    try Outlook.from(problem)?.best
  }
}
