/// The rules of a cycle: what can be varied of the terms of reference (contract, section 4).
public struct Rulebook: Hashable, Sendable {
  /// What reviewers must be party to (para. 18 bis).
  public enum ProtocolRule: String, CaseIterable, Sendable {
    /// Every Protocol the State under review is party to.
    case all
    /// No requirement.
    case any
    /// No requirement, but what a reviewer lacks is made up for by a supplementary reviewer.
    case supplement
  }

  /// When a State that joins in the course of a cycle is reviewed.
  public enum Joining: String, CaseIterable, Sendable {
    /// In a year drawn by lot.
    case byLot = "by_lot"
    /// In the last year.
    case lastYear = "last_year"
  }

  /// How the States of a year are found (para. 14).
  public enum SelectionMethod: String, CaseIterable, Sendable {
    /// By one lot for each place.
    case lots
    /// By one lot for each group, which says where its alphabetical list begins.
    case alphabetical
    /// By the years that the membership gives.
    case given
  }

  /// What a request for a redraw releases.
  public enum RedrawScope: String, CaseIterable, Sendable {
    /// All reviewers of the State.
    case review
    /// One of them.
    case reviewer
  }

  /// Whether two States may review each other (para. 19).
  public enum MutualReviews: String, CaseIterable, Sendable {
    /// Never, over the whole cycle.
    case forbidden
    /// Always.
    case allowed
  }

  /// Who may hold an open seat.
  public enum OpenSeats: String, CaseIterable, Sendable {
    /// Any eligible State.
    case any
    /// Only a State that is not of the same regional group.
    case otherRegion = "other_region"
  }

  /// Whether a similar legal system is sought for the regional seat (para. 19).
  public typealias SimilarLegalSystem = SeatKind.LegalSystem

  /// The name of the rulebook.
  public var name = "UNTOC terms of reference 2010"
  /// Where the rules are written.
  public var source = "CTOC/COP/2010/17, resolution 5/5, annex I"
  /// The years of a cycle, 1 to 50.
  public var years = 5
  /// How many years at the end of the cycle the selection leaves empty, fewer than all.
  public var unselectedYears = 0
  /// When a State that joins in the course of a cycle is reviewed.
  public var joining = Joining.byLot
  /// The kinds of seats of a review in the order in which they are drawn, 1 to 4 kinds with 1 to 8
  /// seats in all, at least one kind not of the same group (para. 18, 19).
  public var seats = Rulebook.seats(
    perReview: 2, sameRegion: 1, openSeats: .any, similarLegalSystem: .preferred)
  /// Whether no two reviewers of a State may be of one group.
  public var distinctGroups = false
  /// What reviewers must be party to (para. 18 bis).
  public var protocols = ProtocolRule.all
  /// Whether two States may review each other (para. 19).
  public var mutualReviews = MutualReviews.forbidden
  /// The fewest reviews a State does in the cycle, 0 to 1000 (para. 20).
  public var minimumLoad = 1
  /// How many reviews each State should do, if possible; 0 asks for nothing, anything else is between
  /// the minimum and the maximum.
  public var targetLoad = 0
  /// The most reviews a State does in the cycle, 0 to 1000, not below the minimum (para. 20).
  public var maximumLoad = 3
  /// The most reviews a State does in one year, 0 to 1000.
  public var maximumPerYear = 1000
  /// How the States of a year are found (para. 14).
  public var selectionMethod = SelectionMethod.lots
  /// Whether regional groups take part in each year in proportion (para. 14).
  public var isSelectionProportional = true
  /// How often a State may ask for a redraw (para. 19).
  public var redrawLimit = 2
  /// What a request for a redraw releases.
  public var redrawScope = RedrawScope.review
  /// Whether released reviewers are left out of the new bowls (para. 19).
  public var excludesPreviousReviewers = true
  /// The rules that may be waived, most serious first; any other rule never is.
  public var waivers = Rulebook.defaultWaivers

  /// The rules that may be waived where a rulebook says nothing of it.
  public static let defaultWaivers: [WaivableRule] = [
    .seat, .supplement, .sameRegion, .minimumLoad, .legalSystem, .targetLoad,
  ]

  /// Makes the built-in rulebook, the terms of reference of 2010.
  public init() {}

  /// Whether a rule may be waived under this rulebook.
  public func canWaive(_ rule: WaivableRule) -> Bool { waivers.contains(rule) }
}
