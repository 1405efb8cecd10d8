import Chances
import Drawing
import Foundation
import Members
import Pairing
import Records
import Rules
import Testing
import TestingTools

/// Outcomes drawn as a whole under kinds of seats, groups, years, targets and States kept apart.
@Suite struct `Uniform years under every rule` {
  /// A cycle drawn year by year by number, or by a ticket; nil where its rules cannot be kept.
  ///
  /// - Parameter judge: Called before each year, with what is possible.
  static func draw(
    _ number: Int, judge: (PairingProblem, Int, [DrawnReviewers]) throws -> Void
  ) throws -> (events: [Event], drawer: Drawer)? {
    let random = RandomProblem(number + 9_000, sizes: 4...5, hasHistory: false, asksMore: true)
    let problem = random.problem
    var events: [Event] = []
    let drawer: Drawer
    do {
      drawer = try Drawer.open(
        problem.membership, rulebook: problem.rulebook, conflicts: problem.conflicts,
        exclusions: problem.exclusions, software: "tests", acceptsWaivers: true
      ) { events.append($0) }
      try drawer.select(.plain("selection"), acceptsWaivers: true)
    } catch DrawingFailure.impossible { return nil }
    for year in 1...problem.rulebook.years {
      let (before, count) = (drawer.cycle.problem, events.count)
      if number.isMultiple(of: 3) {
        try drawer.publishTickets(year, count: 5, .plain(Label("list \(year)")))
        try drawer.draw(year: year, ticket: number % 5)
      } else {
        try drawer.draw(year: year, .plain(Label("year \(year)")), by: .uniform)
      }
      for event in events[count...] {
        switch event {
        case .uniform(let drawn): try judge(before, year, drawn.outcome)
        case .ticket(let drawn): try judge(before, year, drawn.outcome)
        default: break
        }
      }
    }
    // A redraw takes the seats up as they were given.
    let states = drawer.cycle.roster.states
    if let state = drawer.cycle.reviews.indices.first(where: {
      !drawer.cycle.reviews[$0].reviewers.isEmpty
    }) {
      do {
        try drawer.redraw(
          states[state].code, only: states[drawer.cycle.reviews[state].reviewers[0]].code,
          exceptional: "late", .plain("redraw"), acceptsWaivers: true)
      } catch DrawingFailure.impossible {}
    }
    return (events, drawer)
  }

  @Test func `hold a lawful outcome, cost what is best, and are verified by both programs`() throws
  {
    let folder = NSTemporaryDirectory() + "peerlots-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var (mistakes, ran, years): ([String], [String: Int], Int) = ([], [:], 0)
    for number in 0..<160 {
      let drawn = try Self.draw(number) { problem, year, outcome in
        years += 1
        let codes = problem.membership.states.map(\.code)
        let part = outcome.map { Set($0.reviewers) }
        let states = outcome.map { codes.firstIndex(of: $0.underReview)! }
        let all = LawfulOutcomes.all(problem).outcomes
        let isLawful = all.contains { one in
          states.map { Set(one[$0].map { codes[$0] }) } == part
        }
        if !all.isEmpty && !isLawful { mistakes.append("\(number): year \(year) is not lawful") }
      }
      guard let (events, drawer) = drawn else { continue }
      if !drawer.cycle.isComplete { mistakes.append("\(number): not complete") }
      for rule in drawer.cycle.problem.newRules { ran[rule, default: 0] += 1 }
      let replay = try Replay.run(events)
      if replay.cycle != drawer.cycle { mistakes.append("\(number): replayed to another state") }
      let taken = try Replay.run(events, chains: .taken)
      if taken.cycle != drawer.cycle { mistakes.append("\(number): taken up in another state") }
      if number > 60 { continue }
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
    print("uniform years under every rule: \(years), \(ran)")
    #expect(ran.count == 5 && ran.values.allSatisfy { $0 >= 10 } && years >= 150)
  }

  @Test func `are refused where there are too many outcomes to count`() throws {
    var rulebook = Rulebook()
    rulebook.distinctGroups = true
    let states = (0..<70).map { number in
      State(code: Label("S\(number)"), region: number.isMultiple(of: 2) ? "A" : "B")
    }
    let problem = PairingProblem(membership: Membership(states), rulebook: rulebook)
    let best = try #require(try Lookahead.from(problem)?.best)
    let failure = #expect(throws: UniformFailure.self, "a chain does not know groups") {
      _ = try UniformSampler(problem, best: best, seed: "s")
    }
    #expect(failure.map { "\($0)" }?.contains("distinct_groups") == true)
  }
}
