import Members
import Rules

/// Goes through every way of giving reviewers to the States, one State after another, with sets of
/// States as bits so that thousands of memberships can be judged.
package struct PlainSearch {
  /// What the States before have been given: all that the rest depends on.
  package struct Plan: Hashable {
    var next = 0
    /// Reviews done, eight bits a State.
    var loads: UInt64 = 0
    /// Who reviews each State, eight bits a State.
    var reviewers: UInt64 = 0
    /// Waivers so far, eight bits a rule.
    var waivers: UInt64 = 0
  }

  /// A reviewer that holds a seat of a State whatever else happens.
  package struct Forced: Hashable {
    package let state: Int
    package let reviewer: Int
    package let isRegional: Bool

    package init(state: Int, reviewer: Int, isRegional: Bool) {
      (self.state, self.reviewer, self.isRegional) = (state, reviewer, isRegional)
    }
  }

  private let judge: PlainJudge
  private let asked: PlainJudge.Asked
  private let count: Int
  /// Who may review each State, but for loads and mutual bans.
  private var may: [UInt64] = []
  private var regional: [UInt64] = []
  private var open: [UInt64] = []
  private var similar: [UInt64] = []
  /// With whom each State is not to be in mutual review.
  private var banned: [UInt64] = []
  private var dead: Set<Plan> = []
  private let budget: [WaivableRule: Int]
  private let forced: Forced?
  /// Reviews that each State must have done in the end.
  private let minimum: [Int]
  /// What is drawn already.
  let start: Plan

  init(
    _ judge: PlainJudge, _ asked: PlainJudge.Asked, within budget: [WaivableRule: Int] = [:],
    forcing forced: Forced? = nil
  ) {
    (self.judge, self.asked, count) = (judge, asked, judge.states.count)
    (self.budget, self.forced) = (budget, forced)
    let done = judge.history.done
    minimum = zip(asked.minimum, done).map { $0 > 0 ? $0 + $1 : 0 }
    var start = Plan()
    for (state, count) in done.enumerated() { start.loads += UInt64(count) << UInt64(8 * state) }
    self.start = start
    precondition(count <= 8, "too many States for brute force")
    let states = judge.states
    func mask(_ keep: (Int) -> Bool) -> UInt64 {
      states.indices.reduce(0) { keep($1) ? $0 | 1 << UInt64($1) : $0 }
    }
    for i in states.indices {
      may.append(
        mask { j in
          i != j && states[j].isReviewer && !judge.history.barred.contains([i, j])
            && !asked.conflicts.contains([i, j])
            && (!asked.protocols[i]
              || Set(states[i].protocols).isSubset(of: states[j].protocols))
        })
      regional.append(
        judge.hasRegionalSeat(i) ? mask { states[$0].region == states[i].region } : 0)
      open.append(
        mask {
          !asked.openSeats[i] || states[i].region.isEmpty || states[i].region != states[$0].region
        })
      similar.append(mask { judge.similar(i, $0) })
      banned.append(mask { asked.bans.contains([min(i, $0), max(i, $0)]) })
    }
  }

  private func load(_ j: Int, _ plan: Plan) -> Int { Int(plan.loads >> UInt64(8 * j) & 255) }

  private func reviewers(of i: Int, _ plan: Plan) -> UInt64 {
    plan.reviewers >> UInt64(8 * i) & 255
  }

  mutating func completes(_ plan: Plan) -> Bool {
    guard plan.next < count else {
      let missing = (0..<count).reduce(0) { $0 + max(0, minimum[$1] - load($1, plan)) }
      return spend(missing, .minimumLoad, plan) != nil
    }
    let key = key(plan)
    if dead.contains(key) { return false }
    let i = plan.next
    var candidates: UInt64 = 0
    var useful: UInt64 = 0
    for j in 0..<count where may[i] >> UInt64(j) & 1 == 1 {
      if asked.maximum[j] && load(j, plan) >= judge.rulebook.most(of: judge.states[j]) { continue }
      if banned[i] >> UInt64(j) & 1 == 1 && reviewers(of: j, plan) >> UInt64(i) & 1 == 1 {
        continue
      }
      candidates |= 1 << UInt64(j)
      if load(j, plan) < minimum[j] { useful |= 1 << UInt64(j) }
    }
    let seats = judge.history.seats[i]
    var holders = [-1]
    if seats > 0 { holders += members(candidates & regional[i]) }
    for holder in holders {
      let bit: UInt64 = holder < 0 ? 0 : 1 << UInt64(holder)
      let isGivenUp = asked.region[i] && holder < 0
      let isDissimilar = asked.legal[i] && similar[i] & bit == 0
      guard let spent = spend(isGivenUp ? 1 : 0, .sameRegion, plan),
        let before = spend(isDissimilar ? 1 : 0, .legalSystem, spent)
      else { continue }
      let left = candidates & open[i] & ~bit
      var chosen: UInt64 = 0
      // Every subset of those who may hold an open seat.
      repeat {
        let all = chosen | bit
        let size = all.nonzeroBitCount
        let empty = max(0, asked.seats[i] - size)
        let fits = size <= seats && isForced(i, holder, chosen)
        // Somebody who serves no demand can be left out.
        let isLean = size <= asked.seats[i] || chosen & ~useful == 0 || forced?.state == i
        if fits && isLean, var next = spend(empty, .seat, before) {
          next.next += 1
          for j in members(all) { next.loads += 1 << UInt64(8 * j) }
          next.reviewers |= all << UInt64(8 * i)
          if completes(next) { return true }
        }
        chosen = (chosen &- left) & left
      } while chosen != 0
    }
    dead.insert(key)
    return false
  }

  /// The plan with some more waivers; nil where the budget has no more.
  private func spend(_ units: Int, _ rule: WaivableRule, _ plan: Plan) -> Plan? {
    if units == 0 { return plan }
    let shift = UInt64(8 * (WaivableRule.allCases.firstIndex(of: rule) ?? 0))
    let total = Int(plan.waivers >> shift & 255) + units
    guard total <= budget[rule, default: 0] else { return nil }
    var next = plan
    next.waivers += UInt64(units) << shift
    return next
  }

  private func isForced(_ i: Int, _ holder: Int, _ chosen: UInt64) -> Bool {
    guard let forced, forced.state == i else { return true }
    return forced.isRegional
      ? holder == forced.reviewer : chosen >> UInt64(forced.reviewer) & 1 == 1
  }

  /// The plan without what makes no difference any more.
  private func key(_ plan: Plan) -> Plan {
    var key = plan
    let waiting = UInt64(0xFF) << UInt64(plan.next) & 0xFF
    for i in 0..<count {
      // More than the minimum matters only where there is a maximum.
      if !asked.maximum[i] && load(i, plan) > minimum[i] {
        key.loads &= ~(255 << UInt64(8 * i))
        key.loads |= UInt64(minimum[i]) << UInt64(8 * i)
      }
      let idle = ~(banned[i] & waiting) & 255
      key.reviewers &= ~(idle << UInt64(8 * i))
    }
    return key
  }

  private func members(_ set: UInt64) -> [Int] { (0..<count).filter { set >> UInt64($0) & 1 == 1 } }
}
