extension PairingFlow {
  /// Marks every arc whose reduced cost is zero.
  ///
  /// Potentials take few different values, so the nodes of each value form a bit set, and a row of
  /// a matrix is made 64 pairs at a time.
  ///
  /// - Complexity: O(n²/64) for n States.
  mutating func markTightArcs() {
    let n = span
    for i in 0..<stateCount {
      tightSupplyRegional[i] =
        hasRegional[i] && potential[3 * n + i] - costs.sameRegion == potential[i]
      tightSupplyOpen[i] = potential[3 * n + i] == potential[n + i]
      tightSupplyEmpty[i] =
        empty[i] + unsent[i] + open.count(i) + (regional[i] >= 0 ? 1 : 0) > 0
        && potential[3 * n + i] + costs.seat == potential[sink]
      let slack = potential[2 * n + i] - potential[sink]
      tightBoth[i] = slack == costs.minimumLoad + costs.targetLoad
      tightEither[i] =
        slack == (target[i] > minimum[i] ? costs.targetLoad : costs.minimumLoad)
      tightExtra[i] = potential[2 * n + i] == potential[sink]
      updateRoom(i)
    }
    markTightPairs()
    markPricedPairs()
  }

  private mutating func markTightPairs() {
    let n = span
    let regionals = Levels(potential[..<stateCount])
    let opens = Levels(potential[n..<n + stateCount])
    let reviewers = Levels(potential[2 * n..<2 * n + stateCount])
    for i in 0..<stateCount {
      let (regional, open) = (potential[i], potential[n + i])
      let same = reviewers.nodes(at: regional)
      let nearer = reviewers.nodes(at: regional - costs.legalSystem)
      let level = reviewers.nodes(at: open)
      for word in 0..<on.wordsPerRow {
        let mayRegional = allowedRegional.word(i, word)
        let mayOpen = allowedOpen.word(i, word)
        if mayRegional | mayOpen == 0 && on.word(i, word) == 0 { continue }
        let similar = similar.word(i, word)
        tightRegional.setWord(
          i, word, mayRegional & (same[word] & ~similar | nearer[word] & similar))
        tightOpen.setWord(i, word, mayOpen & level[word])
        var swap: UInt64 = 0
        if open == regional { swap |= ~similar }
        if open == regional - costs.legalSystem { swap |= similar }
        tightSwap.setWord(i, word, mayRegional & mayOpen & swap)
      }
    }
    for j in 0..<stateCount {
      let own = potential[2 * n + j]
      let same = regionals.nodes(at: own)
      let nearer = regionals.nodes(at: own + costs.legalSystem)
      let level = opens.nodes(at: own)
      for word in 0..<on.wordsPerRow {
        let similar = similarBy.word(j, word)
        let tight = same[word] & ~similar | nearer[word] & similar
        tightRegionalBy.setWord(j, word, allowedRegionalBy.word(j, word) & tight)
        tightOpenBy.setWord(j, word, allowedOpenBy.word(j, word) & level[word])
      }
    }
  }

  /// Marks the pairs with a price, which the words pass over.
  private mutating func markPricedPairs() {
    for entry in prices {
      let (i, j) = (entry.state, entry.reviewer)
      setTight(
        i, j, regional: allowedRegional[i, j] && reducedRegional(i, j) == 0,
        open: allowedOpen[i, j] && reducedOpen(i, j) == 0, swap: tightSwap[i, j])
    }
  }

  /// Nodes of one kind by their potential.
  private struct Levels {
    private var sets: [(value: Int128, nodes: [UInt64])] = []
    private let none: [UInt64]

    init(_ potentials: ArraySlice<Int128>) {
      none = Array(repeating: 0, count: (potentials.count + 63) / 64)
      for (node, value) in zip(0..., potentials) {
        let place = sets.firstIndex { $0.value == value } ?? sets.count
        if place == sets.count { sets.append((value, none)) }
        sets[place].nodes[node >> 6] |= 1 << UInt64(node & 63)
      }
    }

    func nodes(at value: Int128) -> [UInt64] {
      for set in sets where set.value == value { return set.nodes }
      return none
    }
  }
}
