import GLPKSolver
import IntegerProgramming
import Rules

extension PairingFlow {
  /// Relaxations after which a question to the face program is given up.
  private static let faceLimit = 2_000

  /// Decides by the face program which candidates can hold a seat, after their repair was cut short.
  ///
  /// All are asked for together: each answer holds one of them at least, until none is left. Those
  /// that are out are out for good, since the face only gets smaller while lots are drawn.
  ///
  /// - Parameters:
  ///   - undecided: The candidates; those that were decided are taken out.
  ///   - known: Receives those that are in.
  mutating func decide(
    _ undecided: inout BitSet, of seat: Seat, underReview state: Int, _ known: inout BitSet,
    _ work: inout FlowWork
  ) {
    let face = FaceProgram(self)
    var open: [(candidate: Int, term: Term)] = []
    for candidate in undecided.elements where !known[candidate] {
      guard let variable = face.variable(candidate, seat, underReview: state) else { continue }
      open.append((candidate, Term(-1, variable)))
    }
    // A question that GLPK cannot decide is left to the program over States.
    guard let warm = try? WarmProgram(face.program, near: face.point) else { return }
    while !open.isEmpty {
      work.decided.byProgram += 1
      guard
        case .optimal(let values, let objective)? = try? warm.minimise(
          open.map(\.term), relaxationLimit: Self.faceLimit, statistics: &work.decided.solving)
      else { return }
      for (candidate, term) in open where objective == 0 || values[term.variable.index] == 1 {
        undecided[candidate] = false
        if objective == 0 { exclude(candidate, from: seat, underReview: state) }
        if objective != 0 { known[candidate] = true }
      }
      open.removeAll { !undecided[$0.candidate] }
    }
  }

  /// Takes a State for good out of those that may come into a seat.
  private mutating func exclude(_ reviewer: Int, from seat: Seat, underReview state: Int) {
    setTight(
      state, reviewer, regional: seat != .regional && tightRegional[state, reviewer],
      open: seat != .open && tightOpen[state, reviewer], swap: false)
  }

  /// Puts a State into a seat, and everything else where the face program says, if that can be.
  ///
  /// - Returns: Whether it can be; nil where GLPK cannot decide. Nothing is changed if it cannot.
  mutating func settle(
    _ reviewer: Int, in seat: Seat, underReview state: Int, _ work: inout FlowWork
  ) -> Bool? {
    let face = FaceProgram(self)
    guard let variable = face.variable(reviewer, seat, underReview: state) else { return false }
    return settle(face, [Term(-1, variable)], &work)
  }

  /// Makes the assignment lawful by the face program.
  ///
  /// - Returns: As ``settle(_:in:underReview:_:)``.
  mutating func settle(_ work: inout FlowWork) -> Bool? { settle(FaceProgram(self), [], &work) }

  private mutating func settle(
    _ face: FaceProgram, _ objective: [Term], _ work: inout FlowWork
  ) -> Bool? {
    work.decided.byProgram += 1
    guard let warm = try? WarmProgram(face.program, near: face.point),
      let outcome = try? warm.minimise(
        objective, relaxationLimit: Self.faceLimit, statistics: &work.decided.solving)
    else { return nil }
    guard case .optimal(let values, let best) = outcome, best == -objective.count else {
      return false
    }
    face.apply(values, to: &self)
    log.removeAll(keepingCapacity: true)
    precondition(breaches().isEmpty, "a point of the face program breaks a row")
    return true
  }
}
