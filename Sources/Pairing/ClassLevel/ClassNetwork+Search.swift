extension ClassNetwork {
  /// Searches backwards from a node over tight arcs that can carry one more unit.
  ///
  /// - Parameters:
  ///   - target: The node to reach.
  ///   - isSturdy: Skips arcs between a row and a block of which neither is sturdy, and ways over
  ///     more rows than ``Sturdiness/longestWay``.
  ///   - goal: A node at which the search may stop, or −1.
  ///   - wanted: Blocks at which, all reached, the search may stop; empty for none.
  /// - Complexity: O(m²/64) for m kinds.
  mutating func search(
    to target: Int, isSturdy: Bool, goal: Int = -1, wanted: [UInt64] = []
  ) {
    search.begin(at: target)
    let (rows, blocks) = (layout.rowCount, layout.blockCount)
    var head = 0
    while head < search.queue.count {
      if goal >= 0 && search.reached(goal) { return }
      if !wanted.isEmpty && hasReached(wanted) { return }
      let node = Int(search.queue[head])
      head += 1
      if isSturdy && search.depth[node] >= Sturdiness.longestWay && node >= rows { continue }
      if node < rows {
        reachRow(node)
      } else if node < rows + blocks {
        reachBlock(node - rows, isSturdy)
      } else if node < sink {
        reachSupply(node - rows - blocks)
      } else {
        reachSink()
      }
    }
  }

  private func hasReached(_ wanted: [UInt64]) -> Bool {
    for word in wanted.indices where wanted[word] & ~search.blocks[word] != 0 { return false }
    return true
  }

  private mutating func reachRow(_ row: Int) {
    let start = row * blockWords
    for word in 0..<blockWords {
      let bits = used[start + word] & ~search.blocks[word]
      if bits != 0 { search.reachBlocks(bits, word: word, through: row) }
    }
    if layout.isRegional(row) {
      let kind = layout.kindOfRegionalRow[row]
      if tightRegional[kind] && toRegional[kind] < regionalSeats[kind] {
        search.reach(node(ofSupply: kind), through: row)
      }
    } else {
      for kind in layout.kindsOfOpenRow[row - layout.kindOfRegionalRow.count]
      where tightOpen[kind] && seats[kind] > 0 {
        search.reach(node(ofSupply: kind), through: row)
      }
    }
  }

  private mutating func reachBlock(_ block: Int, _ isSturdy: Bool) {
    let kind = layout.kind(ofBlock: block)
    let node = node(ofBlock: block)
    let takesAll = !isSturdy || sturdyBlocks[block >> 6] >> UInt64(block & 63) & 1 == 1
    let start = kind * rowWords
    for word in 0..<rowWords {
      var bits = tightRows[start + word] & ~search.rows[word]
      if !takesAll { bits &= sturdyRows[word] }
      if bits != 0 { search.reachRows(bits, word: word, through: node) }
    }
    if !search.reachedSink && canShed(block) { search.reach(sink, through: node) }
  }

  private mutating func reachSupply(_ kind: Int) {
    let node = node(ofSupply: kind)
    let row = layout.regionalRow[kind]
    if row >= 0 && tightRegional[kind] && toRegional[kind] > 0 {
      search.reach(row, through: node)
    }
    if tightOpen[kind] && toOpen[kind] > 0 {
      search.reach(layout.openRow[kind], through: node)
    }
    if tightEmpty[kind] && toSink[kind] > 0 { search.reach(sink, through: node) }
  }

  private mutating func reachSink() {
    for word in 0..<blockWords {
      let bits = room[word] & ~search.blocks[word]
      if bits != 0 { search.reachBlocks(bits, word: word, through: sink) }
    }
    for kind in tightEmpty.indices where tightEmpty[kind] && seats[kind] > 0 {
      search.reach(node(ofSupply: kind), through: sink)
    }
  }

  /// How many units the way that the last search found from a node can carry; 0 where a step
  /// cannot be taken any more.
  func amount(from start: Int) -> Int {
    let (rows, blocks) = (layout.rowCount, layout.blockCount)
    var amount = Int.max
    var node = start
    while search.next[node] >= 0 {
      let next = Int(search.next[node])
      if node >= rows && node < rows + blocks {
        let block = node - rows
        amount = min(amount, next < rows ? held(next, block) : roomLeft(block))
      } else if node < rows && next >= rows + blocks {
        let kind = next - rows - blocks
        amount = min(amount, layout.isRegional(node) ? toRegional[kind] : toOpen[kind])
      } else if node >= rows + blocks && node < sink && next < rows && layout.isRegional(next) {
        let kind = node - rows - blocks
        amount = min(amount, regionalSeats[kind] - toRegional[kind])
      } else if node == sink {
        // A unit is taken from a block that sheds, or an empty seat is filled.
        amount = min(amount, 1)
      }
      node = next
    }
    return amount
  }

  /// Sends units along the way that the last search found.
  mutating func push(from start: Int, amount: Int = 1) {
    let (rows, blocks) = (layout.rowCount, layout.blockCount)
    var node = start
    while search.next[node] >= 0 {
      let next = Int(search.next[node])
      switch (kind(of: node), kind(of: next)) {
      case (.row, .block): change(node, next - rows, by: amount)
      case (.block, .row): change(next, node - rows, by: -amount)
      case (.row, .supply): supply(next - rows - blocks, node, -amount)
      case (.supply, .row): supply(node - rows - blocks, next, amount)
      case (.supply, .sink): toSink[node - rows - blocks] += amount
      case (.sink, .supply): toSink[next - rows - blocks] -= amount
      default: break
      }
      node = next
    }
  }

  private enum NodeKind { case row, block, supply, sink }

  private func kind(of node: Int) -> NodeKind {
    if node < layout.rowCount { return .row }
    if node < layout.rowCount + layout.blockCount { return .block }
    return node < sink ? .supply : .sink
  }

  private mutating func supply(_ kind: Int, _ row: Int, _ amount: Int) {
    hasMovedSupply = true
    if layout.isRegional(row) { toRegional[kind] += amount } else { toOpen[kind] += amount }
  }
}
