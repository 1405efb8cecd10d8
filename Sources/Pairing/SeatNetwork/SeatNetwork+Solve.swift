import Rules

extension SeatNetwork {
  /// Builds an assignment that is best when rivals are left aside, by successive shortest paths with
  /// potentials, all paths of one length at a time (Ford and Fulkerson 1958; Dinic 1970).
  ///
  /// - Complexity: O(d·m·log m) and what the paths take, for m arcs and d different path costs.
  mutating func solve() {
    startPotentials()
    while shortenPotentials() { while sendLayer() {} }
    // What does not lie on a tight arc stays as it is.
    for number in arcs.indices {
      arcs[number].isTight =
        arcs[number].capacity > 0 && isReachable[Int(arcs[number].tail)] && reduced(number) == 0
    }
    leaveOutIdleArcs()
    for (number, pair) in pairs.enumerated() where arcs[Int(pair.whole)].flow > 0 {
      for rivalry in rivalries.all(of: number) { rivalries.on[Int(rivalry)] += 1 }
    }
    startCouplings()
    suspects = (0..<rivalries.count).filter { rivalries.isBreach($0, rivalries.on[$0]) }
      .map { Int32(truncatingIfNeeded: $0) }
  }

  /// The reduced cost of an arc.
  @inline(__always)
  private func reduced(_ arc: Int) -> Int128 {
    cost[arc] + potential[Int(arcs[arc].tail)] - potential[Int(arcs[arc].head)]
  }

  /// The cheapest ways from the source while nothing is assigned: arcs lead from the source to the
  /// sink without a cycle.
  private mutating func startPotentials() {
    let far = Int128(1) << 120
    var distance = Array(repeating: far, count: nodeCount)
    var waiting: [Int] = [0]
    distance[0] = 0
    var entering = Array(repeating: 0, count: nodeCount)
    for arc in arcs { entering[Int(arc.head)] += 1 }
    for node in 1..<nodeCount where entering[node] == 0 { waiting.append(node) }
    while let node = waiting.popLast() {
      for entry in arcs(at: node) where entry & 1 == 0 {
        let (arc, next) = (Int(entry >> 1), Int(arcs[Int(entry >> 1)].head))
        if arcs[arc].capacity > 0 && distance[node] < far {
          distance[next] = min(distance[next], distance[node] + cost[arc])
        }
        entering[next] -= 1
        if entering[next] == 0 { waiting.append(next) }
      }
    }
    // What cannot be reached never takes part.
    for node in 0..<nodeCount { potential[node] = distance[node] < far ? distance[node] : 0 }
    isReachable = distance.map { $0 < far }
  }

  /// The arcs at a node.
  @inline(__always)
  func arcs(at node: Int) -> ArraySlice<Int32> {
    arcsAt[Int(firstArc[node])..<Int(firstArc[node + 1])]
  }

  /// Where an arc leads, this way round.
  @inline(__always)
  func end(of entry: Int32) -> Int {
    Int(entry & 1 == 0 ? arcs[Int(entry >> 1)].head : arcs[Int(entry >> 1)].tail)
  }

  /// Makes potentials under which a shortest path from the source to the sink is tight (Dijkstra
  /// 1959, on reduced costs).
  ///
  /// - Returns: Whether anything is left to send.
  private mutating func shortenPotentials() -> Bool {
    let far = Int128(1) << 120
    var distance = Array(repeating: far, count: nodeCount)
    var isSettled = Array(repeating: false, count: nodeCount)
    var heap = NodeHeap()
    distance[0] = 0
    heap.push(0, 0)
    while let (node, least) = heap.pop() {
      if isSettled[node] { continue }
      isSettled[node] = true
      if node == 1 { break }
      for entry in arcs(at: node) {
        let arc = Int(entry >> 1)
        let isForward = entry & 1 == 0
        guard isForward ? arcs[arc].flow < arcs[arc].capacity : arcs[arc].flow > 0 else { continue }
        let next = Int(isForward ? arcs[arc].head : arcs[arc].tail)
        let length = least + (isForward ? reduced(arc) : -reduced(arc))
        if length < distance[next] {
          distance[next] = length
          heap.push(next, length)
        }
      }
    }
    guard isSettled[1] else { return false }
    let most = distance[1]
    for node in 0..<nodeCount where isReachable[node] {
      potential[node] += min(distance[node], most)
    }
    return true
  }

  /// Sends units along tight paths of the fewest arcs; whether any was sent.
  private mutating func sendLayer() -> Bool {
    var level = Array(repeating: Int32(-1), count: nodeCount)
    level[0] = 0
    var queue: [Int] = [0]
    var first = 0
    while first < queue.count && level[1] < 0 {
      let node = queue[first]
      first += 1
      for entry in arcs(at: node) where isOpen(entry) {
        let next = end(of: entry)
        if level[next] < 0 {
          level[next] = level[node] + 1
          queue.append(next)
        }
      }
    }
    if level[1] < 0 { return false }
    var at = (0..<nodeCount).map { Int(firstArc[$0]) }
    while sendPath(level, &at) {}
    return true
  }

  private mutating func sendPath(_ level: [Int32], _ at: inout [Int]) -> Bool {
    var path: [Int32] = []
    var node = 0
    while node != 1 {
      if at[node] == Int(firstArc[node + 1]) {
        guard let entry = path.popLast() else { return false }
        node = end(of: entry ^ 1)
        at[node] += 1
        continue
      }
      let entry = arcsAt[at[node]]
      let next = end(of: entry)
      if isOpen(entry) && level[next] == level[node] + 1 {
        path.append(entry)
        node = next
      } else {
        at[node] += 1
      }
    }
    for entry in path { arcs[Int(entry >> 1)].flow += entry & 1 == 0 ? 1 : -1 }
    return true
  }

  /// Whether one more unit may take an arc, this way round, at no cost.
  private func isOpen(_ entry: Int32) -> Bool {
    let arc = Int(entry >> 1)
    return (entry & 1 == 0 ? arcs[arc].flow < arcs[arc].capacity : arcs[arc].flow > 0)
      && reduced(arc) == 0
  }

  /// The waiver vector of the assignment, what is settled included, and how often it breaks a rule
  /// that may not be waived.
  var vector: (waived: WaiverVector, broken: Int) {
    var units: [WaivableRule: Int] = [:]
    for state in emptyArc.indices {
      if emptyArc[state] >= 0 { units[.seat, default: 0] += Int(arcs[Int(emptyArc[state])].flow) }
      let load = loadArcs[state].reduce(done[state]) { $0 + Int(arcs[Int($1)].flow) }
      units[.minimumLoad, default: 0] += max(0, least[state] - load)
      units[.targetLoad, default: 0] += max(0, target[state] - load)
    }
    for (state, seats) in regionalSeats.enumerated() {
      let arc = Int(regionalArc[state])
      units[.sameRegion, default: 0] += seats - (arc < 0 ? 0 : Int(arcs[arc].flow))
      if isCounted[state] { units[.legalSystem, default: 0] += seats }
    }
    for (number, pair) in pairs.enumerated() where isCounted[Int(pair.state)] {
      let arc = arc(number, slot(.regional))
      if arc >= 0 && arcs[arc].flow > 0 && isSimilar[number] {
        units[.legalSystem, default: 0] -= 1
      }
    }
    units[.supplement] = emptySupplements
    var waived = settled
    var broken = 0
    for (rule, count) in units {
      if let level = waived.rules.firstIndex(of: rule) {
        waived.counts[level] += count
      } else {
        broken += count
      }
    }
    return (waived, broken)
  }
}

/// Nodes by distance, the nearest first.
private struct NodeHeap {
  private var entries: [(node: Int, distance: Int128)] = []

  mutating func push(_ node: Int, _ distance: Int128) {
    entries.append((node, distance))
    var place = entries.count - 1
    while place > 0 && entries[(place - 1) / 2].distance > distance {
      entries.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func pop() -> (node: Int, distance: Int128)? {
    guard let least = entries.first, let last = entries.popLast() else { return nil }
    if entries.isEmpty { return least }
    entries[0] = last
    var place = 0
    while 2 * place + 1 < entries.count {
      var child = 2 * place + 1
      if child + 1 < entries.count && entries[child + 1].distance < entries[child].distance {
        child += 1
      }
      if entries[child].distance >= last.distance { break }
      entries.swapAt(place, child)
      place = child
    }
    return least
  }
}
