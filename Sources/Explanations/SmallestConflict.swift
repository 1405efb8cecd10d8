import IntegerProgramming
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
  /// How many of the waivers bring one of a similar legal system with them, since a State without
  /// its regional reviewer has none.
  public internal(set) var withSimilarity: Int
  /// The States for any one of which the rule can be given up so that the best vector falls by one
  /// waiver, in canonical order.
  public let options: [Int]
  /// The earlier conflicts, by index, in which one of its States must give up the same rule: with
  /// all others this one has no demand in common that can be given up; it is *independent* of them.
  public let follows: [Int]
  /// The counting argument; nil where counting alone does not show the conflict.
  public let count: CountingArgument?
  /// The demands as a set that can be put to the test.
  let set: DemandSet

  /// How many waivers this conflict, and those like it, account for.
  public var times: Int { setAside.count }

  /// The demands as a small integer program in CPLEX LP format, which has no solution; only
  /// variables of reviews that could serve a demand stand in it.
  public var programText: String {
    DemandProgram(set, isNamed: true).program().lpText()
  }

  /// The demands that can be given up, by rule.
  public var waivable: [Demand] { demands.filter { $0.rule.waiver != nil } }
}
