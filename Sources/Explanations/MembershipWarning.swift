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
        guard let only = try ahead.onlyMember(ofBowl: seat, underReview: state) else { continue }
        warnings.append(
          MembershipWarning(
            kind: .forced, states: [state], reviewers: [only], isRegional: seat == .regional,
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
      // Whose own row says that it does no review is meant to do none.
      let state = field.state(reviewer.kind)
      guard state.isReviewer && state.own.maximum != 0 else { return false }
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

  /// Groups of States, by region or in all, that have at least certain Protocols, and whose seats
  /// those who may hold any of them could all fill, but not with one reviewer less.
  private func close() -> [MembershipWarning] {
    var warnings: [MembershipWarning] = []
    let set = DemandSet(field)
    for isRegional in [true, false] {
      if isRegional && rulebook.regionalSeats == 0 { continue }
      let under = set.parties.filter {
        isRegional ? field.regionalSeats($0.kind) > 0 : field.seats($0.kind) > 0
      }
      var seen: Set<[Label]> = []
      for party in under {
        let state = field.state(party.kind)
        let codes = rulebook.protocols == .all ? state.protocols : []
        if !seen.insert((isRegional ? [state.region] : []) + codes).inserted { continue }
        let group = under.filter { other in
          let other = field.state(other.kind)
          return (!isRegional || other.region == state.region)
            && Set(codes).isSubset(of: other.protocols)
        }
        if let warning = close(group, isRegional, set) { warnings.append(warning) }
      }
    }
    return warnings
  }

  /// Whether the seats of some States need every reviewer that may hold one of them: without any
  /// one, the others together may hold fewer seats than there are.
  private func close(
    _ group: [DemandSet.Party], _ isRegional: Bool, _ set: DemandSet
  ) -> MembershipWarning? {
    var reviewers: [Int] = []
    var (available, least) = (0, Int.max)
    for reviewer in set.parties where field.state(reviewer.kind).isReviewer {
      // At most one seat of each State, and none of its own.
      let within = group.reduce(0) { sum, party in
        let may = set.mayReview(party, reviewer)
        guard may.regional || (!isRegional && may.open) else { return sum }
        return sum + party.states.count - (party.states == reviewer.states ? 1 : 0)
      }
      if within == 0 { continue }
      let most = min(within, field.left(reviewer.kind))
      reviewers += reviewer.states
      available += most * reviewer.states.count
      least = min(least, most)
    }
    let needed = group.reduce(0) { sum, party in
      let seats = isRegional ? field.regionalSeats(party.kind) : field.seats(party.kind)
      return sum + seats * party.states.count
    }
    guard reviewers.count > 1, least > 0, (available - least + 1...available).contains(needed),
      SeatCover(group, isRegional, set).filled == needed
    else { return nil }
    return MembershipWarning(
      kind: .close, states: group.flatMap(\.states).sorted(), reviewers: reviewers.sorted(),
      isRegional: isRegional, needed: needed, available: available)
  }
}

/// Warnings as sentences.
extension ConflictText {
  /// Warnings in sentences, those of one kind about the same reviewer in one.
  public func texts(_ warnings: [MembershipWarning]) -> [String] {
    var texts: [String] = []
    var left = warnings[...]
    while let first = left.popFirst() {
      func isAlike(_ other: MembershipWarning) -> Bool {
        other.kind == .forced && first.kind == .forced && other.reviewers == first.reviewers
          && other.isRegional == first.isRegional
      }
      let states = [first] + left.filter(isAlike)
      left.removeAll(where: isAlike)
      let sentence =
        states.count == 1 ? text(first) : forced(states.flatMap(\.states), like: first)
      if !texts.contains(sentence) { texts.append(sentence) }
    }
    return texts
  }

  /// States that could have but one reviewer, and all the same.
  private func forced(_ states: [Int], like warning: MembershipWarning) -> String {
    "Each of \(names(states.sorted())), if its turn came first, could have only "
      + "\(names(warning.reviewers)) as \(warning.isRegional ? "its regional" : "an open") reviewer."
  }

  /// A warning in a sentence.
  public func text(_ warning: MembershipWarning) -> String {
    let states = names(warning.states)
    switch warning.kind {
    case .forced:
      return "\(states), if its turn came first, could have only \(names(warning.reviewers)) as "
        + "\(warning.isRegional ? "its regional" : "an open") reviewer."
    case .idle:
      return "\(states) can review nobody that is under review."
    case .close:
      let whose = warning.isRegional ? "regional seat" : "seat"
      let seats =
        warning.needed == 1 ? "one \(whose)" : "\(NumberWord.of(warning.needed)) \(whose)s"
      let reviews = NumberWord.of(warning.available)
      return
        "The \(seats) of \(states) can be held only by \(names(warning.reviewers)), who can do "
        + "at most \(reviews) of these reviews: not one of these reviewers could be spared."
    }
  }
}
