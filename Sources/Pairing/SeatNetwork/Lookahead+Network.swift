import GLPKSolver
import Rules

extension Lookahead {
  /// Looks ahead from a problem with rules that only ``SeatNetwork`` knows: one assignment, where
  /// rivals cost no waiver, or where prices say what they cost; else the integer program over States.
  static func fromNetwork(
    _ problem: PairingProblem, _ options: Options
  ) throws(PairingFailure) -> Lookahead? {
    let count = problem.membership.states.count
    if count > SeatNetwork.mostStates {
      throw .tooLarge(states: count, limit: SeatNetwork.mostStates)
    }
    var work = FlowWork(nodeCount: 1)
    if SeatNetwork.isBeyond(problem) {
      guard let best = try bestByProgram(problem) else { return nil }
      return Lookahead(best: best, problem: problem, leaves: [], work: work)
    }
    var network = SeatNetwork(problem)
    precondition(network.fits, "too many nodes for the costs of a path")
    network.solve()
    // The first assignment may need a step for each supplementary seat.
    network.repairLimit = options.repairLimit + 4 * network.couplings.count
    let (bound, broken) = network.vector
    if broken > 0 { return nil }
    // No completion is better than the flow; one as good is the proof.
    if options.repairs {
      let found = network.keepRivalsApart()
      network.repairLimit = options.repairLimit
      if found == .yes {
        return Lookahead(best: bound, problem: problem, leaves: [], work: work, network: network)
      }
      if options.prices, !problem.drawsSupplements, let found = priced(problem, options, &work) {
        return Lookahead(
          best: found.best, problem: problem, leaves: [], work: work, network: found.network)
      }
    }
    guard let best = try bestByProgram(problem) else { return nil }
    if best < bound { throw .disagreement(program: best, flow: bound) }
    return Lookahead(best: best, problem: problem, leaves: [], work: work)
  }

  /// The network of what is drawn, laid out anew where a search for a lot was cut short, so that the
  /// integer program need not decide every lot from there on; nil where that is cut short too.
  static func laidOutAnew(
    _ problem: PairingProblem, reaching best: WaiverVector
  ) -> SeatNetwork? {
    guard problem.drawsSupplements else { return nil }
    var network = SeatNetwork(problem)
    network.solve()
    network.repairLimit = flowRepairLimit + 4 * network.couplings.count
    guard network.vector == (best, 0), network.keepRivalsApart() == .yes else { return nil }
    network.repairLimit = flowRepairLimit
    return network
  }

  /// What the integer program over States says is the best; nil where there is no completion.
  private static func bestByProgram(
    _ problem: PairingProblem
  ) throws(PairingFailure) -> WaiverVector? {
    do {
      return try PairingProgram(problem, by: .states, keepsLoads: true).best(using: GLPK())
    } catch { throw .solver(error) }
  }

  /// An assignment that is the cheapest with prices, if it keeps rivals apart: then no completion is
  /// better than it.
  private static func priced(
    _ problem: PairingProblem, _ options: Options, _ work: inout FlowWork
  ) -> (best: WaiverVector, network: SeatNetwork)? {
    guard let dual = DualPrices(problem, &work.decided.solving), !dual.ofRivals.isEmpty else {
      return nil
    }
    var network = SeatNetwork(problem, dual)
    guard network.largestPrice > 0, network.fits else { return nil }
    network.repairLimit = options.repairLimit
    network.solve()
    guard network.vector.broken == 0, network.keepRivalsApart() == .yes else { return nil }
    let (best, broken) = network.vector
    return broken == 0 ? (best, network) : nil
  }
}
