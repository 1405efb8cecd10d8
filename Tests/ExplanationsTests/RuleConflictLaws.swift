import Dispatch
import Explanations
import Members
import Pairing
import Rules
import Synchronization
import Testing
import TestingTools

/// Conflicts and remedies under several kinds of seats, groups, years, targets and States kept apart,
/// judged by trying every completion.
@Suite(.serialized) struct `Explanations under every rule` {
  /// A tiny problem under new rules that cannot all be kept, with its explanation.
  struct Case {
    let problem: PairingProblem
    let explanation: Explanation

    /// nil where all can be kept but preferences for loads.
    init?(_ number: Int) throws {
      var problem = RandomProblem(number + 4_000, sizes: 3...5, hasHistory: false, asksMore: true)
        .problem
      if problem.newRules.isEmpty { return nil }
      problem.excluded = []
      let best = Completions.best(problem)
      let found = try Explanation(problem, best: best)
      if zip(found.relaxed.rules, found.relaxed.counts).allSatisfy({
        $0 == .targetLoad || $1 == 0
      }) {
        return nil
      }
      explanation = found
      var rulebook = problem.rulebook
      rulebook.waivers = found.relaxed.rules
      self.problem = Self.with(rulebook, problem)
    }

    /// The problem under another rulebook; nothing is drawn.
    static func with(
      _ rulebook: Rulebook, _ old: PairingProblem, conflicts: [Conflict]? = nil,
      exclusions: [Exclusion]? = nil, own: ((State) -> OwnNumbers)? = nil
    ) -> PairingProblem {
      let states = old.membership.states.map { state in own.map { state.with($0(state)) } ?? state }
      var problem = PairingProblem(
        membership: Membership(states), rulebook: rulebook,
        conflicts: conflicts ?? old.conflicts, exclusions: exclusions ?? old.exclusions)
      problem.years = old.years
      return problem
    }

    /// The problem in which only these rules bind and only these States have seats.
    func keeping(_ rules: Set<RuleInForce>, _ underReview: Set<Int>?) -> PairingProblem {
      var rulebook = problem.rulebook
      if !rules.contains(.perYear) { rulebook.maximumPerYear = 1000 }
      if !rules.contains(.distinctGroups) { rulebook.distinctGroups = false }
      if !rules.contains(.openSeats) {
        for place in rulebook.seats.indices where rulebook.seats[place].group == .other {
          rulebook.seats[place].group = .any
        }
      }
      if !rules.contains(.minimumLoad) { rulebook.minimumLoad = 0 }
      if !rules.contains(.targetLoad) { rulebook.targetLoad = 0 }
      if !rules.contains(.maximumLoad) { rulebook.maximumLoad = 1000 }
      if !rules.contains(.mutualReviews) { rulebook.mutualReviews = .allowed }
      if !rules.contains(.protocols) { rulebook.protocols = .any }
      var kept = Self.with(
        rulebook, problem, conflicts: rules.contains(.conflicts) ? nil : [],
        exclusions: rules.contains(.exclusions) ? nil : []
      ) { state in
        OwnNumbers(
          seats: state.own.seats,
          minimum: rules.contains(.minimumLoad) ? state.own.minimum : nil,
          maximum: rules.contains(.maximumLoad) ? state.own.maximum : nil)
      }
      for state in kept.reviews.indices where underReview?.contains(state) == false {
        kept.reviews[state] = RemainingReview()
      }
      return kept
    }

    /// What is wrong with a conflict; nil where nothing is.
    func mistake(_ conflict: RuleConflict) -> String? {
      let vector = explanation.relaxed
      guard let level = vector.rules.firstIndex(of: conflict.rule) else { return "no such rule" }
      func holds(_ rules: Set<RuleInForce>, _ states: Set<Int>?) -> Bool {
        guard let best = Completions.best(keeping(rules, states)) else { return false }
        return best.counts[level] == 0
          && !vector.counts.prefix(level).lexicographicallyPrecedes(best.counts.prefix(level))
      }
      var rules = Set(conflict.rules)
      if conflict.rule == .minimumLoad { rules.insert(.minimumLoad) }
      let isOfLoads = !rules.isDisjoint(with: [.minimumLoad, .targetLoad])
      let states = isOfLoads ? nil : Set(conflict.states)
      if holds(rules, states) { return "no conflict: \(conflict)" }
      for rule in conflict.rules where !holds(rules.subtracting([rule]), states) {
        return "\(rule) is not needed: \(conflict)"
      }
      for state in states ?? [] where !holds(rules, states?.subtracting([state])) {
        return "\(state) is not needed: \(conflict)"
      }
      return nil
    }

    /// The problem with a change made, by plain words; nil for kinds of changes judged elsewhere.
    func changed(_ change: Change) -> PairingProblem? {
      var rulebook = problem.rulebook
      let codes = problem.membership.states.map(\.code)
      switch change {
      case .raisePerYear(let most): rulebook.maximumPerYear = most
      case .allowTwoOfAGroup: rulebook.distinctGroups = false
      case .exchangeSeat(let from, let to):
        rulebook.seats[from].count -= 1
        rulebook.seats[to].count += 1
      case .letSitTogether(let one, let other):
        return Self.with(
          rulebook, problem,
          exclusions: problem.exclusions.filter { $0 != Exclusion(codes[one], codes[other]) })
      case .raiseMaximum(let most): rulebook.maximumLoad = most
      case .lift(let state, let reviewer):
        return Self.with(
          rulebook, problem,
          conflicts: problem.conflicts.filter {
            $0 != Conflict(underReview: codes[state], reviewer: codes[reviewer])
          })
      case .accede, .raiseOwnMaximum, .waive: return nil
      }
      return Self.with(rulebook, problem)
    }

    /// All changes of the rules that could be offered.
    var changesOfRules: [Change] {
      let (rulebook, codes) = (problem.rulebook, problem.membership.states.map(\.code))
      let groups = rulebook.seats.map(\.group)
      var all: [Change] = [.raiseMaximum(rulebook.maximumLoad + 1)]
      if problem.boundsYears { all.append(.raisePerYear(rulebook.maximumPerYear + 1)) }
      if rulebook.distinctGroups { all.append(.allowTwoOfAGroup) }
      for (from, kind) in rulebook.seats.enumerated() where kind.count > 0 {
        for to in groups.indices where groups[to] != kind.group {
          all.append(.exchangeSeat(from: from, to: to))
        }
      }
      for exclusion in problem.exclusions {
        let places = [exclusion.reviewer, exclusion.other].map { codes.firstIndex(of: $0)! }
        all.append(.letSitTogether(places[0], places[1]))
      }
      return all
    }

    private func counts(_ vector: WaiverVector) -> [Int] {
      zip(vector.rules, vector.counts).filter { $0.0 != .targetLoad }.map(\.1)
    }

    /// What is wrong with the remedies; nil where nothing is.
    var mistakeOfRemedies: String? {
      let before = counts(explanation.relaxed)
      for remedy in explanation.remedies {
        guard let changed = changed(remedy.change) else { continue }
        guard let best = Completions.best(changed), best.counts == remedy.best.counts,
          counts(best).lexicographicallyPrecedes(before)
        else { return "\(remedy.change) does not do what is said" }
      }
      if problem.rulesOfBowlsOnly == nil { return nil }
      let offered = Set(explanation.remedies.map(\.change))
      for change in changesOfRules where !offered.contains(change) {
        if let changed = changed(change), let best = Completions.best(changed),
          counts(best).lexicographicallyPrecedes(before)
        {
          return "\(change) would help"
        }
      }
      return nil
    }
  }

  /// Looks at numbered cases on every core and gathers what was wrong.
  static func mistakes(
    in cases: Range<Int>, _ look: @Sendable (Int) throws -> String?
  ) -> [String] {
    let all = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: cases.count) { place in
      let number = cases.lowerBound + place
      var mistake: String?
      do { mistake = try look(number) } catch { mistake = "\(error)" }
      if let mistake { all.withLock { $0.append("case \(number): \(mistake)") } }
    }
    return all.withLock { $0.sorted() }
  }

  @Test func `name conflicts that are smallest, and every change of a rule that helps`() {
    let seen = Mutex<[String: Int]>([:])
    let wrong = Self.mistakes(in: 0..<200) { number in
      guard let tiny = try Case(number) else { return nil }
      seen.withLock { counts in
        counts["cases", default: 0] += 1
        for conflict in tiny.explanation.ruleConflicts {
          for rule in conflict.rules { counts[rule.rawValue, default: 0] += 1 }
        }
        for remedy in tiny.explanation.remedies {
          counts["\("\(remedy.change)".prefix { $0 != "(" })", default: 0] += 1
        }
      }
      for conflict in tiny.explanation.ruleConflicts {
        if let mistake = tiny.mistake(conflict) { return mistake }
      }
      return tiny.mistakeOfRemedies
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(3))")
    let counts = seen.withLock { $0 }
    print("explanations under every rule: \(counts.sorted { $0.key < $1.key })")
    // A minimum or a target is rarely what a conflict needs: none of these cases has one.
    let rules = Set(RuleInForce.allCases).subtracting([.minimumLoad, .targetLoad])
    #expect(rules.allSatisfy { counts[$0.rawValue, default: 0] > 0 })
    for change in ["raisePerYear", "allowTwoOfAGroup", "exchangeSeat", "letSitTogether"] {
      #expect(counts[change, default: 0] > 0, "\(change)")
    }
    #expect(counts["cases", default: 0] >= 150)
  }

  @Test func `name the rules that keep a State out of a bowl, where demands cannot`() {
    let seen = Mutex((rules: 0, all: [String: Int]()))
    let wrong = Self.mistakes(in: 0..<900) { number in
      let problem = RandomProblem(number + 8_000, sizes: 3...5, asksMore: true).problem
      guard problem.rulesOfBowlsOnly != nil, let best = Completions.best(problem),
        let state = problem.reviews.indices.first(where: { problem.reviews[$0].seatsLeft > 0 }),
        let seat = problem.rulebook.seatsInOrder.first(where: {
          problem.reviews[state].left[$0] > 0
        })
      else { return nil }
      for reviewer in problem.reviews.indices {
        if !BowlReason.ofThePair(reviewer, in: problem, seat, state).isEmpty { continue }
        var placed = problem
        placed.place(reviewer, underReview: state, in: seat)
        if Completions.best(placed) == best { continue }
        let reasons = try BowlReason.all(
          reviewer, in: problem, seat, underReview: state, best: best)
        let kind = "\(reasons[0])".prefix { $0 != "(" }
        seen.withLock { $0.all[String(kind), default: 0] += 1 }
        if case .wouldBreak(let conflict) = reasons[0] {
          seen.withLock { $0.rules += 1 }
          if conflict.rule.countsAtTheEnd { continue }
          if conflict.states.isEmpty && conflict.rules.isEmpty { return "nothing is named" }
        }
        if case .outOfReach = reasons[0], Completions.best(placed) != nil {
          return "\(reviewer) on \(state): out of reach"
        }
      }
      return nil
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(3))")
    let (rules, all) = seen.withLock { $0 }
    print("reasons of later conflicts: \(rules) of rules, of \(all.sorted { $0.key < $1.key })")
    #expect(rules >= 50)
  }
}
