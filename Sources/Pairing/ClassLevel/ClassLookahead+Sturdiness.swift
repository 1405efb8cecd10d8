// Keeps the flow over kinds on arcs that single States can carry out.

extension ClassLookahead {
  mutating func refreshAfterMoves() {
    guard endGame == nil else { return }
    let rows = Array(0..<network.layout.rowCount)
    refreshSturdiness(rows: rows, blocks: [])
    network.clearFrailArcs(rows: rows, blocks: [])
    refreshSturdiness(rows: rows, blocks: [])
  }

  /// Looks at rows and blocks anew, and reroutes what has become frail.
  mutating func refreshSturdiness(rows: [Int], blocks: [Int]) {
    var (rows, blocks) = (rows, blocks)
    while true {
      for row in rows { network.updateSturdiness(ofRow: row, sturdiness) }
      let frailBlocks = blocks.filter { network.updateSturdiness(ofBlock: $0, sturdiness) }
      let frailRows = network.updateHubs(sturdiness)
      if frailRows.isEmpty && frailBlocks.isEmpty {
        if !network.hasMovedSupply { return }
        // Seats moved between rows: any of them may have become frail.
        network.hasMovedSupply = false
        rows = Array(0..<network.layout.rowCount)
      } else {
        network.clearFrailArcs(rows: frailRows, blocks: frailBlocks)
        // Clearing has changed the pools.
        rows = []
      }
      blocks = []
    }
  }

  /// Whether seats that are held over arcs without a sturdy end can be held by single States,
  /// whichever State of a block takes the next seat of another: by distinct States for distinct
  /// States, no two each other's, and that other not at all. Then no such seat forbids another, and
  /// the rest can be carried out as ``Sturdiness`` shows.
  ///
  /// The State that takes the seat can be one of the reviewers itself; so where its block is among
  /// theirs, one more State than those can take each of these seats.
  mutating func isRealisable(
    _ seats: [FrailSeat], except state: Int = -1, taking taken: Int = -1
  ) -> Bool {
    if seats.count > 128 { return false }
    // The second time, of each two States only one may review the other, so that no two do.
    return canHold(seats, state, taken, oneWay: false) || canHold(seats, state, taken, oneWay: true)
  }

  private mutating func canHold(
    _ seats: [FrailSeat], _ state: Int, _ taken: Int, oneWay: Bool
  ) -> Bool {
    var matching = FrailMatching()
    for seat in seats {
      let reviewers = members(of: seat.block).filter { $0 != state }
      let found = waitingStates(of: seat.row).prefix(32).contains { other in
        guard other != state && !matching.underReview.contains(other) else { return false }
        let exceptions = history.exceptions(of: other)
        let choices = reviewers.filter { reviewer in
          !exceptions.contains(reviewer)
            && (!oneWay || (other < reviewer) == ((other + reviewer) % 2 == 0))
        }
        return matching.add(other, choices, seat.block)
      }
      if !found { return false }
    }
    return !matching.hasMutualPair && matching.canSpareAny(of: taken)
  }

  private func members(of block: Int) -> [Int] {
    var words = Array(repeating: UInt64(0), count: network.blockWords)
    words[block >> 6] = 1 << UInt64(block & 63)
    let mask = BlockMask(words)
    return (0..<network.members[block]).map { counts.select($0, in: mask) }
  }

  /// The States with a seat of a row left.
  private mutating func waitingStates(of row: Int) -> [Int] {
    let layout = network.layout
    let isRegional = layout.isRegional(row)
    let kinds =
      isRegional
      ? [layout.kindOfRegionalRow[row]]
      : layout.kindsOfOpenRow[row - layout.kindOfRegionalRow.count]
    var states: [Int] = []
    for kind in kinds {
      waiting[kind].removeAll { !history.hasSeat(Int($0)) }
      for state in waiting[kind].lazy.map(Int.init)
      where isRegional ? history.hasRegional[state] : history.openLeft[state] > 0 {
        states.append(state)
      }
    }
    return states
  }

  /// The blocks that may hold a seat of each row, by the flow over kinds alone.
  mutating func relaxedBlocks(of row: Int) -> [UInt64] {
    network.search(to: row, isSturdy: false)
    return (0..<network.blockWords).map { word in
      (network.used(row, word: word) | network.search.blocks[word])
        & network.tightBlocks[row * network.blockWords + word] & occupied[word]
    }
  }

  /// Whether the flow can be carried out with a State of a block in the seat, along the way that the
  /// last search found.
  mutating func isRealisable(_ block: Int, _ proof: inout FrailProof) -> Bool {
    // One seat of the row is no longer to be held: the one that the block has, or that the way ends
    // with.
    let isHeld = network.held(proof.row, block) > 0
    let last = isHeld ? block : network.lastBlock(from: block)
    var seats = proof.frail
    if let place = seats.firstIndex(of: FrailSeat(row: proof.row, block: last)) {
      seats.remove(at: place)
    }
    if !isHeld { seats += network.frailSeats(from: block) }
    if seats.isEmpty { return true }
    // Its own States matter only where they hold such seats themselves.
    let isConcerned = seats.contains { $0.block == block }
    if !isConcerned && proof.known.contains(seats) { return true }
    guard isRealisable(seats, except: proof.state, taking: block) else { return false }
    if !isConcerned { proof.known.append(seats) }
    return true
  }

  /// What is known while one bowl is found.
  struct FrailProof {
    let row: Int
    let state: Int
    let frail: [FrailSeat]
    var known: [[FrailSeat]] = []
  }
}
