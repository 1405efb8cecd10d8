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

  /// Gives a block without room some back: seats that it holds go to other blocks that may hold them
  /// and have room.
  ///
  /// A block that is drawn from fills up, since the State drawn leaves it with all that it could
  /// still do, but with one review only. Then nothing is reached at once any more.
  ///
  /// - Complexity: O(m²) for m kinds; once for an eighth of the block's States.
  mutating func relieve(_ block: Int) {
    guard !room.has(block), sturdyBlocks.has(block), tightExtra[blocks[block].kind],
      members[block] <= relieved[block] - (relieved[block] >> 3)
    else { return }
    relieved[block] = members[block]
    let excess = min(load[block] - lacking[block], capacity[block] / 4)
    let before = load[block]
    for word in 0..<rowWordsInUse {
      var bits = usedBy[block * rowWords + word] & ~singleRows[word]
      while bits != 0 {
        let row = word << 6 + bits.trailingZeroBitCount
        bits &= bits - 1
        deal(held(row, block) * excess / before, of: row, from: block)
      }
    }
  }

  /// Deals so many seats of a row that a block holds out among other sturdy blocks, in proportion to
  /// their room, half of which they keep.
  private mutating func deal(_ amount: Int, of row: Int, from block: Int) {
    var places: [(block: Int, room: Int)] = []
    var sum = 0
    for word in 0..<blockWordsInUse where amount > 0 {
      var bits = tightBlocks[row * blockWords + word] & room[word] & sturdyBlocks[word]
      while bits != 0 {
        let other = word << 6 + bits.trailingZeroBitCount
        bits &= bits - 1
        let room = load[other] >= lacking[other] ? roomLeft(other) / 2 : 0
        if room > 0 { places.append((other, room)) }
        sum += room
      }
    }
    if sum == 0 { return }
    let all = min(amount, sum)
    var (given, before) = (0, 0)
    for (other, room) in places {
      before += room
      let until = Int(Int128(all) * Int128(before) / Int128(sum))
      if until > given {
        change(row, block, by: given - until)
        change(row, other, by: until - given)
      }
      given = until
    }
  }
}
