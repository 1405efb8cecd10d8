import Rules

/// The rules whose demands can stand in a conflict.
///
/// The others are its fixed background: no State reviews itself or another one twice, a review has
/// no more seats than the rulebook gives it, and only States that review take seats.
public enum DemandRule: String, CaseIterable, Hashable, Sendable {
  /// A State under review has so many reviewers (para. 18).
  case seat
  /// A State under review has a reviewer of its regional group (para. 19).
  case sameRegion = "same_region"
  /// A State does so many reviews (para. 20).
  case minimumLoad = "minimum_load"
  /// A State under review has, in its regional seat, a reviewer with a similar legal system.
  case legalSystem = "legal_system"
  /// A reviewer that lacks Protocols is supplemented (rulebook).
  case supplement
  /// A State should do so many reviews (rulebook).
  case targetLoad = "target_load"
  /// The reviewers of a State are party to all its Protocols (para. 18 bis).
  case protocols
  /// The open seats of a State are held by other regional groups (rulebook).
  case openSeats = "open_seats"
  /// A State does no more than so many reviews (para. 20).
  case maximumLoad = "maximum_load"
  /// Two States do not review each other (para. 19).
  case mutualReviews = "mutual_reviews"
  /// A pair of the conflicts table is not drawn.
  case conflicts

  /// The waiver that gives the demand up; nil where it is never given up.
  public var waiver: WaivableRule? { WaivableRule(rawValue: rawValue) }

  /// The demands that are made of one State under review or one reviewer.
  static let ofStates = allCases.filter { $0 != .mutualReviews && $0 != .conflicts }
}

extension WaivableRule {
  /// The rule as one that makes demands.
  var demand: DemandRule {
    switch self {
    case .seat: .seat
    case .sameRegion: .sameRegion
    case .minimumLoad: .minimumLoad
    case .legalSystem: .legalSystem
    case .supplement: .supplement
    case .targetLoad: .targetLoad
    }
  }

}

/// What one rule demands of some States that are alike.
public struct Demand: Hashable, Sendable {
  /// The rule.
  public let rule: DemandRule
  /// The States, as indices into the membership, in canonical order. For `mutual_reviews` the two
  /// States; for `conflicts` the State under review, then the reviewer; for a mutual ban among
  /// more States than are told one by one, all of them.
  public let states: [Int]
  /// How many reviewers each of them must have, or reviews it must do; 1 for any other rule.
  public let count: Int
}

/// How much each rule demands of each State of a party: reviewers, reviews, or 0 and 1 for no and
/// yes.
struct Asks: Hashable, Sendable {
  var seats = 0
  var sameRegion = 0
  var minimumLoad = 0
  var legalSystem = 0
  var protocols = 0
  var openSeats = 0
  var maximumLoad = 0

  subscript(rule: DemandRule) -> Int {
    get {
      switch rule {
      case .seat: seats
      case .sameRegion: sameRegion
      case .minimumLoad: minimumLoad
      case .legalSystem: legalSystem
      case .protocols: protocols
      case .openSeats: openSeats
      case .maximumLoad: maximumLoad
      case .supplement, .targetLoad, .mutualReviews, .conflicts: 0
      }
    }
    set {
      switch rule {
      case .seat: seats = newValue
      case .sameRegion: sameRegion = newValue
      case .minimumLoad: minimumLoad = newValue
      case .legalSystem: legalSystem = newValue
      case .protocols: protocols = newValue
      case .openSeats: openSeats = newValue
      case .maximumLoad: maximumLoad = newValue
      case .supplement, .targetLoad, .mutualReviews, .conflicts: break
      }
    }
  }

  /// Whether reviewers are demanded.
  var wantsReviewers: Bool { seats > 0 || sameRegion > 0 || legalSystem > 0 }

  /// Whether anything is demanded that could be given up.
  var isWanting: Bool { wantsReviewers || minimumLoad > 0 }
}
