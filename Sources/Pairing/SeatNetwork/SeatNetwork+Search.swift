extension SeatNetwork {
  /// The pair that an arc stands for; −1 for none.
  @inline(__always)
  private func pair(of arc: Int) -> Int { Int(pairOf[arc]) }

  /// Whether a pair has a rival that is on.
  func hasRival(_ pair: Int) -> Bool { rivals[pair].contains { isOn($0) } }

  /// Whether one more unit may take an arc, this way round, without leaving the best assignments.
  ///
  /// - Parameter isCareful: Whether a pair that has a rival on is left out.
  @inline(__always)
  private func mayTake(_ entry: Int32, isCareful: Bool) -> Bool {
    let arc = Int(entry >> 1)
    guard isTight[arc] else { return false }
    if entry & 1 == 1 { return flow[arc] > 0 && !isPinned[arc] }
    if flow[arc] >= capacity[arc] || isBanned[arc] { return false }
    return !isCareful || pair(of: arc) < 0 || !hasRival(pair(of: arc))
  }

  /// Searches the ways to a node, against their direction, breadth first; ``reachedBy`` then holds
  /// for each node the arc with which its way begins.
  ///
  /// - Parameters:
  ///   - goal: The node.
  ///   - start: A node at which the search may end; −1 for none.
  ///   - left: An arc that is left out; −1 for none.
  /// - Returns: Whether the start was reached.
  @discardableResult
  mutating func search(
    to goal: Int, from start: Int = -1, without left: Int = -1, isCareful: Bool
  ) -> Bool {
    for node in queue { reachedBy[Int(node)] = -1 }
    queue.removeAll(keepingCapacity: true)
    queue.append(Int32(truncatingIfNeeded: goal))
    reachedBy[goal] = .max
    var first = 0
    while first < queue.count {
      let node = Int(queue[first])
      first += 1
      if node == start { return true }
      for entry in arcs(at: node) {
        // Towards the node an arc is taken the other way round than away from it.
        let taken = entry ^ 1
        let arc = Int(entry >> 1)
        let next = Int(taken & 1 == 0 ? tail[arc] : head[arc])
        guard reachedBy[next] == -1, arc != left, mayTake(taken, isCareful: isCareful) else {
          continue
        }
        reachedBy[next] = taken
        queue.append(Int32(truncatingIfNeeded: next))
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
      node = Int(entry & 1 == 0 ? head[Int(entry >> 1)] : tail[Int(entry >> 1)])
    }
    return way
  }

  /// Changes an arc by one unit, with a note of it.
  mutating func change(_ entry: Int32) {
    let arc = Int(entry >> 1)
    flow[arc] += entry & 1 == 0 ? 1 : -1
    log.append(entry)
    if entry & 1 == 0 && pair(of: arc) >= 0 && hasRival(pair(of: arc)) {
      suspects.append(Int32(truncatingIfNeeded: pair(of: arc)))
    }
  }

  /// Takes back every change since a mark.
  mutating func rollBack(to mark: Int) {
    while log.count > mark {
      let entry = log.removeLast()
      flow[Int(entry >> 1)] -= entry & 1 == 0 ? 1 : -1
    }
  }
}
