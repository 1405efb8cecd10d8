import Rules

/// The minimum-cost flow of a cycle over kinds of States: the flow of ``PairingFlow`` with States
/// of a kind taken together, the rules that look at single States (no State reviews itself, none
/// twice, no two each other, conflicts) left aside.
///
/// Nodes: rows (seats), blocks (reviewers), supplies (kinds under review) and one sink, numbered in
/// this order. What it excludes is excluded State by State too, because every assignment of States
/// is a flow; the reverse holds under the conditions of ``Sturdiness``.
struct ClassNetwork: Sendable {
  let layout: ClassLayout
  let costs: Costs
  let minimum: Int
  let maximum: Int
  /// Words of a set of blocks and of a set of rows.
  let blockWords: Int
  let rowWords: Int

  // What is left.
  /// Regional seats left, by kind.
  var regionalSeats: [Int]
  /// All seats left, by kind.
  var seats: [Int]
  /// Reviewers in each block.
  var members: [Int]
  /// Reviews that they lack of the minimum.
  var lacking: [Int]
  /// Reviews that they can do at most.
  var capacity: [Int]

  // The flow.
  var toRegional: [Int]
  var toOpen: [Int]
  var toSink: [Int]
  var unsent: [Int]
  /// Seats of a row held by a block, row after row.
  private(set) var held: [Int32]
  /// Seats held in each row.
  private(set) var heldInRow: [Int]
  /// Seats held by each block.
  private(set) var load: [Int]

  // Potentials, by kind but for rows, so that no free arc has a negative reduced cost.
  var supplyPotential: [Int128]
  var rowPotential: [Int128]
  var kindPotential: [Int128]
  var sinkPotential: Int128

  // Arcs of reduced cost zero, and which of them carry something.
  var tightBlocks: [UInt64]
  var tightRows: [UInt64]
  private(set) var used: [UInt64]
  var tightRegional: [Bool]
  var tightOpen: [Bool]
  var tightEmpty: [Bool]
  /// Whether a kind's reviews up to the minimum, and those beyond it, lie on tight arcs.
  var tightLacking: [Bool]
  var tightExtra: [Bool]
  /// Whether they are done in every assignment as good as this one.
  var fullLacking: [Bool]
  var fullExtra: [Bool]
  /// Blocks that can do one more review at no cost.
  private(set) var room: [UInt64]

  /// Whether seats moved between rows since this was last looked at.
  var hasMovedSupply = false

  /// Which rows and blocks are sturdy, by themselves or, for rows, over hubs.
  var sturdyRows: [UInt64]
  var sturdyBlocks: [UInt64]
  var hubs: Hubs

  var search: ClassSearch

  /// Lays out the network; nothing is assigned.
  ///
  /// - Parameters:
  ///   - layout: The kinds.
  ///   - problem: A problem of which nothing is drawn.
  init(_ layout: ClassLayout, _ problem: PairingProblem) {
    self.layout = layout
    costs = Costs(problem.rulebook)
    minimum = problem.rulebook.minimumLoad
    maximum = problem.rulebook.maximumLoad
    let (rows, blocks, kinds) = (layout.rowCount, layout.blockCount, layout.kindCount)
    blockWords = (blocks + 63) / 64
    rowWords = (rows + 63) / 64
    let none = Array(repeating: 0, count: kinds)
    regionalSeats = none
    seats = none
    for kind in 0..<kinds where layout.underReview[kind] > 0 {
      seats[kind] = layout.underReview[kind] * problem.rulebook.reviewersPerReview
      if layout.regionalRow[kind] >= 0 { regionalSeats[kind] = layout.underReview[kind] }
    }
    members = Array(repeating: 0, count: blocks)
    (lacking, capacity, load) = (members, members, members)
    if maximum > 0 {
      for (state, kind) in zip(problem.membership.states, layout.kindOf) where state.isReviewer {
        members[Int(kind) * layout.levels] += 1
      }
    }
    for block in members.indices {
      lacking[block] = members[block] * minimum
      capacity[block] = members[block] * maximum
    }
    (toRegional, toOpen, toSink) = (none, none, none)
    unsent = seats
    held = Array(repeating: 0, count: rows * blocks)
    heldInRow = Array(repeating: 0, count: rows)
    supplyPotential = Array(repeating: 0, count: kinds)
    rowPotential = Array(repeating: 0, count: rows)
    kindPotential = supplyPotential
    sinkPotential = 0
    tightBlocks = Array(repeating: 0, count: rows * blockWords)
    used = tightBlocks
    tightRows = Array(repeating: 0, count: kinds * rowWords)
    tightRegional = Array(repeating: false, count: kinds)
    (tightOpen, tightEmpty) = (tightRegional, tightRegional)
    (tightLacking, tightExtra) = (tightRegional, tightRegional)
    (fullLacking, fullExtra) = (tightRegional, tightRegional)
    room = Array(repeating: 0, count: blockWords)
    sturdyBlocks = room
    sturdyRows = Array(repeating: 0, count: rowWords)
    hubs = Hubs(rows: rows, rowWords: rowWords)
    search = ClassSearch(rows: rows, blocks: blocks, kinds: kinds)
  }

  /// The node of a block, of a supply, and of the sink.
  func node(ofBlock block: Int) -> Int { layout.rowCount + block }
  func node(ofSupply kind: Int) -> Int { layout.rowCount + layout.blockCount + kind }
  var sink: Int { layout.rowCount + layout.blockCount + layout.kindCount }

  /// Seats of a row held by a block.
  @inline(__always)
  func held(_ row: Int, _ block: Int) -> Int { Int(held[row * layout.blockCount + block]) }

  /// The blocks that hold seats of a row.
  @inline(__always)
  func used(_ row: Int, word: Int) -> UInt64 { used[row * blockWords + word] }

  /// Changes how many seats of a row a block holds.
  mutating func change(_ row: Int, _ block: Int, by amount: Int) {
    let place = row * layout.blockCount + block
    held[place] += Int32(truncatingIfNeeded: amount)
    if hubs.isRunning { noteHubs(row, block, amount) }
    heldInRow[row] += amount
    load[block] += amount
    let mask: UInt64 = 1 << UInt64(block & 63)
    if held[place] > 0 {
      used[row * blockWords + block >> 6] |= mask
    } else {
      used[row * blockWords + block >> 6] &= ~mask
    }
    updateRoom(block)
  }

  /// How many reviews more a block can do at no cost.
  func roomLeft(_ block: Int) -> Int {
    let kind = layout.kind(ofBlock: block)
    if load[block] < lacking[block] {
      return tightLacking[kind] ? lacking[block] - load[block] : 0
    }
    return tightExtra[kind] ? capacity[block] - load[block] : 0
  }

  /// Whether a block can do a review less at no cost.
  func canShed(_ block: Int) -> Bool {
    let kind = layout.kind(ofBlock: block)
    return load[block] > lacking[block] ? tightExtra[kind] : load[block] > 0 && tightLacking[kind]
  }

  /// Notes whether a block has room.
  mutating func updateRoom(_ block: Int) {
    let mask: UInt64 = 1 << UInt64(block & 63)
    if roomLeft(block) > 0 { room[block >> 6] |= mask } else { room[block >> 6] &= ~mask }
  }

  /// The waiver vector of the flow, and how often it breaks a rule that may not be waived.
  func vector(_ rulebook: Rulebook) -> (waived: WaiverVector, broken: Int) {
    var units: [WaivableRule: Int] = [:]
    for kind in 0..<layout.kindCount {
      units[.seat, default: 0] += toSink[kind] + unsent[kind]
      units[.sameRegion, default: 0] += regionalSeats[kind] - toRegional[kind]
      let row = layout.regionalRow[kind]
      if row < 0 || !layout.countsLegalSystem[kind] { continue }
      var similar = 0
      for block in 0..<layout.blockCount where layout.similar[row][layout.kind(ofBlock: block)] {
        similar += held(row, block)
      }
      units[.legalSystem, default: 0] += regionalSeats[kind] - similar
    }
    for block in members.indices {
      units[.minimumLoad, default: 0] += max(0, lacking[block] - load[block])
    }
    var waived = WaiverVector(rules: rulebook.waivers)
    var broken = 0
    for rule in WaivableRule.allCases {
      let count = units[rule] ?? 0
      if let level = waived.rules.firstIndex(of: rule) {
        waived.counts[level] += count
      } else {
        broken += count
      }
    }
    return (waived, broken)
  }
}
