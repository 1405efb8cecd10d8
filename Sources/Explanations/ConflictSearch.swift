import GLPKSolver
import IntegerProgramming
import Members
import Pairing
import Rules

/// Finds a smallest conflict for every waiver of the best vector.
///
/// Level by level, the most serious rule first: as long as a waiver of the rule is needed, a
/// smallest conflict is found among the demands of this rule, of more serious ones, and of those
/// that are never waived; then the rule is given up for one State of the conflict with which the
/// rest of the best vector stays within reach, and the search goes on with what is left. So there
/// are as many conflicts as waivers, and none is left at the end. It asks only what can hold and
/// what cannot, never which solution a solver happened to find.
struct ConflictSearch {
  /// Conflicts of different kinds after which the search ends.
  static let most = 200

  /// The rules in the order of the vector.
  let rules: [WaivableRule]
  /// The best vector over the parties of the field.
  private(set) var vector: [Int]
  /// The conflicts.
  private(set) var conflicts: [SmallestConflict] = []
  /// Waivers that no conflict was looked for.
  private(set) var unexplained = 0
  private var rest: DemandSet
  private var left: [Int]

  /// Searches a problem.
  ///
  /// - Parameters:
  ///   - field: The States by kind.
  ///   - rules: The rules in the order of the vector, those that may not be waived first.
  init(_ field: DemandField, rules: [WaivableRule]) throws(GLPKFailure) {
    self.rules = rules
    rest = DemandSet(field)
    vector = try Self.vector(rest, rules)
    left = vector
    for level in rules.indices {
      while left[level] > 0 {
        if conflicts.count == Self.most {
          unexplained = left.reduce(0, +)
          return
        }
        try findOne(level)
      }
    }
  }

  /// The best vector of a set of demands.
  static func vector(
    _ set: DemandSet, _ rules: [WaivableRule]
  ) throws(GLPKFailure) -> [Int] {
    if try set.holds() { return rules.map { _ in 0 } }
    var budget: [WaivableRule: Int] = [:]
    for (level, rule) in rules.enumerated() {
      let count = try set.fewest(rule, within: budget, free: Set(rules[level...]))
      // With every demand free to be waived there is always a completion: nobody reviews anybody.
      budget[rule] = count ?? 0
    }
    return rules.map { budget[$0] ?? 0 }
  }

  /// Whether the rest of the best vector is within reach of a set.
  private func reaches(_ set: DemandSet, _ left: [Int]) throws(GLPKFailure) -> Bool {
    try set.holds(within: Dictionary(uniqueKeysWithValues: zip(rules, left)))
  }

  private mutating func findOne(_ level: Int) throws(GLPKFailure) {
    let rule = rules[level]
    var demands = rest
    for later in rules[(level + 1)...] { demands = demands.dropping(later.demand) }
    let found = try ConflictFinder.reduce(demands)
    // States of a party are interchangeable: one of them is as good as another.
    var options: [Int] = []
    var chosen: DemandSet.Party?
    for party in found.parties where party.asks[rule.demand] > 0 {
      guard let place = place(of: party.states[0]) else { continue }
      if try afterGivingUp(level, [party.states[0]], at: place) == nil { continue }
      options += party.states
      if chosen == nil { chosen = party }
    }
    guard let chosen, let place = place(of: chosen.states[0]) else {
      preconditionFailure("a conflict without a waiver of the best vector")
    }
    let similarity = rules.firstIndex(of: .legalSystem)
    let similarities = similarity.map { left[$0] } ?? 0
    let (states, alike) = try giveUp(
      level, place, first: chosen.states[0], asked: chosen.asks[rule.demand], found)
    let all = found.demands
    let withSimilarity =
      rule == .sameRegion ? similarities - (similarity.map { left[$0] } ?? 0) : 0
    // Two seats of one review may be given up one after the other for the same conflict.
    if let last = conflicts.indices.last(where: { conflicts[$0].demands == all }) {
      conflicts[last].setAside += states
      conflicts[last].withSimilarity += withSimilarity
      return
    }
    conflicts.append(
      SmallestConflict(
        rule: rule, demands: all, alike: alike, setAside: states,
        withSimilarity: withSimilarity, options: options.sorted(), follows: earlier(sharing: all), count: try CountingArgument(found), set: found))
  }

  private func place(of state: Int) -> Int? {
    rest.parties.firstIndex { $0.states.contains(state) }
  }

  /// The conflicts found so far that have a demand in common with this one that can be given up.
  private func earlier(sharing demands: [Demand]) -> [Int] {
    func waivable(_ demands: [Demand]) -> Set<[Int]> {
      Set(
        demands.flatMap { demand in
          guard let waiver = demand.rule.waiver, let rank = rules.firstIndex(of: waiver) else {
            return [[Int]]()
          }
          return demand.states.map { [rank, $0] }
        })
    }
    let own = waivable(demands)
    return conflicts.indices.filter { !own.isDisjoint(with: waivable(conflicts[$0].demands)) }
  }

  /// Gives the rule up for a State of the conflict, and for as many others like it as the same
  /// conflict arises for.
  private mutating func giveUp(
    _ level: Int, _ place: Int, first: Int, asked: Int, _ found: DemandSet
  ) throws(GLPKFailure) -> (states: [Int], alike: [Int]) {
    let rule = rules[level]
    let party = rest.parties[place]
    guard let one = try afterGivingUp(level, [first], at: place) else {
      preconditionFailure("the rule could be given up a moment ago")
    }
    // Of the States like this one, the conflict uses some; the others can take their places.
    let used = Set(found.parties.filter(\.asks.isWanting).flatMap(\.states))
    let others = party.states.filter { !used.contains($0) }
    var done = (states: [first], rest: one.rest, left: one.left)
    // Only where the demand is all that is left of this State's can others step in for it.
    let most = asked == party.asks[rule.demand] ? min(others.count, left[level] - 1) : 0
    var (good, bad) = (0, most + 1)
    while bad - good > 1 {
      // The first guess is all of them: that is how it mostly is.
      let middle = bad == most + 1 && good == 0 ? most : (good + bad) / 2
      let states = [first] + others.prefix(middle)
      if let next = try afterGivingUp(level, states, at: place) {
        done = (states, next.rest, next.left)
        good = middle
      } else {
        bad = middle
      }
    }
    rest = done.rest
    left = done.left
    return (done.states, party.states)
  }

  /// The rest after a rule was given up for some States of a party, one unit each; nil where that
  /// leaves the best vector.
  private func afterGivingUp(
    _ level: Int, _ states: [Int], at place: Int
  ) throws(GLPKFailure) -> (rest: DemandSet, left: [Int])? {
    let rule = rules[level].demand
    var next = rest
    var left = left
    let party = next.parties[place]
    let chosen = Set(states)
    next.parties[place].states = party.states.filter { chosen.contains($0) }
    let others = party.states.filter { !chosen.contains($0) }
    next.parties[place].asks[rule] -= 1
    left[level] -= states.count
    // A regional seat without the group is one without a similar legal system.
    if rule == .sameRegion && next.parties[place].asks.legalSystem > 0,
      let similarity = rules.firstIndex(of: .legalSystem), similarity > level
    {
      next.parties[place].asks.legalSystem = 0
      left[similarity] -= states.count
    }
    if !others.isEmpty {
      next.parties.append(
        DemandSet.Party(kind: party.kind, states: others, asks: party.asks))
    }
    if left.contains(where: { $0 < 0 }) { return nil }
    return try reaches(next, left) ? (next, left) : nil
  }
}
