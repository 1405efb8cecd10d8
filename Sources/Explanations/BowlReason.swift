import GLPKSolver
import Members
import Pairing
import Rules

/// Why a State cannot take a seat.
public enum BowlReason: Sendable {
  /// No State reviews itself (para. 18).
  case itself
  /// It does no reviews: a signatory, or not a reviewer in the membership (para. 57).
  case reviewsNobody
  /// It holds another seat of the review already (para. 18).
  case holdsAnotherSeat
  /// It is not party to these Protocols (para. 18 bis).
  case lacksProtocols([ProtocolCode])
  /// It is not of the regional group (para. 19).
  case otherGroup
  /// It is of the regional group, and the open seats are for others (rulebook, open_seats).
  case sameGroup
  /// The conflicts table keeps it out.
  case conflict
  /// It may not sit on one review with this State, which reviews the State already (conflicts
  /// table).
  case apart(Int)
  /// This State of its group reviews the State already (rulebook, distinct_groups).
  case groupTaken(Int)
  /// It has been drawn for as many reviews of the year as it may do (rulebook, per_year).
  case fullYear(Int)
  /// It has been drawn for as many reviews as it may do (para. 20).
  case atMaximum(Int)
  /// The State under review reviews it already (para. 19).
  case mutual
  /// It was released from the review, or stands down in the year.
  case excluded
  /// It shares no legal system with the State, and no waiver of that is to spare (para. 19).
  case dissimilar
  /// With it in the seat, these demands could not be kept.
  case wouldConflict(LaterConflict)
  /// With it in the seat, these rules could not be kept.
  case wouldBreak(RuleConflict)
  /// With it in the seat the best waivers are out of reach, which only the program over single
  /// States shows.
  case outOfReach
}

/// Demands of a draw in progress that cannot hold once a State takes a seat.
public struct LaterConflict: Sendable {
  /// The least serious rule among those in conflict.
  public let rule: WaivableRule
  /// The demands.
  public let demands: [Demand]
  /// The waivers of these demands that the best vector still has to spare.
  public let spare: [WaivableRule: Int]
  /// The counting argument; nil where counting alone does not show it.
  let count: CountingArgument?
  let set: DemandSet
}

extension BowlReason {
  /// The name of the reason, for other programs.
  public var kind: String {
    switch self {
    case .itself: "itself"
    case .reviewsNobody: "reviews_nobody"
    case .holdsAnotherSeat: "holds_another_seat"
    case .lacksProtocols: "protocols"
    case .otherGroup: "other_group"
    case .sameGroup: "same_group"
    case .conflict: "conflicts"
    case .apart: "exclusions"
    case .groupTaken: "distinct_groups"
    case .fullYear: "per_year"
    case .atMaximum: "maximum_load"
    case .mutual: "mutual_reviews"
    case .excluded: "excluded"
    case .dissimilar: "legal_system"
    case .wouldConflict: "later_conflict"
    case .wouldBreak: "later_conflict_of_rules"
    case .outOfReach: "out_of_reach"
    }
  }

  /// Why a State is not in the bowl of a seat; only where it is not.
  ///
  /// - Parameters:
  ///   - reviewer: The State that is not in the bowl.
  ///   - problem: What is drawn, before the seat is.
  ///   - seat: The seat, which is left to draw.
  ///   - state: The State under review.
  ///   - best: The best vector.
  /// - Returns: What keeps the two apart, or else the one conflict that would arise.
  public static func all(
    _ reviewer: Int, in problem: PairingProblem, _ seat: Seat, underReview state: Int,
    best: WaiverVector
  ) throws(PairingFailure) -> [BowlReason] {
    let pair = ofThePair(reviewer, in: problem, seat, state)
    if !pair.isEmpty { return pair }
    var placed = problem
    placed.place(reviewer, underReview: state, in: seat)
    if problem.rulesBeyondReasons != nil { return [try laterOfRules(placed, best)] }
    let reason: BowlReason
    do throws(GLPKFailure) {
      reason = try later(placed, best)
    } catch { throw .solver(error) }
    if case .outOfReach = reason, problem.rulesOfBowlsOnly != nil {
      return [try laterOfRules(placed, best)]
    }
    return [reason]
  }

  /// The conflict of rules that arises with the State in its seat.
  private static func laterOfRules(
    _ placed: PairingProblem, _ best: WaiverVector
  ) throws(PairingFailure) -> BowlReason {
    guard let worse = try Lookahead.from(placed)?.best else { return .outOfReach }
    guard let level = zip(worse.counts, best.counts).enumerated().first(where: { $1.0 != $1.1 }),
      level.element.0 > level.element.1
    else { return .outOfReach }
    return .wouldBreak(try RuleConflict(placed, level: level.offset, allowed: best))
  }

  /// What keeps two States apart, whatever else is drawn.
  ///
  /// - Parameters:
  ///   - reviewer: The State that might take the seat.
  ///   - problem: What is drawn, before the seat is.
  ///   - seat: The seat, which is left to draw.
  ///   - state: The State under review.
  public static func ofThePair(
    _ reviewer: Int, in problem: PairingProblem, _ seat: Seat, _ state: Int
  ) -> [BowlReason] {
    let (rulebook, states) = (problem.rulebook, problem.membership.states)
    let (under, other) = (states[state], states[reviewer])
    if state == reviewer { return [.itself] }
    var reasons: [BowlReason] = []
    if !other.isReviewer { reasons.append(.reviewsNobody) }
    if problem.reviews[state].reviewers.contains(reviewer) { reasons.append(.holdsAnotherSeat) }
    if !EveryProtocol(rulebook).permits(other, toReview: under, in: seat) {
      let own = Set(other.protocols)
      reasons.append(.lacksProtocols(under.protocols.filter { !own.contains($0) }))
    }
    if seat == .supplementary, let lacking = problem.lackingNext(of: state),
      !other.isParty(to: lacking)
    {
      reasons.append(.lacksProtocols(lacking.filter { !other.protocols.contains($0) }))
    }
    if !SameRegionalGroup().permits(other, toReview: under, in: seat) {
      reasons.append(.otherGroup)
    }
    if !OpenSeatGroups(rulebook).permits(other, toReview: under, in: seat) {
      reasons.append(.sameGroup)
    }
    if !NoConflict(problem.conflicts).permits(other, toReview: under, in: seat) {
      reasons.append(.conflict)
    }
    let done = problem.reviews.reduce(0) { $0 + ($1.reviewers.contains(reviewer) ? 1 : 0) }
    if other.isReviewer && done >= rulebook.maximumLoad(of: other) {
      reasons.append(.atMaximum(done))
    }
    reasons += besideOthers(reviewer, in: problem, seat, state)
    if rulebook.mutualReviews == .forbidden
      && problem.reviews[reviewer].reviewers.contains(state)
    {
      reasons.append(.mutual)
    }
    if problem.excluded.contains(.init(underReview: state, reviewer: reviewer)) {
      reasons.append(.excluded)
    }
    if seat == .regional && !rulebook.canWaive(.legalSystem)
      && problem.countsLegalSystem(of: state) && !SimilarLegalSystem.similar(under, other)
    {
      reasons.append(.dissimilar)
    }
    return reasons
  }

  /// What keeps two States apart because of the other reviews and reviewers drawn.
  private static func besideOthers(
    _ reviewer: Int, in problem: PairingProblem, _ seat: Seat, _ state: Int
  ) -> [BowlReason] {
    let (rulebook, states) = (problem.rulebook, problem.membership.states)
    let other = states[reviewer]
    let drawn = problem.reviews[state].reviewers.filter { $0 != reviewer }
    var reasons: [BowlReason] = []
    if let apart = drawn.first(where: {
      problem.exclusions.contains(Exclusion(other.code, states[$0].code))
    }) {
      reasons.append(.apart(apart))
    }
    // Supplementary reviewers are of any group.
    if rulebook.distinctGroups && !other.region.isEmpty && seat != .supplementary,
      let mate = drawn.first(where: {
        states[$0].region == other.region && !problem.reviews[state].supplementary.contains($0)
      })
    {
      reasons.append(.groupTaken(mate))
    }
    let year = problem.years[state]
    let inYear = problem.reviews.indices.count {
      problem.years[$0] == year && problem.reviews[$0].reviewers.contains(reviewer)
    }
    if problem.boundsYears && year > 0 && inYear >= rulebook.maximumPerYear {
      reasons.append(.fullYear(inYear))
    }
    return reasons
  }

  /// The conflict that arises with the State in its seat: among the demands of the first rule whose
  /// waivers would be more than the best vector has, and of those before it.
  private static func later(
    _ placed: PairingProblem, _ best: WaiverVector
  ) throws(GLPKFailure) -> BowlReason {
    let unwaivable = WaivableRule.allCases.filter { !best.rules.contains($0) }
    for isFine in [false, true] {
      if isFine && placed.membership.states.count > RemedySearch.mostStatesExactly { break }
      var budget: [WaivableRule: Int] = [:]
      let all = DemandSet(DemandField(placed, isFine: isFine))
      for level in -1..<best.rules.count {
        if level >= 0 {
          let spare = best.counts[level] - placed.settled.counts[level]
          if spare < 0 { return best.rules[level] == .legalSystem ? .dissimilar : .outOfReach }
          // A rule without waivers to spare is as one that may not be waived.
          if spare > 0 { budget[best.rules[level]] = spare }
        }
        var set = all
        for later in best.rules[(level + 1)...] { set = set.dropping(later.demand) }
        if try set.holds(within: budget) { continue }
        let reduced = try ConflictFinder.reduce(set, within: budget)
        let order = unwaivable + best.rules
        let rule = order.last { reduced.has($0.demand) }
        let spare = budget.filter { reduced.has($0.key.demand) }
        return .wouldConflict(
          LaterConflict(
            rule: rule ?? .seat, demands: reduced.demands, spare: spare,
            count: spare.isEmpty ? try CountingArgument(reduced) : nil, set: reduced))
      }
    }
    return .outOfReach
  }
}
