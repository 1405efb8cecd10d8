import Explanations
import Members
import Pairing
import Rules
import Synchronization
import Testing
import TestingTools

@Suite(.serialized) struct `What an explanation offers` {
  @Test func `are certificates that add up, wherever counting shows the conflict`() {
    let counted = Mutex((with: 0, without: 0))
    let (seen, wrong) = mistakes(inInfeasible: `Smallest conflicts`.cases) { explained in
      for conflict in explained.explanation.conflicts {
        guard let count = conflict.count else {
          counted.withLock { $0.without += 1 }
          if !conflict.programText.hasSuffix("End\n") { return "no program" }
          continue
        }
        counted.withLock { $0.with += 1 }
        let checker = CertificateChecker(conflict, count, explained.judge)
        if let mistake = checker.mistake { return "\(mistake): \(conflict.demands)" }
      }
      return nil
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(3))")
    #expect(seen >= `Smallest conflicts`.cases)
    let (with, without) = counted.withLock { ($0.with, $0.without) }
    #expect(with > 10 * without)
    print("conflicts with a counting argument: \(with), with a program alone: \(without)")
  }

  @Test func `are changes every one of which helps as much as is said`() {
    let offered = Mutex<[String: Int]>([:])
    let (seen, wrong) = mistakes(inInfeasible: `Smallest conflicts`.cases) { explained in
      for remedy in explained.explanation.remedies {
        if !(remedy.best < explained.explanation.relaxed) { return "no help: \(remedy)" }
        let kind = "\(remedy.change)".prefix { $0 != "(" }
        offered.withLock { $0["\(kind)", default: 0] += 1 }
        if case .waive(let rule, let count, let states) = remedy.change {
          guard let place = remedy.conflict else { return "no conflict is about \(remedy)" }
          let conflict = explained.explanation.conflicts[place]
          if conflict.rule != rule || conflict.times != count { return "another conflict" }
          let choices = count == 1 ? states.map { [$0] } : [conflict.setAside]
          for choice in choices {
            if !Set(choice).isSubset(of: states) { return "others are meant: \(remedy)" }
            if !Self.helps(remedy.best, rule, choice, explained) {
              return "\(remedy) for \(choice)"
            }
          }
        } else if !Self.helps(remedy.change, remedy.best, explained.problem) {
          return "it does not help: \(remedy)"
        }
      }
      return explained.explanation.remedies.isEmpty ? "nothing is offered" : nil
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(3))")
    #expect(seen >= `Smallest conflicts`.cases)
    let kinds = offered.withLock { $0 }
    #expect(kinds.count == 5, "\(kinds)")
    print("changes that were tried by brute force:", kinds.sorted { $0.key < $1.key })
  }

  @Test func `say nothing twice`() {
    let (seen, wrong) = mistakes(inInfeasible: `Smallest conflicts`.cases) { explained in
      let remedies = explained.explanation.remedies
      if Set(remedies.map(\.change)).count != remedies.count { return "a change twice" }
      for (place, one) in remedies.enumerated() {
        for other in remedies[(place + 1)...] where one.best == other.best {
          guard case .waive(let rule, let count, let states) = one.change,
            case .waive(rule, count, let others) = other.change
          else { continue }
          let (first, second) = (Set(states), Set(others))
          if first.isSubset(of: second) || second.isSubset(of: first) { return "\(one), \(other)" }
          if count == 1 && !first.isDisjoint(with: second) { return "\(one), \(other)" }
        }
      }
      return nil
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(3))")
    #expect(seen >= `Smallest conflicts`.cases)
  }

  @Test func `leave out no single change that would help`() {
    let counts = Mutex<[String: Int]>([:])
    // Every change is judged by brute force, which takes long: not all cases are.
    let (_, wrong) = mistakes(inInfeasible: 30) { explained in
      let explanation = explained.explanation
      if explanation.untried > 0 { return "not all were tried" }
      var offered = Set(explanation.remedies.map(\.change))
      for change in Self.changes(explained) {
        let helps = Self.helps(change, explained)
        if case .waive(let rule, _, let states) = change {
          let isSaid = explanation.helpedByWaiver[rule]?.contains(states[0]) ?? false
          if isSaid != helps { return "\(change): \(helps) by brute force" }
        } else {
          if (offered.remove(change) != nil) != helps {
            return "\(change): \(helps) by brute force"
          }
        }
        let kind = "\(change)".prefix { $0 != "(" }
        counts.withLock { $0["\(kind) \(helps ? "helps" : "does not")", default: 0] += 1 }
      }
      for change in offered {
        if case .waive = change { continue }
        return "\(change) was not judged"
      }
      return nil
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(3))")
    let seen = counts.withLock { $0 }
    #expect(seen.count == 10, "\(seen)")
    print("single changes judged by brute force:", seen.sorted { $0.key < $1.key })
  }

  /// Every single change of each kind, helpful or not.
  static func changes(_ explained: Explained) -> [Change] {
    let states = explained.problem.membership.states
    let codes = Set(states.flatMap(\.protocols)).sorted()
    var changes: [Change] = [.raiseMaximum(explained.problem.rulebook.maximumLoad + 1)]
    for i in states.indices {
      if let most = states[i].own.maximum { changes.append(.raiseOwnMaximum(state: i, most + 1)) }
      for code in codes where !states[i].protocols.contains(code) {
        changes.append(.accede(state: i, code))
      }
      for rule in explained.explanation.relaxed.rules {
        changes.append(.waive(rule, count: 1, of: [i]))
      }
      for j in states.indices {
        let pair = Conflict(underReview: states[i].code, reviewer: states[j].code)
        if explained.problem.conflicts.contains(pair) {
          changes.append(.lift(underReview: i, reviewer: j))
        }
      }
    }
    return changes
  }

  /// Whether a change makes the best vector better, by brute force.
  static func helps(_ change: Change, _ explained: Explained) -> Bool {
    let vector = explained.explanation.relaxed
    for level in vector.rules.indices where vector.counts[level] > 0 {
      // Better is: as good on the levels before, and one waiver fewer on this one.
      var better = vector
      better.counts[level] -= 1
      for later in (level + 1)..<max(level + 1, vector.rules.count) { better.counts[later] = 99 }
      if case .waive(let rule, _, let states) = change {
        if asks(rule, of: states[0], explained), helps(better, rule, states, explained) {
          return true
        }
      } else if helps(change, better, explained.problem) {
        return true
      }
    }
    return false
  }

  /// Whether there is anything to give up.
  private static func asks(_ rule: WaivableRule, of state: Int, _ explained: Explained) -> Bool {
    let all = explained.judge.everything
    return switch rule {
    case .seat: all.seats[state] > 0
    case .sameRegion: all.region[state]
    case .minimumLoad: all.minimum[state] > 0
    case .legalSystem: all.legal[state]
    case .supplement, .targetLoad: false
    }
  }

  /// Whether some completion has the vector once a rule is given up for some States.
  static func helps(
    _ best: WaiverVector, _ rule: WaivableRule, _ states: [Int], _ explained: Explained
  ) -> Bool {
    var asked = explained.judge.everything
    for state in states {
      switch rule {
      case .seat: asked.seats[state] -= 1
      case .minimumLoad: asked.minimum[state] -= 1
      case .legalSystem: asked.legal[state] = false
      case .supplement, .targetLoad: break
      case .sameRegion:
        asked.region[state] = false
        // What then counts as waived besides is part of giving the group up.
        let order = explained.explanation.relaxed.rules
        if let later = order.firstIndex(of: .legalSystem),
          order.firstIndex(of: .sameRegion).map({ $0 < later }) ?? false
        {
          asked.legal[state] = false
        }
      }
    }
    return explained.judge.canHold(asked, within: budget(best))
  }

  /// Whether some completion of the changed problem has the vector.
  static func helps(
    _ change: Change, _ best: WaiverVector, _ problem: PairingProblem
  ) -> Bool {
    var states = problem.membership.states
    var rulebook = problem.rulebook
    var conflicts = problem.conflicts
    switch change {
    case .lift(let i, let j):
      conflicts.removeAll {
        $0 == Conflict(underReview: states[i].code, reviewer: states[j].code)
      }
    case .accede(let i, let code):
      let old = states[i]
      states[i] = State(
        code: old.code, region: old.region, protocols: old.protocols + [code],
        legalSystems: old.legalSystems, isReviewed: old.isReviewed, isReviewer: old.isReviewer,
        own: old.own)
    case .raiseMaximum(let maximum): rulebook.maximumLoad = maximum
    case .raiseOwnMaximum(let i, let maximum):
      let own = states[i].own
      states[i] = states[i].with(
        OwnNumbers(seats: own.seats, minimum: own.minimum, maximum: maximum))
    // Rules that these cases do not have.
    case .waive, .letSitTogether, .raisePerYear, .allowTwoOfAGroup, .exchangeSeat: return false
    }
    let judge = PlainJudge(Membership(states), rulebook, conflicts)
    return judge.canHold(judge.everything, within: budget(best))
  }

  static func budget(_ vector: WaiverVector) -> [WaivableRule: Int] {
    Dictionary(uniqueKeysWithValues: zip(vector.rules, vector.counts))
  }
}
