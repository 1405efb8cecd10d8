/// The working memory and result of one backward search in a ``ClassNetwork``: which nodes reach
/// the target, and by which next step.
struct ClassSearch: Sendable {
  /// The next node on the way to the target; meaningful for reached nodes.
  private(set) var next: [Int32]
  /// For each node, which pairs of single States its way turns on: a bit for each, by
  /// ``FlowSearch/bit(_:_:)``, several pairs sharing one.
  private(set) var turned: [UInt64]
  private(set) var rows: [UInt64]
  private(set) var blocks: [UInt64]
  private(set) var supplies: [UInt64]
  private(set) var reachedSink = false
  /// Reached nodes, in order.
  private(set) var queue: [Int32] = []
  /// The blocks that the search is for, and how many of them are not reached yet.
  private var wanted: [UInt64]
  private(set) var missing = 0
  /// The target of the last search; −1 where the flow has changed since, or it was not careful.
  var current = -1
  /// Whether a step was left out that the flow allows: then what was not reached can still be.
  var hasSkipped = false
  /// Nodes that all searches visited.
  private(set) var steps = 0
  private(set) var searches = 0
  private let rowLimit: Int
  private let blockLimit: Int

  /// In what a way turns on: perhaps two pairs that exclude each other.
  static let mayExclude: UInt64 = 1 << 63
  /// Perhaps a review by the State whose seat is looked at.
  static let byMarked: UInt64 = 1 << 62

  /// Makes the memory for so many nodes.
  ///
  /// - Parameter other: A memory whose counts go on.
  init(
    rowLimit: Int, blockLimit: Int, supplyLimit: Int, after other: ClassSearch? = nil
  ) {
    (steps, searches) = (other?.steps ?? 0, other?.searches ?? 0)
    (self.rowLimit, self.blockLimit) = (rowLimit, blockLimit)
    next = Array(repeating: -1, count: rowLimit + blockLimit + supplyLimit + 1)
    turned = Array(repeating: 0, count: next.count)
    rows = Array(repeating: 0, count: rowLimit / 64)
    blocks = Array(repeating: 0, count: blockLimit / 64)
    wanted = blocks
    supplies = Array(repeating: 0, count: supplyLimit / 64)
    queue.reserveCapacity(next.count)
  }

  /// Whether a node reaches the target.
  func reached(_ node: Int) -> Bool {
    if node < rowLimit { return rows.has(node) }
    let block = node - rowLimit
    if block < blockLimit { return blocks.has(block) }
    let supply = block - blockLimit
    return supply < supplies.count * 64 ? supplies.has(supply) : reachedSink
  }

  /// The bit of a pair of single States, below those that mean something else.
  @inline(__always)
  static func bit(_ state: Int, _ other: Int) -> UInt64 {
    let bit = FlowSearch.bit(state, other)
    return bit == byMarked ? 1 : bit
  }

  /// Forgets the last search and marks the target.
  mutating func begin(at target: Int, wanted bits: [UInt64]) {
    for word in rows.indices { rows[word] = 0 }
    for word in blocks.indices { blocks[word] = 0 }
    for word in supplies.indices { supplies[word] = 0 }
    missing = 0
    for (word, bits) in bits.enumerated() {
      wanted[word] = bits
      missing += bits.nonzeroBitCount
    }
    if bits.isEmpty {
      for word in wanted.indices { wanted[word] = 0 }
    }
    reachedSink = false
    hasSkipped = false
    queue.removeAll(keepingCapacity: true)
    current = -1
    searches += 1
    reach(target, through: -1)
  }

  /// The next node to be visited, of which so many were visited before; nil at the end.
  @inline(__always)
  mutating func visit(_ visited: Int) -> Int? {
    guard visited < queue.count else { return nil }
    steps += 1
    return Int(queue[visited])
  }

  /// Notes that a node reaches the target through another; does nothing where it is known.
  mutating func reach(_ node: Int, through other: Int) {
    if reached(node) { return }
    if node < rowLimit {
      rows.insert(node)
    } else if node < rowLimit + blockLimit {
      let block = node - rowLimit
      blocks.insert(block)
      if wanted.has(block) { missing -= 1 }
    } else if node < next.count - 1 {
      supplies.insert(node - rowLimit - blockLimit)
    } else {
      reachedSink = true
    }
    note(node, other, other < 0 ? 0 : turned[other])
  }

  @inline(__always)
  private mutating func note(_ node: Int, _ other: Int, _ turned: UInt64) {
    next[node] = Int32(truncatingIfNeeded: other)
    self.turned[node] = turned
    queue.append(Int32(truncatingIfNeeded: node))
  }

  /// The same for rows, none of them known, as the bits of one word.
  ///
  /// - Parameter pairs: What the step turns on besides.
  @inline(__always)
  mutating func reachRows(_ bits: UInt64, word: Int, through other: Int, turning pairs: UInt64 = 0)
  {
    rows[word] |= bits
    let before = turned[other]
    let turned = before | pairs
    var bits = bits
    while bits != 0 {
      note(word << 6 + bits.trailingZeroBitCount, other, turned)
      bits &= bits - 1
    }
  }

  /// The same for the row of a single State, which a single reviewer takes a seat of.
  @inline(__always)
  mutating func reachRow(_ row: Int, through other: Int, turning pair: UInt64, marked: UInt64) {
    rows.insert(row)
    let before = turned[other]
    note(row, other, before | pair | marked | (before & pair != 0 ? Self.mayExclude : 0))
  }

  /// The same for blocks.
  @inline(__always)
  mutating func reachBlocks(_ bits: UInt64, word: Int, through other: Int) {
    blocks[word] |= bits
    missing -= (bits & wanted[word]).nonzeroBitCount
    let turned = turned[other]
    var bits = bits
    while bits != 0 {
      note(rowLimit + word << 6 + bits.trailingZeroBitCount, other, turned)
      bits &= bits - 1
    }
  }
}

/// Sets of numbers as bits.
extension [UInt64] {
  /// Whether a bit is set.
  @inline(__always)
  func has(_ bit: Int) -> Bool { self[bit >> 6] >> UInt64(bit & 63) & 1 == 1 }

  /// Sets a bit.
  @inline(__always)
  mutating func insert(_ bit: Int) { self[bit >> 6] |= 1 << UInt64(bit & 63) }

  /// Clears a bit.
  @inline(__always)
  mutating func remove(bit: Int) { self[bit >> 6] &= ~(1 << UInt64(bit & 63)) }

  /// The bits set.
  var elements: [Int] {
    var elements: [Int] = []
    for (word, bits) in enumerated() {
      var bits = bits
      while bits != 0 {
        elements.append(word << 6 + bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
    return elements
  }
}
