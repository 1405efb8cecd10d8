import GLPKSolver
import IntegerProgramming
import Members
import Rules

/// What can go wrong while looking ahead; never a wrong answer.
public enum PairingFailure: Error, CustomStringConvertible {
  /// The solver could not decide.
  case solver(GLPKFailure)
  /// Two ways of computing the same thing disagree: a defect of the program.
  case disagreement(program: WaiverVector?, flow: WaiverVector?)
  /// No completion holds what was drawn: a defect of the program.
  case lostCompletion(state: String)
  /// A search was cut short.
  case repairCut(state: String)
  /// Too many States that are not alike: their pairs would not fit into memory.
  case tooLarge(states: Int, limit: Int)

  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .solver(let failure): "\(failure)"
    case .disagreement(let program, let flow):
      "the integer program and the flow disagree on the best waivers: "
        + "\(program?.counts.description ?? "none") and \(flow?.counts.description ?? "none")\n"
        + "help: this is a defect of PeerLots; report it with the membership and the rulebook"
    case .lostCompletion(let state):
      "no completion is left after a lot for \(state)\n"
        + "help: this is a defect of PeerLots; report it with the membership, the rulebook and "
        + "the seed"
    case .repairCut(let state):
      "whether a reviewer of \(state) keeps the rules within reach was not decided within "
        + "\(Lookahead.defaultRepairLimit) steps\n"
        + "help: nothing was drawn from a guess; report it with the membership, the rulebook and "
        + "the seed"
    case .tooLarge(let states, let limit):
      "\(states) States have to be told apart here, more than the \(limit) for which all pairs can "
        + "be looked at\n"
        + "help: memberships of many more States are drawn where enough States of each kind (same "
        + "group, Protocols and legal systems) are alike"
    }
  }
}

/// Knows, at every moment of a draw, exactly which choices keep the best waiver vector within reach
/// for the whole cycle.
///
/// It keeps complete optimal assignments (*witnesses*). Where the mutual-review rule costs no
/// waiver, one is enough: every other optimal completion differs from it by tight cycles. Where
/// the rule itself costs a waiver, there is one for each way of deciding the costly mutual pairs
/// (*leaves*), and a bowl is the union over them. Where that is too many, the integer program over
/// States decides candidate by candidate.
///
/// A value: a copy goes its own way. Copying is cheap; what one of the two changes is copied then.
public struct Lookahead: Sendable {
  /// Nodes after which a repair over kinds of States is given up.
  public static let defaultRepairLimit = 20_000
  /// Nodes after which the repair of a flow goes to an integer program: about as long as that takes.
  static let flowRepairLimit = 500
  /// Leaves and branches after which the integer program takes over.
  static let defaultLeafLimit = 64
  static let defaultBranchLimit = 2_000
  /// Relaxations after which a program that began near the flow is given up, and the flow is asked
  /// to prove the best vector alone: begun where rows are broken, branch and bound may have no end.
  static let relaxationLimit = 8
  /// Relaxations within which GLPK, begun anew, is to come to an end where the flow has proven the
  /// best vector already; where it does not, the flow's proof stands alone.
  static let secondProofLimit = 64

  /// How the answers are found; other than the default for tests only.
  package struct Options: Sendable {
    package var repairs = true
    package var repairLimit = Lookahead.flowRepairLimit
    package var leafLimit = Lookahead.defaultLeafLimit
    /// Whether pairs may have prices, so that few leaves are needed where mutual bans cost waivers.
    package var prices = true
    /// Whether the flow may prove the best vector without the integer program, where it can.
    package var provesByFlow = false
    /// Whether kinds of States may decide in place of single States.
    package var kinds = Outlook.Choice.bySize
    package var kindOptions = ClassLookahead.Options()
    package init() {}
  }

  /// The best waiver vector.
  public let best: WaiverVector
  /// Who proved it.
  public let proof: BestProof
  /// What is drawn and what is left.
  public private(set) var problem: PairingProblem
  var leaves: [PairingFlow]
  /// The assignment where there are rules that only this network knows; then there are no leaves.
  var network: SeatNetwork?
  var work: FlowWork
  private let solver = GLPK()

  /// Looks ahead from a problem.
  ///
  /// - Parameter problem: What is drawn and what is left.
  /// - Returns: nil where there is no completion at all.
  /// - Throws: `PairingFailure` where something could not be decided.
  public static func from(_ problem: PairingProblem) throws(PairingFailure) -> Lookahead? {
    try from(problem, Options())
  }

  package static func from(
    _ problem: PairingProblem, _ options: Options, _ permitted: PermittedPairs? = nil
  ) throws(PairingFailure) -> Lookahead? {
    if SeatNetwork.isNeeded(problem) { return try fromNetwork(problem, options) }
    var root = PairingFlow(problem, permitted)
    var work = FlowWork(nodeCount: root.nodeCount)
    root.repairs = options.repairs
    root.repairLimit = options.repairLimit
    root.solve(&work)
    if options.provesByFlow {
      if let found = Leaves.reaching(nil, from: root, of: problem, options, &work) {
        return Lookahead(best: found.best, problem: problem, leaves: found.leaves, work: work)
      }
    } else if let found = Leaves.reaching(
      nil, from: root, of: problem, options, in: [.small], &work),
      // Near an assignment that keeps every ban GLPK has little left to show.
      try isProven(
        found.best, of: problem, near: found.leaves.first, &work, limit: relaxationLimit)
    {
      return Lookahead(
        best: found.best, problem: problem, leaves: found.leaves, work: work,
        proof: .flowAndProgram)
    }
    let asked = try best(problem, by: .classes, near: root, &work, limit: relaxationLimit)
    if asked == .undecided, !options.provesByFlow,
      let found = Leaves.reaching(nil, from: root, of: problem, options, &work)
    {
      let isTwice = try isProven(found.best, of: problem, &work)
      return Lookahead(
        best: found.best, problem: problem, leaves: found.leaves, work: work,
        proof: isTwice ? .flowAndProgram : .flow)
    }
    let decided =
      asked == .undecided
      ? try best(problem, by: .classes, near: nil, &work, limit: nil) : asked
    guard case .found(let bound) = decided else { return nil }
    // The class program's optimum is a bound; a witness that reaches it is the proof.
    if let found = Leaves.reaching(bound, from: root, of: problem, options, &work) {
      return Lookahead(
        best: bound, problem: problem, leaves: found.leaves, work: work, proof: .flowAndProgram)
    }
    let exact = try best(problem, by: .states, near: nil, &work, limit: nil)
    guard case .found(let best) = exact else { return nil }
    if best < bound { throw .disagreement(program: best, flow: bound) }
    let leaves = Leaves.reaching(best, from: root, of: problem, options, &work)?.leaves ?? []
    return Lookahead(
      best: best, problem: problem, leaves: leaves, work: work,
      proof: leaves.isEmpty ? .program : .flowAndProgram)
  }

  init(
    best: WaiverVector, problem: PairingProblem, leaves: [PairingFlow], work: FlowWork,
    network: SeatNetwork? = nil, proof: BestProof? = nil
  ) {
    self.best = best
    self.proof = proof ?? (leaves.isEmpty && network == nil ? .program : .flow)
    self.problem = problem
    self.leaves = leaves
    self.work = work
    self.network = network
  }

  /// How often each stage decided, so far.
  public var tally: BowlTally { work.tally }

  /// Whether the integer program decides every lot from here on.
  package var asksProgram: Bool { leaves.isEmpty && network == nil }

  /// The bowl of a State's next seat: the States with which, in this seat, some completion of the
  /// whole cycle still reaches the best vector.
  ///
  /// - Parameters:
  ///   - seat: The kind of seat; the State has one of that kind left.
  ///   - state: The State under review.
  /// - Returns: Indices in canonical order; empty where every best completion gives the seat up.
  public mutating func bowl(
    of seat: Seat, underReview state: Int
  ) throws(PairingFailure) -> [Int] {
    try bowl(of: seat, underReview: state, enough: .max)
  }

  /// The one State that can take a State's next seat; nil where none or several can, which is mostly
  /// seen long before the whole bowl is known.
  package mutating func onlyMember(
    ofBowl seat: Seat, underReview state: Int
  ) throws(PairingFailure) -> Int? {
    let some = try bowl(of: seat, underReview: state, enough: 2)
    return some.count == 1 ? some[0] : nil
  }

  /// The bowl, or of a larger one at least so many members.
  private mutating func bowl(
    of seat: Seat, underReview state: Int, enough: Int
  ) throws(PairingFailure) -> [Int] {
    var inBowl = BitSet(capacity: problem.reviews.count)
    var undecided = inBowl
    for leaf in leaves.indices {
      var cut = BitSet(capacity: problem.reviews.count)
      leaves[leaf].bowl(of: seat, underReview: state, &inBowl, undecided: &cut, &work)
      if enough < .max && inBowl.elements.count >= enough {
        work.current = -1
        return inBowl.elements
      }
      if cut.isEmpty { continue }
      leaves[leaf].decide(&cut, of: seat, underReview: state, &inBowl, &work)
      for candidate in cut.elements { undecided[candidate] = true }
    }
    network?.bowl(
      of: seat, underReview: state, &inBowl, undecided: &undecided, &work.decided)
    // With one assignment, its search from this seat serves the lot as well.
    work.current =
      leaves.count == 1 ? leaves[0].node(of: seat, underReview: state) : -1
    let open =
      asksProgram ? candidates(of: seat, underReview: state) : undecided.elements
    let loads = open.isEmpty ? [] : problem.loads
    for candidate in open where !inBowl[candidate] {
      // The program takes a load beyond the maximum for one that an amendment left there.
      let most = problem.rulebook.maximumLoad(of: problem.membership.states[candidate])
      if loads[candidate] >= most { continue }
      if enough < .max && inBowl.elements.count >= enough { break }
      var placed = problem
      placed.place(candidate, underReview: state, in: seat)
      work.decided.byProgram += 1
      if try reaches(placed) { inBowl[candidate] = true }
    }
    return inBowl.elements
  }

  private func candidates(of seat: Seat, underReview state: Int) -> [Int] {
    let eligibility = Eligibility(problem)
    // The program no longer sees the seat of a candidate, so it cannot tell a dissimilar one.
    let mustBeSimilar =
      seat == .regional && problem.countsLegalSystem(of: state)
      && !problem.rulebook.canWaive(.legalSystem)
    let states = problem.membership.states
    let lacking = seat == .supplementary ? problem.lackingNext(of: state) ?? [] : []
    return states.indices.filter {
      eligibility.permits($0, toReview: state, in: seat) && states[$0].isParty(to: lacking)
        && (!mustBeSimilar || eligibility.similar[state, $0])
    }
  }

  /// Whether the integer program over States still reaches the best vector.
  private mutating func reaches(_ problem: PairingProblem) throws(PairingFailure) -> Bool {
    let program = PairingProgram(problem, by: .states, keepsLoads: true)
      .program(level: best.rules.count, best: best.counts)
    do {
      return try solver.minimise(program, statistics: &work.decided.solving) != .infeasible
    } catch { throw .solver(error) }
  }

  /// Draws a State of the bowl for the seat.
  public mutating func place(
    _ reviewer: Int, in seat: Seat, underReview state: Int
  ) throws(PairingFailure) {
    problem.place(reviewer, underReview: state, in: seat)
    if network?.place(reviewer, in: seat, underReview: state) == false {
      network = Self.laidOutAnew(problem, reaching: best)
    }
    if leaves.isEmpty { return }
    defer { work.current = -1 }
    var lost: [Int] = []
    for leaf in leaves.indices {
      do {
        if try leaves[leaf].place(reviewer, in: seat, underReview: state, &work) { continue }
        lost.append(leaf)
      } catch {
        // A leaf whose repair was cut may still hold completions: from here the program decides.
        leaves = []
        return
      }
    }
    if lost.count == leaves.count {
      throw .lostCompletion(state: problem.membership.states[state].code.text)
    }
    for leaf in lost.reversed() { leaves.remove(at: leaf) }
  }

  /// Gives up the regional seat of a State whose regional bowl is empty.
  public mutating func giveUpRegionalSeat(of state: Int) {
    problem.giveUpRegionalSeat(of: state)
    network?.giveUpRegionalSeat(of: state)
    work.current = -1
    for leaf in leaves.indices { leaves[leaf].giveUpRegionalSeat(of: state) }
  }

  /// Leaves empty a seat of a State whose bowl for it is empty, one that is not regional.
  public mutating func leaveSeatEmpty(of state: Int, _ seat: Seat = .open) {
    problem.leaveSeatEmpty(of: state, seat)
    network?.leaveSeatEmpty(of: state, seat)
    work.current = -1
    for leaf in leaves.indices { leaves[leaf].leaveSeatEmpty(of: state) }
  }
}
