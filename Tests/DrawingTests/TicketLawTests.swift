import Chances
import Drawing
import Members
import Rules
import Testing
import TestingTools

@Suite struct `Tickets of small memberships` {
  static let count = 1000
  /// What chance exceeds in one of 2,000,000 cases, or in one of 1,000,000 where both sides count: of
  /// 40 cases with three figures each, that is one run in 12,000.
  static let limit = 4.89

  /// A list of tickets, with the chance of each by enumeration of all plans.
  struct Listed {
    let tickets: [[DrawnReviewers]]
    let chances: [[DrawnReviewers]: Double]

    /// nil where there is too little or too much to choose from.
    init?(_ number: Int) throws {
      let random = RandomCase(number, sizes: 4...6)
      let drawer: Drawer
      do {
        drawer = try Drawer.open(
          random.membership, rulebook: random.rulebook, conflicts: random.conflicts,
          software: "tests", acceptsWaivers: true
        ) { _ in }
      } catch DrawingFailure.impossible { return nil }
      try drawer.select(.plain("selection"))
      let states = drawer.cycle.states(year: 1)
      let codes = drawer.cycle.roster.states.map(\.code)
      let (_, outcomes) = LawfulOutcomes.all(drawer.cycle.problem)
      guard (2...3000).contains(outcomes.count), !states.isEmpty else { return nil }
      var chances: [[DrawnReviewers]: Double] = [:]
      for outcome in outcomes {
        let part = states.map { state in
          DrawnReviewers(
            underReview: codes[state], reviewers: outcome[state].map { codes[$0] })
        }
        chances[part, default: 0] += 1 / Double(outcomes.count)
      }
      if chances.count < 2 { return nil }
      self.chances = chances
      var listed: [[DrawnReviewers]] = []
      try drawer.publishTickets(
        1, count: `Tickets of small memberships`.count, .plain(Label("list \(number)"))
      ) { _, tickets in listed = tickets }
      tickets = listed
    }
  }

  @Test func `come as often as they should, and independently of the ticket before`() throws {
    var (cases, compared, number, wrong) = (0, 0, 0, [String]())
    while cases < 40 {
      number += 1
      guard let listed = try Listed(number) else { continue }
      cases += 1
      guard listed.tickets.allSatisfy({ listed.chances[$0] != nil }) else {
        wrong.append("case \(number): a ticket is not lawful")
        continue
      }
      let list = DrawnList(listed.tickets, chances: listed.chances)
      if list.deviation > Self.limit { wrong.append("case \(number): \(list.deviation)") }
      // Of more outcomes no two are expected five times.
      if listed.chances.count <= 10 {
        let neighbours = list.neighbours.deviation
        compared += 1
        if neighbours > Self.limit { wrong.append("case \(number): neighbours \(neighbours)") }
      }
      // With few coincidences the normal limit is too narrow.
      let isOdd = abs(list.coincidence) > Self.limit
      let excess = abs(Double(list.coincidences) - list.expectedCoincidences)
      if isOdd && excess > 10 {
        wrong.append(
          "case \(number): \(list.coincidences) equal the one before, not "
            + "\(list.expectedCoincidences)")
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count) of 40: \(wrong.prefix(5))")
    #expect(compared >= 10, "\(compared)")
  }
}
