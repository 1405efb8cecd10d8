/// The working memory and result of one search in a ``PairingFlow``: which nodes reach the target,
/// and by which next step.
///
/// Node numbers are those of ``PairingFlow``: a kind of node begins at a multiple of the matrix's
/// row length in bits, so that the nodes reached of one kind are whole words.
struct FlowSearch: Sendable {
  /// The next node on the way to the target; meaningful for reached nodes.
  private(set) var next: [Int32]
  /// The reviewer that changes seats on a step between two seats of one State.
  private(set) var via: [Int32]
  /// The nodes that reach the target, kind by kind.
  private(set) var words: [UInt64]
  /// The nodes in the order they were reached.
  private(set) var queue: [Int32] = []
  /// How many searches this memory has served.
  private(set) var searches = 0
  /// The nodes that all of them visited.
  private(set) var steps = 0

  /// Makes the memory for so many nodes.
  init(nodeCount: Int) {
    next = Array(repeating: -1, count: nodeCount)
    via = next
    words = Array(repeating: 0, count: (nodeCount + 63) / 64)
    queue.reserveCapacity(nodeCount)
  }

  /// Whether a node reaches the target.
  @inline(__always)
  func reached(_ node: Int) -> Bool { words[node >> 6] >> UInt64(node & 63) & 1 == 1 }

  /// Notes that a node reaches the target through another; does nothing where it is known.
  @inline(__always)
  mutating func reach(_ node: Int, through other: Int, via reviewer: Int = -1) {
    let bit: UInt64 = 1 << UInt64(node & 63)
    if words[node >> 6] & bit != 0 { return }
    words[node >> 6] |= bit
    next[node] = Int32(truncatingIfNeeded: other)
    via[node] = Int32(truncatingIfNeeded: reviewer)
    queue.append(Int32(truncatingIfNeeded: node))
  }

  /// Forgets the last search and marks the target of another.
  mutating func begin(at target: Int) {
    for word in words.indices { words[word] = 0 }
    queue.removeAll(keepingCapacity: true)
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
}
