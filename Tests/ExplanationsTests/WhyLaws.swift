import Dispatch
import Explanations
import Members
import Pairing
import Rules
import Synchronization
import Testing
import TestingTools

@Suite(.serialized) struct `Why a State is in a bowl or not` {
  /// What the reasons of all pairs of one membership come to.
  static func judge(_ number: Int, _ kinds: inout [String: Int]) throws -> String? {
    let random = RandomCase(number, sizes: 4...6)
    let problem = PairingProblem(
      membership: random.membership, rulebook: random.rulebook, conflicts: random.conflicts)
    guard var ahead = try Lookahead.from(problem) else { return nil }
    let best = ahead.best
    let judge = PlainJudge(random.membership, random.rulebook, random.conflicts)
    let budget = Dictionary(uniqueKeysWithValues: zip(best.rules, best.counts))
    let count = problem.membership.states.count
    for i in 0..<count {
      for seat in [Seat.regional, .open] {
        let review = problem.reviews[i]
        if (seat == .regional ? review.regionalSeats : review.openSeats) == 0 { continue }
        let bowl = try ahead.bowl(of: seat, underReview: i)
        for j in 0..<count {
          let forced = PlainSearch.Forced(state: i, reviewer: j, isRegional: seat == .regional)
          let isIn = judge.canHold(judge.everything, within: budget, forcing: forced)
          if isIn != bowl.contains(j) { return "\(i) by \(j) \(seat): brute force \(isIn)" }
          if isIn { continue }
          let reasons = try BowlReason.all(j, in: problem, seat, underReview: i, best: best)
          if reasons.isEmpty { return "\(i) by \(j) \(seat): no reason" }
          for reason in reasons {
            kinds[reason.kind, default: 0] += 1
            if let mistake = check(reason, forced, judge, problem, budget) {
              return "\(i) by \(j) \(seat): \(reason.kind): \(mistake)"
            }
          }
        }
      }
    }
    return nil
  }

  /// Whether a reason is true, by the plain words of the rules or by brute force.
  static func check(
    _ reason: BowlReason, _ forced: PlainSearch.Forced, _ judge: PlainJudge,
    _ problem: PairingProblem, _ budget: [WaivableRule: Int]
  ) -> String? {
    let (i, j) = (forced.state, forced.reviewer)
    let (under, other) = (judge.states[i], judge.states[j])
    func claim(_ isTrue: Bool) -> String? { isTrue ? nil : "not true" }
    switch reason {
    case .itself: return claim(i == j)
    case .reviewsNobody: return claim(!other.isReviewer)
    case .apart, .groupTaken, .fullYear, .wouldBreak: return "no such rule here"
    case .lacksProtocols(let codes):
      return claim(
        judge.rulebook.protocols == .all && !codes.isEmpty
          && Set(codes) == Set(under.protocols).subtracting(other.protocols))
    case .otherGroup: return claim(forced.isRegional && under.region != other.region)
    case .sameGroup:
      return claim(
        !forced.isRegional && judge.rulebook.openSeats == .otherRegion
          && under.region == other.region)
    case .conflict:
      return claim(judge.table.contains(Conflict(underReview: under.code, reviewer: other.code)))
    case .atMaximum: return claim(judge.rulebook.most(of: other) == 0)
    case .dissimilar: return claim(judge.countsLegal(i) && !judge.similar(i, j))
    case .wouldConflict(let conflict): return check(conflict, forced, judge)
    case .holdsAnotherSeat, .mutual, .excluded: return "nothing is drawn yet"
    case .outOfReach: return "no conflict was found"
    }
  }

  /// Whether the demands cannot hold with the State in its seat, and hold without any of them.
  static func check(
    _ conflict: LaterConflict, _ forced: PlainSearch.Forced, _ judge: PlainJudge
  ) -> String? {
    func holds(_ demands: [Demand], _ change: (inout PlainJudge.Asked) -> Void) -> Bool {
      var asked = judge.asked(demands)
      change(&asked)
      let (i, j) = (forced.state, forced.reviewer)
      // What is asked of the two is asked beyond the seat that is taken.
      if asked.seats[i] > 0 { asked.seats[i] += 1 }
      if asked.minimum[j] > 0 { asked.minimum[j] += 1 }
      if judge.rulebook.mutualReviews == .forbidden {
        asked.bans.insert([min(i, j), max(i, j)])
      }
      return judge.canHold(asked, within: conflict.spare, forcing: forced)
    }
    if holds(conflict.demands, { _ in }) { return "it holds: \(conflict.demands)" }
    for demand in conflict.demands {
      let isPair = demand.rule == .mutualReviews || demand.rule == .conflicts
      for place in 0..<(isPair ? 1 : demand.states.count) {
        let isNeeded = holds(conflict.demands) { asked in
          switch demand.rule {
          case .mutualReviews: asked.bans.remove(demand.states)
          case .conflicts: asked.conflicts.remove(demand.states)
          default: PlainJudge.set(demand.rule, demand.states[place], demand.count - 1, &asked)
          }
        }
        if !isNeeded { return "\(demand) is not needed in \(conflict.demands)" }
      }
    }
    return nil
  }

  @Test func `agrees with brute force for every pair of 300 random memberships`() {
    let all = Mutex<(wrong: [String], kinds: [String: Int])>(([], [:]))
    DispatchQueue.concurrentPerform(iterations: 300) { number in
      var kinds: [String: Int] = [:]
      var mistake: String?
      do {
        mistake = try Self.judge(number, &kinds)
      } catch { mistake = "\(error)" }
      all.withLock { all in
        if let mistake { all.wrong.append("case \(number): \(mistake)") }
        all.kinds.merge(kinds, uniquingKeysWith: +)
      }
    }
    let (wrong, kinds) = all.withLock { ($0.wrong.sorted(), $0.kinds) }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(3))")
    #expect(kinds["later_conflict", default: 0] > 100)
    print("reasons of bowls judged by brute force:", kinds.sorted { $0.key < $1.key })
  }
}
