import Rules

extension ClassNetwork {
  /// Reroutes the flow so that an open seat of a supply is held. The changes stay in the log where
  /// it succeeds.
  ///
  /// - Returns: Whether it can; if not, every completion as good as this one leaves it empty.
  mutating func holdOpenSeat(of supply: Int) throws(RepairStop) -> Bool {
    if toOpen[supply] > 0 { return true }
    guard tightOpen[supplies[supply].kind] else { return false }
    return try steer(
      from: supplies[supply].openRow, to: node(ofSupply: supply), after: .open(supply, 1),
      keeping: supply)
  }

  /// Takes a seat that a block holds out of what is left, for good.
  ///
  /// - Parameters:
  ///   - row: The row of the seat.
  ///   - supply: The supply under review.
  ///   - block: The reviewer's block.
  ///   - done: The reviews that the reviewer has been drawn for before.
  /// - Returns: The reviewer's block of the layout from now on; −1 where it does no more.
  mutating func settle(_ row: Int, of supply: Int, _ block: Int, done: Int) -> Int {
    change(row, block, by: -1)
    seats[supply] -= 1
    if isRegional(row) {
      toRegional[supply] -= 1
      regionalSeats[supply] -= 1
    } else {
      toOpen[supply] -= 1
    }
    let base = blocks[block].base
    let (minimum, maximum) = limits(ofBlock: block)
    let next =
      done + 1 < maximum ? base - base % layout.levels + min(done + 1, minimum) : -1
    if isSingle(block: block) {
      lacking[block] = max(0, minimum - done - 1)
      capacity[block] = maximum - done - 1
      updateRoom(block)
      blocks[block].base = next
      if next < 0 { remove(block: block) }
    } else {
      members[block] -= 1
      lacking[block] -= max(0, minimum - done)
      capacity[block] -= maximum - done
      if next >= 0 {
        members[next] += 1
        lacking[next] += max(0, minimum - done - 1)
        capacity[next] += maximum - done - 1
        if next != block { moveLoad(from: block, to: next) }
        updateRoom(next)
        dirtyBlocks.append(next)
      }
      updateRoom(block)
      dirtyBlocks.append(block)
    }
    if isSingle(row: row) {
      if isRegional(row) {
        supplies[supply].regionalRow = -1
        remove(row: row)
      }
      if seats[supply] == 0 { remove(supply: supply) }
    }
    return next
  }

  /// Moves seats between two blocks of a kind until each holds as many as its reviewers must and
  /// may, after one of them has changed over.
  private mutating func moveLoad(from block: Int, to next: Int) {
    let kind = blocks[block].kind
    let least = fullExtra[kind] ? capacity[next] : fullLacking[kind] ? lacking[next] : 0
    let most =
      tightExtra[kind] || fullExtra[kind]
      ? capacity[block] : tightLacking[kind] || fullLacking[kind] ? lacking[block] : 0
    var amount = max(0, least - load[next], load[block] - most)
    for row in rows.indices where amount > 0 {
      let moved = min(amount, held(row, block))
      if moved == 0 { continue }
      change(row, block, by: -moved)
      change(row, next, by: moved)
      amount -= moved
    }
    precondition(amount == 0, "reviews of a State that nobody holds")
  }

  /// Gives a regional seat up for good; it becomes an open seat.
  ///
  /// - Returns: Whether the flow leaves one unheld, or can.
  mutating func giveUpRegionalSeat(of supply: Int) throws(RepairStop) -> Bool {
    if toRegional[supply] == regionalSeats[supply] {
      // A unit goes from the supply elsewhere, and the row gives one up.
      guard tightRegional[supplies[supply].kind],
        try steer(
          from: node(ofSupply: supply), to: supplies[supply].regionalRow,
          after: .regional(supply, -1))
      else { return false }
      releaseBans()
    }
    regionalSeats[supply] -= 1
    if supply >= layout.kindCount {
      remove(row: supplies[supply].regionalRow)
      supplies[supply].regionalRow = -1
    }
    return true
  }

  /// Leaves an open seat empty for good.
  ///
  /// - Returns: Whether the flow leaves one empty, or can.
  mutating func leaveSeatEmpty(of supply: Int) throws(RepairStop) -> Bool {
    if toSink[supply] == 0 {
      guard tightEmpty[supplies[supply].kind],
        try steer(from: sink, to: node(ofSupply: supply), after: .empty(supply, 1))
      else { return false }
      releaseBans()
    }
    toSink[supply] -= 1
    seats[supply] -= 1
    if supply >= layout.kindCount && seats[supply] == 0 { remove(supply: supply) }
    return true
  }

  // MARK: Sturdiness

  /// Looks at every row and block, and notes the arcs that single States perhaps cannot carry out.
  mutating func startSturdiness() {
    dirtyRows = Array(rows.indices)
    dirtyBlocks = Array(blocks.indices)
  }

  /// Looks at a row and a block anew that may have become sturdy, or are so no more.
  ///
  /// - Returns: Whether there was one.
  mutating func updateSturdiness() -> Bool {
    if let row = dirtyRows.popLast() {
      updateSturdiness(ofRow: row)
    } else if let block = dirtyBlocks.popLast() {
      updateSturdiness(ofBlock: block)
    } else {
      return false
    }
    return true
  }

  private mutating func updateSturdiness(ofRow row: Int) {
    if heldInRow[row] >= sturdiness.seats {
      sturdyRows.insert(row)
      return
    }
    sturdyRows.remove(bit: row)
    for word in 0..<blockWordsInUse {
      var bits = used(row, word: word) & ~sturdyBlocks[word]
      while bits != 0 {
        frail.append(Arc(row: row, block: word << 6 + bits.trailingZeroBitCount))
        bits &= bits - 1
      }
    }
  }

  /// A block whose reviewers all hold seats in every assignment as good as this one has as many
  /// seats as reviewers. Any other has either enough seats, or enough reviewers that are free.
  private mutating func updateSturdiness(ofBlock block: Int) {
    let kind = blocks[block].kind
    let lacks = block % layout.levels < layout.minimum[kind]
    let isFull = lacks ? fullLacking[kind] : fullExtra[kind]
    let isFree = lacks ? tightLacking[kind] : tightExtra[kind]
    let needed = sturdiness.seats + (isFull ? 0 : sturdiness.exceptions + 1)
    if (isFull || isFree) && members[block] >= needed {
      sturdyBlocks.insert(block)
      return
    }
    sturdyBlocks.remove(bit: block)
    for word in 0..<rowWordsInUse {
      var bits = usedBy[block * rowWords + word] & ~sturdyRows[word]
      while bits != 0 {
        frail.append(Arc(row: word << 6 + bits.trailingZeroBitCount, block: block))
        bits &= bits - 1
      }
    }
  }

  /// Takes all seats of a row from a block, over arcs that single States can carry out, as far as
  /// that goes.
  mutating func clear(_ arc: Arc) {
    while held(arc.row, arc.block) > 0 {
      search(to: node(ofBlock: arc.block), .careful, goal: arc.row, blocked: arc)
      guard search.reached(arc.row), search.turned[arc.row] & ClassSearch.mayExclude == 0 else {
        return
      }
      change(arc.row, arc.block, by: -1)
      push(from: arc.row)
    }
  }
}
