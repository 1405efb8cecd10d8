import Members
import Pairing
import Rules

/// What is left to draw, in a form made for counting: reviews and reviewers have positions, and a
/// set of either is a word of bits.
///
/// A lawful outcome's waivers are exactly those of the best vector, rule by rule: none can be less,
/// because the best vector is the least, and none can be more, because the sum is the same. So a
/// draw has a *budget* for each rule, which every lawful outcome uses up to the last unit.
struct Board: Sendable {
  /// A review with seats left to draw.
  struct Review: Sendable {
    /// The State under review, as an index into the membership.
    let state: Int
    /// The place of its year among ``roomInYear``; nil where the reviews of its year are not bounded.
    let year: Int?
    /// Seats left to draw, with as many supplementary ones as there can be.
    let seats: Int
    /// The reviewers that may be drawn, as positions of reviewers, ascending.
    let candidates: [Int]
    /// Every set of reviewers that the rules permit, by itself.
    let sets: [ReviewerSet]
    /// How its seats are drawn where there are several kinds or supplementary ones; nil where there is
    /// at most one seat of the same group and then one other kind.
    let seating: KindSeating?
  }

  /// The waivers still to be used up.
  struct Budget: Hashable, Sendable {
    /// Empty seats.
    var seat = 0
    /// Regional seats given up.
    var sameRegion = 0
    /// Regional seats without a similar legal system.
    var legalSystem = 0
    /// Reviews missing below the minimum.
    var missing = 0
    /// Reviews missing below the target.
    var short = 0
    /// Empty supplementary seats.
    var supplement = 0
  }

  /// The reviews, in canonical order of their States.
  let reviews: [Review]
  /// The States that may review, as indices into the membership; their positions are used instead.
  let reviewers: [Int]
  /// For each reviewer, the reviews it must still do to reach the minimum.
  let need: [Int]
  /// For each reviewer, the reviews it must still do to reach the target.
  let want: [Int]
  /// For each reviewer, the reviews it can still do at most.
  let room: [Int]
  /// For each reviewer, the reviews it may do, as bits.
  let eligible: [UInt64]
  /// For each year that is bounded, the reviews that each reviewer can still do in it.
  let roomInYear: [[Int]]
  /// For each year that is bounded, its reviews, as bits.
  let reviewsOfYear: [UInt64]
  /// For each review, the position of its State as a reviewer; -1 where it reviews nobody.
  let reviewerOfReview: [Int]
  /// For each reviewer, the position of its own review; -1 where that is not left to draw.
  let reviewOfReviewer: [Int]
  /// Whether no two States may review each other.
  let forbidsMutualReviews: Bool
  /// The waivers to be used up.
  let budget: Budget

  /// Lays a problem out.
  ///
  /// - Parameters:
  ///   - problem: What is drawn and what is left.
  ///   - best: Its best waiver vector.
  /// - Throws: ``ExactFailure/tooWide(reviews:candidates:)``.
  init(_ problem: PairingProblem, best: WaiverVector) throws(ExactFailure) {
    let states = problem.membership.states
    let open = states.indices.filter { problem.reviews[$0].isOpen }
    guard open.count <= 64 else {
      throw .tooWide(reviews: open.count, candidates: states.count - 1)
    }
    var loads = Array(repeating: 0, count: states.count)
    for review in problem.reviews { for reviewer in review.reviewers { loads[reviewer] += 1 } }
    let rulebook = problem.rulebook
    let pairs = BoardPairs(problem, underReview: open) {
      states[$0].isReviewer && loads[$0] < rulebook.maximumLoad(of: states[$0])
    }
    let widest = pairs.candidates.map(\.count).max() ?? 0
    let sets = zip(open, pairs.candidates).reduce(0) { sum, review in
      min(Self.mostSets, sum)
        + Self.subsets(
          of: review.1.count, upTo: Self.mostReviewers(of: review.0, review.1, problem))
    }
    guard widest <= 64, sets <= Self.mostSets else {
      throw .tooWide(reviews: open.count, candidates: widest)
    }
    var budget = Budget(
      seat: best[.seat] - problem.settled[.seat],
      sameRegion: best[.sameRegion] - problem.settled[.sameRegion],
      legalSystem: best[.legalSystem] - problem.settled[.legalSystem],
      missing: best[.minimumLoad], short: best[.targetLoad],
      supplement: best[.supplement] - problem.settled[.supplement])
    var positions = Array(repeating: -1, count: states.count)
    var (reviewers, room, eligible): ([Int], [Int], [UInt64]) = ([], [], [])
    var (need, want): ([Int], [Int]) = ([], [])
    for state in states.indices where states[state].isReviewer {
      var mine: UInt64 = 0
      for (position, candidates) in pairs.candidates.enumerated() where candidates.contains(state) {
        mine |= 1 << UInt64(position)
      }
      let missing = max(0, rulebook.minimumLoad(of: states[state]) - loads[state])
      let short = max(0, rulebook.targetLoad(of: states[state]) - loads[state])
      let most = min(
        rulebook.maximumLoad(of: states[state]) - loads[state], mine.nonzeroBitCount)
      if most <= 0 {
        budget.missing -= missing
        budget.short -= short
        continue
      }
      positions[state] = reviewers.count
      reviewers.append(state)
      need.append(missing)
      want.append(short)
      room.append(most)
      eligible.append(mine)
    }
    self.budget = budget
    self.reviewers = reviewers
    self.need = need
    self.want = want
    self.room = room
    self.eligible = eligible
    forbidsMutualReviews = rulebook.mutualReviews == .forbidden
    reviewerOfReview = open.map { positions[$0] }
    reviewOfReviewer = reviewers.map { open.firstIndex(of: $0) ?? -1 }
    let bounded = problem.boundsYears ? Set(open.map { problem.years[$0] }).sorted() : []
    let years = bounded.filter { $0 > 0 }
    roomInYear = years.map { year in reviewers.map { problem.roomInYear(year, of: $0) } }
    reviewsOfYear = years.map { year in
      open.enumerated().reduce(0) {
        problem.years[$1.element] == year ? $0 | 1 << UInt64($1.offset) : $0
      }
    }
    let limits = budget
    reviews = zip(open, pairs.candidates).map { state, candidates in
      Review(
        state: state, year: years.firstIndex(of: problem.years[state]),
        seats: Self.mostReviewers(of: state, candidates, problem),
        candidates: candidates.map { positions[$0] },
        sets: ReviewerSet.all(
          of: state, candidates, positions: positions, problem, pairs, within: limits),
        seating: KindSeating.needed(of: state, candidates, problem, pairs))
    }
  }

  /// The most sets of reviewers that are listed, of all reviews together.
  static let mostSets = 200_000

  /// How many more reviewers a review can have at most: each candidate who lacks Protocols may ask for
  /// a supplementary one.
  static func mostReviewers(
    of state: Int, _ candidates: [Int], _ problem: PairingProblem
  ) -> Int {
    let review = problem.reviews[state]
    if !problem.drawsSupplements { return review.seatsLeft }
    let states = problem.membership.states
    let lacking = candidates.count {
      !SupplementaryReviewers.lacking(states[$0], toReview: states[state]).isEmpty
    }
    return review.seatsLeft + review.due.count + min(review.seatsLeft, lacking)
  }

  /// How many sets of up to so many of the candidates there are; more than
  /// ``mostSets`` where it is more.
  private static func subsets(of candidates: Int, upTo seats: Int) -> Int {
    var (sum, sets) = (1, 1)
    for size in 1..<max(1, min(seats, candidates) + 1) {
      sets = sets * (candidates - size + 1) / size
      sum += sets
      if sum > mostSets { break }
    }
    return sum
  }

  /// All reviews, as bits.
  var allReviews: UInt64 { reviews.count == 64 ? .max : (1 << UInt64(reviews.count)) - 1 }
}
