import Members
import Rules

/// The lookahead over kinds of States: exact bowls in time and memory linear in the number of
/// States, for memberships in which many States are alike.
///
/// Each lot is decided by one search over kinds. What the flow over kinds excludes is out; what is
/// reached over sturdy arcs is in (``Sturdiness`` has the argument). Where the two differ, or the
/// flow can no longer be kept on sturdy arcs, towards the end of a cycle, single States decide from
/// there on (``EndGame``).
package struct ClassLookahead {
  /// When kinds of States decide.
  package struct Options: Sendable {
    /// The most kinds.
    package var kindLimit = 1_000
    /// The most kinds times levels of reviews below the minimum.
    package var blockLimit = 4_096
    /// The largest problem that is handed to single States.
    package var endGameLimit = 12_000
    /// Problems up to this size are handed over as they are; from larger ones States are left out
    /// that many others can stand for.
    package var wholeLimit = 12_000
    package init() {}
  }

  /// The best waiver vector.
  package let best: WaiverVector
  let rulebook: Rulebook
  let membership: Membership
  let options: Options
  private(set) var history: History
  var network: ClassNetwork
  private(set) var counts: BlockCounts
  private(set) var occupied: [UInt64]
  let sturdiness: Sturdiness
  /// Of each kind, the States with a seat left, and some without.
  var waiting: [[Int32]]
  private(set) var endGame: EndGame?
  private var earlier = BowlTally()
  /// Lots that kinds decided, and lots that single States decided.
  package private(set) var lots = (byKinds: 0, byStates: 0)

  /// Looks ahead from a problem of which nothing is drawn.
  ///
  /// - Returns: The lookahead; `impossible` where there is no completion, `undecided` where kinds
  ///   cannot prove the best vector, or would not be worth while.
  package enum Start {
    case found(ClassLookahead)
    case impossible
    case undecided
  }

  package static func from(_ problem: PairingProblem, _ options: Options) -> Start {
    guard problem.excluded.isEmpty, problem.settled.isZero,
      problem.reviews.allSatisfy({ $0.reviewers.isEmpty }),
      problem.rulebook.maximumLoad < Int(UInt16.max),
      let layout = ClassLayout(problem, limit: options.kindLimit),
      layout.blockCount <= options.blockLimit
    else { return .undecided }
    var network = ClassNetwork(layout, problem)
    network.solve()
    let (best, broken) = network.vector(problem.rulebook)
    if broken > 0 { return .impossible }
    let history = History(problem)
    let sturdiness = Sturdiness(problem.rulebook, conflicts: history.mostConflicts)
    network.startHubs(sturdiness)
    network.clearFrailArcs(rows: Array(0..<layout.rowCount), blocks: [])
    network.hasMovedSupply = false
    var ahead = ClassLookahead(best: best, problem, history, network, sturdiness, options)
    return ahead.isRealisable(ahead.network.frailSeats) || ahead.provesBestByStates()
      ? .found(ahead) : .undecided
  }

  /// Whether single States reach the vector of the flow over kinds, which no completion undercuts.
  private mutating func provesBestByStates() -> Bool {
    // Where that is too much, or fails, whoever asked goes on with single States alone.
    endGame = try? EndGame(self)
    return endGame?.lookahead.best == best
  }

  private init(
    best: WaiverVector, _ problem: PairingProblem, _ history: History, _ network: ClassNetwork,
    _ sturdiness: Sturdiness, _ options: Options
  ) {
    self.best = best
    rulebook = problem.rulebook
    membership = problem.membership
    self.options = options
    self.history = history
    self.network = network
    self.sturdiness = sturdiness
    let layout = network.layout
    counts = BlockCounts(
      blockOf: zip(membership.states, layout.kindOf).map { state, kind in
        state.isReviewer && problem.rulebook.maximumLoad > 0
          ? kind * Int32(truncatingIfNeeded: layout.levels) : -1
      }, blocks: layout.blockCount)
    occupied = Array(repeating: 0, count: network.blockWords)
    waiting = Array(repeating: [], count: layout.kindCount)
    for block in 0..<layout.blockCount { noteOccupation(of: block) }
    for state in membership.states.indices where history.hasSeat(state) {
      waiting[Int(layout.kindOf[state])].append(Int32(truncatingIfNeeded: state))
    }
    // A row that lost seats while others were cleared may be frail by now.
    refreshSturdiness(rows: Array(0..<layout.rowCount), blocks: [])
  }

  /// How often each stage of single States decided, so far.
  package var tally: BowlTally { earlier + (endGame?.lookahead.tally ?? BowlTally()) }

  private mutating func noteOccupation(of block: Int) {
    let mask: UInt64 = 1 << UInt64(block & 63)
    if network.members[block] > 0 {
      occupied[block >> 6] |= mask
    } else {
      occupied[block >> 6] &= ~mask
    }
  }

  // MARK: Bowls

  /// The bowl of a State's next seat, as ``Lookahead/bowl(of:underReview:)`` gives it.
  ///
  /// - Complexity: O(m²/64) for m kinds while kinds decide.
  package mutating func bowl(
    of seat: Seat, underReview state: Int
  ) throws(PairingFailure) -> Bowl {
    let row = network.layout.row(of: seat, underReview: state)
    if endGame == nil {
      if let blocks = blocks(of: row, underReview: state) {
        lots.byKinds += 1
        return bowl(blocks, underReview: state)
      }
      endGame = try EndGame(self)
    }
    lots.byStates += 1
    let found = try endGame!.bowl(of: seat, underReview: state)
    return bowl(found, row, underReview: state)
  }

  /// The blocks whose States are in a bowl, but for exceptions; nil where kinds cannot tell.
  private mutating func blocks(of row: Int, underReview state: Int) -> [UInt64]? {
    let words = network.blockWords
    let kind = Int(network.layout.kindOf[state])
    let none = Array(repeating: UInt64(0), count: words)
    if !network.layout.isRegional(row) && network.toOpen[kind] == 0 {
      if !network.holdOpenSeat(of: kind, isSturdy: true) {
        var relaxed = network
        return relaxed.holdOpenSeat(of: kind, isSturdy: false) ? nil : none
      }
      refreshAfterMoves()
    }
    var candidates = none
    var wanted = none
    for word in 0..<words {
      candidates[word] = network.tightBlocks[row * words + word] & occupied[word]
      wanted[word] = candidates[word] & ~network.used(row, word: word)
    }
    var proof = FrailProof(row: row, state: state, frail: network.frailSeats)
    network.search(to: row, isSturdy: true, wanted: wanted)
    if !proof.frail.isEmpty {
      for block in Self.members(candidates)
      where !wanted.has(block) || network.search.blocks.has(block) {
        if !isRealisable(block, &proof) { return nil }
      }
    }
    var isSettled = true
    for word in 0..<words where wanted[word] & ~network.search.blocks[word] != 0 {
      isSettled = false
    }
    if isSettled { return candidates }
    let reached = network.search.blocks
    network.search(to: row, isSturdy: false, wanted: wanted)
    for block in Self.members(wanted) where !reached.has(block) {
      if !network.search.blocks.has(block) {
        candidates[block >> 6] &= ~(1 << UInt64(block & 63))
      } else if network.search.depth[network.node(ofBlock: block)] > Sturdiness.longestWay
        || !isRealisable(block, &proof)
      {
        return nil
      }
    }
    return candidates
  }

  private static func members(_ words: [UInt64]) -> [Int] {
    var members: [Int] = []
    for (word, bits) in words.enumerated() {
      var bits = bits
      while bits != 0 {
        members.append(word << 6 + bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
    return members
  }

  private func bowl(_ blocks: [UInt64], underReview state: Int) -> Bowl {
    let mask = BlockMask(blocks)
    let without = history.exceptions(of: state).filter { mask.contains(counts.blockOf[$0]) }
    return Bowl(mask, size: size(of: blocks), without: without)
  }

  private func size(of blocks: [UInt64]) -> Int {
    var size = 0
    for (word, bits) in blocks.enumerated() {
      var bits = bits
      while bits != 0 {
        size += network.members[word << 6 + bits.trailingZeroBitCount]
        bits &= bits - 1
      }
    }
    return size
  }

  /// What single States found, spread over the States that were left out.
  private func bowl(_ found: EndGame.Answer, _ row: Int, underReview state: Int) -> Bowl {
    guard let blocks = found.blocks else { return Bowl(found.states) }
    let mask = BlockMask(blocks)
    var without = Set(history.exceptions(of: state)).union(found.out)
    without = without.filter { mask.contains(counts.blockOf[$0]) }
    let with = found.states.filter { !mask.contains(counts.blockOf[$0]) }
    return Bowl(mask, size: size(of: blocks), without: without.sorted(), with: with)
  }

  /// The member of a bowl of a rank, from 0, in canonical order.
  package func member(_ rank: Int, of bowl: Bowl) -> Int { bowl.member(rank, counts) }

  /// All members of a bowl, in canonical order.
  package func members(of bowl: Bowl) -> [Int] { bowl.members(counts) }

  // MARK: Lots

  /// Draws a State of the bowl for the seat.
  package mutating func place(
    _ reviewer: Int, in seat: Seat, underReview state: Int
  ) throws(PairingFailure) {
    let layout = network.layout
    let row = layout.row(of: seat, underReview: state)
    let kind = Int(layout.kindOf[state])
    let block = Int(counts.blockOf[reviewer])
    // A way over sturdy arcs where there is one; otherwise the bowl has shown that another does.
    guard block >= 0,
      layout.isRegional(row) || network.holdOpenSeat(of: kind, isSturdy: false),
      endGame == nil && network.hold(row, block, isSturdy: true)
        || network.hold(row, block, isSturdy: false)
    else { throw lost(state) }
    let next = network.settle(row, of: kind, block, done: Int(history.done[reviewer]))
    let isKept = try endGame?.place(reviewer, in: seat, underReview: state, row: row, block) ?? true
    history.place(reviewer, in: seat, underReview: state)
    counts.move(reviewer, to: next)
    noteOccupation(of: block)
    if next >= 0 { noteOccupation(of: next) }
    if !isKept {
      earlier = tally
      endGame = nil
      endGame = try EndGame(self)
    }
    if endGame == nil {
      refreshSturdiness(rows: [row], blocks: next >= 0 ? [block, next] : [block])
    }
  }

  private func lost(_ state: Int) -> PairingFailure {
    .lostCompletion(state: membership.states[state].code.text)
  }

  /// Gives up the regional seat of a State whose regional bowl is empty.
  package mutating func giveUpRegionalSeat(of state: Int) throws(PairingFailure) {
    guard network.giveUpRegionalSeat(of: Int(network.layout.kindOf[state])) else {
      throw lost(state)
    }
    history.giveUpRegionalSeat(of: state)
    endGame?.giveUpRegionalSeat(of: state)
    refreshAfterMoves()
  }

  /// Leaves empty an open seat of a State whose open bowl is empty.
  package mutating func leaveSeatEmpty(of state: Int) throws(PairingFailure) {
    guard network.leaveSeatEmpty(of: Int(network.layout.kindOf[state])) else {
      throw lost(state)
    }
    history.leaveSeatEmpty(of: state)
    endGame?.leaveSeatEmpty(of: state)
    refreshAfterMoves()
  }
}

extension [UInt64] {
  /// Whether a bit is set.
  fileprivate func has(_ bit: Int) -> Bool { self[bit >> 6] >> UInt64(bit & 63) & 1 == 1 }
}
