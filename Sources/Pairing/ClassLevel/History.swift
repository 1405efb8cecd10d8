import Rules

/// What is drawn and what is left of a cycle, State by State, in memory linear in the number of
/// States.
struct History: Sendable {
  /// The most seats of a review.
  let perReview: Int
  /// Whether two States may not review each other.
  let forbidsMutual: Bool
  /// Whether the regional seat is still to be drawn.
  private(set) var hasRegional: [Bool]
  /// Open seats still to be drawn.
  private(set) var openLeft: [UInt8]
  /// Reviews drawn for each State.
  private(set) var done: [UInt16]
  /// Seats still to be drawn in all.
  private(set) var seatsLeft = 0
  /// The reviewers drawn, `perReview` entries a State, −1 for none yet.
  private var reviewers: [Int32]
  /// For each State, the last entry of ``reviewers`` that it holds, and for each entry the one
  /// before it; −1 for none.
  private var lastSeat: [Int32]
  private var seatBefore: [Int32]
  /// The reviewers that conflicts keep from a State, and the reverse.
  private let conflicts: [Int: [Int]]
  private let conflictsOfReviewer: [Int: [Int]]

  /// Nothing is drawn.
  init(_ problem: PairingProblem) {
    let most = problem.reviews.reduce(0) { max($0, $1.regionalSeats + $1.openSeats) }
    perReview = max(1, most)
    forbidsMutual = problem.rulebook.mutualReviews == .forbidden
    let count = problem.reviews.count
    hasRegional = problem.reviews.map { $0.regionalSeats > 0 }
    openLeft = problem.reviews.map { UInt8($0.openSeats) }
    done = Array(repeating: 0, count: count)
    reviewers = Array(repeating: -1, count: count * perReview)
    lastSeat = Array(repeating: -1, count: count)
    seatBefore = reviewers
    for review in problem.reviews { seatsLeft += review.regionalSeats + review.openSeats }
    var conflicts: [Int: [Int]] = [:]
    var conflictsOfReviewer: [Int: [Int]] = [:]
    for conflict in problem.conflicts {
      if let state = problem.membership.index(of: conflict.underReview),
        let reviewer = problem.membership.index(of: conflict.reviewer)
      {
        conflicts[state, default: []].append(reviewer)
        conflictsOfReviewer[reviewer, default: []].append(state)
      }
    }
    self.conflicts = conflicts
    self.conflictsOfReviewer = conflictsOfReviewer
  }

  /// The most conflicts of a State under review, and of a reviewer.
  var mostConflicts: (underReview: Int, reviewer: Int) {
    var reviewers: [Int: Int] = [:]
    for list in conflicts.values {
      for reviewer in list { reviewers[reviewer, default: 0] += 1 }
    }
    return (conflicts.values.map(\.count).max() ?? 0, reviewers.values.max() ?? 0)
  }

  /// Whether any seat of a State is still to be drawn.
  func hasSeat(_ state: Int) -> Bool { hasRegional[state] || openLeft[state] > 0 }

  /// The reviewers drawn for a State.
  func reviewers(of state: Int) -> [Int] {
    let start = state * perReview
    return reviewers[start..<start + perReview].lazy.filter { $0 >= 0 }.map(Int.init)
  }

  /// The States that may not take a seat of a State whatever kind they are of: itself, its
  /// reviewers, those it reviews, its conflicts; in canonical order.
  func exceptions(of state: Int) -> [Int] {
    var states = reviewers(of: state)
    states.append(state)
    if forbidsMutual {
      var seat = lastSeat[state]
      while seat >= 0 {
        states.append(Int(seat) / perReview)
        seat = seatBefore[Int(seat)]
      }
    }
    if !conflicts.isEmpty { states += conflicts[state] ?? [] }
    states.sort()
    var last = -1
    return states.filter { other in
      defer { last = other }
      return other != last
    }
  }

  /// The States whose seats a State may not take whatever kind it is of, in canonical order.
  func exceptions(ofReviewer reviewer: Int) -> [Int] {
    var states = Set(conflictsOfReviewer[reviewer] ?? [])
    states.insert(reviewer)
    var seat = lastSeat[reviewer]
    while seat >= 0 {
      states.insert(Int(seat) / perReview)
      seat = seatBefore[Int(seat)]
    }
    if forbidsMutual { states.formUnion(reviewers(of: reviewer)) }
    return states.sorted()
  }

  /// Draws a reviewer.
  mutating func place(_ reviewer: Int, in seat: Seat, underReview state: Int) {
    var place = state * perReview
    while reviewers[place] >= 0 { place += 1 }
    reviewers[place] = Int32(truncatingIfNeeded: reviewer)
    seatBefore[place] = lastSeat[reviewer]
    lastSeat[reviewer] = Int32(truncatingIfNeeded: place)
    done[reviewer] += 1
    if seat == .regional { hasRegional[state] = false } else { openLeft[state] -= 1 }
    seatsLeft -= 1
  }

  /// Gives up a regional seat; it becomes an open seat.
  mutating func giveUpRegionalSeat(of state: Int) {
    hasRegional[state] = false
    openLeft[state] += 1
  }

  /// Leaves an open seat empty.
  mutating func leaveSeatEmpty(of state: Int) {
    openLeft[state] -= 1
    seatsLeft -= 1
  }
}
