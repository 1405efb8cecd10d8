/// How often each rule is waived, in the rulebook's order, most serious first; compared
/// lexicographically.
public struct WaiverVector: Hashable, Comparable, Sendable {
  /// The waivable rules of the rulebook, most serious first.
  public let rules: [WaivableRule]
  /// One count per rule, in the same order.
  public var counts: [Int]

  /// Makes a vector of zeros.
  public init(rules: [WaivableRule]) {
    self.rules = rules
    counts = Array(repeating: 0, count: rules.count)
  }

  /// Makes a vector from counts, one per rule in the same order.
  public init(rules: [WaivableRule], counts: [Int]) {
    precondition(rules.count == counts.count)
    self.rules = rules
    self.counts = counts
  }

  /// The count of one rule; 0 for a rule that cannot be waived.
  public subscript(rule: WaivableRule) -> Int {
    rules.firstIndex(of: rule).map { counts[$0] } ?? 0
  }

  /// Whether nothing but preferences is waived, so that no one need be asked.
  public var isKept: Bool {
    zip(rules, counts).allSatisfy { $0.isPreference || $1 == 0 }
  }

  /// The counts in words, of the rules that every draw counts, and of others that are waived: `seat 0, same_region 1`.
  public var text: String {
    zip(rules, counts).filter { WaivableRule.counted.contains($0.0) || $0.1 > 0 }
      .map { "\($0.rawValue) \($1)" }.joined(separator: ", ")
  }

  /// Whether nothing at all is waived.
  public var isZero: Bool { counts.allSatisfy { $0 == 0 } }

  /// Lexicographic order.
  public static func < (left: WaiverVector, right: WaiverVector) -> Bool {
    left.counts.lexicographicallyPrecedes(right.counts)
  }
}
