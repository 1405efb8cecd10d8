/// The States that a lot for a seat may draw, without a list of them where there are many: the
/// States of some blocks, but for a few, and a few more.
///
/// Whoever made the bowl knows its blocks, and names its members.
public struct Bowl: Sendable {
  /// The number of States in it.
  public let count: Int
  /// The blocks.
  let blocks: BlockMask
  /// States of the blocks that are not in it, in canonical order.
  let without: [Int]
  /// States of no such block that are in it, in canonical order.
  let with: [Int]

  /// The members of a bowl that is a list.
  package var listed: [Int] { with }

  /// A bowl that is a list, in canonical order.
  package init(_ states: [Int]) {
    count = states.count
    blocks = BlockMask([])
    without = []
    with = states
  }

  /// A bowl of blocks.
  ///
  /// - Parameters:
  ///   - size: The States of the blocks in all.
  ///   - without: States of the blocks that are not in it, in canonical order.
  ///   - with: States of no such block that are in it, in canonical order.
  init(_ blocks: BlockMask, size: Int, without: [Int], with: [Int] = []) {
    self.blocks = blocks
    self.without = without
    self.with = with
    count = size - without.count + with.count
  }

  /// The member of a rank, from 0, in canonical order.
  ///
  /// - Complexity: O(log n) for n States and few exceptions.
  func member(_ rank: Int, _ counts: BlockCounts) -> Int {
    precondition(rank >= 0 && rank < count, "a rank beyond the bowl")
    if blocks.isEmpty { return with[rank] }
    if with.isEmpty { return blockMember(rank, counts) }
    // The additions before the rank: each has those of the blocks and the additions before it.
    var (first, end) = (0, with.count)
    while first < end {
      let middle = (first + end) / 2
      let state = with[middle]
      let own = counts.rank(of: state, in: blocks) - without.count { $0 < state } + middle
      if own == rank { return state }
      if own < rank { first = middle + 1 } else { end = middle }
    }
    return blockMember(rank - first, counts)
  }

  /// The State of the blocks, without those that are out, of a rank.
  private func blockMember(_ rank: Int, _ counts: BlockCounts) -> Int {
    var out = 0
    while true {
      // With so many out before it, the State is this one, unless more are.
      let state = counts.select(rank + out, in: blocks)
      let before = without.count { $0 <= state }
      if before == out { return state }
      out = before
    }
  }

  /// Whether a State is in the bowl.
  func contains(_ state: Int, _ counts: BlockCounts) -> Bool {
    with.contains(state) || blocks.contains(counts.blockOf[state]) && !without.contains(state)
  }

  /// All members, in canonical order.
  ///
  /// - Complexity: O(n) for n States where it has blocks.
  func members(_ counts: BlockCounts) -> [Int] {
    if blocks.isEmpty { return with }
    var states = counts.blockOf.indices.filter { blocks.contains(counts.blockOf[$0]) }
    if !without.isEmpty {
      let out = Set(without)
      states.removeAll { out.contains($0) }
    }
    return with.isEmpty ? states : (states + with).sorted()
  }
}
