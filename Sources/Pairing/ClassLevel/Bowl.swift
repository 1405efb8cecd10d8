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
  func member(_ rank: Int, _ counts: BlockCounts) -> Int {
    precondition(rank >= 0 && rank < count, "a rank beyond the bowl")
    if blocks.isEmpty { return with[rank] }
    var rank = rank
    for (place, state) in with.enumerated() {
      // The rank of an addition: what the blocks have before it, and the additions before it.
      let before = counts.rank(of: state, in: blocks) - without.count { $0 < state }
      if before + place == rank { return state }
      if before + place > rank {
        rank -= place
        return blockMember(rank, counts)
      }
    }
    return blockMember(rank - with.count, counts)
  }

  private func blockMember(_ rank: Int, _ counts: BlockCounts) -> Int {
    var place = rank
    for state in without {
      if counts.rank(of: state, in: blocks) > place { break }
      place += 1
    }
    return counts.select(place, in: blocks)
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
