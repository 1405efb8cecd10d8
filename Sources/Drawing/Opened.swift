import Members
import Rules

/// How a cycle begins.
public struct Opened: Hashable, Sendable {
  /// The version of the ledger's format.
  public static let currentFormat = 2

  /// The version of the ledger's format.
  public var format: Int
  /// The program that wrote it: version and commit.
  public var software: String
  /// The rules.
  public var rulebook: Rulebook
  /// The States.
  public var membership: Membership
  /// The pairs that may not be drawn, in canonical order.
  public var conflicts: [Conflict]
  /// The pairs that may not sit on one review, in canonical order.
  public var exclusions: [Exclusion]
  /// The hash of the last line of the cycle that this one follows; empty where it follows none.
  public var after: String
  /// The States that are reviewed in year 1 without a lot, in canonical order.
  public var carried: [Label]
  /// The reviewers that were drawn elsewhere before, in order.
  public var imported: [ImportedReviewer]
  /// The best waiver vector.
  public var best: WaiverVector

  /// Makes the event.
  public init(
    format: Int = Opened.currentFormat, software: String, rulebook: Rulebook,
    membership: Membership, conflicts: [Conflict], exclusions: [Exclusion] = [],
    after: String = "", carried: [Label] = [], imported: [ImportedReviewer] = [],
    best: WaiverVector
  ) {
    self.format = format
    self.software = software
    self.rulebook = rulebook
    self.membership = membership
    self.conflicts = conflicts
    self.exclusions = exclusions
    self.after = after
    self.carried = carried
    self.imported = imported
    self.best = best
  }
}

/// A reviewer that was drawn elsewhere, before the cycle had a ledger.
public struct ImportedReviewer: Hashable, Comparable, Sendable {
  /// The year of the review.
  public var year: Int
  /// The State under review.
  public var underReview: Label
  /// The name of the kind of seat.
  public var seat: Label
  /// The reviewer.
  public var reviewer: Label
  /// Where that stands.
  public var source: String

  /// Makes the entry.
  public init(year: Int, underReview: Label, seat: Label, reviewer: Label, source: String) {
    self.year = year
    self.underReview = underReview
    self.seat = seat
    self.reviewer = reviewer
    self.source = source
  }

  /// By year, then State under review, seat and reviewer in canonical order.
  public static func < (left: ImportedReviewer, right: ImportedReviewer) -> Bool {
    (left.year, left.underReview, left.seat, left.reviewer)
      < (right.year, right.underReview, right.seat, right.reviewer)
  }
}
