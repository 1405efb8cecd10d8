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
  /// Conflicts of different kinds after which the search ends, where there are many States.
  static let most = 20
  /// Kinds of States of a conflict that are asked about, where there are many States.
  private static let mostQuestions = 6
  /// The most States for which every conflict is looked for.
  static let fewStates = 60

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

  /// All that needs as few waivers as the best vector; nil where circulations do not show it.
  private var faces: DemandFaces?

  /// States that are parties of their own among others of their kind.
  private var singled: Set<Int> = []

  /// The kinds of States where legal systems do not matter.
  private let coarse: DemandField
  /// For each State, its kind there.
  private let coarseKind: [Int]

  /// Searches a problem.
  ///
  /// - Parameters:
  ///   - problem: The problem.
  ///   - rules: The rules in the order of the vector, those that may not be waived first.
  ///   - isFine: Whether every State is told apart.
  ///   - faces: The completions that need as few waivers as can be, States taken by kind.
  init(
    _ problem: PairingProblem, rules: [WaivableRule], isFine: Bool = false,
    faces: DemandFaces? = nil
  ) throws(GLPKFailure) {
    self.rules = rules
    let field = DemandField(problem, isFine: isFine)
    rest = DemandSet(field)
    let faces = faces ?? DemandFaces(field, rules)
    coarse = DemandField(problem.withoutLegalSystems, isFine: isFine)
    var kinds = Array(repeating: -1, count: problem.membership.states.count)
    for (kind, states) in coarse.kinds.enumerated() { for state in states { kinds[state] = kind } }
    coarseKind = kinds
    // Every rule that is given up is among those of the vector, so there is a completion.
    if let known = faces.vector {
      (vector, self.faces, rest) = (known, faces, faces.set)
      singled = Set(
        rest.parties.filter { $0.states.count < field.kinds[$0.kind].count }.flatMap(\.states))
    } else {
      vector = try Self.vector(rest, rules) ?? rules.map { _ in 0 }
    }
    left = vector
    for level in rules.indices {
      while left[level] > 0 {
        if conflicts.count >= Self.most && kinds.count > Self.fewStates {
          unexplained = left.reduce(0, +)
          return
        }
        try findOne(level)
      }
    }
  }

  /// The best vector of a set of demands; nil where there is no completion.
  static func vector(
    _ set: DemandSet, _ rules: [WaivableRule]
  ) throws(GLPKFailure) -> [Int]? {
    if try set.holds() { return rules.map { _ in 0 } }
    var budget: [WaivableRule: Int] = [:]
    for (level, rule) in rules.enumerated() {
      guard let count = try set.fewest(rule, within: budget, free: Set(rules[level...])) else {
        return nil
      }
      budget[rule] = count
    }
    return rules.map { budget[$0] ?? 0 }
  }

  /// Whether the rest of the best vector is within reach of a set, in which one more rule is given
  /// up than in the rest.
  ///
  /// It is if and only if some best completion waives the rule there: with the waiver, a completion
  /// of the set is one of the problem, and none of those has fewer waivers than the best.
  private mutating func reaches(_ set: DemandSet, _ left: [Int]) throws(GLPKFailure) -> Bool {
    switch faces?.holds(set) {
    case .yes: return true
    case .no: return false
    case .unknown, nil: break
    }
    return try set.holds(within: Dictionary(uniqueKeysWithValues: zip(rules, left)))
  }

  /// The demands that are looked at on a level.
  private func demands(on level: Int) -> DemandSet {
    var demands = rest
    for later in rules[(level + 1)...] { demands = demands.dropping(later.demand) }
    if demands.has(.legalSystem) { return demands }
    // States that differ only in their legal systems are alike here.
    var set = DemandSet(coarse)
    var places: [DemandSet.Party: Int] = [:]
    set.parties = []
    for party in demands.parties {
      // States that were told apart for the sake of bans stay apart.
      let own = singled.contains(party.states[0]) ? party.states : []
      let key = DemandSet.Party(kind: coarseKind[party.states[0]], states: own, asks: party.asks)
      if let place = places[key] {
        set.parties[place].states += party.states
      } else {
        places[key] = set.parties.count
        set.parties.append(
          DemandSet.Party(kind: key.kind, states: party.states, asks: party.asks))
      }
    }
    for place in set.parties.indices { set.parties[place].states.sort() }
    set.bans = demands.bans
    set.conflicts = demands.conflicts
    return set
  }

  private mutating func findOne(_ level: Int) throws(GLPKFailure) {
    let rule = rules[level]
    let demands = demands(on: level)
    let found = try ConflictFinder.reduce(demands, needing: rule.demand)
    let wanting = found.parties.filter { $0.asks[rule.demand] > 0 }
    let options = try options(level, wanting.flatMap(\.states).sorted())
    guard let first = options.first,
      let chosen = wanting.first(where: { $0.states.contains(first) }),
      let party = demands.parties.first(where: { $0.states.contains(first) })
    else { preconditionFailure("a conflict without a waiver of the best vector") }
    let similarity = rules.firstIndex(of: .legalSystem)
    let similarities = similarity.map { left[$0] } ?? 0
    // Of the States like this one, the conflict uses some; the others can take their places,
    // unless it asks less of this one than is asked of them.
    let used = Set(found.parties.filter(\.asks.isWanting).flatMap(\.states))
    let isAll = chosen.asks[rule.demand] == party.asks[rule.demand]
    let others = isAll ? party.states.filter { !used.contains($0) } : []
    let states = try giveUp(level, first, others)
    let withSimilarity =
      rule == .sameRegion ? similarities - (similarity.map { left[$0] } ?? 0) : 0
    let all = found.demands
    // Two seats of one review may be given up one after the other for the same conflict.
    if let last = conflicts.indices.last(where: { conflicts[$0].demands == all }) {
      conflicts[last].setAside += states
      conflicts[last].withSimilarity += withSimilarity
      return
    }
    conflicts.append(
      SmallestConflict(
        rule: rule, demands: all, alike: isAll ? party.states : [first], setAside: states,
        withSimilarity: withSimilarity, options: options, follows: earlier(sharing: all),
        count: try CountingArgument(found), set: found))
  }

  /// The States for which the rule can be given up with the rest of the best vector in reach, all
  /// with the same effect: a regional seat may bring a similar legal system with it.
  ///
  /// Where there are many States the first few are enough; each named is an option.
  private mutating func options(_ level: Int, _ states: [Int]) throws(GLPKFailure) -> [Int] {
    var partyOfState: [Int: Int] = [:]
    for (place, party) in rest.parties.enumerated() {
      for state in party.states { partyOfState[state] = place }
    }
    // States of one party are alike in every way, so one answer is for all.
    var answers: [Int: Bool] = [:]
    var options: [Int] = []
    for state in states {
      if let first = options.first, isCounted(state) != isCounted(first) { continue }
      guard let party = partyOfState[state] else { continue }
      let hasEnough =
        !options.isEmpty && answers.count >= Self.mostQuestions
        && coarseKind.count > Self.fewStates
      if answers[party] == nil && !hasEnough {
        answers[party] = try afterGivingUp(level, [state]) != nil
      }
      if answers[party] == true { options.append(state) }
    }
    return options
  }

  /// Whether a similar legal system is still demanded of a State.
  private func isCounted(_ state: Int) -> Bool {
    rest.parties.contains { $0.asks.legalSystem > 0 && $0.states.contains(state) }
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
  ///
  /// - Returns: Those States.
  private mutating func giveUp(
    _ level: Int, _ first: Int, _ others: [Int]
  ) throws(GLPKFailure) -> [Int] {
    guard var done = try afterGivingUp(level, [first]) else {
      preconditionFailure("the rule could be given up a moment ago")
    }
    let most = min(others.count, left[level] - 1)
    var (good, bad) = (0, most + 1)
    while bad - good > 1 {
      // The first guess is all of them: that is how it mostly is.
      let middle = bad == most + 1 && good == 0 ? most : (good + bad) / 2
      if let next = try afterGivingUp(level, [first] + others.prefix(middle)) {
        done = next
        good = middle
      } else {
        bad = middle
      }
    }
    rest = done.rest
    left = done.left
    return [first] + others.prefix(good)
  }

  /// The rest after a rule was given up for some States, one unit each; nil where that leaves the
  /// best vector.
  private mutating func afterGivingUp(
    _ level: Int, _ states: [Int]
  ) throws(GLPKFailure) -> (rest: DemandSet, left: [Int])? {
    let rule = rules[level].demand
    var next = rest
    var left = left
    left[level] -= states.count
    let chosen = Set(states)
    for (place, party) in rest.parties.enumerated() {
      let given = party.states.filter { chosen.contains($0) }
      if given.isEmpty { continue }
      let others = party.states.filter { !chosen.contains($0) }
      next.parties[place].states = given
      next.parties[place].asks[rule] -= 1
      // A regional seat without the group is one without a similar legal system.
      if rule == .sameRegion && party.asks.legalSystem > 0,
        let similarity = rules.firstIndex(of: .legalSystem), similarity > level
      {
        next.parties[place].asks.legalSystem = 0
        left[similarity] -= given.count
      }
      if !others.isEmpty {
        next.parties.append(
          DemandSet.Party(kind: party.kind, states: others, asks: party.asks))
      }
    }
    if left.contains(where: { $0 < 0 }) { return nil }
    return try reaches(next, left) ? (next, left) : nil
  }
}

extension PairingProblem {
  /// The problem with States that have no legal systems.
  fileprivate var withoutLegalSystems: PairingProblem {
    let states = membership.states.map { state in
      State(
        code: state.code, name: state.name, region: state.region, protocols: state.protocols,
        isReviewed: state.isReviewed, isReviewer: state.isReviewer, own: state.own)
    }
    var problem = PairingProblem(
      membership: Membership(states), rulebook: rulebook, conflicts: conflicts,
      exclusions: exclusions)
    problem.reviews = reviews
    problem.excluded = excluded
    return problem
  }
}
