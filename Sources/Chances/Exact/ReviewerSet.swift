import Pairing
import Rules

/// One possible set of reviewers for the seats left of one review, with what it costs when its
/// members sit as cheaply as they can.
///
/// An outcome says who reviews whom, not in which seat. Of the ways to seat a set only the cheapest
/// can belong to a completion that reaches the best vector: another one would cost more, and the
/// cheapest would beat the best.
struct ReviewerSet: Sendable {
  /// The reviewers, as bits of the review's candidates.
  let mask: UInt64
  /// The reviewers, as positions, ascending.
  let reviewers: [Int]
  /// What it costs.
  let cost: Board.Budget
  /// The candidates that may hold the regional seat at that cost, as bits.
  let regionalHolders: UInt64
  /// Whether it has that cost with all its members in open seats: the regional seat is given up, or
  /// there is none.
  let fitsOpenSeats: Bool

  /// Every set that the rules permit and the budget bears.
  ///
  /// - Parameters:
  ///   - state: The State under review.
  ///   - candidates: The States that may hold a seat of it.
  ///   - positions: For each State, its position as a reviewer.
  static func all(
    of state: Int, _ candidates: [Int], positions: [Int], _ problem: PairingProblem,
    _ pairs: BoardPairs, within budget: Board.Budget
  ) -> [ReviewerSet] {
    let review = problem.reviews[state]
    let seats = review.regionalSeats + review.openSeats
    let pricing = SeatPricing(of: state, candidates, positions, problem, pairs)
    var sets: [ReviewerSet] = []
    var chosen: [Int] = []
    func extend(from first: Int) {
      if let set = pricing.set(chosen), set.cost.fits(budget) { sets.append(set) }
      if chosen.count == seats { return }
      for next in first..<max(first, candidates.count) {
        chosen.append(next)
        extend(from: next + 1)
        chosen.removeLast()
      }
    }
    extend(from: 0)
    return sets
  }
}

extension Board.Budget {
  /// Whether no entry is above that of another.
  func fits(_ other: Board.Budget) -> Bool {
    seat <= other.seat && sameRegion <= other.sameRegion && legalSystem <= other.legalSystem
      && missing <= other.missing
  }
}

/// What it costs to seat reviewers of one review.
private struct SeatPricing {
  private let state: Int
  private let candidates: [Int]
  private let problem: PairingProblem
  private let mayRegional: [Bool]
  private let mayOpen: [Bool]
  private let positions: [Int]

  init(
    of state: Int, _ candidates: [Int], _ positions: [Int], _ problem: PairingProblem,
    _ pairs: BoardPairs
  ) {
    self.state = state
    self.candidates = candidates
    self.problem = problem
    let asked = candidates.map { PairingProblem.Pair(underReview: state, reviewer: $0) }
    mayRegional = asked.map { pairs.regional.contains($0) }
    mayOpen = asked.map { pairs.open.contains($0) }
    self.positions = candidates.map { positions[$0] }
  }

  /// The set of some candidates; nil where they cannot sit without breaking a rule.
  func set(_ chosen: [Int]) -> ReviewerSet? {
    var best: Board.Budget?
    var (holders, fitsOpen): (UInt64, Bool) = (0, false)
    func offer(_ cost: Board.Budget?, _ holder: Int?) {
      guard let cost else { return }
      if let known = best {
        if isLess(known, cost) { return }
        if isLess(cost, known) { (holders, fitsOpen) = (0, false) }
      }
      best = cost
      if let holder { holders |= 1 << UInt64(holder) } else { fitsOpen = true }
    }
    if problem.reviews[state].regionalSeats > 0 {
      for holder in chosen where mayRegional[holder] {
        offer(cost(chosen, regional: holder), holder)
      }
    }
    offer(cost(chosen, regional: nil), nil)
    guard let best else { return nil }
    return ReviewerSet(
      mask: chosen.reduce(0) { $0 | 1 << UInt64($1) }, reviewers: chosen.map { positions[$0] },
      cost: best, regionalHolders: holders, fitsOpenSeats: fitsOpen)
  }

  private func cost(_ chosen: [Int], regional holder: Int?) -> Board.Budget? {
    let review = problem.reviews[state]
    let rulebook = problem.rulebook
    guard chosen.allSatisfy({ $0 == holder || mayOpen[$0] }) else { return nil }
    let empty = review.regionalSeats + review.openSeats - chosen.count
    var cost = Board.Budget(seat: empty)
    if let holder {
      // The holder sits in the regional seat, so the others need an open one each.
      guard chosen.count - 1 <= review.openSeats else { return nil }
      let states = problem.membership.states
      if problem.countsLegalSystem(of: state)
        && !SimilarLegalSystem.similar(states[state], states[candidates[holder]])
      {
        cost.legalSystem = 1
      }
    } else if review.regionalSeats > 0 {
      cost.sameRegion = 1
      if problem.countsLegalSystem(of: state) { cost.legalSystem = 1 }
    }
    if cost.seat > 0 && !rulebook.canWaive(.seat) { return nil }
    if cost.sameRegion > 0 && !rulebook.canWaive(.sameRegion) { return nil }
    if cost.legalSystem > 0 && !rulebook.canWaive(.legalSystem) { return nil }
    return cost
  }

  private func isLess(_ left: Board.Budget, _ right: Board.Budget) -> Bool {
    for rule in problem.rulebook.waivers {
      let (a, b): (Int, Int) =
        switch rule {
        case .seat: (left.seat, right.seat)
        case .sameRegion: (left.sameRegion, right.sameRegion)
        case .legalSystem: (left.legalSystem, right.legalSystem)
        case .supplement, .minimumLoad, .targetLoad: (0, 0)
        }
      if a != b { return a < b }
    }
    return false
  }
}
