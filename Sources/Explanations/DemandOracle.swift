import GLPKSolver
import Rules

/// Says whether sets of demands can hold: by a circulation where that can tell, by the integer
/// program otherwise. Both answer the same question, so which of them did makes no difference.
///
/// It keeps the last flow: questions that follow one another are mostly alike.
struct DemandOracle {
  /// Flows that are tried for one question.
  static let mostSteps = 40

  private var flow: DemandFlow?

  /// Whether demands can hold together without any waiver.
  mutating func holds(_ set: DemandSet) throws(GLPKFailure) -> Bool {
    if flow?.fits(set) ?? false {
      flow?.take(set)
    } else {
      var next = DemandFlow(set)
      if let flow { next.carry(over: flow) }
      flow = next
    }
    var steps = Self.mostSteps
    switch flow?.decide(&steps) {
    case .yes: return true
    case .no: return false
    case .unknown, nil: return try set.holds()
    }
  }
}
