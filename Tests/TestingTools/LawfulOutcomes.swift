import Members
import Pairing
import Rules

/// Every lawful outcome of a tiny problem, found by trying every completion by the plain words of
/// the contract, seat by seat; no provision, no program and no chain is asked.
package struct LawfulOutcomes {
  let problem: PairingProblem
  private var load: [Int]
  private var reviewers: [[Int]]
  private var units: WaiverVector
  /// The best waiver vector; nil where there is no completion.
  private(set) var best: WaiverVector?
  private var found: Set<[[Int]]> = []

  init(_ problem: PairingProblem) {
    self.problem = problem
    reviewers = problem.reviews.map(\.reviewers)
    load = Array(repeating: 0, count: reviewers.count)
    for list in reviewers { for reviewer in list { load[reviewer] += 1 } }
    units = problem.settled
  }

  /// The outcomes, each once: one sorted list of reviewers per State, drawn ones included.
  package static func all(_ problem: PairingProblem) -> (best: WaiverVector?, outcomes: [[[Int]]]) {
    var search = LawfulOutcomes(problem)
    search.serve(0)
    return (search.best, search.found.sorted { $0.description < $1.description })
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
    if rulebook.protocols == .all
      && !Set(state.protocols).isSubset(of: Set(reviewer.protocols))
    {
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
    if waive(.minimumLoad, missing) {
      if best.map({ units < $0 }) ?? true {
        best = units
        found = []
      }
      if units == best { found.insert(reviewers.map { $0.sorted() }) }
    }
    units = before
  }

  private mutating func serve(_ i: Int) {
    // Counts only grow.
    if let best, best < units { return }
    guard i < states.count else { return finish() }
    let review = problem.reviews[i]
    guard review.regionalSeats > 0 else { return fillOpen(i, review.openSeats, from: 0) }
    let before = units
    for j in states.indices where mayTake(.regional, j, underReview: i) {
      if countsLegalSystem(i) && !isSimilar(i, j) { _ = waive(.legalSystem) }
      take(j, i)
      fillOpen(i, review.openSeats, from: 0)
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
        fillOpen(i, seats - 1, from: j + 1)
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
