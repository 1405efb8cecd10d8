extension PairingFlow {
  /// Searches backwards from a node over tight arcs that can carry one more unit.
  ///
  /// - Parameters:
  ///   - target: The node to reach.
  ///   - search: Where the result goes.
  ///   - isCareful: Skips a step that turns a pair on while its mutual pair is on.
  ///   - blocked: A pair on which no step may be taken, as (State under review, reviewer).
  ///   - goal: A node at which the search may stop, or −1.
  /// - Complexity: O(n²/64) for n States.
  func search(
    to target: Int, in search: inout FlowSearch, isCareful: Bool, blocked: (Int, Int) = (-1, -1),
    goal: Int = -1
  ) {
    let n = span
    search.begin(at: target)
    var head = 0
    while let node = search.visit(head) {
      if goal >= 0 && search.reached(goal) { return }
      head += 1
      if node < n {
        reachRegional(node, &search, blocked)
      } else if node < 2 * n {
        reachOpen(node - n, &search, blocked)
      } else if node < 3 * n {
        reachReviewer(node - 2 * n, &search, isCareful && forbidsMutual)
      } else if node < 4 * n {
        reachSupply(node - 3 * n, &search)
      } else {
        reachSink(&search)
      }
    }
  }

  private func reachRegional(_ i: Int, _ search: inout FlowSearch, _ blocked: (Int, Int)) {
    let n = span
    let holder = Int(regional[i])
    guard holder >= 0 else {
      if hasRegional[i] && tightSupplyRegional[i] { search.reach(3 * n + i, through: i) }
      return
    }
    if (pinnedSeat == i && pinnedHolder == holder) || blocked == (i, holder) { return }
    if tightRegional[i, holder] && !pinned[i, holder] {
      search.reach(2 * n + holder, through: i)
    }
    if tightSwap[i, holder] { search.reach(n + i, through: i, via: holder) }
  }

  private func reachOpen(_ i: Int, _ search: inout FlowSearch, _ blocked: (Int, Int)) {
    let n = span
    let node = n + i
    for holder in open[i] {
      let holder = Int(holder)
      if (pinnedSeat == node && pinnedHolder == holder) || blocked == (i, holder) { continue }
      if tightOpen[i, holder] && !pinned[i, holder] {
        search.reach(2 * n + holder, through: node)
      }
      if hasRegional[i] && tightSwap[i, holder] { search.reach(i, through: node, via: holder) }
    }
    if tightSupplyOpen[i] { search.reach(3 * n + i, through: node) }
  }

  private func reachReviewer(_ j: Int, _ search: inout FlowSearch, _ isCareful: Bool) {
    let n = span
    let rowWords = on.wordsPerRow
    let node = 2 * n + j
    for word in 0..<on.wordsPerRow {
      var off = ~onBy.word(j, word)
      // Turning (i, j) on while (j, i) is on would be a mutual review.
      if isCareful { off &= ~on.word(j, word) }
      var bits = tightRegionalBy.word(j, word) & off & ~search.words[word]
      while bits != 0 {
        search.reach(word << 6 + bits.trailingZeroBitCount, through: node)
        bits &= bits - 1
      }
      bits = tightOpenBy.word(j, word) & off & ~search.words[rowWords + word]
      while bits != 0 {
        search.reach(n + word << 6 + bits.trailingZeroBitCount, through: node)
        bits &= bits - 1
      }
    }
    if shed[j] { search.reach(sink, through: node) }
  }

  private func reachSupply(_ i: Int, _ search: inout FlowSearch) {
    let n = span
    let node = 3 * n + i
    if regional[i] >= 0 && tightSupplyRegional[i] { search.reach(i, through: node) }
    if !open[i].isEmpty && tightSupplyOpen[i] { search.reach(n + i, through: node) }
    if empty[i] > 0 && tightSupplyEmpty[i] { search.reach(sink, through: node) }
  }

  private func reachSink(_ search: inout FlowSearch) {
    let n = span
    let rowWords = on.wordsPerRow
    for word in room.words.indices {
      var bits = room.words[word] & ~search.words[2 * rowWords + word]
      while bits != 0 {
        search.reach(2 * n + word << 6 + bits.trailingZeroBitCount, through: sink)
        bits &= bits - 1
      }
      bits = tightSupplyEmpty.words[word] & ~search.words[3 * rowWords + word]
      while bits != 0 {
        search.reach(3 * n + word << 6 + bits.trailingZeroBitCount, through: sink)
        bits &= bits - 1
      }
    }
  }
}
