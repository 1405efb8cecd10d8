import Members
import Pairing
import Rules

/// Something worth knowing before a draw, although nothing is wrong.
public struct MembershipWarning: Hashable, Sendable {
  /// What there is to know.
  public enum Kind: String, Hashable, Sendable {
    /// The State's seat has a bowl of one: its reviewer is known before any lot.
    case forced
    /// The States can review nobody.
    case idle
    /// The States could not spare one reviewer.
    case close
  }

  /// What there is to know.
  public let kind: Kind
  /// The States it is about, in canonical order.
  public let states: [Int]
  /// The reviewers it is about, in canonical order.
  public let reviewers: [Int]
  /// Whether it is about regional seats.
  public let isRegional: Bool
  /// Reviews needed of a group close to its limit.
  public let needed: Int
  /// Reviews that its reviewers can do.
  public let available: Int
}

/// Looks for warnings.
public struct WarningSearch {
  /// States up to which every bowl is looked at.
  public static let mostStatesWithBowls = 500

  private let field: DemandField
  private let membership: Membership
  private let rulebook: Rulebook

  /// Looks at a cycle of which nothing is drawn.
  public init(_ problem: PairingProblem) {
    field = DemandField(problem)
    membership = problem.membership
    rulebook = problem.rulebook
  }

  /// The warnings: forced reviewers first, then States that can review nobody, then groups.
  ///
  /// - Parameter ahead: What is possible; nil to leave the bowls out.
  /// - Complexity: O(m²) for m classes of States, and one search for each bowl.
  public func all(_ ahead: Lookahead?) throws(PairingFailure) -> [MembershipWarning] {
    var warnings: [MembershipWarning] = []
    if var ahead, membership.states.count <= Self.mostStatesWithBowls {
      warnings += try forced(&ahead)
    }
    return warnings + idle() + close()
  }

  private func forced(_ ahead: inout Lookahead) throws(PairingFailure) -> [MembershipWarning] {
    var warnings: [MembershipWarning] = []
    for (state, review) in field.problem.reviews.enumerated() {
      for (seat, seats) in [(Seat.regional, review.regionalSeats), (.open, review.openSeats)]
      where seats > 0 {
        let bowl = try ahead.bowl(of: seat, underReview: state)
        if bowl.count != 1 { continue }
        warnings.append(
          MembershipWarning(
            kind: .forced, states: [state], reviewers: bowl, isRegional: seat == .regional,
            needed: 1, available: 1))
      }
    }
    return warnings
  }

  /// States that review, and may review nobody under review.
  private func idle() -> [MembershipWarning] {
    let set = DemandSet(field)
    let under = set.parties.filter { field.seats($0.kind) > 0 }
    let states = set.parties.filter { reviewer in
      guard field.state(reviewer.kind).isReviewer else { return false }
      return !under.contains { party in
        if party.states == reviewer.states && party.states.count == 1 { return false }
        let may = set.mayReview(party, reviewer)
        return may.regional || may.open
      }
    }.flatMap(\.states).sorted()
    if states.isEmpty { return [] }
    return [
      MembershipWarning(
        kind: .idle, states: states, reviewers: [], isRegional: false, needed: 0, available: 0)
    ]
  }

  /// Groups of States, by region or in all, that have at least certain Protocols, and whose
  /// reviewers could do all their reviews, but not with one reviewer less.
  private func close() -> [MembershipWarning] {
    var warnings: [MembershipWarning] = []
    let kinds = field.kinds.indices
    for isRegional in [true, false] {
      if isRegional && rulebook.regionalSeats == 0 { continue }
      var seen: Set<[Label]> = []
      for kind in kinds where field.seats(kind) > 0 {
        let state = field.state(kind)
        if isRegional && field.regionalSeats(kind) == 0 { continue }
        let codes = rulebook.protocols == .all ? state.protocols : []
        let key = (isRegional ? [state.region] : []) + codes
        if !seen.insert(key).inserted { continue }
        func belongs(_ other: State) -> Bool {
          if isRegional && other.region != state.region { return false }
          return Set(codes).isSubset(of: other.protocols)
        }
        let group = kinds.filter { belongs(field.state($0)) }
        let reviewed = group.filter { field.seats($0) > 0 }.flatMap { field.kinds[$0] }
        let reviewing = group.filter { field.state($0).isReviewer }.flatMap { field.kinds[$0] }
        let needed = reviewed.count * (isRegional ? 1 : rulebook.reviewersPerReview)
        let available = reviewing.count * rulebook.maximumLoad
        if needed > available || needed <= available - rulebook.maximumLoad { continue }
        warnings.append(
          MembershipWarning(
            kind: .close, states: reviewed.sorted(), reviewers: reviewing.sorted(),
            isRegional: isRegional, needed: needed, available: available))
      }
    }
    return warnings
  }
}

/// Warnings as sentences.
extension ConflictText {
  /// A warning in a sentence.
  public func text(_ warning: MembershipWarning) -> String {
    let states = names(warning.states)
    switch warning.kind {
    case .forced:
      return "The \(warning.isRegional ? "regional" : "first open") reviewer of \(states) can only "
        + "be \(names(warning.reviewers))."
    case .idle:
      return "\(states) can review nobody that is under review."
    case .close:
      let whose = warning.isRegional ? "regional seat" : "seat"
      let seats =
        warning.needed == 1 ? "one \(whose)" : "\(NumberWord.of(warning.needed)) \(whose)s"
      let reviews = NumberWord.of(warning.available, "review")
      return
        "The \(seats) of \(states) can be held only by \(names(warning.reviewers)), who can do "
        + "\(reviews): not one of these reviewers could be spared."
    }
  }
}
