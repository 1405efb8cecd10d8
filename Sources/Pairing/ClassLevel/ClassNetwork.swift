import Rules

/// The minimum-cost flow of a cycle over kinds of States: the flow of ``PairingFlow`` with States
/// of a kind taken together, but for those that are told apart.
///
/// Nodes: rows (seats), blocks (reviewers), supplies (States under review) and one sink, numbered
/// in this order. The first rows, blocks and supplies are those of the ``ClassLayout``; the others
/// are of *single* States, each of which has rows and a supply of its own as a State under review,
/// or a block of its own as a reviewer.
///
/// What the flow excludes is excluded State by State too, because every assignment of States is a
/// flow; the reverse holds under the conditions of ``Sturdiness``.
struct ClassNetwork: Sendable {
  /// Seats of a kind, of kinds, or of one State.
  struct Row: Sendable {
    /// The row of the layout.
    var base: Int
    /// The supply; −1 for the open seats of several kinds.
    var supply: Int
    /// The other row of a single State; −1 for none.
    var twin = -1
    /// The single State; −1 for none.
    var state = -1
    /// Its block as a reviewer; −1 for none.
    var ownBlock = -1
  }

  /// Reviewers of a kind with as many reviews below the minimum, or one.
  struct Block: Sendable {
    var kind: Int
    /// The block of the layout, which for a single State changes with its reviews.
    var base: Int
    /// The single State; −1 for none.
    var state = -1
    /// Its supply as a State under review; −1 for none.
    var ownSupply = -1

    /// The single State.
    var reviewer: Int? { state < 0 ? nil : state }
  }

  /// States under review of a kind, or one.
  struct Supply: Sendable {
    var kind: Int
    var regionalRow: Int
    var openRow: Int
    var state = -1
  }

  /// A row and a block.
  struct Arc: Hashable, Sendable {
    let row: Int
    let block: Int
  }

  let layout: ClassLayout
  let costs: Costs
  let forbidsMutual: Bool
  let sturdiness: Sturdiness

  // Nodes.
  /// The most rows, blocks and supplies that there is room for: whole words of bits.
  var rowLimit: Int
  var blockLimit: Int
  var supplyLimit: Int
  /// Words of a set of rows and of blocks, and those of them in use.
  var rowWords: Int
  var blockWords: Int
  var rowWordsInUse: Int
  var blockWordsInUse: Int
  var rows: [Row]
  var blocks: [Block]
  var supplies: [Supply]
  /// Places of single States that are no more.
  var freeRows: [Int] = []
  var freeBlocks: [Int] = []
  var freeSupplies: [Int] = []
  /// Rows and blocks of single States.
  var singleRows: [UInt64]
  var singleBlocks: [UInt64]
  /// The supply and the block of single States.
  var supplyOf: [Int: Int] = [:]
  var blockOf: [Int: Int] = [:]

  // What is left.
  /// Regional seats left, by supply.
  var regionalSeats: [Int]
  /// All seats left, by supply.
  var seats: [Int]
  /// Reviewers in each block.
  var members: [Int]
  /// Reviews that they lack of the minimum.
  var lacking: [Int]
  /// Reviews that they can do at most.
  var capacity: [Int]
  /// Reviewers of each block of the layout when it was last relieved.
  var relieved: [Int] = []

  // The flow.
  var toRegional: [Int]
  var toOpen: [Int]
  var toSink: [Int]
  var unsent: [Int]
  /// Seats of a row held by a block, row after row.
  var held: [Int32]
  /// Seats held in each row.
  var heldInRow: [Int]
  /// Seats held by each block.
  var load: [Int]

  // Potentials, by kind but for rows, so that no free arc has a negative reduced cost.
  var supplyPotential: [Int128]
  var rowPotential: [Int128]
  var kindPotential: [Int128]
  var sinkPotential: Int128

  // Arcs of reduced cost zero, by row and by block, and which of them carry something.
  var tightBlocks: [UInt64]
  var tightRows: [UInt64]
  var used: [UInt64]
  var usedBy: [UInt64]
  // By kind: whether arcs of its supplies and reviewers are tight.
  var tightRegional: [Bool]
  var tightOpen: [Bool]
  var tightEmpty: [Bool]
  /// Whether any seat may stay empty at no cost.
  var mayLeaveEmpty = false
  /// Whether a kind's reviews up to the minimum, and those beyond it, lie on tight arcs.
  var tightLacking: [Bool]
  var tightExtra: [Bool]
  /// Whether they are done in every assignment as good as this one.
  var fullLacking: [Bool]
  var fullExtra: [Bool]
  /// Blocks that can do one more review at no cost.
  var room: [UInt64]
  /// Blocks with any reviewer.
  var occupied: [UInt64]

  /// Rows and blocks that are sturdy, and those of which it has to be looked at anew.
  var sturdyRows: [UInt64]
  var sturdyBlocks: [UInt64]
  var dirtyRows: [Int] = []
  var dirtyBlocks: [Int] = []
  /// Arcs without a sturdy end that carry something, and arcs between single States that perhaps
  /// no completion has together.
  var frail: [Arc] = []
  var suspects: [Arc] = []

  // Repair.
  var isLogging = false
  var log: [Change] = []
  /// Arcs that hold a seat which they must keep.
  var pins: [Arc] = []
  /// A supply that must keep an open seat held; −1 for none.
  var pinnedSupply = -1
  var repairStart = 0
  var repairNodes = 0
  var repairLimit = Lookahead.defaultRepairLimit

  var search: ClassSearch
  /// Rows that a careful search leaves out, while it looks at one block.
  var avoided: [UInt64]

  /// Lays out the network; nothing is assigned.
  ///
  /// - Parameters:
  ///   - layout: The kinds.
  ///   - problem: A problem of which nothing is drawn.
  ///   - sturdiness: How many seats make a row sturdy.
  init(_ layout: ClassLayout, _ problem: PairingProblem, _ sturdiness: Sturdiness) {
    self.layout = layout
    self.sturdiness = sturdiness
    costs = Costs(problem.rulebook)
    forbidsMutual = problem.rulebook.mutualReviews == .forbidden
    let kinds = layout.kindCount
    rowWords = layout.rowCount / 64 + 1
    blockWords = layout.blockCount / 64 + 1
    rowWordsInUse = (layout.rowCount + 63) / 64
    blockWordsInUse = (layout.blockCount + 63) / 64
    (rowLimit, blockLimit, supplyLimit) = (rowWords * 64, blockWords * 64, (kinds / 64 + 1) * 64)
    rows = (0..<layout.rowCount).map { row in
      Row(base: row, supply: layout.isRegional(row) ? layout.kindOfRegionalRow[row] : -1)
    }
    blocks = (0..<layout.blockCount).map { Block(kind: layout.kind(ofBlock: $0), base: $0) }
    supplies = (0..<kinds).map {
      Supply(kind: $0, regionalRow: layout.regionalRow[$0], openRow: layout.openRow[$0])
    }
    let noSupply = Array(repeating: 0, count: supplyLimit)
    (regionalSeats, seats) = (noSupply, noSupply)
    for kind in 0..<kinds where layout.underReview[kind] > 0 {
      seats[kind] = layout.underReview[kind] * layout.seats[kind]
      if layout.regionalRow[kind] >= 0 { regionalSeats[kind] = layout.underReview[kind] }
    }
    (toRegional, toOpen, toSink) = (noSupply, noSupply, noSupply)
    unsent = seats
    members = Array(repeating: 0, count: blockLimit)
    (lacking, capacity, load) = (members, members, members)
    held = Array(repeating: 0, count: rowLimit * blockLimit)
    heldInRow = Array(repeating: 0, count: rowLimit)
    supplyPotential = Array(repeating: 0, count: kinds)
    rowPotential = Array(repeating: 0, count: layout.rowCount)
    kindPotential = supplyPotential
    sinkPotential = 0
    tightBlocks = Array(repeating: 0, count: rowLimit * blockWords)
    used = tightBlocks
    tightRows = Array(repeating: 0, count: blockLimit * rowWords)
    usedBy = tightRows
    tightRegional = Array(repeating: false, count: kinds)
    (tightOpen, tightEmpty) = (tightRegional, tightRegional)
    (tightLacking, tightExtra) = (tightRegional, tightRegional)
    (fullLacking, fullExtra) = (tightRegional, tightRegional)
    room = Array(repeating: 0, count: blockWords)
    (sturdyBlocks, singleBlocks, occupied) = (room, room, room)
    sturdyRows = Array(repeating: 0, count: rowWords)
    (singleRows, avoided) = (sturdyRows, sturdyRows)
    search = ClassSearch(rowLimit: rowLimit, blockLimit: blockLimit, supplyLimit: supplyLimit)
    countReviewers(problem)
    relieved = Array(repeating: problem.membership.states.count, count: layout.blockCount)
  }

  private mutating func countReviewers(_ problem: PairingProblem) {
    for (state, kind) in zip(problem.membership.states, layout.kindOf)
    where state.isReviewer && layout.maximum[Int(kind)] > 0 {
      members[Int(kind) * layout.levels] += 1
    }
    for block in blocks.indices {
      let kind = blocks[block].kind
      lacking[block] = members[block] * layout.minimum[kind]
      capacity[block] = members[block] * layout.maximum[kind]
      updateRoom(block)
    }
  }

  /// The fewest and the most reviews of each reviewer of a block.
  func limits(ofBlock block: Int) -> (minimum: Int, maximum: Int) {
    let kind = blocks[block].kind
    return (layout.minimum[kind], layout.maximum[kind])
  }

  /// The node of a block, of a supply, and of the sink.
  func node(ofBlock block: Int) -> Int { rowLimit + block }
  func node(ofSupply supply: Int) -> Int { rowLimit + blockLimit + supply }
  var sink: Int { rowLimit + blockLimit + supplyLimit }

  /// Whether a row or a block is of one State.
  func isSingle(row: Int) -> Bool { row >= layout.rowCount }
  func isSingle(block: Int) -> Bool { block >= layout.blockCount }

  /// Whether a row is of regional seats.
  func isRegional(_ row: Int) -> Bool { layout.isRegional(rows[row].base) }

  /// Seats of a row held by a block.
  @inline(__always)
  func held(_ row: Int, _ block: Int) -> Int { Int(held[row * blockLimit + block]) }

  /// The blocks that hold seats of a row.
  @inline(__always)
  func used(_ row: Int, word: Int) -> UInt64 { used[row * blockWords + word] }

  /// Whether an arc of the flow costs nothing, and no single pair forbids it.
  func isTight(_ row: Int, _ block: Int) -> Bool {
    tightBlocks[row * blockWords + block >> 6] >> UInt64(block & 63) & 1 == 1
  }

  /// Marks an arc as one that may carry something, or as one that may not.
  mutating func setTight(_ row: Int, _ block: Int, _ isTight: Bool) {
    let (byRow, byBlock) = (row * blockWords + block >> 6, block * rowWords + row >> 6)
    if isTight {
      tightBlocks[byRow] |= 1 << UInt64(block & 63)
      tightRows[byBlock] |= 1 << UInt64(row & 63)
    } else {
      tightBlocks[byRow] &= ~(1 << UInt64(block & 63))
      tightRows[byBlock] &= ~(1 << UInt64(row & 63))
    }
  }

  /// How many reviews more a block can do at no cost.
  func roomLeft(_ block: Int) -> Int {
    let kind = blocks[block].kind
    if load[block] < lacking[block] {
      return tightLacking[kind] ? lacking[block] - load[block] : 0
    }
    return tightExtra[kind] ? capacity[block] - load[block] : 0
  }

  /// Whether a block can do a review less at no cost.
  func canShed(_ block: Int) -> Bool {
    let kind = blocks[block].kind
    return load[block] > lacking[block] ? tightExtra[kind] : load[block] > 0 && tightLacking[kind]
  }

  /// Notes whether a block has room, and whether it has reviewers.
  mutating func updateRoom(_ block: Int) {
    if roomLeft(block) > 0 { room.insert(block) } else { room.remove(bit: block) }
    if members[block] > 0 { occupied.insert(block) } else { occupied.remove(bit: block) }
  }
}
