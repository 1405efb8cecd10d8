extension SeatNetwork {
  /// Whether one more unit may take an arc, this way round, without leaving the best assignments.
  ///
  /// - Parameter isCareful: Whether a pair that has a rival on is left out, and one that is asked for
  ///   left on, and what couplings count left as it is.
  @inline(__always)
  func mayTake(_ entry: Int32, isCareful: Bool) -> Bool {
    let arc = arcs[Int(entry >> 1)]
    guard arc.isTight else { return false }
    if isCareful && arc.coupling >= 0 { return false }
    if entry & 1 == 1 {
      if arc.flow <= arc.least || arc.isPinned { return false }
      return !isCareful || arc.pair < 0 || !rivalries.asksFor(Int(arc.pair))
    }
    if arc.flow >= arc.capacity || arc.isBanned { return false }
    return !isCareful || arc.pair < 0 || !rivalries.forbids(Int(arc.pair))
  }

  /// Searches the ways to some nodes, against their direction, breadth first; ``reachedBy`` then
  /// holds for each node the arc with which its way begins.
  ///
  /// - Parameters:
  ///   - goals: The nodes.
  ///   - wanted: Nodes after which the search may end, all of them marked as wanted; they are marked
  ///     no more when they are reached.
  mutating func search(to goals: [Int32], isCareful: Bool, wanted: Int) {
    var wanted = wanted
    Self.clear(&queue, &reachedBy)
    for goal in goals {
      queue.append(goal)
      reachedBy[Int(goal)] = .max
    }
    var first = 0
    while first < queue.count {
      let node = Int(queue[first])
      first += 1
      for place in Int(firstArc[node])..<Int(firstArc[node + 1]) {
        let next = Int(endsAt[place])
        if reachedBy[next] != -1 { continue }
        // Towards the node an arc is taken the other way round than away from it.
        let taken = arcsAt[place] ^ 1
        guard mayTake(taken, isCareful: isCareful) else { continue }
        reachedBy[next] = taken
        queue.append(Int32(truncatingIfNeeded: next))
        if isWanted[next] {
          isWanted[next] = false
          wanted -= 1
          if wanted == 0 { return }
        }
      }
    }
  }

  /// Arcs that are looked at before a node is held to have ways on.
  private static let fewArcs = 64

  /// Whether so few ways lead on from a node that they are soon seen to end before some others.
  mutating func endsSoon(_ start: Int, before goals: Set<Int32>) -> Bool {
    Self.clear(&startQueue, &reachedFrom)
    startQueue.append(Int32(truncatingIfNeeded: start))
    reachedFrom[start] = .max
    var (first, work) = (0, 0)
    while first < startQueue.count {
      let node = Int(startQueue[first])
      first += 1
      let places = Int(firstArc[node])..<Int(firstArc[node + 1])
      work += places.count
      if work > Self.fewArcs || goals.contains(startQueue[first - 1]) { return false }
      for place in places {
        let next = Int(endsAt[place])
        guard reachedFrom[next] == -1, mayTake(arcsAt[place], isCareful: false) else { continue }
        reachedFrom[next] = arcsAt[place]
        startQueue.append(Int32(truncatingIfNeeded: next))
      }
    }
    return true
  }

  /// Searches a way from a node to another, from both ends: where there are few ways at one of them,
  /// or many at both, the two soon meet.
  ///
  /// - Parameter left: An arc that is left out.
  /// - Returns: The arcs of the way; nil for none.
  mutating func findWay(from start: Int, to goal: Int, without left: Int, isCareful: Bool)
    -> [Int32]?
  {
    Self.clear(&queue, &reachedBy)
    Self.clear(&startQueue, &reachedFrom)
    queue.append(Int32(truncatingIfNeeded: goal))
    startQueue.append(Int32(truncatingIfNeeded: start))
    reachedBy[goal] = .max
    reachedFrom[start] = .max
    var (first, firstFromStart) = (0, 0)
    var (work, workFromStart) = (0, 0)
    while first < queue.count && firstFromStart < startQueue.count {
      let isBackward = work <= workFromStart
      let node = Int(isBackward ? queue[first] : startQueue[firstFromStart])
      if isBackward { first += 1 } else { firstFromStart += 1 }
      let places = Int(firstArc[node])..<Int(firstArc[node + 1])
      if isBackward { work += places.count } else { workFromStart += places.count }
      for place in places {
        let next = Int(endsAt[place])
        if isBackward ? reachedBy[next] != -1 : reachedFrom[next] != -1 { continue }
        let entry = arcsAt[place]
        let taken = isBackward ? entry ^ 1 : entry
        guard Int(entry >> 1) != left, mayTake(taken, isCareful: isCareful) else { continue }
        if isBackward {
          reachedBy[next] = taken
          queue.append(Int32(truncatingIfNeeded: next))
        } else {
          reachedFrom[next] = taken
          startQueue.append(Int32(truncatingIfNeeded: next))
        }
        if reachedBy[next] != -1 && reachedFrom[next] != -1 {
          return wayFromStart(to: next) + way(from: next)
        }
      }
    }
    return nil
  }

  /// The arcs to a node that the search from the start of a way reached.
  private func wayFromStart(to end: Int) -> [Int32] {
    var way: [Int32] = []
    var node = end
    while reachedFrom[node] != .max {
      let entry = reachedFrom[node]
      way.append(entry)
      let arc = arcs[Int(entry >> 1)]
      node = Int(entry & 1 == 0 ? arc.tail : arc.head)
    }
    return way.reversed()
  }

  /// Forgets a search.
  private static func clear(_ queue: inout [Int32], _ reached: inout [Int32]) {
    for node in queue { reached[Int(node)] = -1 }
    queue.removeAll(keepingCapacity: true)
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
    if arcs[arc].coupling >= 0 { couplings.change(Int(arcs[arc].coupling), step) }
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
      if arcs[arc].coupling >= 0 { couplings.change(Int(arcs[arc].coupling), step) }
      let pair = Int(arcs[arc].pair)
      if pair < 0 { continue }
      for rivalry in rivalries.all(of: pair) { rivalries.on[Int(rivalry)] += step }
    }
  }
}
