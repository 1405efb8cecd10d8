/// The working memory and result of one backward search in a ``ClassNetwork``: which nodes reach
/// the target, and by which next step.
struct ClassSearch: Sendable {
  /// The next node on the way to the target; meaningful for reached nodes.
  private(set) var next: [Int32]
  /// Rows on the way, the node itself included.
  private(set) var depth: [Int32]
  private(set) var rows: [UInt64]
  private(set) var blocks: [UInt64]
  private(set) var supplies: [Bool]
  private(set) var reachedSink = false
  /// Reached nodes, in order.
  private(set) var queue: [Int32] = []
  private var reachedSupplies: [Int] = []
  private let rowCount: Int
  private let blockCount: Int

  init(rows: Int, blocks: Int, kinds: Int) {
    (rowCount, blockCount) = (rows, blocks)
    next = Array(repeating: -1, count: rows + blocks + kinds + 1)
    depth = Array(repeating: 0, count: next.count)
    self.rows = Array(repeating: 0, count: (rows + 63) / 64)
    self.blocks = Array(repeating: 0, count: (blocks + 63) / 64)
    supplies = Array(repeating: false, count: kinds)
    queue.reserveCapacity(next.count)
  }

  /// Whether a node reaches the target.
  func reached(_ node: Int) -> Bool {
    if node < rowCount { return rows[node >> 6] >> UInt64(node & 63) & 1 == 1 }
    let block = node - rowCount
    if block < blockCount { return blocks[block >> 6] >> UInt64(block & 63) & 1 == 1 }
    let supply = block - blockCount
    return supply < supplies.count ? supplies[supply] : reachedSink
  }

  /// Forgets the last search and marks the target.
  mutating func begin(at target: Int) {
    for word in rows.indices { rows[word] = 0 }
    for word in blocks.indices { blocks[word] = 0 }
    for supply in reachedSupplies { supplies[supply] = false }
    reachedSupplies.removeAll(keepingCapacity: true)
    reachedSink = false
    queue.removeAll(keepingCapacity: true)
    reach(target, through: -1)
  }

  /// Notes that a node reaches the target through another; does nothing where it is known.
  mutating func reach(_ node: Int, through other: Int) {
    if reached(node) { return }
    if node < rowCount {
      rows[node >> 6] |= 1 << UInt64(node & 63)
    } else if node < rowCount + blockCount {
      let block = node - rowCount
      blocks[block >> 6] |= 1 << UInt64(block & 63)
    } else if node < next.count - 1 {
      supplies[node - rowCount - blockCount] = true
      reachedSupplies.append(node - rowCount - blockCount)
    } else {
      reachedSink = true
    }
    next[node] = Int32(truncatingIfNeeded: other)
    depth[node] = (other < 0 ? 0 : depth[other]) + (node < rowCount ? 1 : 0)
    queue.append(Int32(truncatingIfNeeded: node))
  }

  /// The same for rows, none of them known, as the bits of one word.
  @inline(__always)
  mutating func reachRows(_ bits: UInt64, word: Int, through other: Int) {
    rows[word] |= bits
    var bits = bits
    while bits != 0 {
      let row = word << 6 + bits.trailingZeroBitCount
      bits &= bits - 1
      next[row] = Int32(truncatingIfNeeded: other)
      depth[row] = depth[other] + 1
      queue.append(Int32(truncatingIfNeeded: row))
    }
  }

  /// The same for blocks.
  @inline(__always)
  mutating func reachBlocks(_ bits: UInt64, word: Int, through other: Int) {
    blocks[word] |= bits
    var bits = bits
    while bits != 0 {
      let node = rowCount + word << 6 + bits.trailingZeroBitCount
      bits &= bits - 1
      next[node] = Int32(truncatingIfNeeded: other)
      depth[node] = depth[other]
      queue.append(Int32(truncatingIfNeeded: node))
    }
  }
}
