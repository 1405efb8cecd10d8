import Members

/// One review as it was drawn. States are indices into the membership, in canonical order.
public struct Review: Hashable, Sendable {
  /// The State under review.
  public var underReview: Int
  /// The year of the cycle, from 1; 0 where no year is drawn yet.
  public var year: Int
  /// Who holds its seats, those of the same group first, then the others in the order drawn.
  public var holders: [SeatHolder]

  /// Makes a review.
  public init(underReview: Int, year: Int, holders: [SeatHolder]) {
    self.underReview = underReview
    self.year = year
    self.holders = holders
  }

  /// Makes a review of at most one seat of the same group, and of open seats.
  public init(underReview: Int, year: Int, regionalReviewer: Int? = nil, openReviewers: [Int] = [])
  {
    self.init(
      underReview: underReview, year: year,
      holders: (regionalReviewer.map { [SeatHolder(.regional, $0)] } ?? [])
        + openReviewers.map { SeatHolder(.open, $0) })
  }

  /// The reviewer in the first regional seat; nil where there is no such seat, or its rule was waived.
  public var regionalReviewer: Int? {
    get { holders.first { $0.seat == .regional }?.reviewer }
    set {
      holders.removeAll { $0.seat == .regional }
      if let newValue { holders.insert(SeatHolder(.regional, newValue), at: 0) }
    }
  }

  /// The reviewers in open seats, in the order drawn.
  public var openReviewers: [Int] {
    get { reviewers(in: .open) }
    set {
      holders.removeAll { $0.seat == .open }
      holders += newValue.map { SeatHolder(.open, $0) }
    }
  }

  /// The reviewers in seats of one kind, in the order drawn.
  public func reviewers(in seat: Seat) -> [Int] {
    holders.filter { $0.seat == seat }.map(\.reviewer)
  }

  /// Whether a State is one of the reviewers.
  func has(_ reviewer: Int) -> Bool { holders.contains { $0.reviewer == reviewer } }

  /// The number of reviewers, without supplementary ones.
  var reviewerCount: Int { holders.count { $0.seat != .supplementary } }

  /// All reviewers, the regional ones first.
  public var reviewers: [Int] { holders.map(\.reviewer) }
}

/// The reviews of a whole cycle, as a finished draw leaves them.
public struct Assignment: Hashable, Sendable {
  /// The reviews, in any order, at most one per State.
  public var reviews: [Review]

  /// Makes an assignment.
  public init(reviews: [Review]) { self.reviews = reviews }
}
