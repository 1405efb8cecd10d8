import GLPKSolver
import Rules

extension Lookahead {
  /// Looks ahead from a problem with rules that only ``SeatNetwork`` knows: one assignment where
  /// rivals cost no waiver, else the integer program over States.
  static func fromNetwork(
    _ problem: PairingProblem, _ options: Options
  ) throws(PairingFailure) -> Lookahead? {
    let count = problem.membership.states.count
    if count > SeatNetwork.mostStates {
      throw .tooLarge(states: count, limit: SeatNetwork.mostStates)
    }
    var network = SeatNetwork(problem)
    network.repairLimit = options.repairLimit
    network.solve()
    let (bound, broken) = network.vector
    if broken > 0 { return nil }
    let work = FlowWork(nodeCount: 1)
    // No completion is better than the flow; one as good is the proof.
    if options.repairs, network.keepRivalsApart() == .yes {
      return Lookahead(best: bound, problem: problem, leaves: [], work: work, network: network)
    }
    let best: WaiverVector?
    do {
      best = try PairingProgram(problem, by: .states).best(using: GLPK())
    } catch { throw .solver(error) }
    guard let best else { return nil }
    if best < bound { throw .disagreement(program: best, flow: bound) }
    return Lookahead(best: best, problem: problem, leaves: [], work: work)
  }
}
