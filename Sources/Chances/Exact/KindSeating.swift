import Pairing
import Rules

/// How the seats of one review can be given to reviewers where there are several kinds of them.
struct KindSeating: Sendable {
  /// The kinds, in the order in which they are drawn, each with the candidates that may hold a seat
  /// of it, as bits.
  let permitted: [UInt64]
  /// The place of the kind of the same group; nil for none.
  let samePlace: Int?
  /// The place of the last other kind, which takes the seats that give up their group.
  let lastPlace: Int
  /// The seats left to draw of each kind.
  let left: [Int]
  /// Who may supplement whom; nil where the rulebook has no supplementary reviewers.
  let supplements: SupplementSeating?
  /// The candidates whose legal system is not similar, as bits, where that is counted.
  private let dissimilar: UInt64
  private let isCounted: Bool
  private let waivers: [WaivableRule]

  /// Lays the seats of a review out.
  ///
  /// - Parameter candidates: The States that may hold a seat; a bit each.
  init(of state: Int, _ candidates: [Int], _ problem: PairingProblem, _ pairs: BoardPairs) {
    let (rulebook, states) = (problem.rulebook, problem.membership.states)
    func bits(_ holds: (Int) -> Bool) -> UInt64 {
      candidates.enumerated().reduce(0) {
        holds($1.element) ? $0 | 1 << UInt64($1.offset) : $0
      }
    }
    let seats = rulebook.seatsInOrder
    permitted = seats.map { seat in bits { pairs.permit($0, toReview: state, in: seat) } }
    left = seats.map { problem.reviews[state].left[$0] }
    supplements =
      problem.drawsSupplements ? SupplementSeating(of: state, candidates, problem, pairs) : nil
    samePlace = rulebook.regionalPlace
    lastPlace = rulebook.openPlace
    isCounted = problem.countsLegalSystem(of: state)
    dissimilar =
      isCounted ? bits { !SimilarLegalSystem.similar(states[state], states[$0]) } : 0
    waivers = rulebook.waivers
  }

  /// The seats of a review where there are several kinds of them or supplementary ones; else nil.
  static func needed(
    of state: Int, _ candidates: [Int], _ problem: PairingProblem, _ pairs: BoardPairs
  ) -> KindSeating? {
    problem.rulebook.hasSeveralKinds || problem.drawsSupplements
      ? KindSeating(of: state, candidates, problem, pairs) : nil
  }

  /// The kind of seat that is drawn next; nil where none is left.
  func next(_ left: [Int], owesLast: Bool) -> Int? {
    owesLast && left[lastPlace] > 0 ? lastPlace : left.firstIndex { $0 > 0 }
  }

  /// What it costs that a reviewer holds a seat.
  func cost(of reviewer: UInt64, in kind: Int) -> Board.Budget {
    Board.Budget(legalSystem: kind == samePlace && dissimilar & reviewer != 0 ? 1 : 0)
  }

  /// What it costs to give up a seat of the same group.
  var costOfGivingUp: Board.Budget {
    Board.Budget(sameRegion: 1, legalSystem: isCounted ? 1 : 0)
  }

  /// What stands before any seat of the review is given.
  var given: SeatsGiven { SeatsGiven(owed: supplements?.due ?? []) }

  /// The least that it costs to seat some candidates, given by their places; nil where they cannot
  /// sit without breaking a rule that is never waived.
  func cost(of chosen: [Int]) -> Board.Budget? {
    cheapest(chosen.reduce(0) { $0 | 1 << UInt64($1) }, left, given)
  }

  /// The least that it costs to seat some candidates, given as bits, in the seats left.
  ///
  /// - Complexity: O(kᵐ) for m candidates and k kinds, a supplementary seat being one more.
  func cheapest(
    _ members: UInt64, _ left: [Int], _ given: SeatsGiven = SeatsGiven()
  ) -> Board.Budget? {
    var best: Board.Budget?
    let total = left.reduce(0, +)
    if supplements == nil && members.nonzeroBitCount > total { return nil }
    func seat(
      _ rest: UInt64, _ left: [Int], _ cost: Board.Budget, _ given: SeatsGiven, _ extra: UInt64
    ) {
      if rest == 0 {
        offer(cost, left, given, extra)
        return
      }
      let member = rest & (0 &- rest)
      if let supplements {
        // No more of them than can still be asked for.
        let others = rest & (rest - 1)
        let asked = given.owed.count + (others & supplements.lacking).nonzeroBitCount
        if extra.nonzeroBitCount < asked { seat(others, left, cost, given, extra | member) }
      }
      let isApart = supplements.map { $0.apart[member.trailingZeroBitCount] & given.seated != 0 }
      if isApart == true { return }
      for kind in permitted.indices where permitted[kind] & member != 0 {
        // The last kind may take the place of seats that are given up.
        if left[kind] == 0 && (kind != lastPlace || samePlace == nil) { continue }
        var next = left
        next[kind] -= 1
        if kind == lastPlace, let samePlace, next[kind] + next[samePlace] < 0 { continue }
        var more = given
        more.seat(member, supplements)
        seat(rest & (rest - 1), next, cost + self.cost(of: member, in: kind), more, extra)
      }
    }
    func offer(_ cost: Board.Budget, _ left: [Int], _ given: SeatsGiven, _ extra: UInt64) {
      if !SupplementSeating.canHold(extra, given.owed[...]) { return }
      var cost = cost
      if let samePlace {
        // Every seat of the group that nobody holds is given up.
        for _ in 0..<left[samePlace] { cost = cost + costOfGivingUp }
        if left[lastPlace] + left[samePlace] < 0 { return }
      }
      cost.seat = total - (members & ~extra).nonzeroBitCount
      if cost.seat < 0 { return }
      cost.supplement = given.owed.count - extra.nonzeroBitCount
      if !isWaivable(cost) { return }
      if let best, !isLess(cost, best) { return }
      best = cost
    }
    seat(members, left, Board.Budget(), given, 0)
    return best
  }

  private func isWaivable(_ cost: Board.Budget) -> Bool {
    (cost.seat == 0 || waivers.contains(.seat))
      && (cost.supplement == 0 || waivers.contains(.supplement))
      && (cost.sameRegion == 0 || waivers.contains(.sameRegion))
      && (cost.legalSystem == 0 || waivers.contains(.legalSystem))
  }

  private func isLess(_ one: Board.Budget, _ other: Board.Budget) -> Bool {
    for rule in waivers {
      let (a, b) = (one[rule], other[rule])
      if a != b { return a < b }
    }
    return false
  }
}

extension Board.Budget {
  static func + (left: Self, right: Self) -> Self {
    Self(
      seat: left.seat + right.seat, sameRegion: left.sameRegion + right.sameRegion,
      legalSystem: left.legalSystem + right.legalSystem, missing: left.missing + right.missing,
      short: left.short + right.short, supplement: left.supplement + right.supplement)
  }

  /// The waivers of one rule.
  subscript(rule: WaivableRule) -> Int {
    switch rule {
    case .seat: seat
    case .sameRegion: sameRegion
    case .legalSystem: legalSystem
    case .minimumLoad: missing
    case .targetLoad: short
    case .supplement: supplement
    }
  }
}
