import BigInt
import Members
import Pairing
import Rules

/// Estimates the number of outcomes from draws (Knuth 1975, for search trees).
///
/// Take the order of turns as given. A draw of the seats has a known chance, one over the product of
/// its bowls. So the mean of that product over many draws is the number of different draws, and the
/// mean of the product divided by the number of draws that seat the same reviewers is the number of
/// outcomes.
struct OutcomeWeights: Sendable {
  /// What one draw says.
  struct Weight: Sendable {
    /// The product of the bowls.
    private(set) var product: BigUInt = 1
    /// The draws with the same outcome in the same order of turns.
    private(set) var alike: BigUInt = 1

    /// Counts a bowl.
    mutating func multiply(by bowl: Int) { product *= BigUInt(bowl) }

    /// Counts the ways to seat the reviewers of a review.
    mutating func divide(by seatings: Int) { alike *= BigUInt(seatings) }
  }

  /// The sums over many draws; weights are whole parts of 2⁻⁶⁴, rounded down.
  struct Sums: Sendable {
    /// How many draws.
    private(set) var count = 0
    /// The sum of their weights.
    private(set) var sum: BigUInt = 0
    /// The sum of the squares.
    private(set) var squares: BigUInt = 0

    /// Counts a draw.
    mutating func add(_ weight: Weight) {
      let value = (weight.product << 64) / weight.alike
      count += 1
      sum += value
      squares += value * value
    }

    /// Adds other sums.
    mutating func add(_ other: Sums) {
      count += other.count
      sum += other.sum
      squares += other.squares
    }
  }

  private let problem: PairingProblem
  private let provisions: Provisions

  /// Looks at a problem before its first lot.
  init(_ problem: PairingProblem) {
    self.problem = problem
    provisions = Provisions(problem.rulebook, conflicts: problem.conflicts)
  }

  /// In how many ways the seats of a review can be drawn so that the same States review.
  ///
  /// Any of the reviewers that could hold the regional seat as well as its holder does, was in its
  /// bowl; the others can be drawn in any order.
  func seatings(of state: Int, regional: Int?, _ reviewers: [Int]) -> Int {
    let states = problem.membership.states
    func isSimilar(_ reviewer: Int) -> Bool {
      !problem.countsLegalSystem(of: state)
        || SimilarLegalSystem.similar(states[state], states[reviewer])
    }
    var orders = 1
    let open = reviewers.count - (regional == nil ? 0 : 1)
    for place in stride(from: open, to: 1, by: -1) { orders *= place }
    guard let regional else { return orders }
    let holders = reviewers.count { holder in
      provisions.permit(states[holder], toReview: states[state], in: .regional)
        && isSimilar(holder) == isSimilar(regional)
        && reviewers.allSatisfy {
          $0 == holder || provisions.permit(states[$0], toReview: states[state], in: .open)
        }
    }
    return orders * holders
  }

  /// The same where there are several kinds of seats, or supplementary ones: the ways to give the
  /// reviewers the seats that were drawn, with as many of a similar legal system in those of the same
  /// group.
  ///
  /// - Complexity: O(k²·2ᵏ) for k reviewers, supplementary ones k times as many.
  func seatings(of state: Int, _ seats: [Seat], _ reviewers: [Int]) -> Int {
    let states = problem.membership.states
    let dissimilar = reviewers.map { reviewer in
      problem.countsLegalSystem(of: state)
        && !SimilarLegalSystem.similar(states[state], states[reviewer])
    }
    func isWaived(_ place: Int, _ seat: Seat) -> Bool { seat == .regional && dissimilar[place] }
    // By the reviewers that have a seat, as bits, and the legal systems waived.
    var ways = [0: [0: 1]]
    for seat in seats where seat != .supplementary {
      var next: [Int: [Int: Int]] = [:]
      for (taken, counts) in ways {
        for place in reviewers.indices where taken >> place & 1 == 0 {
          guard provisions.permit(states[reviewers[place]], toReview: states[state], in: seat)
          else { continue }
          for (waived, count) in counts {
            next[taken | 1 << place, default: [:]][
              waived + (isWaived(place, seat) ? 1 : 0), default: 0] += count
          }
        }
      }
      ways = next
    }
    let waived = seats.indices.count { isWaived($0, seats[$0]) }
    let all = 1 << reviewers.count - 1
    guard problem.drawsSupplements else { return max(1, ways[all]?[waived] ?? 1) }
    // Drawn otherwise, as many must lack Protocols, and no two be of one group where that is barred.
    let drawn = seats.indices.filter { seats[$0] != .supplementary }.map { reviewers[$0] }
    let asked = lacks(of: state, drawn).count
    let sum = ways.reduce(0) { sum, part in
      guard let count = part.value[waived] else { return sum }
      let members = reviewers.indices.filter { part.key >> $0 & 1 == 1 }.map { reviewers[$0] }
      let rest = reviewers.indices.filter { part.key >> $0 & 1 == 0 }.map { reviewers[$0] }
      let lacks = lacks(of: state, members)
      let groups = members.map { states[$0].region }.filter { !$0.isEmpty }
      let isBarred = problem.rulebook.distinctGroups && Set(groups).count < groups.count
      return lacks.count == asked && !isBarred
        ? sum + count * supplementings(of: lacks, rest.map { states[$0] }) : sum
    }
    return max(1, sum)
  }

  /// What the supplementary reviewers of a State are asked to be party to, a set for each seat.
  private func lacks(of state: Int, _ reviewers: [Int]) -> [[Label]] {
    let states = problem.membership.states
    return (problem.reviews[state].due + reviewers).map {
      SupplementaryReviewers.lacking(states[$0], toReview: states[state])
    }.filter { !$0.isEmpty }
  }

  /// In how many ways all of some States can hold supplementary seats.
  private func supplementings(of lacks: [[Label]], _ supplementary: [State]) -> Int {
    // By those that have a seat, as bits.
    var ways = [0: 1]
    for lack in lacks {
      // A seat may stay empty.
      var next = ways
      for (taken, count) in ways {
        for place in supplementary.indices where taken >> place & 1 == 0 {
          if supplementary[place].isParty(to: lack) {
            next[taken | 1 << place, default: 0] += count
          }
        }
      }
      ways = next
    }
    return ways[1 << supplementary.count - 1] ?? 0
  }
}

/// An estimate of the number of outcomes.
public struct OutcomeEstimate: Hashable, Sendable {
  /// The estimate.
  public let mean: Rational
  /// Its standard error, in thousandths of it, as the samples themselves say; nil for one sample.
  public let errorInThousandths: BigUInt?
  /// Whether outcomes are missing that only other orders of turns can give, because a seat or a
  /// regional group must be given up for some State.
  public let isLowerBound: Bool

  init(_ sums: OutcomeWeights.Sums, isLowerBound: Bool) {
    let count = BigUInt(sums.count)
    mean = Rational(sums.sum, max(1, count) << 64)
    self.isLowerBound = isLowerBound
    if sums.count > 1 && sums.sum > 0 {
      // Variance of the mean over its square: (n·Σw² − (Σw)²) / ((n − 1)·(Σw)²).
      let square = sums.sum * sums.sum
      let spread = count * sums.squares - square
      errorInThousandths = (spread * 1_000_000 / ((count - 1) * square)).squareRoot()
    } else {
      errorInThousandths = nil
    }
  }
}
