extension ClassNetwork {
  /// Which steps a search takes.
  enum Care {
    /// Only those that single States can carry out, and none that makes two single States review
    /// each other, or one twice.
    case careful
    /// Only those that single States can carry out.
    case concrete
    /// All that the flow allows: what these do not reach cannot be.
    case relaxed
  }

  /// Searches backwards from a node over tight arcs that can carry one more unit.
  ///
  /// - Parameters:
  ///   - target: The node to reach.
  ///   - care: Which steps are taken.
  ///   - goal: A node at which the search may stop, or −1.
  ///   - wanted: Blocks at which, all reached, the search may stop; empty for none.
  ///   - blocked: An arc that no step takes.
  ///   - marked: A block whose steps are noted in what a way turns on, or −1.
  /// - Complexity: O(m²/64) for m kinds and single States.
  mutating func search(
    to target: Int, _ care: Care, goal: Int = -1, wanted: [UInt64] = [], blocked: Arc? = nil,
    marked: Int = -1
  ) {
    search.begin(at: target, wanted: wanted)
    if wanted.isEmpty || search.missing > 0 {
      var visited = 0
      var hasVisitedSink = false
      while let node = search.visit(visited) {
        if goal >= 0 && search.reached(goal) { break }
        visited += 1
        if node < rowLimit {
          reachRow(node)
        } else if node < rowLimit + blockLimit {
          reachBlock(node - rowLimit, care, blocked, marked)
        } else if node < sink {
          reachSupply(node - rowLimit - blockLimit)
        }
        // First of all, since blocks with room are many and near.
        if search.reachedSink && !hasVisitedSink {
          hasVisitedSink = true
          reachSink()
        }
        if !wanted.isEmpty && search.missing == 0 { break }
      }
    }
    if care == .careful && blocked == nil { search.current = target }
  }

  private mutating func reachRow(_ row: Int) {
    let start = row * blockWords
    for word in 0..<blockWordsInUse {
      var bits = used[start + word] & ~search.blocks[word]
      if bits == 0 { continue }
      if !pins.isEmpty { bits &= ~pinnedBlocks(row, word) }
      if bits != 0 { search.reachBlocks(bits, word: word, through: row) }
    }
    let supply = rows[row].supply
    if supply < 0 {
      for kind in layout.kindsOfOpenRow[row - layout.kindOfRegionalRow.count]
      where tightOpen[kind] && seats[kind] > 0 {
        search.reach(node(ofSupply: kind), through: row)
      }
    } else if isRegional(row) {
      if tightRegional[supplies[supply].kind] && toRegional[supply] < regionalSeats[supply] {
        search.reach(node(ofSupply: supply), through: row)
      }
    } else if tightOpen[supplies[supply].kind] && seats[supply] > 0 {
      search.reach(node(ofSupply: supply), through: row)
    }
  }

  /// The blocks, in one word, that must keep the only seat of a row that they hold.
  private func pinnedBlocks(_ row: Int, _ word: Int) -> UInt64 {
    var bits: UInt64 = 0
    for pin in pins where pin.row == row && pin.block >> 6 == word && held(row, pin.block) == 1 {
      bits |= 1 << UInt64(pin.block & 63)
    }
    return bits
  }

  private mutating func reachBlock(_ block: Int, _ care: Care, _ blocked: Arc?, _ marked: Int) {
    let node = node(ofBlock: block)
    let start = block * rowWords
    if !search.reachedSink && canShed(block) { search.reach(sink, through: node) }
    let isSingle = isSingle(block: block)
    let takesAll = care == .relaxed || sturdyBlocks.has(block)
    let avoids = isSingle && care == .careful && noteAvoided(block)
    for word in 0..<rowWordsInUse {
      var bits = tightRows[start + word] & ~search.rows[word]
      if bits == 0 { continue }
      if let blocked, blocked.block == block, blocked.row >> 6 == word {
        bits &= ~(1 << UInt64(blocked.row & 63))
      }
      let all = bits
      if !takesAll { bits &= sturdyRows[word] | (isSingle ? singleRows[word] : 0) }
      if avoids { bits &= ~avoided[word] }
      if bits != all { search.hasSkipped = true }
      if isSingle {
        bits &= ~(usedBy[start + word] & singleRows[word])
        reachSingleRows(of: block, bits & singleRows[word], word, marked)
        bits &= ~singleRows[word]
      }
      if bits != 0 { search.reachRows(bits, word: word, through: node) }
    }
    if avoids {
      for word in 0..<rowWordsInUse { avoided[word] = 0 }
    }
  }

  private mutating func reachSingleRows(
    of block: Int, _ rows: UInt64, _ word: Int, _ marked: Int
  ) {
    var bits = rows
    while bits != 0 {
      let row = word << 6 + bits.trailingZeroBitCount
      bits &= bits - 1
      search.reachRow(
        row, through: node(ofBlock: block),
        turning: ClassSearch.bit(self.rows[row].state, blocks[block].state),
        marked: block == marked ? ClassSearch.byMarked : 0)
    }
  }

  /// Notes the rows of single States that a single reviewer may not take now: of those that review
  /// it, and the other seats of those that it reviews.
  ///
  /// - Returns: Whether there are any.
  private mutating func noteAvoided(_ block: Int) -> Bool {
    var any = false
    for word in 0..<rowWordsInUse {
      var bits = usedBy[block * rowWords + word] & singleRows[word]
      while bits != 0 {
        let twin = rows[word << 6 + bits.trailingZeroBitCount].twin
        bits &= bits - 1
        if twin >= 0 {
          avoided.insert(twin)
          any = true
        }
      }
    }
    let supply = blocks[block].ownSupply
    guard forbidsMutual && supply >= 0 else { return any }
    for row in [supplies[supply].regionalRow, supplies[supply].openRow] where row >= 0 {
      for word in 0..<blockWordsInUse {
        var bits = used[row * blockWords + word] & singleBlocks[word]
        while bits != 0 {
          let other = blocks[word << 6 + bits.trailingZeroBitCount].ownSupply
          bits &= bits - 1
          if other < 0 { continue }
          if supplies[other].regionalRow >= 0 { avoided.insert(supplies[other].regionalRow) }
          if supplies[other].openRow >= 0 { avoided.insert(supplies[other].openRow) }
          any = true
        }
      }
    }
    return any
  }

  private mutating func reachSupply(_ supply: Int) {
    let node = node(ofSupply: supply)
    let (kind, row) = (supplies[supply].kind, supplies[supply].regionalRow)
    if row >= 0 && tightRegional[kind] && toRegional[supply] > 0 {
      search.reach(row, through: node)
    }
    if tightOpen[kind] && toOpen[supply] > (supply == pinnedSupply ? 1 : 0) {
      search.reach(supplies[supply].openRow, through: node)
    }
    if tightEmpty[kind] && toSink[supply] > 0 { search.reach(sink, through: node) }
  }

  private mutating func reachSink() {
    for word in 0..<blockWordsInUse {
      let bits = room[word] & ~search.blocks[word]
      if bits != 0 { search.reachBlocks(bits, word: word, through: sink) }
    }
    if !mayLeaveEmpty { return }
    for supply in supplies.indices where tightEmpty[supplies[supply].kind] && seats[supply] > 0 {
      search.reach(node(ofSupply: supply), through: sink)
    }
  }
}
