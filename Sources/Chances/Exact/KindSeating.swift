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
    samePlace = rulebook.regionalPlace
    lastPlace = rulebook.openPlace
    isCounted = problem.countsLegalSystem(of: state)
    dissimilar =
      isCounted ? bits { !SimilarLegalSystem.similar(states[state], states[$0]) } : 0
    waivers = rulebook.waivers
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

  /// The least that it costs to seat some candidates, given by their places; nil where they cannot
  /// sit without breaking a rule that is never waived.
  func cost(of chosen: [Int]) -> Board.Budget? {
    cheapest(chosen.reduce(0) { $0 | 1 << UInt64($1) }, left)
  }

  /// The least that it costs to seat some candidates, given as bits, in the seats left.
  ///
  /// - Complexity: O(kᵐ) for m candidates and k kinds.
  func cheapest(_ members: UInt64, _ left: [Int]) -> Board.Budget? {
    var best: Board.Budget?
    let total = left.reduce(0, +)
    let empty = total - members.nonzeroBitCount
    if empty < 0 { return nil }
    func seat(_ rest: UInt64, _ left: [Int], _ cost: Board.Budget) {
      if rest == 0 {
        offer(cost, left)
        return
      }
      let member = rest & (0 &- rest)
      for kind in permitted.indices where permitted[kind] & member != 0 {
        // The last kind may take the place of seats that are given up.
        if left[kind] == 0 && (kind != lastPlace || samePlace == nil) { continue }
        var next = left
        next[kind] -= 1
        if kind == lastPlace, let samePlace, next[kind] + next[samePlace] < 0 { continue }
        seat(rest & (rest - 1), next, cost + self.cost(of: member, in: kind))
      }
    }
    func offer(_ cost: Board.Budget, _ left: [Int]) {
      var cost = cost
      if let samePlace {
        // Every seat of the group that nobody holds is given up.
        for _ in 0..<left[samePlace] { cost = cost + costOfGivingUp }
        if left[lastPlace] + left[samePlace] < 0 { return }
      }
      cost.seat = empty
      if !isWaivable(cost) { return }
      if let best, !isLess(cost, best) { return }
      best = cost
    }
    seat(members, left, Board.Budget())
    return best
  }

  private func isWaivable(_ cost: Board.Budget) -> Bool {
    (cost.seat == 0 || waivers.contains(.seat))
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
      short: left.short + right.short)
  }

  /// The waivers of one rule.
  subscript(rule: WaivableRule) -> Int {
    switch rule {
    case .seat: seat
    case .sameRegion: sameRegion
    case .legalSystem: legalSystem
    case .minimumLoad: missing
    case .targetLoad: short
    case .supplement: 0
    }
  }
}
