import Members
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
  /// The candidates that may hold the regional seat at that cost, as bits; none where there are
  /// several kinds of seats.
  let regionalHolders: UInt64

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
    let seats = Board.mostReviewers(of: state, candidates, problem)
    let apart = Self.apart(candidates, problem)
    let pricing = SeatPricing(of: state, candidates, positions, problem, pairs)
    var sets: [ReviewerSet] = []
    var chosen: [Int] = []
    func extend(from first: Int, _ taken: UInt64) {
      if let set = pricing.set(chosen), set.cost.fits(budget) { sets.append(set) }
      if chosen.count == seats { return }
      for next in first..<max(first, candidates.count) where apart[next] & taken == 0 {
        chosen.append(next)
        extend(from: next + 1, taken | 1 << UInt64(next))
        chosen.removeLast()
      }
    }
    extend(from: 0, 0)
    return sets
  }

  /// For each candidate, those that may not sit on one review with it, as bits: those of its group
  /// where groups must be distinct, and those of the conflicts table. Supplementary reviewers may be of
  /// any group, so that beside them the seats decide.
  private static func apart(_ candidates: [Int], _ problem: PairingProblem) -> [UInt64] {
    let states = problem.membership.states
    let keepsGroupsApart = problem.rulebook.distinctGroups && !problem.drawsSupplements
    if !keepsGroupsApart && problem.exclusions.isEmpty {
      return candidates.map { _ in 0 }
    }
    let exclusions = Set(problem.exclusions)
    return candidates.map { one in
      let (code, region) = (states[one].code, states[one].region)
      return candidates.enumerated().reduce(0) { bits, other in
        let isOfGroup =
          keepsGroupsApart && !region.isEmpty && states[other.element].region == region
        let isApart =
          isOfGroup
          || exclusions.contains(Exclusion(code, states[other.element].code))
        return isApart && other.element != one ? bits | 1 << UInt64(other.offset) : bits
      }
    }
  }
}

extension Board.Budget {
  /// Whether no entry is above that of another.
  func fits(_ other: Board.Budget) -> Bool {
    seat <= other.seat && sameRegion <= other.sameRegion && legalSystem <= other.legalSystem
      && missing <= other.missing && short <= other.short && supplement <= other.supplement
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
  private let seating: KindSeating?

  init(
    of state: Int, _ candidates: [Int], _ positions: [Int], _ problem: PairingProblem,
    _ pairs: BoardPairs
  ) {
    self.state = state
    self.candidates = candidates
    self.problem = problem
    mayRegional = candidates.map { pairs.permit($0, toReview: state, in: .regional) }
    mayOpen = candidates.map { pairs.permit($0, toReview: state, in: .open) }
    seating = KindSeating.needed(of: state, candidates, problem, pairs)
    self.positions = candidates.map { positions[$0] }
  }

  /// The set of some candidates; nil where they cannot sit without breaking a rule.
  func set(_ chosen: [Int]) -> ReviewerSet? {
    var best: Board.Budget?
    var holders: UInt64 = 0
    func offer(_ cost: Board.Budget?, _ holder: Int?) {
      guard let cost else { return }
      if let known = best {
        if isLess(known, cost) { return }
        if isLess(cost, known) { holders = 0 }
      }
      best = cost
      if let holder { holders |= 1 << UInt64(holder) }
    }
    if let seating {
      offer(seating.cost(of: chosen), nil)
    } else if problem.reviews[state].regionalSeats > 0 {
      for holder in chosen where mayRegional[holder] {
        offer(cost(chosen, regional: holder), holder)
      }
    }
    if seating == nil { offer(cost(chosen, regional: nil), nil) }
    guard let best else { return nil }
    return ReviewerSet(
      mask: chosen.reduce(0) { $0 | 1 << UInt64($1) }, reviewers: chosen.map { positions[$0] },
      cost: best, regionalHolders: holders)
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
