extension ClassNetwork {
  /// One step that can be taken back.
  enum Change: Sendable {
    /// Row, block, and the change of the seats held.
    case held(Int, Int, Int)
    /// Supply, and the change of its units.
    case regional(Int, Int)
    case open(Int, Int)
    case empty(Int, Int)
    /// An arc that was tight.
    case ban(Int, Int)
  }

  /// Performs a change, and notes it while that is wanted.
  mutating func perform(_ change: Change) {
    if isLogging { log.append(change) }
    apply(change, 1)
  }

  /// Takes back everything noted since a mark.
  mutating func rollBack(to mark: Int) {
    while log.count > mark { apply(log.removeLast(), -1) }
  }

  /// Takes back what branches forbade, keeping the flow.
  mutating func releaseBans() {
    for change in log.reversed() {
      if case .ban(let row, let block) = change { setTight(row, block, true) }
    }
    log.removeAll(keepingCapacity: true)
  }

  private mutating func apply(_ change: Change, _ sign: Int) {
    search.current = -1
    switch change {
    case .held(let row, let block, let amount): hold(row, block, amount * sign)
    case .regional(let supply, let amount): toRegional[supply] += amount * sign
    case .open(let supply, let amount): toOpen[supply] += amount * sign
    case .empty(let supply, let amount): toSink[supply] += amount * sign
    case .ban(let row, let block): setTight(row, block, sign < 0)
    }
  }

  private mutating func hold(_ row: Int, _ block: Int, _ amount: Int) {
    let place = row * blockLimit + block
    held[place] += Int32(truncatingIfNeeded: amount)
    heldInRow[row] += amount
    load[block] += amount
    let (byRow, byBlock) = (row * blockWords + block >> 6, block * rowWords + row >> 6)
    if held[place] > 0 {
      used[byRow] |= 1 << UInt64(block & 63)
      usedBy[byBlock] |= 1 << UInt64(row & 63)
    } else {
      used[byRow] &= ~(1 << UInt64(block & 63))
      usedBy[byBlock] &= ~(1 << UInt64(row & 63))
    }
    updateRoom(block)
    if !isSingle(row: row) && sturdyRows.has(row) != (heldInRow[row] >= sturdiness.seats) {
      dirtyRows.append(row)
    }
  }

  /// Changes how many seats of a row a block holds.
  mutating func change(_ row: Int, _ block: Int, by amount: Int) {
    perform(.held(row, block, amount))
  }

  /// How many units the way that the last search found from a node can carry; 0 where a step
  /// cannot be taken any more. Only for flows over kinds alone.
  func amount(from start: Int) -> Int {
    var amount = Int.max
    var node = start
    while search.next[node] >= 0 {
      let next = Int(search.next[node])
      switch (place(of: node), place(of: next)) {
      case (.block(let block), .row(let row)): amount = min(amount, held(row, block))
      case (.block(let block), .sink): amount = min(amount, roomLeft(block))
      case (.row(let row), .supply(let supply)):
        amount = min(amount, isRegional(row) ? toRegional[supply] : toOpen[supply])
      case (.supply(let supply), .row(let row)):
        if isRegional(row) { amount = min(amount, regionalSeats[supply] - toRegional[supply]) }
      // A unit is taken from a block that sheds, or an empty seat is filled.
      case (.sink, _): amount = min(amount, 1)
      default: break
      }
      node = next
    }
    return amount
  }

  /// Sends units along the way that the last search found.
  mutating func push(from start: Int, amount: Int = 1) {
    var node = start
    while search.next[node] >= 0 {
      let next = Int(search.next[node])
      switch (place(of: node), place(of: next)) {
      case (.row(let row), .block(let block)): perform(.held(row, block, amount))
      case (.block(let block), .row(let row)): perform(.held(row, block, -amount))
      case (.row(let row), .supply(let supply)):
        perform(isRegional(row) ? .regional(supply, -amount) : .open(supply, -amount))
      case (.supply(let supply), .row(let row)):
        perform(isRegional(row) ? .regional(supply, amount) : .open(supply, amount))
      case (.supply(let supply), .sink): perform(.empty(supply, amount))
      case (.sink, .supply(let supply)): perform(.empty(supply, -amount))
      default: break
      }
      node = next
    }
  }

  /// The arcs without a sturdy end, between two that are not both single States, on which the way
  /// that the last search found from a node takes seats.
  func frailArcs(from start: Int) -> [Arc] {
    var arcs: [Arc] = []
    var node = start
    while search.next[node] >= 0 {
      let next = Int(search.next[node])
      if case (.row(let row), .block(let block)) = (place(of: node), place(of: next)),
        !isConcrete(row, block)
      {
        arcs.append(Arc(row: row, block: block))
      }
      node = next
    }
    return arcs
  }

  /// The single States whose seats a single reviewer takes on that way.
  func states(takenBy reviewer: Int, from start: Int) -> [Int] {
    var states: [Int] = []
    var node = start
    while search.next[node] >= 0 {
      let next = Int(search.next[node])
      if next == self.node(ofBlock: reviewer), node < rowLimit, isSingle(row: node) {
        states.append(rows[node].state)
      }
      node = next
    }
    return states
  }

  /// Whether single States can carry out what runs between a row and a block.
  func isConcrete(_ row: Int, _ block: Int) -> Bool {
    sturdyRows.has(row) || sturdyBlocks.has(block)
      || isSingle(row: row) && isSingle(block: block)
  }

  private enum Place {
    case row(Int), block(Int), supply(Int), sink
  }

  @inline(__always)
  private func place(of node: Int) -> Place {
    if node < rowLimit { return .row(node) }
    if node < rowLimit + blockLimit { return .block(node - rowLimit) }
    return node < sink ? .supply(node - rowLimit - blockLimit) : .sink
  }
}
