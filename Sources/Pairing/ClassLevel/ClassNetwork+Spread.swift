extension ClassNetwork {
  /// How often the rows are gone over.
  private static let spreadRounds = 4

  /// Spreads a flow over kinds evenly: the seats of each row over all blocks that may hold them, in
  /// proportion to what these can still do.
  ///
  /// The flow that successive shortest paths end with loads some blocks fully and others not at all;
  /// then most lots find that the State drawn does not hold the seat, and that its block has no
  /// room, and have to search for a way. Nothing is drawn yet. What is possible stays the same.
  ///
  /// - Complexity: O(m²) for m kinds.
  mutating func spread() {
    for _ in 0..<Self.spreadRounds {
      for row in 0..<layout.rowCount where heldInRow[row] > 0 { spread(row) }
    }
  }

  /// Only reviews beyond the minimum are moved, where that costs nothing, so that all blocks keep
  /// what they lack.
  private mutating func spread(_ row: Int) {
    var shares: [(block: Int, share: Int)] = []
    var (seats, sum) = (0, 0)
    for word in 0..<blockWordsInUse {
      var bits = tightBlocks[row * blockWords + word] & occupied[word]
      while bits != 0 {
        let block = word << 6 + bits.trailingZeroBitCount
        bits &= bits - 1
        guard tightExtra[blocks[block].kind] && load[block] >= lacking[block] else { continue }
        // What may go, and what may then come.
        let movable = min(held(row, block), load[block] - lacking[block])
        let share = capacity[block] - load[block] + movable
        if share == 0 { continue }
        shares.append((block, share))
        seats += movable
        sum += share
        change(row, block, by: -movable)
      }
    }
    // In proportion, rounded so that the parts sum up: each is a share at least as large.
    var (given, before) = (0, 0)
    for (block, share) in shares {
      before += share
      let until = Int(Int128(seats) * Int128(before) / Int128(sum))
      if until > given { change(row, block, by: until - given) }
      given = until
    }
  }
}
