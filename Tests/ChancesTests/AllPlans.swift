import Members
import Pairing
import Rules
import TestingTools

/// The seats of one review: who sits where.
struct PlannedReview: Hashable {
  var regional: Int?
  var open: Set<Int> = []

  /// Who reviews, in any seat.
  var reviewers: Set<Int> { open.union(regional.map { [$0] } ?? []) }
}

/// Every plan that reaches the best vector, by the plain words of the contract; no provision, no
/// program and no count is asked.
struct AllPlans {
  let problem: PairingProblem
  /// The best vector; nil where there is no plan.
  private(set) var best: WaiverVector?
  /// The plans that reach it, each with one entry per State.
  private(set) var plans: [[PlannedReview]] = []
  private let mostPlans: Int
  private var load: [Int]
  private var reviewers: [[Int]]
  private var plan: [PlannedReview]
  private var units: WaiverVector

  /// Lists nothing yet.
  init(_ problem: PairingProblem) {
    self.init(problem, mostPlans: 0)
  }

  private init(_ problem: PairingProblem, mostPlans: Int) {
    self.problem = problem
    self.mostPlans = mostPlans
    reviewers = problem.reviews.map(\.reviewers)
    load = Array(repeating: 0, count: reviewers.count)
    for list in reviewers { for reviewer in list { load[reviewer] += 1 } }
    plan = Array(repeating: PlannedReview(), count: reviewers.count)
    units = problem.settled
  }

  /// All best plans; nil where there are more than so many on the way to them.
  static func of(_ problem: PairingProblem, mostPlans: Int) -> AllPlans? {
    var all = AllPlans(problem, mostPlans: mostPlans)
    all.serve(0)
    return all.plans.count > mostPlans ? nil : all
  }

  private var rulebook: Rulebook { problem.rulebook }
  private var states: [State] { problem.membership.states }

  private func isSimilar(_ i: Int, _ j: Int) -> Bool {
    !Set(states[i].legalSystems).isDisjoint(with: states[j].legalSystems)
  }

  private func countsLegalSystem(_ i: Int) -> Bool {
    rulebook.similarLegalSystem == .preferred && !states[i].legalSystems.isEmpty
  }

  /// Whether no rule keeps State j from a seat of State i, given what is drawn.
  func mayTake(_ seat: Seat, _ j: Int, underReview i: Int) -> Bool {
    let (state, reviewer) = (states[i], states[j])
    if i == j || !reviewer.isReviewer || load[j] >= rulebook.most(of: reviewer) { return false }
    if reviewers[i].contains(j) { return false }
    if rulebook.mutualReviews == .forbidden && reviewers[j].contains(i) { return false }
    if rulebook.protocols == .all && !Set(state.protocols).isSubset(of: Set(reviewer.protocols)) {
      return false
    }
    if problem.excluded.contains(PairingProblem.Pair(underReview: i, reviewer: j)) { return false }
    if problem.conflicts.contains(Conflict(underReview: state.code, reviewer: reviewer.code)) {
      return false
    }
    let sameGroup = !state.region.isEmpty && state.region == reviewer.region
    switch seat {
    case .regional:
      let isWaived = rulebook.canWaive(.legalSystem)
      return sameGroup && (isWaived || !countsLegalSystem(i) || isSimilar(i, j))
    case .open, .listed: return rulebook.openSeats == .any || !sameGroup
    }
  }

  /// Counts a waiver; false where the rulebook does not have it.
  private mutating func waive(_ rule: WaivableRule, _ count: Int = 1) -> Bool {
    if count == 0 { return true }
    guard let level = units.rules.firstIndex(of: rule) else { return false }
    units.counts[level] += count
    return true
  }

  private mutating func finish() {
    let missing = states.indices.reduce(0) {
      $0 + (states[$1].isReviewer ? max(0, rulebook.least(of: states[$1]) - load[$1]) : 0)
    }
    let before = units
    defer { units = before }
    guard waive(.minimumLoad, missing) else { return }
    if best.map({ units < $0 }) ?? true {
      best = units
      plans = []
    }
    if units == best { plans.append(plan) }
  }

  private mutating func serve(_ i: Int) {
    // Counts only grow.
    if let best, best < units { return }
    if plans.count > mostPlans { return }
    guard i < states.count else { return finish() }
    let review = problem.reviews[i]
    guard review.regionalSeats > 0 else { return fillOpen(i, review.openSeats, from: 0) }
    let before = units
    for j in states.indices where mayTake(.regional, j, underReview: i) {
      if countsLegalSystem(i) && !isSimilar(i, j) { _ = waive(.legalSystem) }
      take(j, i)
      plan[i].regional = j
      fillOpen(i, review.openSeats, from: 0)
      plan[i].regional = nil
      drop(j, i)
      units = before
    }
    if waive(.sameRegion), waive(.legalSystem, countsLegalSystem(i) ? 1 : 0) {
      fillOpen(i, review.openSeats + 1, from: 0)
    }
    units = before
  }

  private mutating func fillOpen(_ i: Int, _ seats: Int, from first: Int) {
    if seats > 0 {
      for j in states.indices.dropFirst(first) where mayTake(.open, j, underReview: i) {
        take(j, i)
        plan[i].open.insert(j)
        fillOpen(i, seats - 1, from: j + 1)
        plan[i].open.remove(j)
        drop(j, i)
      }
    }
    let before = units
    if waive(.seat, seats) { serve(i + 1) }
    units = before
  }

  private mutating func take(_ j: Int, _ i: Int) {
    load[j] += 1
    reviewers[i].append(j)
  }

  private mutating func drop(_ j: Int, _ i: Int) {
    load[j] -= 1
    reviewers[i].removeLast()
  }
}
