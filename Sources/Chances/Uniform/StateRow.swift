/// What a ``PenaltyChain`` keeps of one State.
struct StateRow: Sendable {
  /// Its review; −1 for none.
  let review: Int32
  /// Where the list of the reviews that it does begins.
  let first: Int32
  /// The fewest and the most reviews that it does of those still to be drawn.
  let minimum: Int32
  let maximum: Int32
  /// Reviews that it does of those still to be drawn.
  var count: Int32 = 0

  /// Where the list of the reviews that it does begins.
  @inline(__always)
  var served: Int { Int(first) }

  /// How far a list is looked at when one review comes or goes: always equally far, so that the
  /// processor foresees it, but for the few States that do more than exchanges look at.
  @inline(__always)
  var length: Int {
    count < PenaltyChain.exchangeLimit ? PenaltyChain.exchangeLimit : Int(count &+ 1)
  }
}
