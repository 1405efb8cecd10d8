extension ClassNetwork {
  /// Makes the flow cheapest by successive shortest paths with potentials, all paths of one length
  /// at a time, as ``PairingFlow/solve()`` does for single States.
  ///
  /// - Complexity: O(d·m²) for m kinds and d different path costs, of which there are few.
  mutating func solve() {
    startPotentials()
    while unsent.contains(where: { $0 > 0 }) {
      shortenPotentials()
      markTightArcs()
      sendUnits()
    }
    markTightArcs()
  }

  /// Potentials under which no free arc of the empty flow is negative.
  private mutating func startPotentials() {
    for row in rowPotential.indices where layout.isRegional(row) {
      rowPotential[row] = -costs.sameRegion
    }
    for kind in kindPotential.indices {
      kindPotential[kind] = -costs.sameRegion - costs.legalSystem
    }
    sinkPotential = -costs.sameRegion - costs.legalSystem - costs.minimumLoad
  }

  private mutating func sendUnits() {
    var hasSent = true
    while hasSent {
      hasSent = false
      search(to: sink, .relaxed)
      for kind in unsent.indices where unsent[kind] > 0 {
        let start = node(ofSupply: kind)
        guard search.reached(start) else { continue }
        let amount = min(unsent[kind], amount(from: start))
        if amount == 0 { continue }
        push(from: start, amount: amount)
        unsent[kind] -= amount
        hasSent = true
      }
    }
  }

  /// The cost of a seat of a row held by a kind.
  private func cost(_ row: Int, _ kind: Int) -> Int128 {
    layout.isRegional(row) && layout.similar[row][kind] ? -costs.legalSystem : 0
  }

  /// Marks every arc whose reduced cost is zero.
  func reducedCost(_ row: Int, _ kind: Int) -> Int128 {
    cost(row, kind) + rowPotential[row] - kindPotential[kind]
  }

  private mutating func markTightArcs() {
    for kind in 0..<layout.kindCount {
      let own = supplyPotential[kind]
      let row = layout.regionalRow[kind]
      tightRegional[kind] = row >= 0 && own - costs.sameRegion == rowPotential[row]
      let openRow = layout.openRow[kind]
      tightOpen[kind] = openRow >= 0 && own == rowPotential[openRow]
      tightEmpty[kind] = seats[kind] > 0 && own + costs.seat == sinkPotential
      let done = kindPotential[kind] - sinkPotential
      tightLacking[kind] = done == costs.minimumLoad
      tightExtra[kind] = done == 0
      fullLacking[kind] = done < costs.minimumLoad
      fullExtra[kind] = done < 0
    }
    mayLeaveEmpty = tightEmpty.contains(true)
    for word in tightBlocks.indices { tightBlocks[word] = 0 }
    for word in tightRows.indices { tightRows[word] = 0 }
    for row in 0..<layout.rowCount {
      for kind in 0..<layout.kindCount
      where layout.allowed[row][kind] && reducedCost(row, kind) == 0 {
        for level in 0..<layout.levels { setTight(row, kind * layout.levels + level, true) }
      }
    }
    for block in blocks.indices { updateRoom(block) }
  }

  /// Makes potentials under which a shortest path from what is unsent to the sink is tight
  /// (Dijkstra 1959, on reduced costs). Nothing is drawn yet, so a kind is one block.
  private mutating func shortenPotentials() {
    var distances = Array(repeating: Int128.max, count: sink + 1)
    var isSettled = Array(repeating: false, count: sink + 1)
    for kind in unsent.indices where unsent[kind] > 0 { distances[node(ofSupply: kind)] = 0 }
    while true {
      var nearest = -1
      for node in distances.indices where !isSettled[node] && distances[node] < .max {
        if nearest < 0 || distances[node] < distances[nearest] { nearest = node }
      }
      if nearest < 0 || nearest == sink { break }
      isSettled[nearest] = true
      let distance = distances[nearest]
      relax(nearest) { node, reduced in
        precondition(reduced >= 0, "a free arc is negative")
        distances[node] = min(distances[node], distance + reduced)
      }
    }
    let limit = distances[sink]
    for row in 0..<layout.rowCount { rowPotential[row] += min(limit, distances[row]) }
    for kind in 0..<layout.kindCount {
      kindPotential[kind] += min(limit, distances[node(ofBlock: kind * layout.levels)])
      supplyPotential[kind] += min(limit, distances[node(ofSupply: kind)])
    }
    sinkPotential += limit
  }

  /// Names the nodes one step away, each with the reduced cost of the step.
  private func relax(_ node: Int, _ note: (Int, Int128) -> Void) {
    if node < rowLimit {
      relaxRow(node, note)
    } else if node < rowLimit + blockLimit {
      let block = node - rowLimit
      let kind = layout.kind(ofBlock: block)
      for row in 0..<layout.rowCount where held(row, block) > 0 {
        note(row, -reducedCost(row, kind))
      }
      if load[block] < capacity[block] {
        let cost = load[block] < lacking[block] ? -costs.minimumLoad : 0
        note(sink, cost + kindPotential[kind] - sinkPotential)
      }
    } else {
      let kind = node - rowLimit - blockLimit
      let own = supplyPotential[kind]
      let row = layout.regionalRow[kind]
      if row >= 0 && toRegional[kind] < regionalSeats[kind] {
        note(row, own - costs.sameRegion - rowPotential[row])
      }
      note(layout.openRow[kind], own - rowPotential[layout.openRow[kind]])
      note(sink, own + costs.seat - sinkPotential)
    }
  }

  private func relaxRow(_ row: Int, _ note: (Int, Int128) -> Void) {
    for kind in 0..<layout.kindCount
    where layout.allowed[row][kind] && members[kind * layout.levels] > 0 {
      note(self.node(ofBlock: kind * layout.levels), reducedCost(row, kind))
    }
    if layout.isRegional(row) {
      let kind = layout.kindOfRegionalRow[row]
      if toRegional[kind] > 0 {
        note(
          node(ofSupply: kind), costs.sameRegion + rowPotential[row] - supplyPotential[kind])
      }
    } else {
      for kind in layout.kindsOfOpenRow[row - layout.kindOfRegionalRow.count]
      where toOpen[kind] > 0 {
        note(node(ofSupply: kind), rowPotential[row] - supplyPotential[kind])
      }
    }
  }
}
