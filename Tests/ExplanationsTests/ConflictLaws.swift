import Dispatch
import Explanations
import Foundation
import Members
import Pairing
import Rules
import Synchronization
import Testing
import TestingTools

/// A random membership whose rules cannot all be kept, explained.
struct Explained {
  let problem: PairingProblem
  let best: WaiverVector?
  let explanation: Explanation
  let judge: PlainJudge

  /// nil where the rules can be kept in full.
  init?(_ number: Int) throws {
    let random = RandomCase(number, sizes: 4...8)
    try self.init(
      PairingProblem(
        membership: random.membership, rulebook: random.rulebook, conflicts: random.conflicts))
  }

  init?(_ problem: PairingProblem) throws {
    self.problem = problem
    best = try Lookahead.from(problem)?.best
    if best?.isZero == true { return nil }
    explanation = try Explanation(problem, best: best)
    judge = PlainJudge(problem.membership, problem.rulebook, problem.conflicts)
  }
}

/// Random memberships that cannot be kept, explained once for all laws.
enum InfeasibleCases {
  /// 2,000 by default, some 50 s of one core.
  static let count =
    ProcessInfo.processInfo.environment["PEERLOTS_CASES"].flatMap(Int.init) ?? 2_000

  /// So many of the first numbered cases, or what went wrong with one.
  static let all: [(number: Int, explained: Explained?, failure: String)] = {
    let all = Mutex<[(number: Int, explained: Explained?, failure: String)]>([])
    // Some six of ten random memberships cannot be kept.
    DispatchQueue.concurrentPerform(iterations: count * 4) { number in
      if all.withLock({ $0.count >= count }) { return }
      do {
        guard let explained = try Explained(number) else { return }
        all.withLock { $0.append((number, explained, "")) }
      } catch { all.withLock { $0.append((number, nil, "\(error)")) } }
    }
    return all.withLock { $0.sorted { $0.number < $1.number } }
  }()
}

/// Looks at them on every core and gathers what was wrong.
func mistakes(
  inInfeasible cases: Int, _ look: @escaping @Sendable (Explained) throws -> String?
) -> (seen: Int, wrong: [String]) {
  let all = InfeasibleCases.all.prefix(cases)
  let wrong = Mutex<[String]>([])
  DispatchQueue.concurrentPerform(iterations: all.count) { place in
    let (number, explained, failure) = all[place]
    var mistake: String? = failure
    do {
      if let explained { mistake = try look(explained) }
    } catch { mistake = "\(error)" }
    if let mistake { wrong.withLock { $0.append("case \(number): \(mistake)") } }
  }
  return (all.count, wrong.withLock { $0.sorted() })
}

@Suite(.serialized) struct `Smallest conflicts` {
  static let cases = InfeasibleCases.count

  @Test func `cannot hold, and hold once any demand is taken away or lowered`() {
    let found = Mutex(0)
    let (seen, wrong) = mistakes(inInfeasible: Self.cases) { explained in
      let judge = explained.judge
      for conflict in explained.explanation.conflicts {
        found.withLock { $0 += 1 }
        if judge.canHold(judge.asked(conflict.demands)) { return "it holds: \(conflict.demands)" }
        for demand in conflict.demands {
          let parts =
            demand.rule == .mutualReviews || demand.rule == .conflicts ? 1 : demand.states.count
          for place in 0..<parts {
            var asked = judge.asked(conflict.demands)
            switch demand.rule {
            case .mutualReviews: asked.bans.remove(demand.states)
            case .conflicts: asked.conflicts.remove(demand.states)
            default: PlainJudge.set(demand.rule, demand.states[place], demand.count - 1, &asked)
            }
            if !judge.canHold(asked) {
              return "\(demand) is not needed in \(conflict.demands)"
            }
          }
        }
      }
      return nil
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(3))")
    #expect(seen >= Self.cases)
    print(
      "smallest conflicts judged by brute force: \(found.withLock { $0 }) of \(seen) memberships")
  }

  @Test func `account for every waiver, and nothing is left when those are given up`() {
    let (seen, wrong) = mistakes(inInfeasible: Self.cases) { explained in
      let judge = explained.judge
      var asked = judge.everything
      var counts: [WaivableRule: Int] = [:]
      for conflict in explained.explanation.conflicts {
        counts[conflict.rule, default: 0] += conflict.times
        for state in conflict.setAside {
          switch conflict.rule {
          case .seat: asked.seats[state] -= 1
          case .minimumLoad: asked.minimum[state] -= 1
          case .legalSystem: asked.legal[state] = false
          case .supplement, .targetLoad: break
          case .sameRegion:
            asked.region[state] = false
            let order = explained.explanation.relaxed.rules
            if asked.legal[state], let later = order.firstIndex(of: .legalSystem),
              order.firstIndex(of: .sameRegion).map({ $0 < later }) ?? false
            {
              asked.legal[state] = false
              counts[.legalSystem, default: 0] += 1
            }
          }
        }
      }
      let vector = explained.explanation.relaxed
      for rule in vector.rules where vector[rule] != counts[rule, default: 0] {
        return "\(rule): \(vector[rule]) waivers, \(counts[rule, default: 0]) accounted for"
      }
      return judge.canHold(asked) ? nil : "something is left"
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(3))")
    #expect(seen >= Self.cases)
  }
}
