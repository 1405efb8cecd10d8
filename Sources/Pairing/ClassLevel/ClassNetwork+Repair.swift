/// Why a question about the flow was not answered.
enum RepairStop: Error {
  /// These arcs have to be told apart State by State first.
  case tellApart([ClassNetwork.Arc])
  /// The tree of a repair was cut short.
  case cut
  /// So many States would have to be told apart: more than there is memory for their pairs.
  case tooMany(Int)
}

/// A seat and who is to hold it.
struct Candidate {
  let row: Int
  let block: Int
  /// The State under review.
  let state: Int
  /// The reviewer; nil for any of the block that no pair is noted of.
  let reviewer: Int?
  /// The supply that has to keep an open seat held; −1 for none.
  var supply = -1
}

extension ClassNetwork {
  /// Two arcs of which one must be off, or an arc that must hold less.
  private enum Breach {
    case either(Arc, Arc)
    case tooMuch(Arc)
  }

  // MARK: Rerouting

  /// Reroutes the flow so that a candidate holds the seat, and so that no two single States review
  /// each other. The changes stay in the log where it succeeds; otherwise nothing is changed.
  ///
  /// - Returns: Whether it can be; if not, no completion has the candidate in the seat.
  mutating func reroute(_ candidate: Candidate) throws(RepairStop) -> Bool {
    let (row, block) = (candidate.row, candidate.block)
    return try attempt { (network) throws(RepairStop) in
      network.pinnedSupply = candidate.supply
      if let reviewer = candidate.reviewer {
        for arc in network.excluded(by: candidate.state, reviewer, row) {
          if network.isTight(arc.row, arc.block) { network.perform(.ban(arc.row, arc.block)) }
          if network.held(arc.row, arc.block) > 0 { network.suspects.append(arc) }
        }
      }
      if network.held(row, block) == 0 {
        let start = network.node(ofBlock: block)
        guard try network.findWay(from: start, to: row) else { return false }
        network.change(row, block, by: 1)
        network.push(from: start)
      }
      network.pins.append(Arc(row: row, block: block))
      return try network.repair()
    }
  }

  /// Sends a unit from a node to another, and repairs what that breaks, as
  /// ``reroute(_:)`` does.
  ///
  /// - Parameter first: The change that the way makes up for.
  mutating func steer(
    from start: Int, to target: Int, after first: Change, keeping supply: Int = -1
  ) throws(RepairStop) -> Bool {
    try attempt { (network) throws(RepairStop) in
      guard try network.findWay(from: start, to: target) else { return false }
      network.perform(first)
      network.push(from: start)
      network.pinnedSupply = supply
      return try network.repair()
    }
  }

  /// Looks at the suspects, and reroutes the flow until none breaks a rule.
  mutating func repairSuspects() throws(RepairStop) -> Bool {
    let isRepaired = try attempt { (network) throws(RepairStop) in try network.repair() }
    if isRepaired {
      suspects = []
      releaseBans()
    }
    return isRepaired
  }

  /// Runs a change of the flow that is taken back where it fails.
  private mutating func attempt(
    _ body: (inout ClassNetwork) throws(RepairStop) -> Bool
  ) throws(RepairStop) -> Bool {
    precondition(log.isEmpty && pins.isEmpty, "a change of the flow within another")
    let before = suspects
    isLogging = true
    repairStart = 0
    repairNodes = 0
    defer {
      isLogging = false
      pins.removeAll(keepingCapacity: true)
      pinnedSupply = -1
      suspects = before
    }
    do throws(RepairStop) {
      if try body(&self) {
        // Ways take seats from rows only where they are given up.
        let lost = log.compactMap { change -> Int? in
          if case .held(let row, _, _) = change, sturdyRows.has(row),
            heldInRow[row] < sturdiness.seats - 1
          {
            return row
          }
          return nil
        }
        if lost.isEmpty { return true }
        throw .tellApart(lost.map { Arc(row: $0, block: -1) })
      }
    } catch {
      rollBack(to: 0)
      throw error
    }
    rollBack(to: 0)
    return false
  }

  /// Finds a way from a node to another that single States can carry out.
  ///
  /// - Returns: Whether there is any way at all.
  private mutating func findWay(
    from start: Int, to target: Int, blocked: Arc? = nil
  ) throws(RepairStop) -> Bool {
    if blocked == nil && pins.isEmpty && search.current == target && search.reached(start) {
      return true
    }
    for care in [Care.careful, .concrete, .relaxed] {
      search(to: target, care, goal: start, blocked: blocked)
      if !search.reached(start) { continue }
      if care == .relaxed { throw .tellApart(frailArcs(from: start)) }
      return true
    }
    return false
  }

  // MARK: Repair

  /// The arcs that may hold nothing once a State has a reviewer: the review of the reviewer by the
  /// State, and another seat of the State.
  private func excluded(by state: Int, _ reviewer: Int, _ row: Int) -> [Arc] {
    var arcs: [Arc] = []
    if forbidsMutual, let own = blockOf[state], let supply = supplyOf[reviewer] {
      for other in [supplies[supply].regionalRow, supplies[supply].openRow] where other >= 0 {
        arcs.append(Arc(row: other, block: own))
      }
    }
    if rows[row].twin >= 0, let block = blockOf[reviewer] {
      arcs.append(Arc(row: rows[row].twin, block: block))
    }
    return arcs
  }

  /// Two pairs of single States that no completion has together, among those that were turned on
  /// since the repair began, and the suspects.
  private func someBreach() -> Breach? {
    for arc in suspects {
      if let breach = breach(arc) { return breach }
    }
    for place in repairStart..<log.count {
      guard case .held(let row, let block, let amount) = log[place], amount > 0 else { continue }
      if let breach = breach(Arc(row: row, block: block)) { return breach }
    }
    return nil
  }

  private func breach(_ arc: Arc) -> Breach? {
    let (row, block) = (arc.row, arc.block)
    let count = held(row, block)
    if count == 0 { return nil }
    if !isTight(row, block) { return .tooMuch(arc) }
    guard isSingle(row: row) && isSingle(block: block) else { return nil }
    if count > 1 { return .tooMuch(arc) }
    let twin = rows[row].twin
    if twin >= 0 && held(twin, block) > 0 { return .either(arc, Arc(row: twin, block: block)) }
    var other: Arc?
    _ = excludesMutually(row, block) {
      other = $0
      return true
    }
    return other.map { .either(arc, $0) }
  }

  /// Whether the reviewer of an arc between single States is reviewed by the State under review, over
  /// an arc that is asked for.
  func excludesMutually(_ row: Int, _ block: Int, _ counts: (Arc) -> Bool) -> Bool {
    let (own, supply) = (rows[row].ownBlock, blocks[block].ownSupply)
    guard forbidsMutual && own >= 0 && supply >= 0 else { return false }
    for other in [supplies[supply].regionalRow, supplies[supply].openRow]
    where other >= 0 && held(other, own) > 0 {
      if counts(Arc(row: other, block: own)) { return true }
    }
    return false
  }

  /// Whether a row can have a block over the way that the last search found, and no two pairs of
  /// single States exclude each other then, the reviews of the State under review by a block of its
  /// own (−1 for none) among them.
  func isLawful(_ row: Int, _ block: Int, own: Int) -> Bool {
    var on = [Arc(row: row, block: block)]
    var off: [Arc] = []
    var node = node(ofBlock: block)
    while search.next[node] >= 0 {
      let next = Int(search.next[node])
      if node < rowLimit && next >= rowLimit && next < rowLimit + blockLimit {
        on.append(Arc(row: node, block: next - rowLimit))
      } else if next < rowLimit && node >= rowLimit && node < rowLimit + blockLimit {
        off.append(Arc(row: next, block: node - rowLimit))
      }
      node = next
    }
    if forbidsMutual && own >= 0
      && on.contains(where: { $0.block == own && rows[$0.row].state == blocks[block].state })
    {
      return false
    }
    return on.allSatisfy { arc in
      if !isSingle(row: arc.row) || !isSingle(block: arc.block) { return true }
      let twin = Arc(row: rows[arc.row].twin, block: arc.block)
      if twin.row >= 0
        && (on.contains(twin) || held(twin.row, arc.block) > 0 && !off.contains(twin))
      {
        return false
      }
      if excludesMutually(arc.row, arc.block, { !off.contains($0) }) { return false }
      let (own, supply) = (rows[arc.row].ownBlock, blocks[arc.block].ownSupply)
      return !forbidsMutual || own < 0 || supply < 0
        || !on.contains { $0.block == own && rows[$0.row].supply == supply }
    }
  }

  /// Reroutes the flow at no cost until no two pairs exclude each other, as
  /// ``PairingFlow/repair(_:)`` does.
  private mutating func repair() throws(RepairStop) -> Bool {
    guard let breach = someBreach() else { return true }
    repairNodes += 1
    if repairNodes > repairLimit { throw .cut }
    let mark = log.count
    switch breach {
    case .tooMuch(let arc):
      if try forceOff(arc), try repair() { return true }
    case .either(let one, let other):
      if try forceOff(one), try repair() { return true }
      rollBack(to: mark)
      // The first branch covers every completion without the first pair.
      pins.append(one)
      if try forceOff(other), try repair() { return true }
      pins.removeLast()
    }
    rollBack(to: mark)
    return false
  }

  /// Takes a seat from a block for good, by a tight cycle; false where there is none.
  private mutating func forceOff(_ arc: Arc) throws(RepairStop) -> Bool {
    let count = held(arc.row, arc.block)
    if count == 1 && pins.contains(arc) { return false }
    let start = arc.row
    guard
      try findWay(from: start, to: node(ofBlock: arc.block), blocked: arc)
    else { return false }
    change(arc.row, arc.block, by: -1)
    push(from: start)
    if count == 1 && isTight(arc.row, arc.block) { perform(.ban(arc.row, arc.block)) }
    return true
  }
}
