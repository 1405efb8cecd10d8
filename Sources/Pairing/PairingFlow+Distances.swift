extension PairingFlow {
  /// The reduced cost of a pair in a regional seat.
  @inline(__always)
  func reducedRegional(_ i: Int, _ j: Int) -> Int128 {
    (similar[i, j] ? -costs.legalSystem : 0) + price(i, j) + potential[i] - potential[2 * span + j]
  }

  /// The reduced cost of a pair in an open seat.
  @inline(__always)
  func reducedOpen(_ i: Int, _ j: Int) -> Int128 {
    price(i, j) + potential[span + i] - potential[2 * span + j]
  }

  /// Makes potentials under which a shortest path from the sources to the target is tight
  /// (Dijkstra 1959, on reduced costs).
  mutating func shortenPotentials(from sources: [Int], to target: Int) {
    let distances = distances(from: sources, to: target)
    shiftPotentials(distances, atMost: distances.distance(target))
  }

  /// Shortest distances on reduced costs, of all nodes nearer than the target or a limit.
  func distances(
    from sources: [Int], to target: Int = -1, upTo limit: Int128 = .max
  ) -> FlowDistances {
    var distances = FlowDistances(nodes: nodeCount)
    for source in sources { distances.improve(source, 0) }
    while let (node, distance) = distances.settleNearest() {
      if node == target || distance >= limit { break }
      relax(node, distance, &distances)
    }
    return distances
  }

  /// Adds distances to the potentials, up to a limit within which they are known.
  mutating func shiftPotentials(_ distances: FlowDistances, atMost limit: Int128) {
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
      if load[j] < maximum[j] {
        let cost = costOfLoad(j, after: load[j])
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
      let cost = -costOfLoad(j, after: load[j] - 1)
      distances.improve(2 * n + j, distance + cost + potential[sink] - potential[2 * n + j])
    }
    for i in 0..<stateCount where empty[i] > 0 {
      distances.improve(
        3 * n + i, distance - costs.seat + potential[sink] - potential[3 * n + i])
    }
  }
}
