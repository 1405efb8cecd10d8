import Members
import Rules

/// Which pairs may still be drawn, State by State, as the provisions permit them.
struct Eligibility {
  /// Rows are States under review with a regional seat left, columns reviewers.
  private(set) var regional: BitMatrix
  /// Rows are States under review with any seat left, columns reviewers.
  private(set) var open: BitMatrix
  /// For each other kind of seats, by its place in the rulebook's list, rows of States under review
  /// with a seat of it left; empty where there is no other kind.
  private(set) var listed: [BitMatrix] = []
  /// Rows are States under review with any seat left, columns those who may hold a supplementary one,
  /// whatever Protocols they are party to; empty without supplementary reviewers.
  private(set) var supplementary: BitMatrix
  private let hasSupplements: Bool
  /// The regional pairs that count as of a similar legal system.
  private(set) var similar: BitMatrix

  /// Asks the provisions once for each two classes of States, then takes out what history forbids.
  ///
  /// - Complexity: O(m² + n²) for n States in m classes.
  init(_ problem: PairingProblem) {
    let states = problem.membership.states
    let n = states.count
    regional = BitMatrix(rows: n, columns: n)
    open = regional
    similar = regional
    hasSupplements = problem.drawsSupplements
    supplementary = BitMatrix(rows: hasSupplements ? n : 0, columns: n)
    let listedSeats = problem.rulebook.hasSeveralKinds ? problem.rulebook.seatsInOrder : []
    listed = listedSeats.map { _ in BitMatrix(rows: n, columns: n) }
    let provisions = Provisions(problem.rulebook, conflicts: problem.conflicts)
    let classes = Self.kinds(of: problem)
    let reviewing = classes.filter { states[$0.states[0]].isReviewer }
    for underReview in classes {
      let first = states[underReview.states[0]]
      for reviewer in reviewing {
        let other = states[reviewer.states[0]]
        let regional = provisions.permit(other, toReview: first, in: .regional)
        let open = provisions.permit(other, toReview: first, in: .open)
        let others = listedSeats.map {
          $0 != .regional && $0 != .open
            && provisions.permit(other, toReview: first, in: $0)
        }
        let supplementary =
          hasSupplements && provisions.permit(other, toReview: first, in: .supplementary)
        if !regional && !open && !supplementary && !others.contains(true) { continue }
        let counts = problem.countsLegalSystem(of: underReview.states[0])
        let similar = counts && SimilarLegalSystem.similar(first, other)
        for i in underReview.states {
          let review = problem.reviews[i]
          if !review.isOpen { continue }
          let hasRegional = review.regionalSeats > 0
          let hasOpen = hasRegional || review.openSeats > 0
          for j in reviewer.states where i != j {
            if supplementary { self.supplementary[i, j] = true }
            if regional && hasRegional { self.regional[i, j] = true }
            if open && hasOpen { self.open[i, j] = true }
            if regional && hasRegional && similar { self.similar[i, j] = true }
            for (place, may) in others.enumerated()
            where may && review.left[.listed(UInt8(place))] > 0 {
              listed[place][i, j] = true
            }
          }
        }
      }
    }
    removeHistory(problem)
  }

  /// States that the provisions cannot tell apart.
  private static func kinds(of problem: PairingProblem) -> [StateClass] {
    var fresh = PairingProblem(
      membership: problem.membership, rulebook: problem.rulebook, conflicts: problem.conflicts,
      exclusions: problem.exclusions)
    for state in fresh.reviews.indices {
      // One seat keeps every State in a class, whether or not it is under review.
      fresh.reviews[state] = RemainingReview(openSeats: 1)
    }
    return StateClass.classes(of: fresh)
  }

  /// Whether a State may take a seat of another.
  func permits(_ reviewer: Int, toReview state: Int, in seat: Seat) -> Bool {
    switch seat {
    case .regional: regional[state, reviewer]
    case .open: open[state, reviewer]
    case .listed(let place): listed[Int(place)][state, reviewer]
    case .supplementary: hasSupplements && supplementary[state, reviewer]
    }
  }

  private mutating func removeHistory(_ problem: PairingProblem) {
    func removeFromKinds(_ state: Int, _ reviewer: Int) {
      regional[state, reviewer] = false
      open[state, reviewer] = false
      for place in listed.indices { listed[place][state, reviewer] = false }
    }
    func remove(_ state: Int, _ reviewer: Int) {
      removeFromKinds(state, reviewer)
      if hasSupplements { supplementary[state, reviewer] = false }
    }
    for (state, reviewer) in problem.barredByGroups { removeFromKinds(state, reviewer) }
    for pair in problem.excluded { remove(pair.underReview, pair.reviewer) }
    for (state, reviewer) in problem.barredByReviewsDrawn { remove(state, reviewer) }
    for (state, review) in problem.reviews.enumerated() {
      for reviewer in review.reviewers {
        remove(state, reviewer)
        if problem.rulebook.mutualReviews == .forbidden { remove(reviewer, state) }
      }
    }
  }

  /// What is left of these pairs, once seats are drawn and States have a history with each other.
  func left(of problem: PairingProblem) -> Eligibility {
    var left = self
    for (state, review) in problem.reviews.enumerated() {
      if review.regionalSeats == 0 {
        left.regional.clear(row: state)
        left.similar.clear(row: state)
      }
      if review.seatsLeft == 0 { left.open.clear(row: state) }
    }
    left.removeHistory(problem)
    return left
  }
}
