import Dispatch
import Explanations
import Members
import Pairing
import Rules
import Synchronization
import Testing
import TestingTools

/// Two memberships put side by side, none of whose States may review one of the other.
struct Joined {
  let parts: [Explained]
  let whole: Explanation
  /// How many States the first has.
  let border: Int

  /// nil where one of the two can be kept, or the rulebook waives too little.
  init?(_ number: Int) throws {
    let first = RandomCase(number, sizes: 4...6)
    let second = RandomCase(number + 50_000, sizes: 4...6)
    var rulebook = first.rulebook
    rulebook.waivers += WaivableRule.allCases.filter { !first.rulebook.waivers.contains($0) }
    var problems: [PairingProblem] = []
    for (name, random) in [("A", first), ("B", second)] {
      func code(_ old: Label) -> Label { Label("\(name)\(old.text)") }
      let states = random.membership.states.map {
        State(
          code: code($0.code), region: $0.region, protocols: $0.protocols,
          legalSystems: $0.legalSystems, isReviewed: $0.isReviewed, isReviewer: $0.isReviewer,
          own: $0.own)
      }
      let conflicts = random.conflicts.map {
        Conflict(underReview: code($0.underReview), reviewer: code($0.reviewer))
      }
      problems.append(
        PairingProblem(
          membership: Membership(states), rulebook: rulebook, conflicts: conflicts))
    }
    var parts: [Explained] = []
    for problem in problems {
      guard let part = try Explained(problem), part.best != nil else { return nil }
      parts.append(part)
    }
    self.parts = parts
    border = first.membership.states.count
    var problem = PairingProblem(
      membership: Membership(problems.flatMap(\.membership.states)), rulebook: rulebook,
      conflicts: problems.flatMap(\.conflicts))
    let count = problem.membership.states.count
    for i in 0..<count {
      for j in 0..<count where (i < border) != (j < border) {
        problem.excluded.insert(.init(underReview: i, reviewer: j))
      }
    }
    guard let best = try Lookahead.from(problem)?.best else { return nil }
    whole = try Explanation(problem, best: best)
  }

  /// What is wrong; nil where the conflicts of the whole are those of the parts.
  func mistake(_ same: inout Int, _ all: inout Int) -> String? {
    let sum = zip(parts[0].explanation.relaxed.counts, parts[1].explanation.relaxed.counts).map(+)
    if whole.relaxed.counts != sum { return "\(whole.relaxed.counts) is not \(sum)" }
    var found: [[SmallestConflict]] = [[], []]
    var sides: [Int] = []
    for conflict in whole.conflicts {
      let states = conflict.demands.flatMap(\.states)
      let side = states[0] < border ? 0 : 1
      if states.contains(where: { ($0 < border) != (side == 0) }) { return "mixed: \(states)" }
      sides.append(side)
      found[side].append(conflict)
      if conflict.follows.contains(where: { sides[$0] != side }) { return "not told apart" }
    }
    for (side, part) in parts.enumerated() {
      let offset = side == 0 ? 0 : border
      let judge = part.judge
      var times: [WaivableRule: Int] = [:]
      let own = Set(part.explanation.conflicts.map { Self.moved($0.demands, by: 0) })
      for conflict in found[side] {
        times[conflict.rule, default: 0] += conflict.times
        times[.legalSystem, default: 0] += conflict.withSimilarity
        let demands = Self.moved(conflict.demands, by: -offset)
        all += 1
        if own.contains(demands) { same += 1 }
        if judge.canHold(Self.asked(demands, judge)) { return "it holds in its part: \(demands)" }
        for place in demands.indices {
          var fewer = demands
          fewer.remove(at: place)
          if !judge.canHold(Self.asked(fewer, judge)) { return "\(demands[place]) is not needed" }
        }
      }
      for rule in part.explanation.relaxed.rules
      where times[rule, default: 0] != part.explanation.relaxed[rule] {
        return "\(rule): \(times) for \(part.explanation.relaxed)"
      }
    }
    return nil
  }

  /// One demand of one State or pair.
  struct Single: Hashable {
    let rule: DemandRule
    let states: [Int]
    let count: Int
  }

  private static func moved(_ demands: [Demand], by offset: Int) -> [Single] {
    demands.flatMap { demand -> [Single] in
      let states = demand.states.map { $0 + offset }
      if demand.rule == .mutualReviews || demand.rule == .conflicts {
        return [Single(rule: demand.rule, states: states, count: 1)]
      }
      return states.map { Single(rule: demand.rule, states: [$0], count: demand.count) }
    }.sorted { ($0.rule.rawValue, "\($0.states)") < ($1.rule.rawValue, "\($1.states)") }
  }

  private static func asked(_ demands: [Single], _ judge: PlainJudge) -> PlainJudge.Asked {
    var asked = PlainJudge.Asked(nothingOf: judge.states.count)
    for demand in demands {
      switch demand.rule {
      case .mutualReviews: asked.bans.insert(demand.states)
      case .conflicts: asked.conflicts.insert(demand.states)
      default: PlainJudge.set(demand.rule, demand.states[0], demand.count, &asked)
      }
    }
    return asked
  }
}

@Suite struct `Two memberships side by side` {
  @Test func `have the conflicts of both, each in one of them and independent of the other's`() {
    let all = Mutex<(joined: Int, same: Int, conflicts: Int, wrong: [String])>((0, 0, 0, []))
    DispatchQueue.concurrentPerform(iterations: 200) { number in
      var (same, conflicts) = (0, 0)
      var mistake: String?
      do {
        guard let joined = try Joined(number) else { return }
        mistake = joined.mistake(&same, &conflicts)
      } catch { mistake = "\(error)" }
      all.withLock {
        $0.joined += 1
        $0.same += same
        $0.conflicts += conflicts
        if let mistake { $0.wrong.append("case \(number): \(mistake)") }
      }
    }
    let (joined, same, conflicts, wrong) = all.withLock { $0 }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(3))")
    #expect(joined > 100)
    print("joined: \(joined); of \(conflicts) conflicts \(same) word for word as in the part")
  }
}
