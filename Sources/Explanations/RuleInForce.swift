import Members
import Pairing
import Rules

/// A rule that binds what a draw can be, whatever is waived, in the order in which it is tried
/// whether an explanation can do without it.
public enum RuleInForce: String, CaseIterable, Hashable, Sendable {
  /// The conflicts table keeps pairs of States apart.
  case conflicts
  /// The conflicts table keeps two States from sitting on one review.
  case exclusions
  /// A State does no more than so many reviews in one year (rulebook).
  case perYear = "per_year"
  /// No two reviewers of a State are of one group (rulebook).
  case distinctGroups = "distinct_groups"
  /// Seats of a kind are held by other regional groups (rulebook).
  case openSeats = "open_seats"
  /// A State does so many reviews (para. 20); where that is never waived, or waived less willingly.
  case minimumLoad = "minimum_load"
  /// A State should do so many reviews (rulebook, `loads.target`); in the same way.
  case targetLoad = "target_load"
  /// Two States do not review each other (para. 19).
  case mutualReviews = "mutual_reviews"
  /// A State does no more than so many reviews (para. 20).
  case maximumLoad = "maximum_load"
  /// The reviewers of a State are party to all its Protocols (para. 18 bis).
  case protocols

  /// Whether it asks for reviews, which only reviews that are held can give.
  var asksForReviews: Bool { self == .minimumLoad || self == .targetLoad }
}

extension PairingProblem {
  /// The same question without a rule.
  func without(_ rule: RuleInForce) -> PairingProblem {
    var rulebook = rulebook
    switch rule {
    case .conflicts: return with(conflicts: [])
    case .exclusions: return with(exclusions: [])
    case .perYear: rulebook.maximumPerYear = OwnNumbers.loadRange.upperBound
    case .distinctGroups: rulebook.distinctGroups = false
    case .openSeats: rulebook.openSeats = .any
    case .minimumLoad: return with(minimum: 0)
    case .targetLoad: rulebook.targetLoad = 0
    case .maximumLoad: return with(maximum: OwnNumbers.loadRange.upperBound)
    case .mutualReviews: rulebook.mutualReviews = .allowed
    case .protocols: rulebook.protocols = .any
    }
    return with(rulebook: rulebook)
  }

  /// The same question with other data; what is drawn stays.
  func with(
    membership: Membership? = nil, rulebook: Rulebook? = nil, conflicts: [Conflict]? = nil,
    exclusions: [Exclusion]? = nil
  ) -> PairingProblem {
    var problem = PairingProblem(
      membership: membership ?? self.membership, rulebook: rulebook ?? self.rulebook,
      conflicts: conflicts ?? self.conflicts, exclusions: exclusions ?? self.exclusions)
    (problem.reviews, problem.years) = (reviews, years)
    (problem.excluded, problem.settled) = (excluded, settled)
    return problem
  }

  /// The same question with other loads, without the States' own numbers of that kind.
  private func with(minimum: Int? = nil, maximum: Int? = nil) -> PairingProblem {
    var rulebook = rulebook
    rulebook.minimumLoad = minimum ?? rulebook.minimumLoad
    rulebook.maximumLoad = maximum ?? rulebook.maximumLoad
    let states = membership.states.map { state in
      State(
        code: state.code, name: state.name, region: state.region, protocols: state.protocols,
        legalSystems: state.legalSystems, languages: state.languages,
        isReviewed: state.isReviewed, isReviewer: state.isReviewer,
        own: OwnNumbers(
          seats: state.own.seats, minimum: minimum == nil ? state.own.minimum : nil,
          maximum: maximum == nil ? state.own.maximum : nil),
        year: state.year)
    }
    return with(membership: Membership(states), rulebook: rulebook)
  }
}
