/// Where a draw stands on a board: who is served, who has done how many reviews, who may no longer
/// review whom, and which waivers are still to be used up.
struct BoardState: Sendable {
  /// The reviews that are served, as bits.
  private(set) var served: UInt64 = 0
  /// For each reviewer, the reviews it was drawn for on this board.
  private(set) var done: [Int]
  /// For each reviewer, the reviews barred to it because their States review it.
  private(set) var barred: [UInt64]
  /// For each year that is bounded, the reviews of it each reviewer was drawn for on this board.
  private(set) var doneInYear: [[Int]]
  /// The waivers still to be used up; `missing` is settled once a reviewer can do no more.
  private(set) var budget: Board.Budget
  /// The seats of the reviews that are not served.
  private(set) var seatsLeft: Int

  /// The state before the first lot.
  init(_ board: Board) {
    done = Array(repeating: 0, count: board.reviewers.count)
    barred = Array(repeating: 0, count: board.reviewers.count)
    doneInYear = board.roomInYear.map { $0.map { _ in 0 } }
    budget = board.budget
    seatsLeft = board.reviews.reduce(0) { $0 + $1.seats }
  }

  /// Gives a review its reviewers.
  mutating func serve(_ review: Int, _ set: ReviewerSet, on board: Board) {
    served |= 1 << UInt64(review)
    seatsLeft -= board.reviews[review].seats
    budget.seat -= set.cost.seat
    budget.sameRegion -= set.cost.sameRegion
    budget.legalSystem -= set.cost.legalSystem
    budget.supplement -= set.cost.supplement
    count(set, 1, inYearOf: review, on: board)
    bar(review, set, on: board)
  }

  /// Takes the reviewers away again, the last ones given.
  mutating func release(_ review: Int, _ set: ReviewerSet, on board: Board) {
    bar(review, set, on: board)
    served &= ~(1 << UInt64(review))
    seatsLeft += board.reviews[review].seats
    budget.seat += set.cost.seat
    budget.sameRegion += set.cost.sameRegion
    budget.legalSystem += set.cost.legalSystem
    budget.supplement += set.cost.supplement
    count(set, -1, inYearOf: review, on: board)
  }

  private mutating func count(
    _ set: ReviewerSet, _ one: Int, inYearOf review: Int, on board: Board
  ) {
    for reviewer in set.reviewers { done[reviewer] += one }
    guard let year = board.reviews[review].year else { return }
    for reviewer in set.reviewers { doneInYear[year][reviewer] += one }
  }

  /// Bars the State under review from reviewing its reviewers, or lifts that.
  private mutating func bar(_ review: Int, _ set: ReviewerSet, on board: Board) {
    let underReview = board.reviewerOfReview[review]
    guard board.forbidsMutualReviews && underReview >= 0 else { return }
    for reviewer in set.reviewers {
      let other = board.reviewOfReviewer[reviewer]
      if other >= 0 && served >> UInt64(other) & 1 == 0 {
        barred[underReview] ^= board.eligible[underReview] & 1 << UInt64(other)
      }
    }
  }

  /// The reviews that a reviewer can still be drawn for, as bits.
  @inline(__always)
  func possible(_ reviewer: Int, on board: Board) -> UInt64 {
    if board.room[reviewer] <= done[reviewer] { return 0 }
    var possible = board.eligible[reviewer] & ~served & ~barred[reviewer]
    for year in board.roomInYear.indices where isFull(reviewer, year, on: board) {
      possible &= ~board.reviewsOfYear[year]
    }
    return possible
  }

  private func isFull(_ reviewer: Int, _ year: Int, on board: Board) -> Bool {
    doneInYear[year][reviewer] >= board.roomInYear[year][reviewer]
  }

  /// How many more reviews a reviewer can do in a year that is bounded: no more than it can be drawn
  /// for.
  func roomLeft(_ reviewer: Int, inYear year: Int, on board: Board) -> Int {
    if board.room[reviewer] <= done[reviewer] { return 0 }
    let possible =
      board.eligible[reviewer] & ~served & ~barred[reviewer] & board.reviewsOfYear[year]
    return min(
      possible.nonzeroBitCount, board.roomInYear[year][reviewer] - doneInYear[year][reviewer])
  }

  /// The candidates of a review that may still be drawn, as bits.
  func candidates(of review: Int, on board: Board) -> UInt64 {
    var mask: UInt64 = 0
    var bit: UInt64 = 1
    for reviewer in board.reviews[review].candidates {
      if done[reviewer] < board.room[reviewer] && barred[reviewer] >> UInt64(review) & 1 == 0,
        board.reviews[review].year.map({ isFull(reviewer, $0, on: board) }) != true
      {
        mask |= bit
      }
      bit <<= 1
    }
    return mask
  }
}
