import Rules

/// Demands that cannot hold together, although any of them could be taken away, or lowered by one
/// reviewer or review, and the rest would hold.
public struct SmallestConflict: Sendable {
  /// The rule that has to be given up for a State of the conflict at least once.
  public let rule: WaivableRule
  /// The demands, by rule, then in canonical order.
  public let demands: [Demand]
  /// The States any of which the rule could have been given up for first, and those just like them.
  public let alike: [Int]
  /// The States for which the search gave the rule up, one entry for each waiver, before it went
  /// on: the same argument holds with other States just like these in their places.
  public internal(set) var setAside: [Int]
  /// The counting argument; nil where counting alone does not show the conflict.
  public let count: CountingArgument?
  /// The demands as a set that can be put to the test.
  let set: DemandSet

  /// How many waivers this conflict, and those like it, account for.
  public var times: Int { setAside.count }

  /// The demands that can be given up, by rule.
  public var waivable: [Demand] { demands.filter { $0.rule.waiver != nil } }
}
