import Chances
import Drawing
import Foundation
import Members
import Records
import Rules
import Testing
import TestingTools

@Suite struct `Years drawn uniformly` {
  /// A cycle whose years are drawn by bowls, uniformly and by tickets in turn, with redraws between;
  /// nil where its rules cannot be kept at all or a chain is too slow.
  static func cycle(_ number: Int) throws -> (events: [Event], cycle: Cycle)? {
    let random = RandomCase(number, sizes: 4...9)
    var events: [Event] = []
    do {
      let drawer = try Drawer.open(
        random.membership, rulebook: random.rulebook, conflicts: random.conflicts,
        software: "tests", acceptsWaivers: true
      ) { events.append($0) }
      try drawer.select(.plain("selection"))
      for year in 1...random.rulebook.years {
        switch (number + year) % 3 {
        case 0: try drawer.draw(year: year, .plain(Label("year \(year)")))
        case 1: try drawer.draw(year: year, .plain(Label("year \(year)")), by: .uniform)
        default:
          try drawer.publishTickets(year, count: 20, .plain(Label("tickets \(year)")))
          try drawer.draw(year: year, ticket: (number * 7) % 20)
        }
        if let state = drawer.cycle.states(year: year).first, number % 4 == 0 {
          try drawer.redraw(
            drawer.cycle.roster.states[state].code, only: nil, exceptional: nil,
            .plain(Label("redraw \(year)")), acceptsWaivers: true)
        }
      }
      return (events, drawer.cycle)
    } catch DrawingFailure.impossible {
      return nil
    } catch DrawingFailure.chain { return nil }
  }

  @Test func `mixed with bowls, tickets and redraws, end cycles that replay`() throws {
    let folder = NSTemporaryDirectory() + "peerlots-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    typealias Apart = `Ledgers of simulated secretariats`
    var (ran, forged) = (0, 0)
    for number in 0..<50 {
      guard let (events, cycle) = try Self.cycle(number) else { continue }
      #expect(cycle.isComplete, "case \(number)")
      for chains in [Replay.Chains.run, .taken] {
        let replay = try Replay.run(events, chains: chains)
        #expect(replay.cycle == cycle && replay.pending.isEmpty, "case \(number)")
      }
      forged += try Self.forge(events, number)
      if number < 12 {
        let own = "\(folder)/\(number)"
        let file = try LedgerFile.create(folder: own, events: events)
        let head = file.ledger.lastHash.text
        file.close()
        #expect(try Ledger(folder: own).events == events)
        #expect(try Apart.refusal(own, head: head) == nil, "case \(number)")
      }
      ran += 1
    }
    #expect(ran >= 30 && forged >= 30, "\(ran) ran, \(forged) forged")
  }

  /// Changes each outcome, and expects verification to find it.
  private static func forge(_ events: [Event], _ number: Int) throws -> Int {
    var forged = 0
    for (place, event) in events.enumerated() {
      guard case .uniform(var drawn) = event else { continue }
      var events = events
      drawn.blocks += 1
      events[place] = .uniform(drawn)
      expectFault(events, at: place, "case \(number)")
      drawn.blocks -= 1
      guard let filled = drawn.outcome.firstIndex(where: { !$0.reviewers.isEmpty }) else {
        continue
      }
      drawn.outcome[filled].reviewers[0] = "nobody"
      events[place] = .uniform(drawn)
      expectFault(events, at: place, "case \(number)")
      #expect(throws: ReplayFault.self) { try Replay.run(events, chains: .taken) }
      drawn.outcome[filled].reviewers[0] = drawn.outcome[filled].underReview
      events[place] = .uniform(drawn)
      #expect(throws: ReplayFault.self) { try Replay.run(events, chains: .taken) }
      forged += 1
    }
    return forged
  }

  private static func expectFault(_ events: [Event], at place: Int, _ name: String) {
    do throws(ReplayFault) {
      _ = try Replay.run(events)
      Issue.record("\(name): the forged line \(place) is accepted")
    } catch { #expect(error.index == place, "\(name): \(error)") }
  }

  @Test func `one after another make every outcome of the cycle equally likely`() throws {
    // Four States, one reviewer each, no group; two years of two.
    var rulebook = Rulebook()
    (rulebook.years, rulebook.reviewersPerReview, rulebook.regionalSeats) = (2, 1, 0)
    (rulebook.minimumLoad, rulebook.maximumLoad) = (1, 1)
    let membership = Membership(["A", "B", "C", "D"].map { State(code: $0) })
    // Each State reviews one other and no two each other: the 6 circles of four.
    var tally: [[Label]: Int] = [:]
    let cycles = 1200
    for number in 0..<cycles {
      let drawer = try Drawer.open(
        membership, rulebook: rulebook, conflicts: [], software: "tests", acceptsWaivers: true
      ) { _ in }
      try drawer.select(.plain("selection"))
      for year in 1...2 {
        try drawer.draw(year: year, .plain(Label("\(number)/\(year)")), by: .uniform)
      }
      let reviews = drawer.cycle.assignment.reviews.sorted { $0.underReview < $1.underReview }
      tally[reviews.map { membership.states[$0.openReviewers[0]].code }, default: 0] += 1
    }
    #expect(tally.count == 6)
    // A chi-square with 5 degrees of freedom is above 35.9 once in a million times.
    let expected = Double(cycles) / 6
    let sum = tally.values.reduce(0.0) {
      $0 + (Double($1) - expected) * (Double($1) - expected) / expected
    }
    #expect(sum < 35.9, "\(tally.values.sorted())")
  }

  @Test func `are refused, with nothing written, where they cannot be drawn`() throws {
    var events: [Event] = []
    let random = RandomCase(2)
    let drawer = try Drawer.open(
      random.membership, rulebook: random.rulebook, conflicts: random.conflicts,
      software: "tests", acceptsWaivers: true
    ) { events.append($0) }
    func refusal(_ run: () throws -> Void) -> String {
      let before = events
      do {
        try run()
        return "nothing was refused"
      } catch {
        #expect(events == before)
        return "\(error)".split(separator: "\n")[0].description
      }
    }
    #expect(refusal { try drawer.draw(year: 1, ticket: 4) }.contains("has not been drawn yet"))
    try drawer.select(.plain("selection"))
    #expect(
      refusal { try drawer.draw(year: 1, ticket: 4) }.hasPrefix("no tickets are published"))
    #expect(
      refusal { try drawer.publishTickets(1, count: 9, .plain("selection")) }
        .contains("was already used for \"selection\""))
    try drawer.publishTickets(1, count: 9, .plain("list"))
    #expect(
      refusal { try drawer.publishTickets(1, count: 9, .plain("list")) }
        .hasSuffix("are already published"))
    #expect(
      refusal { try drawer.publishTickets(1, count: 8, .plain("list")) }
        .hasPrefix("other tickets are published"))
    #expect(
      refusal { try drawer.draw(year: 1, .plain("y")) }.hasPrefix("tickets are published"))
    #expect(
      refusal { try drawer.draw(year: 1, .plain("list")) }.contains("was already used"))
    #expect(
      refusal { try drawer.draw(year: 1, ticket: 9) }
        == "there is no ticket 9: the list has the numbers 0 to 8")
    try drawer.draw(year: 1, ticket: 8)
    #expect(refusal { try drawer.draw(year: 1, ticket: 8) }.hasSuffix("is already done"))
    #expect(
      refusal { try drawer.draw(year: 1, ticket: 7) }
        .hasSuffix("already done, with another seed or ticket"))
  }
}
