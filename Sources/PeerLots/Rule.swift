internal import Rules

/// A rule that may be given up for one State, where the rulebook lists it under its waivers.
public enum Rule: String, CaseIterable, Hashable, Sendable {
  /// A seat stays empty (para. 18).
  case seat
  /// A supplementary seat stays empty.
  case supplement
  /// A seat of the same regional group is held by another State, or by none (para. 19).
  case sameRegion = "same_region"
  /// A review is missing below a State's minimum (para. 20).
  case minimumLoad = "minimum_load"
  /// A seat of the same regional group is held by a State of no similar legal system (para. 19).
  case legalSystem = "legal_system"
  /// A review is missing below the number that each State should do.
  case targetLoad = "target_load"
}

/// How often each rule is waived, the most serious first; compared in that order.
///
/// Vectors of one rulebook can be compared: the smaller one gives up less.
public struct Waivers: Hashable, Comparable, Sendable {
  let base: WaiverVector

  init(_ base: WaiverVector) { self.base = base }

  /// The rules that may be waived, the most serious first.
  public var rules: [Rule] { base.rules.compactMap { Rule(rawValue: $0.rawValue) } }

  /// How often a rule is waived; 0 for one that never is.
  public subscript(rule: Rule) -> Int {
    WaivableRule(rawValue: rule.rawValue).map { base[$0] } ?? 0
  }

  /// Whether nothing is waived but what is only preferred: similar legal systems, and the target.
  public var isKept: Bool { base.isKept }

  /// Whether nothing at all is waived.
  public var isNothing: Bool { base.isZero }

  /// Whether one vector gives up less than the other.
  public static func < (left: Waivers, right: Waivers) -> Bool { left.base < right.base }
}

extension Waivers: CustomStringConvertible {
  /// The counts with the names of the rules: `seat 0, same_region 1, minimum_load 0, legal_system 4`.
  public var description: String { base.text }
}
