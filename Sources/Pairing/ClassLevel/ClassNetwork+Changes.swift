import Rules

extension ClassNetwork {
  /// Reroutes the flow so that a block holds a seat of a row.
  ///
  /// - Returns: Whether it can; if not, nothing is changed.
  mutating func hold(_ row: Int, _ block: Int, isSturdy: Bool) -> Bool {
    if held(row, block) > 0 { return true }
    let start = node(ofBlock: block)
    search(to: row, isSturdy: isSturdy, goal: start)
    guard search.reached(start) else { return false }
    change(row, block, by: 1)
    push(from: start)
    return true
  }

  /// Reroutes the flow so that an open seat of a kind is held.
  mutating func holdOpenSeat(of kind: Int, isSturdy: Bool) -> Bool {
    if toOpen[kind] > 0 { return true }
    guard tightOpen[kind] else { return false }
    let row = layout.openRow[kind]
    search(to: node(ofSupply: kind), isSturdy: isSturdy, goal: row)
    guard search.reached(row) else { return false }
    toOpen[kind] += 1
    push(from: row)
    return true
  }

  /// Takes a seat that a block holds out of what is left, for good.
  ///
  /// - Parameters:
  ///   - row: The row of the seat.
  ///   - kind: The kind under review.
  ///   - block: The reviewer's block.
  ///   - done: The reviews that the reviewer has been drawn for before.
  /// - Returns: The reviewer's block from now on; −1 where it does no more.
  mutating func settle(_ row: Int, of kind: Int, _ block: Int, done: Int) -> Int {
    change(row, block, by: -1)
    seats[kind] -= 1
    if layout.isRegional(row) {
      toRegional[kind] -= 1
      regionalSeats[kind] -= 1
    } else {
      toOpen[kind] -= 1
    }
    members[block] -= 1
    lacking[block] -= max(0, minimum - done)
    capacity[block] -= maximum - done
    var next = -1
    if done + 1 < maximum {
      next = block - block % layout.levels + min(done + 1, minimum)
      members[next] += 1
      lacking[next] += max(0, minimum - done - 1)
      capacity[next] += maximum - done - 1
      if next != block { moveLoad(from: block, to: next) }
      updateRoom(next)
    }
    updateRoom(block)
    return next
  }

  /// Moves seats between two blocks of a kind until each holds as many as its reviewers must and
  /// may, after one of them has changed over.
  private mutating func moveLoad(from block: Int, to next: Int) {
    let kind = layout.kind(ofBlock: block)
    let least = fullExtra[kind] ? capacity[next] : fullLacking[kind] ? lacking[next] : 0
    let most =
      tightExtra[kind] || fullExtra[kind]
      ? capacity[block] : tightLacking[kind] || fullLacking[kind] ? lacking[block] : 0
    var amount = max(0, least - load[next], load[block] - most)
    for row in 0..<layout.rowCount where amount > 0 {
      let moved = min(amount, held(row, block))
      if moved == 0 { continue }
      change(row, block, by: -moved)
      change(row, next, by: moved)
      amount -= moved
    }
    precondition(amount == 0, "reviews of a State that nobody holds")
  }

  /// Gives a regional seat of a kind up for good; it becomes an open seat.
  ///
  /// - Returns: Whether the flow leaves one unheld, or can.
  mutating func giveUpRegionalSeat(of kind: Int) -> Bool {
    if toRegional[kind] == regionalSeats[kind] {
      // A unit goes from the supply elsewhere, and the row gives one up.
      let row = layout.regionalRow[kind]
      search(to: row, isSturdy: false, goal: node(ofSupply: kind))
      let start = node(ofSupply: kind)
      guard tightRegional[kind] && search.reached(start) else { return false }
      toRegional[kind] -= 1
      push(from: start)
    }
    regionalSeats[kind] -= 1
    return true
  }

  /// Leaves an open seat of a kind empty for good.
  ///
  /// - Returns: Whether the flow leaves one empty, or can.
  mutating func leaveSeatEmpty(of kind: Int) -> Bool {
    if toSink[kind] == 0 {
      guard tightEmpty[kind] else { return false }
      search(to: node(ofSupply: kind), isSturdy: false, goal: sink)
      guard search.reached(sink) else { return false }
      toSink[kind] += 1
      push(from: sink)
    }
    toSink[kind] -= 1
    seats[kind] -= 1
    return true
  }
}
