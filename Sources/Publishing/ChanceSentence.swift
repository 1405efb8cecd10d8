/// What is said about chances: headings, columns, and how to read them.
public enum ChanceSentence: Hashable, Sendable {
  // Headings and columns.
  case oddsOfYear(Int)
  case chance, interval, beforeTheYear, howLikely
  case meanChance
  case groupUnderReview, groupOfReviewer
  case byReviewer, expectedReviews, likeliestReview
  // Where the numbers are from.
  case notYetDrawn
  case sampled(Int)
  case counted
  case uniform
  case repeated
  // How to read them.
  case howChanceReads, howMapReads, howReviewsRead, howPairsRead
  /// A State drawn in no trial, and one that cannot be drawn.
  case neverDrawn(Listing), cannotBeDrawn(Listing)
  // Numbers, in tenths of a percent.
  case percent(tenths: Int)
  case percentBelow(tenths: Int)
  case between(low: Int, high: Int)
}
