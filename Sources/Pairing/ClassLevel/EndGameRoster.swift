import Rules

/// Which States an ``EndGame`` keeps, and who stands in for those it leaves out.
struct EndGameRoster: Sendable {
  /// Categories of a row: similar or not, lacking reviews of the minimum or not.
  static let categoriesOfRow = 4

  /// Whether nobody is left out who can still hold a seat.
  let isWhole: Bool
  /// The States kept, in canonical order.
  private(set) var kept: [Int] = []
  /// Words of a set of blocks.
  let blockWords: Int
  /// The blocks of each category.
  private(set) var blocks: [[UInt64]] = []
  /// The stand-ins of each category; as many as seats where it is full.
  private(set) var standIns: [[Int]] = []
  private var full: [Bool] = []
  /// The rows of which seats are left.
  private var rows: [Int] = []
  /// The blocks that had reviewers.
  private var occupied: [UInt64] = []
  private let layout: ClassLayout
  private let minimum: Int

  /// Chooses whom to keep.
  ///
  /// - Complexity: O(n + m²) for n States of m kinds.
  init(_ ahead: inout ClassLookahead) {
    layout = ahead.network.layout
    minimum = ahead.rulebook.minimumLoad
    blockWords = ahead.network.blockWords
    let history = ahead.history
    let all = ahead.membership.states.indices
    let underReview = all.filter { history.hasSeat($0) }
    let relaxed = (0..<layout.rowCount).map { ahead.relaxedBlocks(of: $0) }
    var seats = Array(repeating: 0, count: layout.rowCount)
    for state in underReview {
      let kind = Int(layout.kindOf[state])
      if history.hasRegional[state] { seats[layout.regionalRow[kind]] += 1 }
      // A regional seat that is given up becomes an open seat.
      seats[layout.openRow[kind]] +=
        Int(history.openLeft[state]) + (history.hasRegional[state] ? 1 : 0)
    }
    var usable = Array(repeating: UInt64(0), count: blockWords)
    for row in 0..<layout.rowCount where seats[row] > 0 {
      for word in usable.indices { usable[word] |= relaxed[row][word] }
    }
    let blockOf = ahead.counts.blockOf
    func isUsable(_ state: Int, _ blocks: [UInt64]) -> Bool {
      let block = blockOf[state]
      return block >= 0 && blocks[Int(block) >> 6] >> UInt64(block & 63) & 1 == 1
    }
    let whole = all.filter { history.hasSeat($0) || isUsable($0, usable) }
    if whole.count <= ahead.options.wholeLimit {
      isWhole = true
      kept = whole
      return
    }
    isWhole = false
    rows = seats.indices.filter { seats[$0] > 0 }
    occupied = ahead.occupied
    for row in 0..<layout.rowCount {
      for category in 0..<Self.categoriesOfRow {
        var words = relaxed[row]
        for block in 0..<layout.blockCount
        where self.category(of: row, block) != row * Self.categoriesOfRow + category {
          words[block >> 6] &= ~(1 << UInt64(block & 63))
        }
        blocks.append(seats[row] > 0 ? words : Array(repeating: 0, count: blockWords))
      }
    }
    var isFree = Array(repeating: true, count: all.count)
    for state in underReview {
      isFree[state] = false
      for other in history.exceptions(of: state) { isFree[other] = false }
    }
    let most = seats.reduce(0, +)
    var free: [[Int]] = Array(repeating: [], count: layout.blockCount)
    for state in all where isFree[state] && isUsable(state, usable) {
      if free[Int(blockOf[state])].count < most { free[Int(blockOf[state])].append(state) }
    }
    let keptBlocks = chooseStandIns(seats, free)
    var isKept = Array(repeating: false, count: all.count)
    for state in underReview { isKept[state] = true }
    for list in standIns {
      for state in list { isKept[state] = true }
    }
    kept = all.filter { isKept[$0] || isUsable($0, keptBlocks) }
  }

  /// Chooses stand-ins for as many categories as have enough.
  ///
  /// - Returns: The blocks that are kept whole.
  private mutating func chooseStandIns(_ seats: [Int], _ free: [[Int]]) -> [UInt64] {
    full = blocks.map { words in
      words.contains { $0 != 0 }
    }
    while true {
      standIns = Array(repeating: [], count: blocks.count)
      var whole = Array(repeating: UInt64(0), count: blockWords)
      for category in blocks.indices where !full[category] {
        for word in whole.indices { whole[word] |= blocks[category][word] }
      }
      var taken = Array(repeating: 0, count: free.count)
      var failed = -1
      for category in blocks.indices where full[category] && failed < 0 {
        var needed = seats[category / Self.categoriesOfRow]
        for block in free.indices where needed > 0 && isIn(block, blocks[category]) {
          if isIn(block, whole) { continue }
          let count = min(needed, free[block].count - taken[block])
          standIns[category] += free[block][taken[block]..<taken[block] + count]
          taken[block] += count
          needed -= count
        }
        if needed > 0 { failed = category }
      }
      if failed < 0 { return whole }
      full[failed] = false
    }
  }

  private func isIn(_ block: Int, _ words: [UInt64]) -> Bool {
    words[block >> 6] >> UInt64(block & 63) & 1 == 1
  }

  /// The row of a State's seats.
  func row(of seat: Seat, underReview state: Int) -> Int {
    layout.row(of: seat, underReview: state)
  }

  /// The categories of a row.
  func categories(of row: Int) -> Range<Int> {
    row * Self.categoriesOfRow..<(row + 1) * Self.categoriesOfRow
  }

  /// The category of a block for a row.
  func category(of row: Int, _ block: Int) -> Int {
    let lacks = block % layout.levels < minimum
    let isSimilar =
      layout.isRegional(row) && layout.similar[row][layout.kind(ofBlock: block)]
    return row * Self.categoriesOfRow + (lacks ? 1 : 0) + (isSimilar ? 2 : 0)
  }

  /// Whether a category is full.
  func isFull(_ category: Int) -> Bool { full[category] }

  /// Whether a State that is left out may do a review more and still be left out: each category
  /// that it then belongs to is full.
  func mayMoveOn(from block: Int) -> Bool {
    let level = block % layout.levels
    if level >= minimum { return true }
    let next = block + 1
    let kind = layout.kind(ofBlock: block)
    return rows.allSatisfy { row in
      let category = category(of: row, next)
      if !layout.allowed[row][kind] { return true }
      // A block that had reviewers and was out for a row stays out.
      return isIn(next, blocks[category]) ? full[category] : isIn(next, occupied)
    }
  }
}
