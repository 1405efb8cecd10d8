import Members
import Pairing
import Rules

/// The space in which lawful outcomes lie: for each State with a seat left, a set of eligible
/// reviewers, no larger than its seats; and how far such a choice is from being lawful.
///
/// A set stands without seat labels. What it costs at least in waivers, over all ways of giving its
/// members seats, is found by itself: a member of the group in the regional seat costs no
/// `same_region`, a similar one no `legal_system` either, and one choice of the member serves both.
/// So the least vector of an outcome is the sum of the least vectors of its sets, and the outcome is
/// lawful exactly if that reaches the best.
package struct OutcomeSpace: Sendable {
  /// What a reviewer counts as in one review; no bit for one that is not eligible.
  struct Kind: OptionSet {
    let rawValue: UInt8
    static let eligible = Kind(rawValue: 1)
    /// May take the regional seat.
    static let regional = Kind(rawValue: 2)
    /// May take it and is of a similar legal system, where that is counted.
    static let similar = Kind(rawValue: 4)
    /// May take the regional seat only, so that a set holds one such member at most.
    static let regionalOnly = Kind(rawValue: 8)
  }

  /// Nothing wrong in the reviews themselves, for a set that nothing is known of.
  let stateCount: Int
  /// The States with a seat left, in canonical order; a review is a place in this list.
  let states: [Int]
  /// The place of each State in `states`; −1 for none.
  let reviewOf: [Int32]
  /// Seats left of each review.
  let seats: [Int]
  /// The most seats left of any review.
  let mostSeats: Int
  /// Whether each review has a regional seat left.
  let hasRegional: [Bool]
  /// Whether each has one whose legal system is counted.
  let isCounted: [Bool]
  /// The eligible reviewers of all reviews, one after the other, each review's in canonical order;
  /// each a ``Member``.
  let candidates: [Int32]
  /// Where each review's candidates begin; one entry more than reviews.
  let starts: [Int]
  /// What each reviewer counts as in each review, row by row.
  let kinds: [UInt8]
  /// Reviews already drawn for each State.
  let drawnLoads: [Int]
  /// The fewest and the most reviews of each State.
  let minimum: [Int]
  let maximum: [Int]
  let forbidsMutual: Bool
  /// How much more of each kind there is when every set is empty than a lawful outcome may have.
  let emptySurplus: Surplus
  /// The bits of one unit of excess: it makes a choice 2^bits times less likely.
  package let penaltyBits: Int
  /// The reviewers drawn so far, one sorted list per State.
  let drawn: [[Int]]

  /// Lays out the space of a problem.
  ///
  /// - Parameters:
  ///   - problem: What is drawn and what is left.
  ///   - best: The best vector from here.
  /// - Complexity: O(n²) for n States.
  package init(_ problem: PairingProblem, best: WaiverVector) {
    let all = problem.membership.states
    let rulebook = problem.rulebook
    let (minimum, maximum) = (
      all.map { rulebook.minimumLoad(of: $0) }, all.map { rulebook.maximumLoad(of: $0) }
    )
    (self.minimum, self.maximum) = (minimum, maximum)
    forbidsMutual = rulebook.mutualReviews == .forbidden
    stateCount = all.count
    drawn = problem.reviews.map { $0.reviewers.sorted() }
    var loads = Array(repeating: 0, count: all.count)
    for reviewer in drawn.joined() { loads[reviewer] += 1 }
    drawnLoads = loads
    let states = all.indices.filter {
      problem.reviews[$0].regionalSeats + problem.reviews[$0].openSeats > 0
    }
    self.states = states
    var reviewOf = Array(repeating: Int32(-1), count: all.count)
    for (review, state) in states.enumerated() { reviewOf[state] = Int32(review) }
    self.reviewOf = reviewOf
    seats = states.map { problem.reviews[$0].regionalSeats + problem.reviews[$0].openSeats }
    mostSeats = seats.max() ?? 0
    hasRegional = states.map { problem.reviews[$0].regionalSeats > 0 }
    isCounted = states.map {
      problem.reviews[$0].regionalSeats > 0 && problem.countsLegalSystem(of: $0)
    }
    let eligible = problem.eligibleReviewers
    var (candidates, starts) = ([Int32](), [0])
    var kinds = Array(repeating: UInt8(0), count: states.count * all.count)
    for (review, state) in states.enumerated() {
      for reviewer in eligible[state] where loads[reviewer.state] < maximum[reviewer.state] {
        let kind = Self.kind(of: reviewer).rawValue
        candidates.append(Member(Int32(reviewer.state), kind: kind).rawValue)
        kinds[review * all.count + reviewer.state] = kind
      }
      starts.append(candidates.count)
    }
    (self.candidates, self.starts, self.kinds) = (candidates, starts, kinds)
    var surplus = Self.belowAllowance(best, problem.settled)
    surplus.empty += Int32(seats.reduce(0, +))
    surplus.withoutGroup += Int32(hasRegional.count { $0 })
    surplus.dissimilar += Int32(isCounted.count { $0 })
    for (index, state) in all.enumerated() where state.isReviewer {
      surplus.missing += Int32(max(0, minimum[index] - loads[index]))
    }
    emptySurplus = surplus
    // Some hundred reviews have some hundred chances to be a little wrong: the penalty grows with
    // their number, so that a fair share of the choices stays lawful.
    let doublings = Int.bitWidth - max(0, states.count - 1).leadingZeroBitCount
    penaltyBits = max(1, (5 * doublings + 3) / 4)
  }

  private static func kind(of reviewer: EligibleReviewer) -> Kind {
    var kind = Kind.eligible
    if reviewer.mayTakeRegional { kind.insert(.regional) }
    if reviewer.isSimilar { kind.insert(.similar) }
    if !reviewer.mayTakeOpen { kind.insert(.regionalOnly) }
    return kind
  }

  /// The surplus of a choice in which nothing is wrong.
  private static func belowAllowance(_ best: WaiverVector, _ settled: WaiverVector) -> Surplus {
    // A rule that is never waived has the count 0 in both.
    Surplus(
      empty: Int32(settled[.seat] - best[.seat]),
      withoutGroup: Int32(settled[.sameRegion] - best[.sameRegion]),
      missing: Int32(settled[.minimumLoad] - best[.minimumLoad]),
      dissimilar: Int32(settled[.legalSystem] - best[.legalSystem]))
  }
}
