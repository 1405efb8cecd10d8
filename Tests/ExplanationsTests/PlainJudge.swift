import Explanations
import Members
import Rules

/// The slow, obviously right judge of a set of demands: tries every way of giving reviewers to
/// States. The rules are written here once more; no program and no provision is asked.
struct PlainJudge {
  let states: [State]
  let rulebook: Rulebook
  let table: Set<Conflict>

  /// What is demanded of each State.
  struct Asked: Hashable {
    var seats: [Int]
    var region: [Bool]
    var legal: [Bool]
    var minimum: [Int]
    var protocols: [Bool]
    var openSeats: [Bool]
    var maximum: [Bool]
    /// Pairs of States, lower index first.
    var bans: Set<[Int]> = []
    /// State under review, then reviewer.
    var conflicts: Set<[Int]> = []

    init(nothingOf count: Int) {
      seats = Array(repeating: 0, count: count)
      minimum = seats
      region = Array(repeating: false, count: count)
      (legal, protocols, openSeats, maximum) = (region, region, region, region)
    }
  }

  init(_ membership: Membership, _ rulebook: Rulebook, _ conflicts: [Conflict]) {
    states = membership.states
    self.rulebook = rulebook
    table = Set(conflicts)
  }

  func hasRegionalSeat(_ i: Int) -> Bool {
    states[i].isReviewed && rulebook.regionalSeats == 1 && !states[i].region.isEmpty
  }

  func countsLegal(_ i: Int) -> Bool {
    hasRegionalSeat(i) && rulebook.similarLegalSystem == .preferred
      && !states[i].legalSystems.isEmpty
  }

  /// Everything that the rules demand.
  var everything: Asked {
    var asked = Asked(nothingOf: states.count)
    for i in states.indices {
      if states[i].isReviewed { asked.seats[i] = rulebook.reviewersPerReview }
      asked.region[i] = hasRegionalSeat(i)
      asked.legal[i] = countsLegal(i)
      if states[i].isReviewer { asked.minimum[i] = rulebook.minimumLoad }
      asked.protocols[i] = rulebook.protocols == .all
      asked.openSeats[i] = rulebook.openSeats == .otherRegion
      asked.maximum[i] = true
      for j in states.indices {
        if rulebook.mutualReviews == .forbidden && i < j { asked.bans.insert([i, j]) }
        if table.contains(Conflict(underReview: states[i].code, reviewer: states[j].code)) {
          asked.conflicts.insert([i, j])
        }
      }
    }
    return asked
  }

  /// The demands of a conflict, and nothing else.
  func asked(_ demands: [Demand]) -> Asked {
    var asked = Asked(nothingOf: states.count)
    for demand in demands {
      switch demand.rule {
      case .mutualReviews:
        for i in demand.states { for j in demand.states where i < j { asked.bans.insert([i, j]) } }
      case .conflicts: asked.conflicts.insert(demand.states)
      default: for i in demand.states { Self.set(demand.rule, i, demand.count, &asked) }
      }
    }
    return asked
  }

  static func set(_ rule: DemandRule, _ i: Int, _ count: Int, _ asked: inout Asked) {
    switch rule {
    case .seat: asked.seats[i] = count
    case .sameRegion: asked.region[i] = count > 0
    case .minimumLoad: asked.minimum[i] = count
    case .legalSystem: asked.legal[i] = count > 0
    case .protocols: asked.protocols[i] = count > 0
    case .openSeats: asked.openSeats[i] = count > 0
    case .maximumLoad: asked.maximum[i] = count > 0
    case .mutualReviews, .conflicts: break
    }
  }

  // MARK: The search

  private struct Plan: Hashable {
    var next: Int
    var loads: [Int]
    var reviewers: [Set<Int>]
  }

  /// Whether the demands can hold together.
  func canHold(_ asked: Asked) -> Bool {
    var dead: Set<Plan> = []
    let start = Plan(
      next: 0, loads: Array(repeating: 0, count: states.count),
      reviewers: Array(repeating: [], count: states.count))
    return completes(start, asked, &dead)
  }

  private func completes(_ plan: Plan, _ asked: Asked, _ dead: inout Set<Plan>) -> Bool {
    guard plan.next < states.count else {
      return states.indices.allSatisfy { plan.loads[$0] >= asked.minimum[$0] }
    }
    var key = plan
    for i in states.indices {
      // More than the minimum matters only where there is a maximum.
      if !asked.maximum[i] { key.loads[i] = min(plan.loads[i], asked.minimum[i]) }
      // Whom a State has as reviewer matters only if that one could be reviewed by it later.
      key.reviewers[i] = plan.reviewers[i].filter {
        $0 >= plan.next && asked.bans.contains([min(i, $0), max(i, $0)])
      }
    }
    if dead.contains(key) { return false }
    let i = plan.next
    let candidates = states.indices.filter { mayReview($0, i, plan, asked) }
    let seats = states[i].isReviewed ? rulebook.reviewersPerReview : 0
    // Nobody in the regional seat, or each one who may.
    var regionals: [Int?] = [nil]
    if hasRegionalSeat(i) && seats > 0 {
      regionals += candidates.filter { states[$0].region == states[i].region }.map { $0 }
    }
    for regional in regionals {
      if asked.region[i] && regional == nil { continue }
      if asked.legal[i] && !(regional.map { similar(i, $0) } ?? false) { continue }
      let left = candidates.filter { $0 != regional && mayHoldOpen($0, i, asked) }
      let most = seats - (regional == nil ? 0 : 1)
      for open in Self.subsets(left, upTo: most) {
        let chosen = open + (regional.map { [$0] } ?? [])
        if chosen.count < asked.seats[i] { continue }
        var next = plan
        next.next += 1
        for j in chosen { next.loads[j] += 1 }
        next.reviewers[i] = Set(chosen)
        if completes(next, asked, &dead) { return true }
      }
    }
    dead.insert(key)
    return false
  }

  private func mayReview(_ j: Int, _ i: Int, _ plan: Plan, _ asked: Asked) -> Bool {
    if i == j || !states[j].isReviewer { return false }
    if asked.maximum[j] && plan.loads[j] >= rulebook.maximumLoad { return false }
    if asked.protocols[i] && !Set(states[i].protocols).isSubset(of: states[j].protocols) {
      return false
    }
    if asked.conflicts.contains([i, j]) { return false }
    return !(asked.bans.contains([min(i, j), max(i, j)]) && plan.reviewers[j].contains(i))
  }

  private func mayHoldOpen(_ j: Int, _ i: Int, _ asked: Asked) -> Bool {
    !asked.openSeats[i] || states[i].region.isEmpty || states[i].region != states[j].region
  }

  func similar(_ i: Int, _ j: Int) -> Bool {
    !Set(states[i].legalSystems).isDisjoint(with: states[j].legalSystems)
  }

  /// Every subset of so many at most, the smallest first.
  static func subsets(_ all: [Int], upTo most: Int) -> [[Int]] {
    var result: [[Int]] = [[]]
    var last: [[Int]] = [[]]
    for _ in 0..<max(0, most) {
      last = last.flatMap { part in
        all.filter { $0 > part.last ?? -1 }.map { part + [$0] }
      }
      result += last
    }
    return result
  }
}
