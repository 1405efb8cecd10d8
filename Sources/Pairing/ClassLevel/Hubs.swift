/// Rows that are sturdy over others: a row A of few seats over *hubs*, sturdy open rows whose seats
/// all blocks of A may hold.
///
/// Let a reviewer j hold a seat of A that is forbidden to it, and call the seats of A's hubs held by
/// blocks that may hold A the *pool* of A. A seat of the pool can be exchanged with it, unless that
/// is forbidden: the count in ``Sturdiness`` holds for the pool as for a row. The flow changes by
/// this, but only between a hub, which stays sturdy, and blocks that may hold A. It can take a seat
/// out of the pool of another row that shares a block with A, and there is at most one such exchange
/// for each seat that is held over an arc without a sturdy end. So a pool that is larger by the
/// number of these seats, in all rows that share a block with A, is never too small.
struct Hubs: Sendable {
  /// Whether anything is noted yet.
  var isRunning = false
  /// Rows that are sturdy by themselves.
  var ownRows: [UInt64]
  /// For each open row, the rows of which it is a hub; for each row, those that share a block.
  var rowsOfHub: [UInt64]
  var sharing: [UInt64]
  /// The pool of each row.
  var pool: [Int]
  /// Seats of each row held over arcs without a sturdy end, hubs aside.
  var frail: [Int]
  /// The sum of these over all rows that share a block.
  var frailAround: [Int]

  init(rows: Int, rowWords: Int) {
    ownRows = Array(repeating: 0, count: rowWords)
    rowsOfHub = Array(repeating: 0, count: rows * rowWords)
    sharing = rowsOfHub
    pool = Array(repeating: 0, count: rows)
    (frail, frailAround) = (pool, pool)
  }
}

extension ClassNetwork {
  /// Begins to note pools.
  ///
  /// - Complexity: O(m³/64) for m kinds.
  mutating func startHubs(_ sturdiness: Sturdiness) {
    let rows = 0..<layout.rowCount
    for row in rows {
      let own = Array(tightBlocks[row * blockWords..<(row + 1) * blockWords])
      for other in rows {
        let start = other * blockWords
        var (isSubset, isShared) = (true, false)
        for word in 0..<blockWords {
          if own[word] & ~tightBlocks[start + word] != 0 { isSubset = false }
          if own[word] & tightBlocks[start + word] != 0 { isShared = true }
        }
        if isShared { hubs.sharing[row * rowWords + other >> 6] |= 1 << UInt64(other & 63) }
        if isSubset && other != row && !layout.isRegional(other) {
          hubs.rowsOfHub[other * rowWords + row >> 6] |= 1 << UInt64(row & 63)
        }
      }
    }
    hubs.isRunning = true
    for row in rows { addFrail(row, frailSeats(row)) }
    for block in members.indices { _ = updateSturdiness(ofBlock: block, sturdiness) }
    for row in rows { updateSturdiness(ofRow: row, sturdiness) }
    _ = updateHubs(sturdiness)
  }

  /// Notes a change of a seat that a block holds.
  mutating func noteHubs(_ row: Int, _ block: Int, _ amount: Int) {
    if isOwn(row) {
      if !layout.isRegional(row) {
        addToPools(of: row, layout.kind(ofBlock: block), amount)
      }
    } else if !isSturdy(block: block) {
      addFrail(row, amount)
    }
  }

  private mutating func addToPools(of hub: Int, _ kind: Int, _ amount: Int) {
    for word in 0..<rowWords {
      var bits = hubs.rowsOfHub[hub * rowWords + word] & tightRows[kind * rowWords + word]
      while bits != 0 {
        hubs.pool[word << 6 + bits.trailingZeroBitCount] += amount
        bits &= bits - 1
      }
    }
  }

  private mutating func addFrail(_ row: Int, _ amount: Int) {
    if amount == 0 { return }
    hubs.frail[row] += amount
    for word in 0..<rowWords {
      var bits = hubs.sharing[row * rowWords + word]
      while bits != 0 {
        hubs.frailAround[word << 6 + bits.trailingZeroBitCount] += amount
        bits &= bits - 1
      }
    }
  }

  private func frailSeats(_ row: Int) -> Int {
    var sum = 0
    for block in members.indices where !isSturdy(block: block) { sum += held(row, block) }
    return sum
  }

  /// Whether a row is sturdy by itself.
  func isOwn(_ row: Int) -> Bool { hubs.ownRows[row >> 6] >> UInt64(row & 63) & 1 == 1 }

  /// Whether a row is sturdy, by itself or over hubs.
  func isSturdy(row: Int) -> Bool { sturdyRows[row >> 6] >> UInt64(row & 63) & 1 == 1 }

  /// Whether a block is sturdy.
  func isSturdy(block: Int) -> Bool { sturdyBlocks[block >> 6] >> UInt64(block & 63) & 1 == 1 }

  /// Notes whether a row is sturdy by itself.
  mutating func updateSturdiness(ofRow row: Int, _ sturdiness: Sturdiness) {
    let now = heldInRow[row] >= sturdiness.seats
    if now == isOwn(row) { return }
    if now { addFrail(row, -hubs.frail[row]) }
    hubs.ownRows[row >> 6] ^= 1 << UInt64(row & 63)
    if !now { addFrail(row, frailSeats(row)) }
    if layout.isRegional(row) { return }
    for kind in 0..<layout.kindCount {
      var seats = 0
      for level in 0..<layout.levels { seats += held(row, kind * layout.levels + level) }
      if seats > 0 { addToPools(of: row, kind, now ? seats : -seats) }
    }
  }

  /// Notes whether a block is sturdy.
  ///
  /// A block whose reviewers all hold seats in every assignment as good as this one has as many
  /// seats as reviewers. Any other has either enough seats, or enough reviewers that are free.
  ///
  /// - Returns: Whether it was and is no more.
  mutating func updateSturdiness(ofBlock block: Int, _ sturdiness: Sturdiness) -> Bool {
    let kind = layout.kind(ofBlock: block)
    let lacks = block % layout.levels < minimum
    let isFull = lacks ? fullLacking[kind] : fullExtra[kind]
    let isFree = lacks ? tightLacking[kind] : tightExtra[kind]
    let needed = sturdiness.seats + (isFull ? 0 : sturdiness.exceptions + 1)
    let now = (isFull || isFree) && members[block] >= needed
    if now == isSturdy(block: block) { return false }
    sturdyBlocks[block >> 6] ^= 1 << UInt64(block & 63)
    for row in 0..<layout.rowCount where !isOwn(row) {
      addFrail(row, now ? -held(row, block) : held(row, block))
    }
    return !now
  }

  /// Notes which rows are sturdy, over hubs or by themselves.
  ///
  /// - Returns: The rows that were and are no more.
  mutating func updateHubs(_ sturdiness: Sturdiness) -> [Int] {
    var lost: [Int] = []
    for word in 0..<rowWords {
      var now = hubs.ownRows[word]
      var bits = ~now
      while bits != 0 {
        let row = word << 6 + bits.trailingZeroBitCount
        bits &= bits - 1
        if row >= layout.rowCount { break }
        if hubs.pool[row] >= sturdiness.seats + hubs.frailAround[row] + Sturdiness.margin {
          now |= 1 << UInt64(row & 63)
        }
      }
      var gone = sturdyRows[word] & ~now
      sturdyRows[word] = now
      while gone != 0 {
        lost.append(word << 6 + gone.trailingZeroBitCount)
        gone &= gone - 1
      }
    }
    return lost
  }
}
