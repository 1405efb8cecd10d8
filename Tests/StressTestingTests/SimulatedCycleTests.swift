import Drawing
import Lots
import Members
import Records
import Rules
import StressTesting
import Testing

@Suite struct `A simulated cycle` {
  /// Counts anew, from events and from the finished cycle, without the laboratory's own code.
  private static func check(
    _ measures: CycleMeasures, _ events: [Event], _ cycle: Cycle
  ) -> [String] {
    var mistakes: [String] = []
    func same<Value: Equatable>(_ what: String, _ one: Value, _ other: Value) {
      if one != other { mistakes.append("\(what): \(one), counted \(other)") }
    }
    var supplementary: [Int] = []
    let bowls = events.compactMap { event -> (Int, Bool)? in
      guard case .lot(let lot) = event else { return nil }
      switch lot.purpose {
      case .regionalReviewer: return (lot.bowl.count, true)
      case .openReviewer: return (lot.bowl.count, false)
      case .supplementaryReviewer:
        supplementary.append(lot.bowl.count)
        return (lot.bowl.count, false)
      default: return nil
      }
    }
    same("supplementary lots", measures.supplements.lots, supplementary.count)
    same("forced supplementary", measures.supplements.forcedLots, supplementary.count { $0 == 1 })
    same("lots", measures.lots, bowls.count)
    same("regional lots", measures.regionalLots, bowls.count { $0.1 })
    same("forced", measures.forcedLots, bowls.count { $0.0 == 1 })
    same("forced regional", measures.forcedRegionalLots, bowls.count { $0.0 == 1 && $0.1 })
    same("bowl sum", measures.bowlSum, bowls.reduce(0) { $0 + $1.0 })
    same("smallest bowl", measures.smallestBowl, bowls.map(\.0).min() ?? 0)
    same("bowls of 3 and 4", measures.bowls[2], bowls.count { (3...4).contains($0.0) })
    same("bowls of 65 and more", measures.bowls[7], bowls.count { $0.0 >= 65 })

    let reviews = cycle.assignment.reviews
    let load = cycle.roster.states.indices.map { state in
      reviews.reduce(0) { $0 + $1.reviewers.count { $0 == state } }
    }
    same("reviews", measures.reviews, load.reduce(0, +))
    let reviewers = cycle.roster.states.indices.filter { cycle.roster.states[$0].isReviewer }
    same("loads", measures.loads.reduce(0, +), reviewers.count)
    same("load 2", measures.loads[2], reviewers.count { load[$0] == 2 })
    same("largest", measures.largestLoad, reviewers.map { load[$0] }.max() ?? 0)
    for group in measures.loadsByGroup {
      let own = reviewers.filter { cycle.roster.states[$0].region.text == group.name }
      same("group \(group.name)", group.counts.reduce(0, +), own.count)
      same(
        "reviews of \(group.name)",
        group.counts.enumerated().reduce(0) { $0 + $1.offset * $1.element },
        own.reduce(0) { $0 + load[$1] })
    }
    same(
      "groups", measures.loadsByGroup.map(\.name),
      Set(reviewers.map { cycle.roster.states[$0].region }).sorted().map(\.text))
    for row in measures.loadsByProtocols {
      let own = reviewers.filter { String(cycle.roster.states[$0].protocols.count) == row.name }
      same("protocols \(row.name)", row.counts.reduce(0, +), own.count)
    }
    for year in 1...cycle.rulebook.years {
      same(
        "year \(year)", measures.statesByYear[year - 1], reviews.count { $0.year == year })
    }
    same(
      "years of groups", measures.groupsByYear.reduce(0) { $0 + $1.counts.reduce(0, +) },
      reviews.count)
    for (place, rule) in WaivableRule.counted.enumerated() {
      same("waived \(rule)", measures.waived[place], cycle.waivers.count { $0.rule == rule })
    }
    mistakes += checkSupplements(measures, events, cycle)
    var requests: [Request: Int] = [:]
    var final: WaiverVector?
    for event in events {
      switch event {
      case .opened(let opened): final = opened.best
      case .deferred(let event):
        (requests[.deferrals, default: 0], final) = (
          requests[.deferrals, default: 0] + 1, event.best
        )
      case .redraw(let event):
        (requests[.redraws, default: 0], final) = (requests[.redraws, default: 0] + 1, event.best)
      case .stoodDown(let event):
        (requests[.standDowns, default: 0], final) = (
          requests[.standDowns, default: 0] + 1, event.best
        )
      case .amended(let amended): final = amended.best
      default: break
      }
    }
    for request in [Request.deferrals, .redraws, .standDowns] {
      let place = Request.allCases.firstIndex(of: request) ?? 0
      same("\(request)", measures.happened[place], requests[request] ?? 0)
    }
    // What is waived in the end is the best vector as last computed.
    if let final { same("best", cycle.waivers.count, final.counts.reduce(0, +)) }
    return mistakes
  }

  /// Counts supplementary seats anew: from the lots that stand, whom each is for and who lacks what.
  private static func checkSupplements(
    _ measures: CycleMeasures, _ events: [Event], _ cycle: Cycle
  ) -> [String] {
    let found = measures.supplements
    let draws = cycle.rulebook.protocols == .supplement
    var (counted, held) = (0, 0)
    for review in cycle.assignment.reviews where draws {
      let asked = Set(cycle.roster.states[review.underReview].protocols)
      let mains = review.holders.filter { $0.seat != .supplementary }
      let lacking = mains.filter {
        !asked.isSubset(of: cycle.roster.states[$0.reviewer].protocols)
      }
      let served = Set(review.holders.compactMap(\.supplemented))
      counted += lacking.count
      held += lacking.count { served.contains($0.reviewer) }
    }
    let waived = cycle.waivers.count { $0.rule == .supplement }
    // What is waived for a reviewer that acceded since, or is lacking since an accession, is neither.
    let hasAcceded = events.contains { if case .amended = $0 { true } else { false } }
    let isWhole = hasAcceded || counted - held == waived
    var best: [Int] = []
    for event in events {
      switch event {
      case .opened(let event): best.append(event.best[.supplement])
      case .deferred(let event): best.append(event.best[.supplement])
      case .redraw(let event): best.append(event.best[.supplement])
      case .stoodDown(let event): best.append(event.best[.supplement])
      case .amended(let event): best.append(event.best[.supplement])
      default: break
      }
    }
    let worse = zip(best, best.dropFirst()).reduce(0) { $0 + max(0, $1.1 - $1.0) }
    return found.counted == counted && found.held == held && found.waived == waived && isWhole
      && found.best == best.first && found.worsened.reduce(0, +) == worse
      ? [] : ["supplements: \(found), counted \(counted), \(held), \(waived), \(best)"]
  }

  private static func cell(
    _ membership: Membership, _ rulebook: Rulebook = Rulebook(), _ behaviour: Behaviour
  ) throws -> PreparedCell {
    try PreparedCell(
      StressPlan(
        name: "", seed: "s", cycles: 1,
        memberships: [PlannedMembership(name: "", source: .file(membership))],
        rulebooks: [rulebook], behaviours: [behaviour]
      ).cell(1))
  }

  /// Runs a cycle and gives its ledger's events.
  private static func run(
    _ membership: Membership, _ rulebook: Rulebook, _ behaviour: Behaviour, seed: String
  ) throws -> (measures: CycleMeasures, events: [Event]) {
    var events: [Event] = []
    _ = try? Drawer.open(
      membership, rulebook: rulebook, conflicts: [], software: "tests", acceptsWaivers: true
    ) { events.append($0) }
    let result = try SimulatedCycle.run(cell(membership, rulebook, behaviour), seed: seed) {
      events.append($0)
    }
    return (result.measures, events)
  }

  @Test func `in which nobody behaves is a rehearsal with its seed`() throws {
    let membership = try instance("untoc-2010.csv").membership
    var rehearsed: [Event] = []
    try Rehearsal.run(
      membership, rulebook: Rulebook(), conflicts: [], seed: "s", software: "tests",
      acceptsWaivers: true
    ) { rehearsed.append($0) }
    let (measures, events) = try Self.run(membership, Rulebook(), Behaviour(), seed: "s")
    #expect(events == rehearsed)
    #expect(measures.outcome == .kept)
    #expect(measures.proportionGapInThousandths < 1000)
    #expect(measures.legalMatched == measures.legalCounted - measures.waived[3])
  }

  @Test func `is a ledger that verifies, counted as anyone would count it`() throws {
    var mistakes: [String] = []
    var totals = CycleMeasures(outcome: .kept)
    var outcomes: [CycleOutcome: Int] = [:]
    let rates = ["0", "0.1", "1/2", "0.8"]
    for number in 0..<240 {
      var behaviour = Behaviour()
      for (place, rate) in Behaviour.rates.enumerated() {
        behaviour[keyPath: rate.path] = Rate(rates[(number >> (place % 3) + place) % 4]) ?? .never
      }
      if number % 5 == 0 { behaviour.worse = .refuse }
      var rulebook = Rulebook()
      rulebook.years = 2 + number % 3
      rulebook.maximumLoad = 2 + number % 2
      if number % 7 == 0 { rulebook.waivers = [.legalSystem] }
      let membership = try SyntheticMembership(
        stateCount: 4 + number % 7, seed: Seed("m\(number)"), groupCount: 2
      ).make()
      let (measures, events) = try Self.run(
        membership, rulebook, behaviour, seed: "s\(number)")
      outcomes[measures.outcome, default: 0] += 1
      guard measures.outcome.isDrawn else { continue }
      let replay = try Replay.run(events)
      if !replay.pending.isEmpty || !replay.cycle.isComplete { mistakes.append("\(number): torn") }
      mistakes += Self.check(measures, events, replay.cycle).map { "\(number): \($0)" }
      for place in totals.happened.indices {
        totals.happened[place] += measures.happened[place]
        totals.refused[place] += measures.refused[place]
      }
    }
    #expect(mistakes.isEmpty, "\(mistakes.count), first: \(mistakes.prefix(5))")
    // Everything has happened, and been refused where it can be.
    #expect(totals.happened.allSatisfy { $0 > 10 }, "\(totals.happened)")
    #expect(totals.refused.prefix(3).allSatisfy { $0 > 0 }, "\(totals.refused)")
    #expect(outcomes[.undecided] == nil)
    print("simulated cycles: \(outcomes)")
    #expect((outcomes[.kept] ?? 0) > 10 && (outcomes[.waived] ?? 0) > 10, "\(outcomes)")
  }

  @Test func `of a rulebook with supplementary reviewers is counted with them`() throws {
    var mistakes: [String] = []
    var totals = SupplementMeasures()
    for number in 0..<120 {
      var behaviour = Behaviour()
      if number % 2 == 1 {
        for (place, rate) in Behaviour.rates.enumerated() {
          behaviour[keyPath: rate.path] = Rate(["0", "0.2", "1/2"][(number + place) % 3]) ?? .never
        }
      }
      var rulebook = Rulebook()
      rulebook.years = 2 + number % 2
      rulebook.protocols = .supplement
      rulebook.maximumLoad = 3 + number % 3
      if number % 3 == 0 { rulebook.openSeats = .otherRegion }
      let membership = try SyntheticMembership(
        stateCount: 5 + number % 5, seed: Seed("m\(number)"), groupCount: 2, coveragePercent: 60
      ).make()
      let (measures, events) = try Self.run(
        membership, rulebook, behaviour, seed: "s\(number)")
      guard measures.outcome.isDrawn else {
        if measures.outcome == .undecided { mistakes.append("\(number): undecided") }
        continue
      }
      let replay = try Replay.run(events)
      mistakes += Self.check(measures, events, replay.cycle).map { "\(number): \($0)" }
      let found = measures.supplements
      totals.best += found.best
      totals.counted += found.counted
      totals.held += found.held
      totals.lots += found.lots
      totals.waived += found.waived
      totals.forcedLots += found.forcedLots
      totals.worsened[0] += found.worsened.reduce(0, +)
    }
    #expect(mistakes.isEmpty, "\(mistakes.count), first: \(mistakes.prefix(5))")
    print("supplements of simulated cycles: \(totals)")
    #expect(totals.best > 0 && totals.waived > 0 && totals.worsened[0] > 0 && totals.held > 100)
    #expect(totals.forcedLots > 10 && totals.lots > totals.held && totals.counted > totals.held)
  }

  @Test func `whose rules cannot be kept at all is a result`() throws {
    let states = try MembershipReader.read(Array(Sample.two.utf8), file: "two").membership
    var rulebook = Rulebook()
    rulebook.waivers = []
    let cell = try Self.cell(states, rulebook, Behaviour())
    #expect(cell.outcome == .impossible)
    #expect(try SimulatedCycle.run(cell, seed: "s").measures.outcome == .impossible)
    let waived = try Self.cell(states, Rulebook(), Behaviour())
    #expect(try SimulatedCycle.run(waived, seed: "s").measures.outcome == .waived)
  }

  @Test func `asks as often as the rates say`() throws {
    var behaviour = Behaviour()
    behaviour.deferral = try #require(Rate("1"))
    let membership = try instance("synthetic-60.csv").membership
    let all = try Self.run(membership, Rulebook(), behaviour, seed: "s").measures
    // Every State of every year asks, those of the last year in vain.
    #expect(all.happened[0] > 0 && all.refused[0] > 0)
    behaviour.deferral = .never
    behaviour.redraw = try #require(Rate("1"))
    let redraws = try Self.run(membership, Rulebook(), behaviour, seed: "s").measures
    // Whoever always asks is refused at the limit of two.
    #expect(redraws.happened[1] == 120 && redraws.refused[1] == 60, "\(redraws)")
    behaviour.redraw = .never
    behaviour.leaving = try #require(Rate("1/2"))
    let leaves = try Self.run(membership, Rulebook(), behaviour, seed: "s").measures
    #expect((40...60).contains(leaves.happened[4] + leaves.refused[4]), "\(leaves)")
  }
}
