import Drawing
import Explanations
import Members
import Pairing
import Rules
import TestingTools

/// Judges, at a moment of a cycle, why a State is not in a bowl: by the plain words of the rules,
/// and by brute force where it is a conflict that would arise.
struct WhyJudge {
  private let cycle: Cycle
  private let plain: MidCycleJudge

  init(_ cycle: Cycle) {
    self.cycle = cycle
    plain = MidCycleJudge(cycle)
  }

  /// What is wrong with a reason; nil where it is true.
  func mistake(
    _ reason: BowlReason, _ j: Int, of i: Int, isRegional: Bool
  ) -> String? {
    let (under, other) = (plain.states[i], plain.states[j])
    let rulebook = plain.rulebook
    func claim(_ isTrue: Bool) -> String? { isTrue ? nil : "not true" }
    switch reason {
    case .itself: return claim(i == j)
    case .reviewsNobody: return claim(!other.isReviewer)
    case .holdsAnotherSeat: return claim(plain.left[i].reviewers.contains(j))
    case .lacksProtocols(let codes):
      return claim(
        rulebook.protocols == .all && !codes.isEmpty
          && Set(codes) == Set(under.protocols).subtracting(other.protocols))
    // Two States without a group are not of the same group.
    case .otherGroup:
      return claim(isRegional && (under.region.isEmpty || under.region != other.region))
    case .sameGroup:
      return claim(
        !isRegional && rulebook.openSeats == .otherRegion && !under.region.isEmpty
          && under.region == other.region)
    case .conflict:
      return claim(
        plain.conflicts.contains(Conflict(underReview: under.code, reviewer: other.code)))
    case .atMaximum(let done): return claim(done == load(j) && done >= rulebook.most(of: other))
    case .apart(let holder):
      let pair = Exclusion(other.code, plain.states[holder].code)
      return claim(
        plain.left[i].reviewers.contains(holder) && cycle.exclusions.contains(pair))
    case .groupTaken(let holder):
      return claim(
        rulebook.distinctGroups && plain.left[i].reviewers.contains(holder)
          && !other.region.isEmpty && plain.states[holder].region == other.region)
    case .fullYear(let done):
      let inYear = cycle.reviews.count {
        $0.year == cycle.reviews[i].year && $0.reviewers.contains(j)
      }
      return claim(done == inYear && done >= rulebook.maximumPerYear)
    case .mutual:
      return claim(
        rulebook.mutualReviews == .forbidden && plain.left[j].reviewers.contains(i))
    case .excluded: return claim(plain.excluded[i].contains(j))
    case .dissimilar:
      return claim(isRegional && plain.counts(i) && !plain.similar(i, j))
    case .wouldConflict(let conflict): return mistake(conflict, j, of: i, isRegional: isRegional)
    case .wouldBreak(let conflict):
      return claim(!conflict.states.isEmpty || !conflict.rules.isEmpty)
    case .outOfReach: return "no conflict was found"
    }
  }

  private func load(_ j: Int) -> Int {
    plain.left.reduce(0) { $0 + $1.reviewers.count { $0 == j } }
  }

  /// Whether the demands cannot hold with the State in its seat, and hold without any of them.
  private func mistake(
    _ conflict: LaterConflict, _ j: Int, of i: Int, isRegional: Bool
  ) -> String? {
    let judge = judge(placing: j, of: i, isRegional: isRegional)
    let asked = judge.asked(conflict.demands)
    if judge.canHold(asked, within: conflict.spare) { return "it holds: \(conflict.demands)" }
    for demand in conflict.demands {
      let isPair = demand.rule == .mutualReviews || demand.rule == .conflicts
      for place in 0..<(isPair ? 1 : demand.states.count) {
        var fewer = asked
        switch demand.rule {
        case .mutualReviews: fewer.bans.remove(demand.states)
        case .conflicts: fewer.conflicts.remove(demand.states)
        default: PlainJudge.set(demand.rule, demand.states[place], demand.count - 1, &fewer)
        }
        if !judge.canHold(fewer, within: conflict.spare) {
          return "\(demand) is not needed in \(conflict.demands)"
        }
      }
    }
    return nil
  }

  /// The judge of what is left once the State has the seat.
  private func judge(placing j: Int, of i: Int, isRegional: Bool) -> PlainJudge {
    var left = plain.left
    left[i].reviewers.append(j)
    if isRegional { left[i].regional -= 1 } else { left[i].open -= 1 }
    var barred: Set<[Int]> = []
    var done = plain.states.map { _ in 0 }
    for (state, review) in left.enumerated() {
      for reviewer in review.reviewers {
        done[reviewer] += 1
        barred.insert([state, reviewer])
        if plain.rulebook.mutualReviews == .forbidden { barred.insert([reviewer, state]) }
      }
      for other in plain.excluded[state] { barred.insert([state, other]) }
    }
    return PlainJudge(
      Membership(plain.states), plain.rulebook, Array(plain.conflicts),
      after: PlainJudge.History(
        seats: left.map { $0.regional + $0.open }, hasRegional: left.map { $0.regional > 0 },
        done: done, barred: barred))
  }
}
