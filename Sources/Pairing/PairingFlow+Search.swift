extension PairingFlow {
  /// Searches backwards from a node over tight arcs that can carry one more unit.
  ///
  /// - Parameters:
  ///   - target: The node to reach.
  ///   - search: Where the result goes.
  ///   - isCareful: Skips a step that turns a pair on while its mutual pair is on.
  ///   - blocked: A pair on which no step may be taken, as (State under review, reviewer).
  ///   - goal: The only node that is looked for, or −1 for all.
  /// - Complexity: O(n²/64) for n States.
  func search(
    to target: Int, in search: inout FlowSearch, isCareful: Bool, blocked: (Int, Int) = (-1, -1),
    goal: Int = -1
  ) {
    search.seekAll()
    search.seek(goal)
    search.begin(at: target)
    visit(from: 0, &search, isCareful: isCareful && forbidsMutual, stops: goal >= 0, blocked)
  }

  /// Searches backwards from a seat until every candidate for it is reached: carefully first, then,
  /// where some are missing, over the steps that were skipped too. What is reached then makes two
  /// States review each other on its way.
  func searchCandidates(for target: Int, _ known: BitSet, in search: inout FlowSearch) {
    let state = target < span ? target : target - span
    search.seekAll()
    for word in 0..<on.wordsPerRow {
      let tight = (target < span ? tightRegional : tightOpen).word(state, word)
      search.seek(
        reviewers: tight & ~on.word(state, word) & ~known.words[word], word: word)
    }
    // A reviewer that holds a seat of the other kind can change over from there.
    let other = target < span ? target + span : state
    if other < span ? regional[state] >= 0 : open.count(state) > 0 { search.seek(other) }
    search.begin(at: target)
    visit(from: 0, &search, isCareful: forbidsMutual, stops: true, (-1, -1))
    if search.missing > 0 && forbidsMutual { widen(&search) }
  }

  /// Goes on with a careful search that has ended, over the steps that it skipped.
  private func widen(_ search: inout FlowSearch) {
    let careful = search.queue.count
    for visited in 0..<careful {
      let node = Int(search.queue[visited])
      if node >= 2 * span && node < 3 * span { reachMutually(node - 2 * span, &search) }
      if node < 2 * span && !prices.isEmpty { reachPriced(node, &search) }
    }
    visit(from: careful, &search, isCareful: false, stops: true, (-1, -1))
  }

  /// Visits the nodes reached, from one on, until no new one is reached, or nothing that is looked
  /// for is missing.
  private func visit(
    from first: Int, _ search: inout FlowSearch, isCareful: Bool, stops: Bool,
    _ blocked: (Int, Int)
  ) {
    let n = span
    var visited = first
    while !(stops && search.missing == 0), let node = search.visit(visited) {
      visited += 1
      if node < n {
        reachRegional(node, &search, isCareful, blocked)
      } else if node < 2 * n {
        reachOpen(node - n, &search, isCareful, blocked)
      } else if node < 3 * n {
        reachReviewer(node - 2 * n, &search, isCareful)
      } else if node < 4 * n {
        reachSupply(node - 3 * n, &search)
      } else {
        reachSink(&search)
      }
    }
  }

  private func reachRegional(
    _ i: Int, _ search: inout FlowSearch, _ isCareful: Bool, _ blocked: (Int, Int)
  ) {
    let n = span
    let holder = Int(regional[i])
    guard holder >= 0 else {
      if hasRegional[i] && tightSupplyRegional[i] { search.reach(3 * n + i, through: i) }
      return
    }
    if (pinnedSeat == i && pinnedHolder == holder) || blocked == (i, holder) { return }
    if tightRegional[i, holder] && !pinned[i, holder] && !(isCareful && hasPrice(i, holder)) {
      search.reachReviewer(2 * n + holder, through: i)
    }
    if tightSwap[i, holder] { search.reach(n + i, through: i, via: holder) }
  }

  private func reachOpen(
    _ i: Int, _ search: inout FlowSearch, _ isCareful: Bool, _ blocked: (Int, Int)
  ) {
    let n = span
    let node = n + i
    for seat in 0..<open.count(i) {
      let holder = open.holder(i, seat)
      if (pinnedSeat == node && pinnedHolder == holder) || blocked == (i, holder) { continue }
      if tightOpen[i, holder] && !pinned[i, holder] && !(isCareful && hasPrice(i, holder)) {
        search.reachReviewer(2 * n + holder, through: node)
      }
      if hasRegional[i] && tightSwap[i, holder] { search.reach(i, through: node, via: holder) }
    }
    if tightSupplyOpen[i] { search.reach(3 * n + i, through: node) }
  }

  private func reachReviewer(_ j: Int, _ search: inout FlowSearch, _ isCareful: Bool) {
    let words = on.wordsPerRow
    let row = j * words
    for word in 0..<words {
      // Most words of a row hold nothing new.
      let regional = tightRegionalBy.words[row + word] & ~search.words[word]
      let open = tightOpenBy.words[row + word] & ~search.words[words + word]
      if regional | open == 0 { continue }
      var off = ~onBy.words[row + word]
      // Turning (i, j) on while (j, i) is on would be a mutual review.
      if isCareful { off &= ~on.words[row + word] }
      reachSeats(of: j, word, off, &search, isMutual: false)
    }
    if shed[j] { search.reach(sink, through: 2 * span + j) }
  }

  /// The seats that a careful search did not go on to from a reviewer: those of the States that
  /// review it and that it does not review.
  private func reachMutually(_ j: Int, _ search: inout FlowSearch) {
    func reach(_ i: Int) {
      if onBy[j, i] { return }
      let bit: UInt64 = 1 << UInt64(i & 63)
      reachSeats(of: j, i >> 6, bit, &search, isMutual: true)
    }
    if regional[j] >= 0 { reach(Int(regional[j])) }
    for seat in 0..<open.count(j) { reach(open.holder(j, seat)) }
  }

  /// The reviewers that a careful search did not go on to from a seat: those whose pair has a
  /// price. Dropping it alone would leave neither of the two reviews.
  private func reachPriced(_ node: Int, _ search: inout FlowSearch) {
    let n = span
    if node >= n {
      let i = node - n
      for seat in 0..<open.count(i) {
        let holder = open.holder(i, seat)
        if tightOpen[i, holder] && hasPrice(i, holder) {
          search.reachReviewer(2 * n + holder, through: node, isMutual: true)
        }
      }
    } else if regional[node] >= 0 {
      let holder = Int(regional[node])
      if tightRegional[node, holder] && hasPrice(node, holder) {
        search.reachReviewer(2 * n + holder, through: node, isMutual: true)
      }
    }
  }

  /// Reaches the seats that a reviewer can take, of States in one word of its row.
  @inline(__always)
  private func reachSeats(
    of j: Int, _ word: Int, _ states: UInt64, _ search: inout FlowSearch, isMutual: Bool
  ) {
    let place = j * on.wordsPerRow + word
    let node = 2 * span + j
    var bits = tightRegionalBy.words[place] & states & ~search.words[word]
    while bits != 0 {
      let i = word << 6 + bits.trailingZeroBitCount
      bits &= bits - 1
      search.reach(i, through: node, turning: FlowSearch.bit(i, j), isMutual: isMutual)
    }
    bits = tightOpenBy.words[place] & states & ~search.words[on.wordsPerRow + word]
    while bits != 0 {
      let i = word << 6 + bits.trailingZeroBitCount
      bits &= bits - 1
      search.reach(span + i, through: node, turning: FlowSearch.bit(i, j), isMutual: isMutual)
    }
  }

  private func reachSupply(_ i: Int, _ search: inout FlowSearch) {
    let n = span
    let node = 3 * n + i
    if regional[i] >= 0 && tightSupplyRegional[i] { search.reach(i, through: node) }
    if open.count(i) > 0 && tightSupplyOpen[i] { search.reach(n + i, through: node) }
    if empty[i] > 0 && tightSupplyEmpty[i] { search.reach(sink, through: node) }
  }

  private func reachSink(_ search: inout FlowSearch) {
    let n = span
    let rowWords = on.wordsPerRow
    for word in room.words.indices {
      var bits = room.words[word] & ~search.words[2 * rowWords + word]
      while bits != 0 {
        search.reachReviewer(2 * n + word << 6 + bits.trailingZeroBitCount, through: sink)
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
