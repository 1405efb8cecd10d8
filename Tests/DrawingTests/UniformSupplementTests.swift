import Chances
import Drawing
import Foundation
import Members
import Pairing
import Records
import Rules
import Testing
import TestingTools

/// Years drawn as a whole where reviewers that lack Protocols are supplemented, with what can happen
/// between them.
@Suite struct `Uniform years with supplementary reviewers` {
  /// A cycle drawn year by year by number, or by a ticket, with changes between; nil where its rules
  /// cannot be kept.
  ///
  /// - Parameter judge: Called for each year, with what was possible before it, its outcome, and how
  ///   many outcomes the program says there were.
  static func draw(
    _ number: Int,
    judge: (PairingProblem, [DrawnReviewers], _ outcomes: String) throws -> Void
  ) throws -> (events: [Event], drawer: Drawer)? {
    let random = RandomProblem(
      number + 30_000, sizes: 4...5, hasHistory: false, asksMore: number.isMultiple(of: 3),
      supplements: true)
    var problem = random.problem
    // Cycles of several years, so that there is a middle.
    var rulebook = problem.rulebook
    rulebook.years = max(2, rulebook.years)
    problem = PairingProblem(
      membership: problem.membership, rulebook: rulebook, conflicts: problem.conflicts,
      exclusions: problem.exclusions)
    // Such a table is refused before a cycle is opened.
    guard problem.membership.states.contains(where: \.isReviewed) else { return nil }
    var (events, chance) = ([Event](), SplitMix(UInt64(number)))
    let drawer: Drawer
    do {
      drawer = try Drawer.open(
        problem.membership, rulebook: rulebook, conflicts: problem.conflicts,
        exclusions: problem.exclusions, software: "tests", acceptsWaivers: true
      ) { events.append($0) }
      try drawer.select(.plain("selection"), acceptsWaivers: true)
    } catch DrawingFailure.impossible { return nil }
    for year in 1...rulebook.years {
      let (before, count) = (drawer.cycle.problem, events.count)
      if number.isMultiple(of: 3) {
        try drawer.publishTickets(year, count: 5, .plain(Label("list \(year)")))
        try drawer.draw(year: year, ticket: number % 5)
      } else {
        try drawer.draw(year: year, .plain(Label("year \(year)")), by: .uniform)
      }
      var outcomes = ""
      for event in events[count...] {
        switch event {
        case .tickets(let list): outcomes = list.outcomes?.text.text ?? ""
        case .ticket(let drawn): try judge(before, drawn.outcome, outcomes)
        case .uniform(let drawn):
          guard case .number(_, let all) = drawn.way else { continue }
          try judge(before, drawn.outcome, all.text.text)
        default: break
        }
      }
      try change(drawer, year, &chance)
    }
    return (events, drawer)
  }

  /// A redraw, of all or of one, a stand-down or a deferral; nothing where it cannot be.
  private static func change(
    _ drawer: Drawer, _ year: Int, _ chance: inout SplitMix
  ) throws {
    let (states, cycle) = (drawer.cycle.roster.states, drawer.cycle)
    let drawn = cycle.states(year: year).filter { !cycle.reviews[$0].reviewers.isEmpty }
    if drawn.isEmpty { return }
    let state = chance.pick(drawn)
    let code = states[state].code
    let source = SeedSource.plain(Label("change \(year)"))
    do {
      switch chance.below(5) {
      case 0: try drawer.redraw(code, exceptional: nil, source, acceptsWaivers: true)
      case 1, 2:
        try drawer.redraw(
          code, only: states[chance.pick(cycle.reviews[state].reviewers)].code,
          exceptional: nil, source, acceptsWaivers: true)
      case 3:
        let reviewer = chance.pick(cycle.reviews[state].reviewers)
        let own = cycle.reviews[reviewer]
        guard own.isPlanned, own.year > 0 else { return }
        try drawer.standDown(
          states[reviewer].code, year: own.year, source, acceptsWaivers: true)
      default:
        try drawer.deferReview(
          of: code, reason: "late", replaces: true, source, acceptsWaivers: true)
      }
    } catch let failure as DrawingFailure {
      // Refused, and nothing is written.
      if case .undecided = failure { throw failure }
    }
  }

  @Test func `hold a lawful outcome of as many as there are, and are verified by both programs`()
    throws
  {
    let folder = NSTemporaryDirectory() + "peerlots-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var (mistakes, ran): ([String], [String: Int]) = ([], [:])
    for number in 0..<480 {
      let drawn = try Self.draw(number) { problem, outcome, outcomes in
        ran["years", default: 0] += 1
        let codes = problem.membership.states.map(\.code)
        let states = outcome.map { codes.firstIndex(of: $0.underReview)! }
        let part = zip(states, outcome).map { state, entry in
          Set(problem.reviews[state].reviewers.map { codes[$0] } + entry.reviewers)
        }
        let all = LawfulOutcomes.all(problem).outcomes
        if all.isEmpty { return }
        ran["judged", default: 0] += 1
        if outcomes != "\(all.count)" {
          mistakes.append("\(number): \(outcomes) outcomes, of \(all.count)")
        }
        let isLawful = all.contains { one in
          states.map { Set(one[$0].map { codes[$0] }) } == part
        }
        if !isLawful { mistakes.append("\(number): an outcome is not lawful") }
      }
      guard let (events, drawer) = drawn else { continue }
      if !drawer.cycle.isComplete { mistakes.append("\(number): not complete") }
      let holders = drawer.cycle.reviews.flatMap(\.holders)
      if holders.contains(where: { $0.seat == .supplementary }) { ran["held", default: 0] += 1 }
      if holders.contains(where: \.isUnsupplemented) { ran["waived", default: 0] += 1 }
      for event in events {
        switch event {
        case .redraw, .stoodDown, .deferred: ran["changed", default: 0] += 1
        default: break
        }
      }
      let replay = try Replay.run(events)
      if replay.cycle != drawer.cycle { mistakes.append("\(number): replayed to another state") }
      let taken = try Replay.run(events, chains: .taken)
      if taken.cycle != drawer.cycle { mistakes.append("\(number): taken up in another state") }
      mistakes += Self.forgeries(events).map { "\(number): \($0)" }
      if number > 100 { continue }
      let file = try LedgerFile.create(folder: "\(folder)/\(number)", events: events)
      let head = file.ledger.lastHash.text
      file.close()
      if let refusal = try `Ledgers of simulated secretariats`.refusal(
        "\(folder)/\(number)", head: head)
      {
        mistakes.append("\(number): \(refusal)")
      }
    }
    #expect(mistakes.isEmpty, "\(mistakes.count), first: \(mistakes.prefix(5))")
    print("uniform years with supplementary reviewers: \(ran)")
    #expect(ran.count == 5 && ran.values.allSatisfy { $0 >= 30 })
    #expect(ran["judged", default: 0] >= 250)
  }

  /// The reviewers of each outcome changed, one at a time; what verification accepts.
  private static func forgeries(_ events: [Event]) -> [String] {
    var accepted: [String] = []
    for (place, event) in events.enumerated() {
      guard case .uniform(let drawn) = event else { continue }
      for (review, entry) in drawn.outcome.enumerated() {
        for reviewer in entry.reviewers {
          var forged = drawn
          forged.outcome[review].reviewers.removeAll { $0 == reviewer }
          var changed = events
          changed[place] = .uniform(forged)
          do throws(ReplayFault) {
            _ = try Replay.run(changed)
            accepted.append("without \(reviewer) of \(entry.underReview)")
          } catch {
            if error.index != place { accepted.append("found at another line") }
          }
        }
      }
    }
    return accepted
  }
}
