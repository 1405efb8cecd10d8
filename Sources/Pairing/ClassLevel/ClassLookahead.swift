import Members
import Rules

/// The lookahead over kinds of States: exact bowls in time and memory linear in the number of
/// States, for memberships in which many States are alike.
///
/// Each lot is decided by one search over kinds. What the flow over kinds excludes is out; what is
/// reached over concrete arcs is in (``Sturdiness`` has the argument). Where the two differ, the
/// States at the arcs in question are told apart, as many as that takes, and the search is repeated:
/// an abstraction that is refined where it cannot tell (Clarke, Grumberg, Jha, Lu and Veith 2000).
/// Towards the end of a cycle more and more States are single, and the search becomes that of
/// ``Lookahead``, with its repair.
package struct ClassLookahead: Sendable {
  /// When kinds of States decide.
  package struct Options: Sendable {
    /// The most kinds.
    package var kindLimit = 1_000
    /// The most kinds times levels of reviews below the minimum.
    package var blockLimit = 4_096
    /// The most States under review, and reviewers, that are told apart at a time.
    package var singleLimit = 6_000
    package init() {}
  }

  /// The best waiver vector.
  package let best: WaiverVector
  /// Whether GLPK has proven it as well.
  package internal(set) var isProvenTwice = false
  let membership: Membership
  var history: History
  var network: ClassNetwork
  var counts: BlockCounts
  /// States in each block of the layout, and blocks of the layout with any single reviewer, with
  /// their number.
  private(set) var total: [Int]
  private(set) var singleBases: [UInt64]
  private var singlesIn: [Int]
  /// Of each kind, the States with a seat left, and some without.
  var waiting: [[Int32]]
  let singleLimit: Int
  /// The last mask made for each row of the layout.
  var masks: [BlockMask?]
  var lots = BowlTally()

  /// How lots were decided, so far.
  package var tally: BowlTally {
    var tally = lots
    (tally.searches, tally.searchSteps) = (network.search.searches, network.search.steps)
    return tally
  }

  /// Looks ahead from a problem of which nothing is drawn.
  ///
  /// - Returns: The lookahead; `impossible` where there is no completion, `undecided` where kinds
  ///   cannot prove the best vector, or would not be worth while.
  package enum Start {
    case found(ClassLookahead)
    case impossible
    case undecided
  }

  package static func from(
    _ problem: PairingProblem, _ options: Options
  ) throws(PairingFailure) -> Start {
    guard problem.excluded.isEmpty, !SeatNetwork.isNeeded(problem),
      problem.rulebook.targetLoad == 0, problem.settled.isZero,
      problem.reviews.allSatisfy({ $0.reviewers.isEmpty }),
      problem.rulebook.maximumLoad < Int(UInt16.max),
      let layout = ClassLayout(problem, limit: options.kindLimit),
      layout.blockCount <= options.blockLimit
    else { return .undecided }
    let history = History(problem)
    let sturdiness = Sturdiness(
      problem.rulebook, perReview: history.perReview, maximum: layout.maximum.max() ?? 0,
      conflicts: history.mostConflicts)
    var network = ClassNetwork(layout, problem, sturdiness)
    network.solve()
    let (best, broken) = network.vector(problem.rulebook)
    if broken > 0 { return .impossible }
    network.spread()
    network.startSturdiness()
    var ahead = ClassLookahead(best: best, problem, history, network, options)
    // No completion is better than the flow; one as good is the proof.
    do {
      return try ahead.makeConcrete() ? .found(ahead) : .undecided
    } catch { return .undecided }
  }

  private init(
    best: WaiverVector, _ problem: PairingProblem, _ history: History, _ network: ClassNetwork,
    _ options: Options
  ) {
    self.best = best
    singleLimit = options.singleLimit
    membership = problem.membership
    self.history = history
    self.network = network
    let layout = network.layout
    counts = BlockCounts(
      blockOf: zip(membership.states, layout.kindOf).map { state, kind in
        state.isReviewer && layout.maximum[Int(kind)] > 0
          ? kind * Int32(truncatingIfNeeded: layout.levels) : -1
      }, blocks: layout.blockCount)
    total = Array(network.members[..<layout.blockCount])
    singleBases = Array(repeating: 0, count: (layout.blockCount + 63) / 64)
    singlesIn = Array(repeating: 0, count: layout.blockCount)
    waiting = Array(repeating: [], count: layout.kindCount)
    masks = Array(repeating: nil, count: layout.rowCount)
    for state in membership.states.indices where history.hasSeat(state) {
      waiting[Int(layout.kindOf[state])].append(Int32(truncatingIfNeeded: state))
    }
  }

  // MARK: Bowls

  /// The bowl of a State's next seat, as ``Lookahead/bowl(of:underReview:)`` gives it.
  ///
  /// - Complexity: O(m²/64) for m kinds and single States.
  package mutating func bowl(
    of seat: Seat, underReview state: Int
  ) throws(PairingFailure) -> Bowl {
    let told = lots.toldApart + lots.reviewersToldApart
    while true {
      do {
        let found = try search(seat, state)
        let isByKinds = !found.hasSingles && told == lots.toldApart + lots.reviewersToldApart
        if isByKinds { lots.byKinds += 1 } else { lots.bySingles += 1 }
        return bowl(found, row(of: seat, underReview: state), state)
      } catch { try answer(error, state) }
    }
  }

  /// Tells apart what a question needs told apart.
  private mutating func answer(_ stop: RepairStop, _ state: Int) throws(PairingFailure) {
    var isKept = true
    do throws(RepairStop) {
      guard case .tellApart(let arcs) = stop else { throw stop }
      isKept = try tellApart(arcs)
    } catch { throw failure(error, state) }
    if !isKept { throw lost(state) }
  }

  /// The row of a State's seats.
  func row(of seat: Seat, underReview state: Int) -> Int {
    guard let supply = network.supplyOf[state] else {
      return network.layout.row(of: seat, underReview: state)
    }
    let single = network.supplies[supply]
    return seat == .regional ? single.regionalRow : single.openRow
  }

  /// The supply of a State's seats.
  func supply(underReview state: Int) -> Int {
    network.supplyOf[state] ?? Int(network.layout.kindOf[state])
  }

  /// The block of a reviewer.
  func block(of reviewer: Int) -> Int {
    network.blockOf[reviewer] ?? Int(counts.blockOf[reviewer])
  }

  /// The member of a bowl of a rank, from 0, in canonical order. (Mutating, so that nothing is
  /// copied where this is held in an optional.)
  package mutating func member(_ rank: Int, of bowl: Bowl) -> Int { bowl.member(rank, counts) }

  /// All members of a bowl, in canonical order.
  package mutating func members(of bowl: Bowl) -> [Int] { bowl.members(counts) }

  // MARK: Lots

  /// Draws a State of the bowl for the seat.
  package mutating func place(
    _ reviewer: Int, in seat: Seat, underReview state: Int
  ) throws(PairingFailure) {
    try untilAnswered(state) { (ahead) throws(RepairStop) in
      let supply = ahead.supply(underReview: state)
      if seat == .open {
        guard try ahead.network.holdOpenSeat(of: supply) else { return false }
        ahead.network.releaseBans()
      }
      let candidate = Candidate(
        row: ahead.row(of: seat, underReview: state), block: ahead.block(of: reviewer),
        state: state, reviewer: reviewer, supply: seat == .open ? supply : -1)
      guard candidate.block >= 0, try ahead.network.reroute(candidate) else { return false }
      ahead.network.releaseBans()
      return true
    }
    let (block, base) = (block(of: reviewer), Int(counts.blockOf[reviewer]))
    let next = network.settle(
      row(of: seat, underReview: state), of: supply(underReview: state), block,
      done: Int(history.done[reviewer]))
    history.place(reviewer, in: seat, underReview: state)
    move(reviewer, from: base, to: next, isSingle: network.isSingle(block: block))
    ban(state, reviewer)
    if forbidsMutual { ban(reviewer, state) }
    if !network.isSingle(block: block) { network.relieve(block) }
    try keepConcrete(state)
  }

  private var forbidsMutual: Bool { network.forbidsMutual }

  private mutating func move(_ reviewer: Int, from base: Int, to next: Int, isSingle: Bool) {
    if next == base { return }
    counts.move(reviewer, to: next)
    total[base] -= 1
    if next >= 0 { total[next] += 1 }
    if !isSingle { return }
    noteSingle(base, -1)
    if next >= 0 { noteSingle(next, 1) }
  }

  /// Notes that a block of the layout has so many more single reviewers.
  mutating func noteSingle(_ base: Int, _ change: Int) {
    singlesIn[base] += change
    if singlesIn[base] > 0 { singleBases.insert(base) } else { singleBases.remove(bit: base) }
  }

  /// Notes that a State is never drawn for another again, where both are single.
  private mutating func ban(_ state: Int, _ reviewer: Int) {
    guard let supply = network.supplyOf[state], let block = network.blockOf[reviewer] else {
      return
    }
    let single = network.supplies[supply]
    for row in [single.regionalRow, single.openRow] where row >= 0 {
      network.setTight(row, block, false)
    }
  }

  /// Asks until there is an answer, telling States apart as that needs.
  private mutating func untilAnswered(
    _ state: Int, _ ask: (inout ClassLookahead) throws(RepairStop) -> Bool
  ) throws(PairingFailure) {
    while true {
      do {
        if try ask(&self) { return }
      } catch {
        try answer(error, state)
        continue
      }
      throw lost(state)
    }
  }

  private func failure(_ stop: RepairStop, _ state: Int) -> PairingFailure {
    if case .tooMany(let states) = stop { return .tooLarge(states: states, limit: singleLimit) }
    return .repairCut(state: membership.states[state].code.text)
  }

  private func lost(_ state: Int) -> PairingFailure {
    .lostCompletion(state: membership.states[state].code.text)
  }

  /// Gives up the regional seat of a State whose regional bowl is empty.
  package mutating func giveUpRegionalSeat(of state: Int) throws(PairingFailure) {
    try untilAnswered(state) { (ahead) throws(RepairStop) in
      try ahead.network.giveUpRegionalSeat(of: ahead.supply(underReview: state))
    }
    history.giveUpRegionalSeat(of: state)
    try keepConcrete(state)
  }

  /// Leaves empty an open seat of a State whose open bowl is empty.
  package mutating func leaveSeatEmpty(of state: Int) throws(PairingFailure) {
    try untilAnswered(state) { (ahead) throws(RepairStop) in
      try ahead.network.leaveSeatEmpty(of: ahead.supply(underReview: state))
    }
    history.leaveSeatEmpty(of: state)
    try keepConcrete(state)
  }

  private mutating func keepConcrete(_ state: Int) throws(PairingFailure) {
    do throws(RepairStop) {
      if try makeConcrete() { return }
    } catch { throw failure(error, state) }
    throw lost(state)
  }
}
