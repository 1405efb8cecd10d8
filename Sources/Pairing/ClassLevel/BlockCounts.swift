/// Which block each State is in, and how many of each block lie before any State: rank and select
/// in canonical order over any set of blocks.
///
/// A block holds States that no bowl tells apart, but for a handful of exceptions. A binary tree
/// over runs of 256 States keeps, at each of its nodes, the number of each block to the left; so
/// the k-th State of a set of blocks is found by one walk down, summing counts under a mask.
struct BlockCounts: Sendable {
  /// A vector of counts.
  typealias Counts = SIMD16<Int32>
  /// States in a leaf of the tree.
  static let leafSize = 256

  /// The block of each State; −1 for none.
  private(set) var blockOf: [Int32]
  /// Vectors of a node of the tree.
  private let width: Int
  /// Leaves, a power of two; nodes of the tree count from 1, leaves follow the inner nodes.
  private let leaves: Int
  /// Left counts of each inner node, node after node.
  private var left: [Counts]

  /// Makes the tree.
  ///
  /// - Parameters:
  ///   - blockOf: The block of each State, −1 for none.
  ///   - blocks: The number of blocks.
  /// - Complexity: O(n) time, n·blocks/256 counts.
  init(blockOf: [Int32], blocks: Int) {
    self.blockOf = blockOf
    width = max(1, (blocks + 15) / 16)
    var leaves = 1
    while leaves * Self.leafSize < blockOf.count { leaves *= 2 }
    self.leaves = leaves
    left = Array(repeating: Counts(repeating: 0), count: leaves * width)
    for state in blockOf.indices { count(state, Int(blockOf[state]), 1) }
  }

  /// Bytes that the tree of so many States and blocks takes.
  static func bytes(states: Int, blocks: Int) -> Int { states / leafSize * blocks * 8 }

  /// Puts a State into another block; −1 for none.
  ///
  /// - Complexity: O(log n).
  mutating func move(_ state: Int, to block: Int) {
    count(state, Int(blockOf[state]), -1)
    blockOf[state] = Int32(truncatingIfNeeded: block)
    count(state, block, 1)
  }

  private mutating func count(_ state: Int, _ block: Int, _ change: Int32) {
    if block < 0 { return }
    let (vector, lane) = (block >> 4, block & 15)
    var node = leaves + state / Self.leafSize
    while node > 1 {
      if node & 1 == 0 { left[node >> 1 * width + vector][lane] &+= change }
      node >>= 1
    }
  }

  /// The State with so many of the blocks' States before it.
  ///
  /// - Precondition: The blocks have more States than that.
  func select(_ rank: Int, in blocks: BlockMask) -> Int {
    var (left, node) = (Int32(truncatingIfNeeded: rank), 1)
    while node < leaves {
      let before = sum(node, blocks)
      if left < before {
        node = node * 2
      } else {
        left -= before
        node = node * 2 + 1
      }
    }
    var state = (node - leaves) * Self.leafSize
    while true {
      if blocks.contains(blockOf[state]) {
        if left == 0 { return state }
        left -= 1
      }
      state += 1
    }
  }

  /// How many of the blocks' States lie before a State.
  func rank(of state: Int, in blocks: BlockMask) -> Int {
    let leaf = state / Self.leafSize
    var rank: Int32 = 0
    var node = leaves + leaf
    while node > 1 {
      if node & 1 == 1 { rank += sum(node >> 1, blocks) }
      node >>= 1
    }
    for other in leaf * Self.leafSize..<state where blocks.contains(blockOf[other]) { rank += 1 }
    return Int(rank)
  }

  @inline(__always)
  private func sum(_ node: Int, _ blocks: BlockMask) -> Int32 {
    var sum = Counts(repeating: 0)
    let start = node * width
    for vector in blocks.vectors { sum &+= left[start + vector] & blocks.lanes[vector] }
    return sum.wrappedSum()
  }
}

/// A set of blocks, as bits and as lanes of a mask.
struct BlockMask: Sendable {
  /// The bits.
  let words: [UInt64]
  /// All ones for a block of the set.
  let lanes: [SIMD16<Int32>]
  /// The vectors that hold any block of the set.
  let vectors: [Int]

  /// Makes the mask of a set.
  init(_ words: [UInt64]) {
    self.words = words
    let bit = SIMD16<Int32>(
      1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768)
    var lanes: [SIMD16<Int32>] = []
    lanes.reserveCapacity(words.count * 4)
    var vectors: [Int] = []
    for word in words {
      for part in 0..<4 {
        let bits = Int32(truncatingIfNeeded: word >> UInt64(part * 16) & 0xFFFF)
        if bits != 0 { vectors.append(lanes.count) }
        var lane = SIMD16<Int32>(repeating: 0)
        lane.replace(with: -1, where: (SIMD16(repeating: bits) & bit) .!= 0)
        lanes.append(lane)
      }
    }
    self.lanes = lanes
    self.vectors = vectors
  }

  /// Whether a block is in the set; −1 is in none.
  @inline(__always)
  func contains(_ block: Int32) -> Bool {
    block >= 0 && words[Int(block) >> 6] >> UInt64(block & 63) & 1 == 1
  }

  /// Whether the set is empty.
  var isEmpty: Bool { vectors.isEmpty }
}
