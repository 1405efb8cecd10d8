extension SeatNetwork {
  /// Whether one more unit may take an arc, this way round, without leaving the best assignments.
  ///
  /// - Parameter isCareful: Whether a pair that has a rival on is left out, and one that is asked for
  ///   left on.
  @inline(__always)
  private func mayTake(_ entry: Int32, isCareful: Bool) -> Bool {
    let arc = arcs[Int(entry >> 1)]
    guard arc.isTight else { return false }
    if entry & 1 == 1 {
      if arc.flow == 0 || arc.isPinned { return false }
      return !isCareful || arc.pair < 0 || !rivalries.asksFor(Int(arc.pair))
    }
    if arc.flow >= arc.capacity || arc.isBanned { return false }
    return !isCareful || arc.pair < 0 || !rivalries.forbids(Int(arc.pair))
  }

  /// Searches the ways to a node, against their direction, breadth first; ``reachedBy`` then holds
  /// for each node the arc with which its way begins.
  ///
  /// - Parameters:
  ///   - goal: The node.
  ///   - start: A node at which the search may end; −1 for none.
  ///   - left: An arc that is left out; −1 for none.
  ///   - wanted: Nodes after which the search may end, all of them marked as wanted; they are marked
  ///     no more when they are reached. 0 where it is to reach all it can.
  /// - Returns: Whether the start was reached.
  @discardableResult
  mutating func search(
    to goal: Int, from start: Int = -1, without left: Int = -1, isCareful: Bool, wanted: Int = 0
  ) -> Bool {
    var wanted = wanted
    for node in queue { reachedBy[Int(node)] = -1 }
    queue.removeAll(keepingCapacity: true)
    queue.append(Int32(truncatingIfNeeded: goal))
    reachedBy[goal] = .max
    var first = 0
    while first < queue.count {
      let node = Int(queue[first])
      first += 1
      for entry in arcs(at: node) {
        // Towards the node an arc is taken the other way round than away from it.
        let taken = entry ^ 1
        let arc = Int(entry >> 1)
        let next = Int(taken & 1 == 0 ? arcs[arc].tail : arcs[arc].head)
        guard reachedBy[next] == -1, arc != left, mayTake(taken, isCareful: isCareful) else {
          continue
        }
        reachedBy[next] = taken
        queue.append(Int32(truncatingIfNeeded: next))
        if next == start { return true }
        if wanted > 0 && isWanted[next] {
          isWanted[next] = false
          wanted -= 1
          if wanted == 0 { return false }
        }
      }
    }
    return false
  }

  /// Whether the last search reached a node.
  func isReached(_ node: Int) -> Bool { reachedBy[node] != -1 }

  /// The arcs from a node that the last search reached to its goal.
  func way(from start: Int) -> [Int32] {
    var way: [Int32] = []
    var node = start
    while reachedBy[node] != .max {
      let entry = reachedBy[node]
      way.append(entry)
      let arc = arcs[Int(entry >> 1)]
      node = Int(entry & 1 == 0 ? arc.head : arc.tail)
    }
    return way
  }

  /// Changes an arc by one unit, with a note of it.
  mutating func change(_ entry: Int32) {
    let arc = Int(entry >> 1)
    let step: Int32 = entry & 1 == 0 ? 1 : -1
    arcs[arc].flow += step
    log.append(entry)
    let pair = Int(arcs[arc].pair)
    if pair < 0 { return }
    for rivalry in rivalries.all(of: pair) {
      rivalries.on[Int(rivalry)] += step
      if rivalries.isBreach(Int(rivalry), rivalries.on[Int(rivalry)]) { suspects.append(rivalry) }
    }
  }

  /// Takes back every change since a mark.
  mutating func rollBack(to mark: Int) {
    while log.count > mark {
      let entry = log.removeLast()
      let arc = Int(entry >> 1)
      let step: Int32 = entry & 1 == 0 ? -1 : 1
      arcs[arc].flow += step
      let pair = Int(arcs[arc].pair)
      if pair < 0 { continue }
      for rivalry in rivalries.all(of: pair) { rivalries.on[Int(rivalry)] += step }
    }
  }
}
