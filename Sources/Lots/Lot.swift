/// One lot: what a stream answered for one bowl.
public struct Lot: Hashable, Sendable {
  /// The index into the bowl in canonical order, from 0.
  public let index: Int
  /// The counter of the first block the lot used.
  public let counter: UInt64
  /// How many blocks the lot used: 1, and 1 more for every number that was put back.
  public let blocks: Int

  /// Makes a lot, for instance to compare one with what a ledger says.
  public init(index: Int, counter: UInt64, blocks: Int) {
    self.index = index
    self.counter = counter
    self.blocks = blocks
  }
}
