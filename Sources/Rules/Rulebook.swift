/// The rules of a cycle: what can be varied of the terms of reference (contract, section 4).
public struct Rulebook: Hashable, Sendable {
  /// What reviewers must be party to (para. 18 bis).
  public enum ProtocolRule: String, CaseIterable, Sendable {
    /// Every Protocol the State under review is party to.
    case all
    /// No requirement.
    case any
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
  public enum SimilarLegalSystem: String, CaseIterable, Sendable {
    /// If possible.
    case preferred
    /// Not counted.
    case ignored
  }

  /// The name of the rulebook.
  public var name = "UNTOC terms of reference 2010"
  /// Where the rules are written.
  public var source = "CTOC/COP/2010/17, resolution 5/5, annex I"
  /// The years of a cycle, 1 to 50.
  public var years = 5
  /// The seats of a review, 1 to 8 (para. 18).
  public var reviewersPerReview = 2
  /// The regional seats of a review, 0 or 1 (para. 19).
  public var regionalSeats = 1
  /// What reviewers must be party to (para. 18 bis).
  public var protocols = ProtocolRule.all
  /// Whether two States may review each other (para. 19).
  public var mutualReviews = MutualReviews.forbidden
  /// Who may hold an open seat.
  public var openSeats = OpenSeats.any
  /// Whether a similar legal system is sought (para. 19).
  public var similarLegalSystem = SimilarLegalSystem.preferred
  /// The fewest reviews a State does in the cycle, 0 to 1000 (para. 20).
  public var minimumLoad = 1
  /// The most reviews a State does in the cycle, 0 to 1000, not below the minimum (para. 20).
  public var maximumLoad = 3
  /// Whether regional groups take part in each year in proportion (para. 14).
  public var isSelectionProportional = true
  /// How often a State may ask for a redraw (para. 19).
  public var redrawLimit = 2
  /// Whether released reviewers are left out of the new bowls (para. 19).
  public var excludesPreviousReviewers = true
  /// The rules that may be waived, most serious first; any other rule never is.
  public var waivers: [WaivableRule] = [.seat, .sameRegion, .minimumLoad, .legalSystem]

  /// Makes the built-in rulebook, the terms of reference of 2010.
  public init() {}

  /// Whether a rule may be waived under this rulebook.
  public func canWaive(_ rule: WaivableRule) -> Bool { waivers.contains(rule) }
}
