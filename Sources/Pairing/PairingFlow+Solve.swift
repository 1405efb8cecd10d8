extension PairingFlow {
  /// Builds an assignment that is best when the mutual-review rule is left aside, by successive
  /// shortest paths with potentials (Ford and Fulkerson 1958; Edmonds and Karp 1972), all paths of
  /// one length at a time.
  ///
  /// - Complexity: O(d·n²) for n States and d different path costs, of which there are few.
  mutating func solve(_ work: inout FlowWork) {
    startPotentials()
    while unsent.contains(where: { $0 > 0 }) {
      let sources = (0..<stateCount).filter { unsent[$0] > 0 }.map { 3 * span + $0 }
      shortenPotentials(from: sources, to: sink)
      markTightArcs()
      sendDirectly()
      sendUnits(&work)
    }
    markTightArcs()
    log.removeAll(keepingCapacity: true)
  }

  /// Potentials under which no free arc of the empty assignment is negative.
  private mutating func startPotentials() {
    let n = span
    for i in 0..<stateCount {
      potential[i] = -costs.sameRegion
      potential[n + i] = 0
      potential[2 * n + i] = -costs.sameRegion - costs.legalSystem
      potential[3 * n + i] = 0
    }
    potential[sink] = -costs.sameRegion - costs.legalSystem - costs.minimumLoad
  }

  /// Sends units along tight paths that move nothing else: from a seat to a reviewer with room.
  ///
  /// Reviewers are taken in turn, so that the reviews are spread evenly over them and many keep
  /// room for one more, and not one that the State reviews itself.
  private mutating func sendDirectly() {
    var turn = 0
    for state in 0..<stateCount where unsent[state] > 0 {
      if hasRegional[state] && regional[state] < 0 && tightSupplyRegional[state],
        let reviewer = nextReviewer(from: turn, tightRegional, state)
      {
        perform(.take(state, reviewer))
        unsent[state] -= 1
        turn = reviewer + 1
      }
      while unsent[state] > 0 && tightSupplyOpen[state],
        let reviewer = nextReviewer(from: turn, tightOpen, state)
      {
        perform(.take(span + state, reviewer))
        unsent[state] -= 1
        turn = reviewer + 1
      }
    }
    log.removeAll(keepingCapacity: true)
  }

  /// The first reviewer with room, from one on and round, that can take a seat of a State.
  private func nextReviewer(from turn: Int, _ tight: BitMatrix, _ state: Int) -> Int? {
    let words = on.wordsPerRow
    let first = min(turn >> 6, words - 1)
    for step in 0...words {
      let word = (first + step) % words
      var bits = tight.word(state, word) & ~on.word(state, word) & room.words[word]
      if forbidsMutual { bits &= ~onBy.word(state, word) }
      let below: UInt64 = turn >> 6 == first ? (1 << UInt64(turn & 63)) - 1 : .max
      if step == 0 { bits &= ~below }
      if step == words { bits &= below }
      if bits != 0 { return word << 6 + bits.trailingZeroBitCount }
    }
    return nil
  }

  /// Sends units along tight paths until none is left.
  mutating func sendUnits(_ work: inout FlowWork) {
    var hasSent = true
    while hasSent {
      hasSent = false
      search(to: sink, in: &work.seat, isCareful: false)
      for state in 0..<stateCount where unsent[state] > 0 {
        let start = 3 * span + state
        guard work.seat.reached(start) else { continue }
        while unsent[state] > 0 && isOpen(from: start, along: work.seat) {
          unsent[state] -= 1
          push(from: start, along: work.seat)
          hasSent = true
        }
      }
      log.removeAll(keepingCapacity: true)
    }
  }

  /// Whether every step of a path found earlier can still be taken.
  private func isOpen(from start: Int, along search: FlowSearch) -> Bool {
    let n = span
    var node = start
    while search.next[node] >= 0 {
      let next = Int(search.next[node])
      switch (node / n, next / n) {
      case (0, 0), (0, 1), (1, 0):
        let state = next < n ? next : next - n
        if seat(of: Int(search.via[node]), underReview: state) != next { return false }
      case (0, 2), (1, 2):
        if on[node < n ? node : node - n, next - 2 * n] { return false }
      case (2, 0), (2, 1):
        if seat(of: node - 2 * n, underReview: next < n ? next : next - n) != next { return false }
      case (3, 0): if regional[next] >= 0 { return false }
      case (0, 3): if regional[node] < 0 { return false }
      case (1, 3): if open.count(node - n) == 0 { return false }
      case (2, 4): if !room[node - 2 * n] { return false }
      case (4, 2): if !shed[next - 2 * n] { return false }
      case (4, 3): if empty[next - 3 * n] == 0 { return false }
      default: break
      }
      node = next
    }
    return true
  }

  /// The reduced cost of a pair in a regional seat.
  @inline(__always)
  private func reducedRegional(_ i: Int, _ j: Int) -> Int128 {
    (similar[i, j] ? -costs.legalSystem : 0) + potential[i] - potential[2 * span + j]
  }

  /// The reduced cost of a pair in an open seat.
  @inline(__always)
  private func reducedOpen(_ i: Int, _ j: Int) -> Int128 {
    potential[span + i] - potential[2 * span + j]
  }

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
      tightMinimum[i] = potential[2 * n + i] - costs.minimumLoad == potential[sink]
      tightExtra[i] = potential[2 * n + i] == potential[sink]
      updateRoom(i)
    }
    markTightPairs()
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

  /// Makes potentials under which a shortest path from the sources to the target is tight
  /// (Dijkstra 1959, on reduced costs).
  mutating func shortenPotentials(from sources: [Int], to target: Int) {
    var distances = FlowDistances(nodes: nodeCount)
    for source in sources { distances.improve(source, 0) }
    while let (node, distance) = distances.settleNearest() {
      if node == target { break }
      relax(node, distance, &distances)
    }
    let limit = distances.distance(target)
    for node in potential.indices { potential[node] += min(distances.distance(node), limit) }
  }

  private func relax(_ node: Int, _ distance: Int128, _ distances: inout FlowDistances) {
    let n = span
    switch node / n {
    case 0: relaxRegional(node, distance, &distances)
    case 1: relaxOpen(node - n, distance, &distances)
    case 2:
      let j = node - 2 * n
      for word in 0..<onBy.wordsPerRow {
        var bits = onBy.word(j, word)
        while bits != 0 {
          let i = word << 6 + bits.trailingZeroBitCount
          bits &= bits - 1
          let seat = seat(of: j, underReview: i)
          if seat < 0 { continue }
          let reduced = seat < n ? reducedRegional(i, j) : reducedOpen(i, j)
          distances.improve(seat, distance - reduced)
        }
      }
      if load[j] < maximum {
        let cost = load[j] < minimum ? -costs.minimumLoad : 0
        distances.improve(sink, distance + cost + potential[node] - potential[sink])
      }
    case 3: relaxSupply(node - 3 * n, distance, &distances)
    default: relaxSink(distance, &distances)
    }
  }

  private func relaxRegional(_ i: Int, _ distance: Int128, _ distances: inout FlowDistances) {
    let n = span
    for word in 0..<allowedRegional.wordsPerRow {
      var bits = allowedRegional.word(i, word) & ~on.word(i, word)
      while bits != 0 {
        let j = word << 6 + bits.trailingZeroBitCount
        bits &= bits - 1
        distances.improve(2 * n + j, distance + reducedRegional(i, j))
      }
    }
    for seat in 0..<open.count(i) {
      let j = open.holder(i, seat)
      if !allowedRegional[i, j] { continue }
      distances.improve(n + i, distance + reducedRegional(i, j) - reducedOpen(i, j))
    }
    if regional[i] >= 0 {
      distances.improve(
        3 * n + i, distance + costs.sameRegion + potential[i] - potential[3 * n + i])
    }
  }

  private func relaxOpen(_ i: Int, _ distance: Int128, _ distances: inout FlowDistances) {
    let n = span
    for word in 0..<allowedOpen.wordsPerRow {
      var bits = allowedOpen.word(i, word) & ~on.word(i, word)
      while bits != 0 {
        let j = word << 6 + bits.trailingZeroBitCount
        bits &= bits - 1
        distances.improve(2 * n + j, distance + reducedOpen(i, j))
      }
    }
    let holder = Int(regional[i])
    if holder >= 0 && allowedOpen[i, holder] {
      distances.improve(i, distance + reducedOpen(i, holder) - reducedRegional(i, holder))
    }
    if open.count(i) > 0 {
      distances.improve(3 * n + i, distance + potential[n + i] - potential[3 * n + i])
    }
  }

  private func relaxSupply(_ i: Int, _ distance: Int128, _ distances: inout FlowDistances) {
    let n = span
    let own = distance + potential[3 * n + i]
    if hasRegional[i] && regional[i] < 0 {
      distances.improve(i, own - costs.sameRegion - potential[i])
    }
    distances.improve(n + i, own - potential[n + i])
    distances.improve(sink, own + costs.seat - potential[sink])
  }

  private func relaxSink(_ distance: Int128, _ distances: inout FlowDistances) {
    let n = span
    for j in 0..<stateCount where load[j] > fixedLoad[j] {
      let cost = load[j] > minimum ? 0 : costs.minimumLoad
      distances.improve(2 * n + j, distance + cost + potential[sink] - potential[2 * n + j])
    }
    for i in 0..<stateCount where empty[i] > 0 {
      distances.improve(
        3 * n + i, distance - costs.seat + potential[sink] - potential[3 * n + i])
    }
  }
}
