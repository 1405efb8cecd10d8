import Members
import Rules

/// What is left to draw of one review.
public struct RemainingReview: Hashable, Sendable {
  /// The seats still to be drawn; open ones include those that took the place of a regional seat.
  public var left: SeatCounts
  /// The reviewers drawn so far, in any seat.
  public var reviewers: [Int]
  /// Those of them that hold supplementary seats.
  public var supplementary: [Int] = []
  /// The reviewers for whom a supplementary seat is still to be drawn, in the order of its lots.
  public var due: [Int] = []

  /// Makes the remainder of a review.
  public init(_ left: SeatCounts, reviewers: [Int] = []) {
    self.left = left
    self.reviewers = reviewers
  }

  /// Makes the remainder of a review that has no other kinds of seats than these two.
  public init(regionalSeats: Int = 0, openSeats: Int = 0, reviewers: [Int] = []) {
    self.init(SeatCounts(regional: regionalSeats, open: openSeats), reviewers: reviewers)
  }

  /// Regional seats still to be drawn.
  public var regionalSeats: Int { left.regional }
  /// Open seats still to be drawn.
  public var openSeats: Int { left.open }
  /// All seats still to be drawn, without supplementary ones.
  public var seatsLeft: Int { left.total }
  /// Whether any seat is still to be drawn.
  public var isOpen: Bool { seatsLeft > 0 || !due.isEmpty }
}

/// The question of every lot: which completions of the cycle are there, given what is drawn?
///
/// Who can review whom does not depend on the year, but for exclusions; how often, it does where the
/// rulebook bounds the reviews of one year.
public struct PairingProblem: Sendable {
  /// An ordered pair of States.
  public struct Pair: Hashable, Sendable {
    /// The State under review.
    public let underReview: Int
    /// The reviewing State.
    public let reviewer: Int

    /// Makes a pair.
    public init(underReview: Int, reviewer: Int) {
      self.underReview = underReview
      self.reviewer = reviewer
    }
  }

  /// The States.
  public let membership: Membership
  /// The rules.
  public let rulebook: Rulebook
  /// The pairs that may not be drawn at all.
  public let conflicts: [Conflict]
  /// The pairs that may not sit on one review.
  public let exclusions: [Exclusion]
  /// What is left to draw of each State's review, one entry per State, in canonical order.
  public var reviews: [RemainingReview]
  /// The year in which each State is under review; 0 where it is not, or where none is drawn yet.
  /// Looked at only where the rulebook bounds the reviews of one year.
  public var years: [Int]
  /// Further pairs that may not be drawn any more: stand-downs, reviewers released by redraws.
  public var excluded: Set<Pair> = []
  /// The waivers that what is drawn has already cost, but for `minimum_load`, which counts at the
  /// end.
  public var settled: WaiverVector

  /// Makes the problem of a cycle of which nothing is drawn yet.
  public init(
    membership: Membership, rulebook: Rulebook, conflicts: [Conflict] = [],
    exclusions: [Exclusion] = []
  ) {
    self.membership = membership
    self.rulebook = rulebook
    self.conflicts = conflicts
    self.exclusions = exclusions
    years = membership.states.map { rulebook.givenYear(of: $0) }
    reviews = membership.states.map { state in
      guard state.isReviewed else { return RemainingReview() }
      return RemainingReview(rulebook.seatCounts(of: state))
    }
    settled = WaiverVector(rules: rulebook.waivers)
  }

  /// Whether the reviews of one year are bounded: a State may do more of them in the cycle.
  public var boundsYears: Bool {
    let most = rulebook.maximumPerYear
    return membership.states.contains { $0.isReviewer && rulebook.maximumLoad(of: $0) > most }
  }

  /// Reviews drawn for each State, one entry per State.
  var loads: [Int] {
    var loads = Array(repeating: 0, count: reviews.count)
    for review in reviews { for reviewer in review.reviewers { loads[reviewer] += 1 } }
    return loads
  }

  /// The groups of the reviewers drawn for a State, without supplementary ones.
  func groupsDrawn(of state: Int) -> Set<RegionalGroup> {
    let review = reviews[state]
    let reviewers =
      review.supplementary.isEmpty
      ? review.reviewers : review.reviewers.filter { !review.supplementary.contains($0) }
    return Set(reviewers.map { membership.states[$0].region })
  }

  /// Whether the similarity of a State's regional reviewer is counted.
  public func countsLegalSystem(of state: Int) -> Bool {
    rulebook.similarLegalSystem == .preferred && !membership.states[state].legalSystems.isEmpty
  }

  /// Puts a reviewer into a seat.
  public mutating func place(_ reviewer: Int, underReview state: Int, in seat: Seat) {
    reviews[state].reviewers.append(reviewer)
    if seat == .supplementary {
      reviews[state].supplementary.append(reviewer)
      reviews[state].due.removeFirst()
      return
    }
    reviews[state].left[seat] -= 1
    if isSupplemented(reviewer, underReview: state) { reviews[state].due.append(reviewer) }
    let states = membership.states
    if seat == .regional && countsLegalSystem(of: state)
      && !SimilarLegalSystem.similar(states[state], states[reviewer])
    {
      settle(.legalSystem)
    }
  }

  /// Gives a State's regional seat up; it becomes an open seat.
  public mutating func giveUpRegionalSeat(of state: Int) {
    reviews[state].left.regional -= 1
    reviews[state].left.open += 1
    settle(.sameRegion)
    if countsLegalSystem(of: state) { settle(.legalSystem) }
  }

  /// Leaves a seat of a State empty for good, one that is not regional.
  public mutating func leaveSeatEmpty(of state: Int, _ seat: Seat = .open) {
    if seat == .supplementary {
      reviews[state].due.removeFirst()
      return settle(.supplement)
    }
    reviews[state].left[seat] -= 1
    settle(.seat)
  }

  /// Counts a waiver that is certain.
  private mutating func settle(_ rule: WaivableRule) {
    if let level = settled.rules.firstIndex(of: rule) { settled.counts[level] += 1 }
  }
}
