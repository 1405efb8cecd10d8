/// The working memory and result of one search in a ``PairingFlow``: which nodes reach the target,
/// and by which next step.
final class FlowSearch {
  /// The next node on the way to the target; meaningful for reached nodes.
  var next: [Int32]
  /// The reviewer that changes seats on a step between two seats of one State.
  var via: [Int32]
  var regional: BitSet
  var open: BitSet
  var reviewers: BitSet
  var supplies: BitSet
  var reachedSink = false
  var queue: [Int32] = []
  private let stateCount: Int

  /// Makes the memory for n States.
  init(stateCount n: Int) {
    stateCount = n
    next = Array(repeating: -1, count: 4 * n + 1)
    via = next
    regional = BitSet(capacity: n)
    (open, reviewers, supplies) = (regional, regional, regional)
  }

  /// Forgets the last search.
  func reset() {
    regional.removeAll()
    open.removeAll()
    reviewers.removeAll()
    supplies.removeAll()
    reachedSink = false
    queue.removeAll(keepingCapacity: true)
  }

  /// Whether a node reaches the target.
  func reached(_ node: Int) -> Bool {
    switch node / stateCount {
    case 0: regional[node]
    case 1: open[node - stateCount]
    case 2: reviewers[node - 2 * stateCount]
    case 3: supplies[node - 3 * stateCount]
    default: reachedSink
    }
  }

  /// Notes that a node reaches the target through another; does nothing where it is known.
  @inline(__always)
  func reach(_ node: Int, through other: Int, via reviewer: Int = -1) {
    if reached(node) { return }
    mark(node)
    next[node] = Int32(truncatingIfNeeded: other)
    via[node] = Int32(truncatingIfNeeded: reviewer)
    queue.append(Int32(truncatingIfNeeded: node))
  }

  /// Marks the target itself.
  func begin(at target: Int) {
    reset()
    mark(target)
    next[target] = -1
    queue.append(Int32(truncatingIfNeeded: target))
  }

  private func mark(_ node: Int) {
    switch node / stateCount {
    case 0: regional[node] = true
    case 1: open[node - stateCount] = true
    case 2: reviewers[node - 2 * stateCount] = true
    case 3: supplies[node - 3 * stateCount] = true
    default: reachedSink = true
    }
  }
}
