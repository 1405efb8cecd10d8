/// Places for single States.
extension ClassNetwork {
  /// Gives a State under review a supply and rows of its own; its seats and what holds them move
  /// over from those of its kind.
  ///
  /// - Parameters:
  ///   - state: The State, with a seat left.
  ///   - kind: Its kind.
  ///   - hasRegional: Whether its regional seat is left.
  ///   - openLeft: Open seats left.
  ///   - exceptions: The States that may not have its seats.
  mutating func singleOut(
    underReview state: Int, _ kind: Int, hasRegional: Bool, openLeft: Int, except exceptions: [Int]
  ) {
    let supply: Int
    if let free = freeSupplies.popLast() {
      supply = free
    } else {
      if supplies.count == supplyLimit { makeRoom(rows: false, blocks: false, supplies: true) }
      supply = supplies.count
      supplies.append(Supply(kind: kind, regionalRow: -1, openRow: -1))
    }
    supplies[supply] = Supply(kind: kind, regionalRow: -1, openRow: -1, state: state)
    supplyOf[state] = supply
    if let block = blockOf[state] { blocks[block].ownSupply = supply }
    let regionalBase = layout.regionalRow[kind]
    let openRow = addRow(base: layout.openRow[kind], state, supply, exceptions)
    supplies[supply].openRow = openRow
    if hasRegional {
      let row = addRow(base: regionalBase, state, supply, exceptions)
      supplies[supply].regionalRow = row
      (rows[row].twin, rows[openRow].twin) = (openRow, row)
      regionalSeats[kind] -= 1
      regionalSeats[supply] = 1
    }
    let all = openLeft + (hasRegional ? 1 : 0)
    seats[kind] -= all
    seats[supply] = all
    var rest = all
    if hasRegional && toRegional[kind] > 0 {
      toRegional[kind] -= 1
      toRegional[supply] = 1
      moveSeat(from: regionalBase, to: supplies[supply].regionalRow)
      rest -= 1
    }
    let open = min(rest, toOpen[kind])
    toOpen[kind] -= open
    toOpen[supply] = open
    for _ in 0..<open { moveSeat(from: layout.openRow[kind], to: openRow) }
    toSink[kind] -= rest - open
    toSink[supply] = rest - open
    precondition(toSink[kind] >= 0, "seats of a kind that are not there")
  }

  private mutating func addRow(
    base: Int, _ state: Int, _ supply: Int, _ exceptions: [Int]
  ) -> Int {
    let row: Int
    if let free = freeRows.popLast() {
      row = free
      rows[row] = Row(base: base, supply: supply, state: state)
    } else {
      if rows.count == rowLimit { makeRoom(rows: true, blocks: false, supplies: false) }
      row = rows.count
      rows.append(Row(base: base, supply: supply, state: state))
      rowWordsInUse = (rows.count + 63) / 64
    }
    singleRows.insert(row)
    rows[row].ownBlock = blockOf[state] ?? -1
    for block in tightBlocks(of: base) { setTight(row, block, true) }
    for other in exceptions {
      if let block = blockOf[other] { setTight(row, block, false) }
    }
    return row
  }

  /// Gives a seat of a row of kinds, with whom it is held by, to that of a single State.
  private mutating func moveSeat(from group: Int, to row: Int) {
    var (best, least) = (-1, Int.max)
    for word in 0..<blockWordsInUse {
      var bits = used(group, word: word)
      while bits != 0 && least > 0 {
        let block = word << 6 + bits.trailingZeroBitCount
        bits &= bits - 1
        let doubt = doubt(row, block)
        if doubt < least { (best, least) = (block, doubt) }
      }
    }
    precondition(best >= 0, "a seat that nobody holds")
    change(group, best, by: -1)
    change(row, best, by: 1)
    note(Arc(row: row, block: best))
  }

  /// How unwelcome it is that a block holds a seat of a single State.
  private func doubt(_ row: Int, _ block: Int) -> Int {
    if sturdyBlocks.has(block) { return 0 }
    if !isSingle(block: block) { return 2 }
    if held(row, block) > 0 { return 4 }
    if !isTight(row, block) { return 3 }
    let twin = rows[row].twin
    if twin >= 0 && held(twin, block) > 0 { return 3 }
    return excludesMutually(row, block) { _ in true } ? 3 : 1
  }

  /// Notes an arc of which it has to be looked at.
  mutating func note(_ arc: Arc) {
    if isSingle(row: arc.row) && isSingle(block: arc.block) {
      suspects.append(arc)
    } else if !isConcrete(arc.row, arc.block) {
      frail.append(arc)
    }
  }

  /// Gives the reviewers of a block blocks of their own; what they hold is dealt out among them.
  ///
  /// - Parameter members: The reviewers, with the reviews that each has done, and the States under
  ///   review whose seats it may not have.
  mutating func singleOut(
    _ group: Int, _ members: [(state: Int, done: Int, exceptions: [Int])]
  ) {
    let kind = blocks[group].kind
    let (minimum, maximum) = limits(ofBlock: group)
    let isLacking = load[group] <= lacking[group]
    var quotas = members.map { isLacking ? 0 : max(0, minimum - $0.done) }
    let most = members.map { isLacking ? max(0, minimum - $0.done) : maximum - $0.done }
    var left = load[group] - quotas.reduce(0, +)
    var hasRoom = true
    while left > 0 && hasRoom {
      hasRoom = false
      for place in quotas.indices where left > 0 && quotas[place] < most[place] {
        quotas[place] += 1
        left -= 1
        hasRoom = true
      }
    }
    precondition(left == 0, "more reviews than a block can do")
    let singles = members.map { member in
      addBlock(kind, base: group, member.state, member.done, member.exceptions)
    }
    let holding = Array(usedBy[group * rowWords..<(group + 1) * rowWords]).elements
    // Rows of single States first: they have the least choice.
    for row in holding.reversed() {
      while held(row, group) > 0 {
        var (best, least) = (-1, Int.max)
        for place in quotas.indices where quotas[place] > 0 {
          let doubt = isSingle(row: row) ? doubt(row, singles[place]) : 0
          let order = doubt * 1_000 - min(quotas[place], 999)
          if order < least { (best, least) = (place, order) }
        }
        change(row, group, by: -1)
        change(row, singles[best], by: 1)
        quotas[best] -= 1
        note(Arc(row: row, block: singles[best]))
      }
    }
    self.members[group] = 0
    (lacking[group], capacity[group]) = (0, 0)
    updateRoom(group)
    for single in singles { updateRoom(single) }
  }

  private mutating func addBlock(
    _ kind: Int, base: Int, _ state: Int, _ done: Int, _ exceptions: [Int]
  ) -> Int {
    let block: Int
    if let free = freeBlocks.popLast() {
      block = free
      blocks[block] = Block(kind: kind, base: base, state: state)
    } else {
      if blocks.count == blockLimit { makeRoom(rows: false, blocks: true, supplies: false) }
      block = blocks.count
      blocks.append(Block(kind: kind, base: base, state: state))
      blockWordsInUse = (blocks.count + 63) / 64
    }
    blockOf[state] = block
    if let supply = supplyOf[state] {
      blocks[block].ownSupply = supply
      setOwnBlock(supply, block)
    }
    singleBlocks.insert(block)
    members[block] = 1
    lacking[block] = max(0, layout.minimum[kind] - done)
    capacity[block] = layout.maximum[kind] - done
    // Bans are of single rows, and a block of the layout has none.
    for row in tightRows(of: base) { setTight(row, block, true) }
    for other in exceptions {
      guard let supply = supplyOf[other] else { continue }
      for row in [supplies[supply].regionalRow, supplies[supply].openRow] where row >= 0 {
        setTight(row, block, false)
      }
    }
    return block
  }

  /// The blocks that a row may be held by, and the rows that a block may hold.
  private func tightBlocks(of row: Int) -> [Int] {
    Array(tightBlocks[row * blockWords..<(row + 1) * blockWords]).elements
  }
  private func tightRows(of block: Int) -> [Int] {
    Array(tightRows[block * rowWords..<(block + 1) * rowWords]).elements
  }

  private mutating func setOwnBlock(_ supply: Int, _ block: Int) {
    let (regionalRow, openRow) = (supplies[supply].regionalRow, supplies[supply].openRow)
    if regionalRow >= 0 { rows[regionalRow].ownBlock = block }
    if openRow >= 0 { rows[openRow].ownBlock = block }
  }

  /// Takes a row of a single State out, of which no seat is left.
  mutating func remove(row: Int) {
    precondition(heldInRow[row] == 0, "a row with seats")
    if rows[row].twin >= 0 { rows[rows[row].twin].twin = -1 }
    rows[row].twin = -1
    for block in tightBlocks(of: row) { setTight(row, block, false) }
    singleRows.remove(bit: row)
    freeRows.append(row)
    search.current = -1
  }

  /// Takes a single State under review out, of which no seat is left.
  mutating func remove(supply: Int) {
    for row in [supplies[supply].regionalRow, supplies[supply].openRow] where row >= 0 {
      remove(row: row)
    }
    supplyOf[supplies[supply].state] = nil
    if let block = blockOf[supplies[supply].state] { blocks[block].ownSupply = -1 }
    supplies[supply].regionalRow = -1
    supplies[supply].openRow = -1
    freeSupplies.append(supply)
  }

  /// Takes a single reviewer out, who does no more.
  mutating func remove(block: Int) {
    precondition(load[block] == 0, "a block that holds seats")
    for row in tightRows(of: block) { setTight(row, block, false) }
    members[block] = 0
    (lacking[block], capacity[block]) = (0, 0)
    updateRoom(block)
    singleBlocks.remove(bit: block)
    blockOf[blocks[block].state] = nil
    if blocks[block].ownSupply >= 0 { setOwnBlock(blocks[block].ownSupply, -1) }
    freeBlocks.append(block)
    search.current = -1
  }
}
