import Members
import Pairing
import Rules

/// Every completion of a tiny problem, one after another, by the plain words of the contract; no
/// provision and no program is asked.
package struct Completions {
  package let problem: PairingProblem
  private var load: [Int]
  private var reviewers: [[Int]]
  /// Those of them that hold supplementary seats.
  private var supplementary: [Set<Int>]
  private var units: WaiverVector
  private var best: WaiverVector?
  /// The best plans, where they are asked for: as many as this, or one more.
  private var mostPlans = 0
  private var plans: [[PlannedReview]] = []
  private var plan: [PlannedReview]

  package init(_ problem: PairingProblem) {
    self.problem = problem
    reviewers = problem.reviews.map(\.reviewers)
    supplementary = problem.reviews.map { Set($0.supplementary) }
    load = Array(repeating: 0, count: reviewers.count)
    for list in reviewers { for reviewer in list { load[reviewer] += 1 } }
    units = problem.settled
    plan = reviewers.map { _ in PlannedReview() }
  }

  /// The best waiver vector, and all plans that reach it, each with one entry per State; nil where
  /// there are more than so many on the way to them.
  package static func plans(
    _ problem: PairingProblem, most: Int
  ) -> (best: WaiverVector?, plans: [[PlannedReview]])? {
    var completions = Completions(problem)
    completions.mostPlans = most
    completions.serve(0)
    return completions.plans.count > most ? nil : (completions.best, completions.plans)
  }

  /// The best waiver vector; nil where there is no completion.
  package static func best(_ problem: PairingProblem) -> WaiverVector? {
    var completions = Completions(problem)
    completions.serve(0)
    return completions.best
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
  package func mayTake(_ seat: Seat, _ j: Int, underReview i: Int) -> Bool {
    let (state, reviewer) = (states[i], states[j])
    if i == j || !reviewer.isReviewer || load[j] >= rulebook.most(of: reviewer) { return false }
    if reviewers[i].contains(j) { return false }
    if rulebook.mutualReviews == .forbidden && reviewers[j].contains(i) { return false }
    if rulebook.distinctGroups && !reviewer.region.isEmpty && seat != .supplementary
      && reviewers[i].contains(where: {
        states[$0].region == reviewer.region && !supplementary[i].contains($0)
      })
    {
      return false
    }
    let code = reviewer.code
    if reviewers[i].contains(where: {
      problem.exclusions.contains(Exclusion(code, states[$0].code))
    }) {
      return false
    }
    let year = problem.years[i]
    let inYear = states.indices.count {
      problem.years[$0] == year && reviewers[$0].contains(j)
    }
    if year > 0 && inYear >= rulebook.maximumPerYear { return false }
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
    case .open: return rulebook.openSeats == .any || !sameGroup
    case .listed(let place): return rulebook.seats[Int(place)].group == .any || !sameGroup
    // What it must be party to depends on whom it is for.
    case .supplementary: return true
    }
  }

  /// Whether no rule keeps State j from supplementing a reviewer of State i, given what is drawn.
  package func maySupplement(_ other: Int, _ j: Int, underReview i: Int) -> Bool {
    lacking(other, i).isSubset(of: states[j].protocols)
      && mayTake(.supplementary, j, underReview: i)
  }

  /// The Protocols of State i that State j is not party to, where that is supplemented.
  private func lacking(_ j: Int, _ i: Int) -> Set<Label> {
    rulebook.protocols == .supplement
      ? Set(states[i].protocols).subtracting(states[j].protocols) : []
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
    let short = states.indices.reduce(0) {
      $0 + (states[$1].isReviewer ? max(0, rulebook.wanted(of: states[$1]) - load[$1]) : 0)
    }
    let before = units
    defer { units = before }
    guard waive(.minimumLoad, missing), waive(.targetLoad, short) else { return }
    if best.map({ units < $0 }) ?? true {
      best = units
      plans = []
    }
    if mostPlans > 0 && units == best { plans.append(plan) }
  }

  private mutating func serve(_ i: Int) {
    // Counts only grow.
    if let best, best < units { return }
    if mostPlans > 0 && plans.count > mostPlans { return }
    guard i < states.count else { return finish() }
    fillRegional(i, problem.reviews[i].left, from: 0)
  }

  /// Fills the seats of the same group, or gives them up.
  private mutating func fillRegional(_ i: Int, _ left: SeatCounts, from first: Int) {
    if left.regional == 0 { return fillListed(i, left, 0, from: 0) }
    var next = left
    next.regional -= 1
    let before = units
    for j in states.indices.dropFirst(first) where mayTake(.regional, j, underReview: i) {
      if countsLegalSystem(i) && !isSimilar(i, j) { _ = waive(.legalSystem) }
      take(j, i, .regional)
      fillRegional(i, next, from: j + 1)
      drop(j, i, .regional)
      units = before
    }
    let seats = left.regional
    if waive(.sameRegion, seats), waive(.legalSystem, countsLegalSystem(i) ? seats : 0) {
      (next.regional, next.open) = (0, left.open + seats)
      fillListed(i, next, 0, from: 0)
    }
    units = before
  }

  /// Fills the seats of each other kind but the last, or leaves them empty.
  private mutating func fillListed(_ i: Int, _ left: SeatCounts, _ place: Int, from first: Int) {
    guard place < left.listed.count else { return fillOpen(i, left.open, from: 0) }
    let seat = Seat.listed(UInt8(place))
    var next = left
    if left[seat] > 0 {
      next[seat] -= 1
      for j in states.indices.dropFirst(first) where mayTake(seat, j, underReview: i) {
        take(j, i, seat)
        fillListed(i, next, place, from: j + 1)
        drop(j, i, seat)
      }
    }
    let before = units
    next[seat] = 0
    if waive(.seat, left[seat]) { fillListed(i, next, place + 1, from: 0) }
    units = before
  }

  private mutating func fillOpen(_ i: Int, _ seats: Int, from first: Int) {
    if seats > 0 {
      for j in states.indices.dropFirst(first) where mayTake(.open, j, underReview: i) {
        take(j, i, .open)
        fillOpen(i, seats - 1, from: j + 1)
        drop(j, i, .open)
      }
    }
    let before = units
    if waive(.seat, seats) { supplement(i, owed(i)) }
    units = before
  }

  /// The reviewers of a State for whom a supplementary seat is to be given, those drawn before first.
  private func owed(_ i: Int) -> [Int] {
    let review = problem.reviews[i]
    let new = reviewers[i].dropFirst(review.reviewers.count)
    return review.due + new.filter { !lacking($0, i).isEmpty }
  }

  /// Gives each of these reviewers a supplementary one, or leaves the seat empty.
  private mutating func supplement(_ i: Int, _ owed: [Int]) {
    guard let other = owed.first else { return serve(i + 1) }
    let rest = Array(owed.dropFirst())
    for j in states.indices where maySupplement(other, j, underReview: i) {
      load[j] += 1
      reviewers[i].append(j)
      supplementary[i].insert(j)
      plan[i].supplements[other] = j
      supplement(i, rest)
      plan[i].supplements[other] = nil
      supplementary[i].remove(j)
      reviewers[i].removeLast()
      load[j] -= 1
    }
    let before = units
    if waive(.supplement) { supplement(i, rest) }
    units = before
  }

  private mutating func take(_ j: Int, _ i: Int, _ seat: Seat) {
    load[j] += 1
    reviewers[i].append(j)
    if mostPlans > 0 { plan[i].held[seat, default: []].insert(j) }
  }

  private mutating func drop(_ j: Int, _ i: Int, _ seat: Seat) {
    load[j] -= 1
    reviewers[i].removeLast()
    if mostPlans > 0 {
      plan[i].held[seat]?.remove(j)
      if plan[i].held[seat] == [] { plan[i].held[seat] = nil }
    }
  }
}

/// The seats of one review: who sits where, those drawn before left out.
package struct PlannedReview: Hashable {
  /// Who holds seats of each kind; no entry for nobody.
  package var held: [Seat: Set<Int>] = [:]
  /// Who supplements whom.
  package var supplements: [Int: Int] = [:]

  package init() {}

  /// Who reviews, in any seat.
  package var reviewers: Set<Int> {
    held.values.reduce(Set(supplements.values)) { $0.union($1) }
  }
}
