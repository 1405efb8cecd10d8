/// Shortest distances of a search that has few different ones: a bucket of nodes for each.
struct FlowDistances {
  private var distances: [Int128]
  private var isSettled: [Bool]
  /// Distances still waiting, in descending order, each with its nodes.
  private var buckets: [(distance: Int128, nodes: [Int32])] = []

  /// Makes distances of which none is known.
  init(nodes: Int) {
    distances = Array(repeating: .max, count: nodes)
    isSettled = Array(repeating: false, count: nodes)
  }

  /// The distance of a node; the largest number where it is not known.
  func distance(_ node: Int) -> Int128 { distances[node] }

  /// Notes a distance if it is shorter than what is known.
  @inline(__always)
  mutating func improve(_ node: Int, _ distance: Int128) {
    if distance < distances[node] { insert(node, distance) }
  }

  private mutating func insert(_ node: Int, _ distance: Int128) {
    assert(!isSettled[node], "a settled node came nearer: a reduced cost was negative")
    distances[node] = distance
    var place = buckets.count
    while place > 0 && buckets[place - 1].distance < distance { place -= 1 }
    if place > 0 && buckets[place - 1].distance == distance {
      buckets[place - 1].nodes.append(Int32(truncatingIfNeeded: node))
    } else {
      buckets.insert((distance, [Int32(truncatingIfNeeded: node)]), at: place)
    }
  }

  /// Settles the nearest node that is not settled yet; nil where there is none.
  mutating func settleNearest() -> (node: Int, distance: Int128)? {
    while let last = buckets.indices.last {
      let distance = buckets[last].distance
      guard let node = buckets[last].nodes.popLast() else {
        buckets.removeLast()
        continue
      }
      if isSettled[Int(node)] || distances[Int(node)] != distance { continue }
      isSettled[Int(node)] = true
      return (Int(node), distance)
    }
    return nil
  }
}
