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
  /// The arcs that all of them followed.
  private(set) var arcs = 0
  /// Reviewers that the search is for, and one more node, or −1.
  private var goals: [UInt64]
  private var goal = -1
  /// How many of them are not reached yet.
  private(set) var missing = 0
  /// The word at which the reviewers begin.
  private let reviewerWord: Int
  /// For each node, which pairs its way turns on: a bit for each, by ``bit(_:_:)``, several pairs
  /// sharing one.
  private var turned: [UInt64]

  /// In what a way turns on: perhaps two States that review each other.
  private static let mayBeMutual: UInt64 = 1 << 63

  /// Makes the memory for so many nodes.
  init(nodeCount: Int) {
    // Four kinds of node, each of whole words, and the sink.
    reviewerWord = nodeCount / 128
    goals = Array(repeating: 0, count: nodeCount / 256)
    next = Array(repeating: -1, count: nodeCount)
    via = next
    words = Array(repeating: 0, count: (nodeCount + 63) / 64)
    turned = Array(repeating: 0, count: nodeCount)
    queue.reserveCapacity(nodeCount)
  }

  /// Whether a node reaches the target.
  @inline(__always)
  func reached(_ node: Int) -> Bool { words[node >> 6] >> UInt64(node & 63) & 1 == 1 }

  /// Whether the way from a reached node, with one more pair turned on at its beginning where there
  /// is one, surely makes no two States review each other.
  @inline(__always)
  func isSurelyLawful(from node: Int, after pair: UInt64 = 0) -> Bool {
    turned[node] & (Self.mayBeMutual | pair) == 0
  }

  /// The bit of two States, whichever reviews the other.
  @inline(__always)
  static func bit(_ state: Int, _ other: Int) -> UInt64 {
    let sum = UInt64(truncatingIfNeeded: state &+ other)
    let difference = UInt64(truncatingIfNeeded: state ^ other)
    return 1 << min((sum &* 5 ^ difference) & 63, 62)
  }

  /// Notes that a node reaches the target through another; does nothing where it is known.
  ///
  /// - Parameters:
  ///   - reviewer: The reviewer that changes seats on this step.
  ///   - pair: The bit of the pair that this step turns on.
  ///   - isMutual: Whether it makes two States review each other.
  @inline(__always)
  mutating func reach(
    _ node: Int, through other: Int, via reviewer: Int = -1, turning pair: UInt64 = 0,
    isMutual: Bool = false
  ) {
    let bit: UInt64 = 1 << UInt64(node & 63)
    arcs += 1
    if words[node >> 6] & bit != 0 { return }
    words[node >> 6] |= bit
    next[node] = Int32(truncatingIfNeeded: other)
    via[node] = Int32(truncatingIfNeeded: reviewer)
    let before = turned[other]
    turned[node] = before | pair | (isMutual || before & pair != 0 ? Self.mayBeMutual : 0)
    queue.append(Int32(truncatingIfNeeded: node))
    if node == goal { missing -= 1 }
  }

  /// Does the same for a reviewer's node, which may be one that the search is for.
  @inline(__always)
  mutating func reachReviewer(_ node: Int, through other: Int, isMutual: Bool = false) {
    let (word, bit) = (node >> 6, 1 << UInt64(node & 63) as UInt64)
    if words[word] & bit == 0 && goals[word - reviewerWord] & bit != 0 { missing -= 1 }
    reach(node, through: other, isMutual: isMutual)
  }

  /// Forgets what the last search was for.
  mutating func seekAll() {
    for word in goals.indices { goals[word] = 0 }
    goal = -1
  }

  /// Says that a node is one of those that the next search is for.
  mutating func seek(_ node: Int) { goal = node }

  /// Says so of reviewers, by one word of their bits.
  mutating func seek(reviewers bits: UInt64, word: Int) { goals[word] = bits }

  /// Forgets the last search and marks the target of another.
  mutating func begin(at target: Int) {
    missing = goals.reduce(goal >= 0 ? 1 : 0) { $0 + $1.nonzeroBitCount }
    for word in words.indices { words[word] = 0 }
    queue.removeAll(keepingCapacity: true)
    searches += 1
    words[target >> 6] |= 1 << UInt64(target & 63)
    next[target] = -1
    turned[target] = 0
    queue.append(Int32(truncatingIfNeeded: target))
  }

  /// The next node to be visited, of which so many were visited before; nil at the end.
  @inline(__always)
  mutating func visit(_ visited: Int) -> Int? {
    guard visited < queue.count else { return nil }
    steps += 1
    return Int(queue[visited])
  }
}
