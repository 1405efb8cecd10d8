import Members

/// One review as it was drawn. States are indices into the membership, in canonical order.
public struct Review: Hashable, Sendable {
  /// The State under review.
  public var underReview: Int
  /// The year of the cycle, from 1; 0 where no year is drawn yet.
  public var year: Int
  /// The reviewer in the regional seat; nil where there is no such seat, or its rule was waived.
  public var regionalReviewer: Int?
  /// The reviewers in open seats, in the order drawn.
  public var openReviewers: [Int]

  /// Makes a review.
  public init(underReview: Int, year: Int, regionalReviewer: Int? = nil, openReviewers: [Int] = [])
  {
    self.underReview = underReview
    self.year = year
    self.regionalReviewer = regionalReviewer
    self.openReviewers = openReviewers
  }

  /// Whether a State is one of the reviewers.
  func has(_ reviewer: Int) -> Bool {
    regionalReviewer == reviewer || openReviewers.contains(reviewer)
  }

  /// The number of reviewers.
  var reviewerCount: Int { (regionalReviewer == nil ? 0 : 1) + openReviewers.count }

  /// All reviewers, the regional one first.
  public var reviewers: [Int] { (regionalReviewer.map { [$0] } ?? []) + openReviewers }
}

/// The reviews of a whole cycle, as a finished draw leaves them.
public struct Assignment: Hashable, Sendable {
  /// The reviews, in any order, at most one per State.
  public var reviews: [Review]

  /// Makes an assignment.
  public init(reviews: [Review]) { self.reviews = reviews }
}
