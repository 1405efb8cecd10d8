// What only the laws of the tests need to see or do of the lookahead.

extension Lookahead {
  /// How many optimal assignments are kept: one where no mutual ban costs a waiver.
  package var leafCount: Int { leaves.count }
}
