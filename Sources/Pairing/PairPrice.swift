/// What a pair costs on top of its waivers, so that two States need not be kept from reviewing each
/// other by a rule outside the flow (a multiplier as of Everett 1963, and of Held and Karp 1970).
///
/// A price stands on both reviews of two States, and is paid back once. A completion that has at most
/// one of the two on costs no more with prices than without, and as much only if it has exactly one
/// on. So the cheapest flow with prices is a bound for every completion that keeps the rule; and where
/// a completion reaches that bound, it is a cheapest flow with prices, and has exactly one on of each
/// two pairs with a price.
struct PairPrice: Hashable, Sendable {
  /// The State under review.
  let state: Int
  /// The reviewing State.
  let reviewer: Int
  /// The price, packed as ``Costs``; never negative.
  var price: Int128
}
