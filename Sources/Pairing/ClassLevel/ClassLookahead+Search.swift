import Rules

extension ClassLookahead {
  /// What a search found for a bowl.
  struct Found {
    /// Blocks that may hold the seat as far as kinds and pairs go, and those that do in some
    /// completion.
    var candidates: [UInt64]
    var isIn: [UInt64]
    /// States of these that do not.
    var out: [Int] = []
    /// Whether any of the candidates is single.
    var hasSingles = false
  }

  /// Finds out which blocks hold a seat in some completion.
  mutating func search(_ seat: Seat, _ state: Int) throws(RepairStop) -> Found {
    let words = network.blockWords
    let none = Array(repeating: UInt64(0), count: words)
    let supply = supply(underReview: state)
    if seat == .open {
      guard try network.holdOpenSeat(of: supply) else {
        return Found(candidates: none, isIn: none)
      }
      network.releaseBans()
    }
    let row = row(of: seat, underReview: state)
    var found = Found(candidates: none, isIn: none)
    var wanted = none
    for word in 0..<network.blockWordsInUse {
      found.candidates[word] =
        network.tightBlocks[row * words + word] & network.occupied[word]
    }
    if !network.isSingle(row: row) {
      for other in history.exceptions(of: state) {
        if let block = network.blockOf[other] { found.candidates.remove(bit: block) }
      }
    }
    for word in 0..<network.blockWordsInUse {
      wanted[word] = found.candidates[word] & ~network.used(row, word: word)
      if found.candidates[word] & network.singleBlocks[word] != 0 { found.hasSingles = true }
    }
    let own = network.blockOf[state]
    network.search(to: row, .careful, wanted: wanted, marked: own ?? -1)
    let isExact = !network.search.hasSkipped
    var doubts = Doubts()
    for word in 0..<network.blockWordsInUse {
      let reached = network.search.blocks[word] & wanted[word]
      found.isIn[word] = found.candidates[word] & ~wanted[word] | reached
    }
    if found.hasSingles || own != nil {
      note(&doubts, &found, wanted, row, state, own)
    }
    try decide(doubts, &found, row, state, seat == .open ? supply : -1)
    if isExact && !found.hasSingles && own == nil { return found }
    try decideUnreached(&found, wanted, doubts, row, state, seat == .open ? supply : -1)
    return found
  }

  /// Candidates that were reached, but whose way may be forbidden by pairs of single States.
  private struct Doubts {
    /// Single reviewers, and kinds any State of which is looked at.
    var blocks: [Int] = []
    /// Single States under review that are reviewers of a kind.
    var states: [Int] = []
  }

  private func note(
    _ doubts: inout Doubts, _ found: inout Found, _ wanted: [UInt64], _ row: Int, _ state: Int,
    _ own: Int?
  ) {
    // Those that the State reviews now, as far as both are single.
    var reviewed: [Int] = []
    if let own, network.forbidsMutual { reviewed = network.singleStates(reviewedBy: own) }
    let twin = network.rows[row].twin
    let reached = found.isIn.elements
    for block in reached {
      let isSingle = network.isSingle(block: block)
      let turned = wanted.has(block) ? network.search.turned[network.node(ofBlock: block)] : 0
      if isSingle {
        let other = network.blocks[block].state
        if turned & (ClassSearch.mayExclude | ClassSearch.bit(state, other)) != 0
          || reviewed.contains(other) || twin >= 0 && network.held(twin, block) > 0
        {
          // A seat that it holds has no way; a way over kinds keeps nobody from it.
          let isLawful =
            wanted.has(block) && !reviewed.contains(other)
            && network.isLawful(row, block, own: own ?? -1)
          if !isLawful { doubts.blocks.append(block) }
        }
      } else if turned & ClassSearch.mayExclude != 0 {
        // Looked at below, as one that was not reached.
        found.isIn.remove(bit: block)
      } else if let own, turned & ClassSearch.byMarked != 0, network.forbidsMutual {
        doubts.states += network.states(takenBy: own, from: network.node(ofBlock: block))
          .filter { network.blockOf[$0] == nil && Int(counts.blockOf[$0]) == block }
      }
    }
    // Reviewers of a kind that the State reviews now.
    for other in reviewed where network.blockOf[other] == nil && counts.blockOf[other] >= 0 {
      if found.isIn.has(Int(counts.blockOf[other])) { doubts.states.append(other) }
    }
  }

  /// Tries each candidate of which there are doubts.
  private mutating func decide(
    _ doubts: Doubts, _ found: inout Found, _ row: Int, _ state: Int, _ supply: Int
  ) throws(RepairStop) {
    for block in doubts.blocks {
      if try !canHold(row, block, state, network.blocks[block].reviewer, supply) {
        found.isIn.remove(bit: block)
      }
    }
    let exceptions = doubts.states.isEmpty ? [] : history.exceptions(of: state)
    for other in Set(doubts.states).sorted() where !exceptions.contains(other) {
      if try !canHold(row, Int(counts.blockOf[other]), state, other, supply) {
        found.out.append(other)
      }
    }
  }

  /// Decides on the candidates that a careful search did not reach.
  private mutating func decideUnreached(
    _ found: inout Found, _ wanted: [UInt64], _ doubts: Doubts, _ row: Int, _ state: Int,
    _ supply: Int
  ) throws(RepairStop) {
    var open = wanted
    for word in 0..<network.blockWordsInUse { open[word] &= ~found.isIn[word] }
    for block in doubts.blocks where open.has(block) { open.remove(bit: block) }
    if open.allSatisfy({ $0 == 0 }) { return }
    // What the flow excludes is out.
    network.search(to: row, .relaxed, wanted: open)
    for word in 0..<network.blockWordsInUse { open[word] &= network.search.blocks[word] }
    let own = network.blockOf[state]
    for block in open.elements {
      guard try canHold(row, block, state, network.blocks[block].reviewer, supply) else {
        continue
      }
      found.isIn.insert(block)
      // The way of a kind may be that of all its States but those that the State then reviews.
      guard let own, network.forbidsMutual, !network.isSingle(block: block) else { continue }
      let exceptions = history.exceptions(of: state)
      for other in network.singleStates(tightFor: own)
      where network.blockOf[other] == nil && Int(counts.blockOf[other]) == block
        && !exceptions.contains(other)
      {
        if try !canHold(row, block, state, other, supply) { found.out.append(other) }
      }
    }
  }

  /// Whether a block, or a certain State of it, holds the seat in some completion.
  private mutating func canHold(
    _ row: Int, _ block: Int, _ state: Int, _ reviewer: Int?, _ supply: Int
  ) throws(RepairStop) -> Bool {
    let candidate = Candidate(
      row: row, block: block, state: state, reviewer: reviewer, supply: supply)
    let isIn = try network.reroute(candidate)
    lots.repairNodes += network.repairNodes
    if !isIn {
      lots.outBySearch += 1
    } else if network.repairNodes > 0 {
      lots.repaired += 1
    }
    network.rollBack(to: 0)
    return isIn
  }
}
