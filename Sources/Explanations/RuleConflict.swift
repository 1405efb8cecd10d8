import Members
import Pairing
import Rules

/// Rules, and States under review, that cannot all be kept and served, although without any one of
/// them the rest could.
///
/// It knows every rule, since the best vector decides what can be kept, and says less than a
/// ``SmallestConflict``: not how many reviews there are for how many seats.
public struct RuleConflict: Hashable, Sendable {
  /// The rule that has to be given up.
  public let rule: WaivableRule
  /// The States under review whose seats are needed for the conflict, in canonical order; empty
  /// where it is about reviews that States must do.
  public let states: [Int]
  /// The rules in force that are needed for it.
  public let rules: [RuleInForce]
  /// Whether no State can be left out; where there are many, not all are tried.
  public let isSmallest: Bool

  /// Best vectors worked out for one conflict, after which no State is left out any more, where
  /// there are more than ``ConflictSearch/fewStates``.
  static let mostQuestions = 60

  /// Finds a smallest conflict.
  ///
  /// - Parameters:
  ///   - problem: What is drawn and what is left.
  ///   - level: The place, in the best vector, of the first rule that is waived more often than is
  ///     allowed.
  ///   - allowed: The waivers that are allowed: what is drawn may have cost some.
  /// - Complexity: A best vector for each rule in force and some for each State of the conflict.
  public init(
    _ problem: PairingProblem, level: Int, allowed: WaiverVector
  ) throws(PairingFailure) {
    let few = problem.membership.states.count <= ConflictSearch.fewStates
    var asked = 0
    func persists(_ problem: PairingProblem) throws(PairingFailure) -> Bool {
      asked += 1
      guard let best = try Lookahead.best(of: problem) else { return true }
      // Of more serious rules fewer may be waived without it.
      return best.counts[level] > allowed.counts[level]
        || allowed.counts.prefix(level).lexicographicallyPrecedes(best.counts.prefix(level))
    }
    rule = allowed.rules[level]
    var rest = problem
    var needed: Set<RuleInForce> = []
    func drop(_ rule: RuleInForce) throws(PairingFailure) {
      let without = rest.without(rule)
      if try persists(without) { rest = without } else { needed.insert(rule) }
    }
    // Reviews that are not held are reviews that nobody does: States can only be left out where
    // none must be done.
    for load in RuleInForce.allCases where load.asksForReviews && load.rawValue != rule.rawValue {
      try drop(load)
    }
    var states = rest.reviews.indices.filter { [rest] in rest.reviews[$0].seatsLeft > 0 }
    var size = states.count / 2
    if rule.countsAtTheEnd || needed.contains(where: \.asksForReviews) { (states, size) = ([], 0) }
    var isSmallest = true
    while size > 0 && isSmallest {
      var first = 0
      while first < states.count {
        if !few && asked >= Self.mostQuestions {
          isSmallest = false
          break
        }
        let part = states[first..<min(first + size, states.count)]
        var without = rest
        for state in part { without.reviews[state].left = SeatCounts() }
        if try persists(without) {
          rest = without
          states.removeAll(where: Set(part).contains)
        } else {
          first += size
        }
      }
      size = size > 1 ? (size + 1) / 2 : 0
    }
    for rule in RuleInForce.allCases where !rule.asksForReviews { try drop(rule) }
    // What was needed beside others may not be once they are gone.
    var isSettled = !few
    while !isSettled {
      isSettled = true
      for rule in RuleInForce.allCases where needed.contains(rule) {
        needed.remove(rule)
        try drop(rule)
        if !needed.contains(rule) { isSettled = false }
      }
      for state in states {
        var without = rest
        without.reviews[state].left = SeatCounts()
        guard try persists(without) else { continue }
        rest = without
        states.removeAll { $0 == state }
        isSettled = false
      }
    }
    self.states = states
    self.isSmallest = isSmallest
    rules = RuleInForce.allCases.reversed().filter { needed.contains($0) }
  }

  /// A smallest conflict for each rule that is waived, the most serious first, but for the target.
  ///
  /// - Parameters:
  ///   - problem: A cycle of which nothing is drawn.
  ///   - best: Its best vector.
  static func all(
    _ problem: PairingProblem, best: WaiverVector
  ) throws(PairingFailure) -> [RuleConflict] {
    var found: [RuleConflict] = []
    for (level, rule) in best.rules.enumerated()
    where best.counts[level] > problem.settled.counts[level] && rule != .targetLoad {
      // What is more serious is given up as often as it must be.
      var allowed = best
      for later in level..<best.counts.count {
        allowed.counts[later] = problem.settled.counts[later]
      }
      found.append(try RuleConflict(problem, level: level, allowed: allowed))
    }
    return found
  }
}

extension ConflictText {
  /// The sentence of a conflict of rules.
  public func text(_ conflict: RuleConflict) -> String {
    let provisions = Provisions(rulebook)
    let kept = conflict.rules.compactMap { rule in
      provisions.all.first { $0.name == rule.rawValue }.map { "\($0.clause) (\($0.paragraph))" }
    }
    let what = Self.what(conflict.rule)
    let whom =
      conflict.states.isEmpty
      ? "" : "\(conflict.states.count == 1 ? "of" : "of one of") \(names(conflict.states, "or"))"
    let subject = whom.isEmpty ? "\(what)" : "\(what) \(whom)"
    let start = subject.prefix(1).uppercased() + subject.dropFirst()
    let others = conflict.isSmallest ? "" : " Not all of these States may be needed for it."
    if kept.isEmpty {
      let few =
        conflict.rule.countsAtTheEnd ? "too few reviews are left" : "there are too few States"
      return "\(start) must be given up whatever else is: \(few).\(others)"
    }
    return "\(start) must be given up as long as each State \(Self.list(kept))."
      + (kept.count > 1 ? " Without any one of these rules it need not." : "") + others
  }
}
