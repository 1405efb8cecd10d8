import Drawing
import Lots
import Members
import Testing

@Suite struct `Seeds and secrets of a cycle` {
  @Test(arguments: ["", " s", "s ", "s  t", "s\n", "s\u{200B}", "\u{E9}", "s\u{FFFD}"])
  func `that two people could type in two ways are refused, in a ledger too`(_ text: String) throws
  {
    let cycle = try AnnouncedCycle()
    let said = cycle.refusal { try cycle.drawer.select(.plain(Label(text))) }
    #expect(said?.hasPrefix("the seed ") == true, "\(said ?? "")")
    try cycle.drawer.select(.plain("s"))
    var events = cycle.events
    guard case .seeded(var seeded) = events[1] else { return }
    seeded.seed = Label(text)
    events[1] = .seeded(seeded)
    let fault = #expect(throws: ReplayFault.self) { try Replay.run(events) }
    #expect(fault?.index == 1)
  }

  @Test func `of three letters, or with a slash, are no secrets`() throws {
    for (secret, says) in [("abc", "at least 16"), ("sixteen and/more letters", "a slash")] {
      let cycle = try AnnouncedCycle()
      let announced = Announced(
        draw: .selection, source: "the lottery", commitment: Commitment.hash(of: secret))
      try cycle.drawer.announce(announced)
      let said = cycle.refusal {
        try cycle.drawer.select(.secret(Label(secret), publicText: "p"))
      }
      #expect(said?.contains(says) == true, "\(said ?? "")")
      // Nor in a ledger that another program wrote.
      let seeded = Seeded(
        draw: .selection, seed: Label("\(secret)/p"),
        revealed: .init(commitment: Commitment.hash(of: secret), publicText: "p"))
      let fault = #expect(throws: ReplayFault.self) {
        try Replay.run(cycle.events + [.seeded(seeded)])
      }
      #expect(fault?.index == 2)
    }
  }

  @Test func `are never used twice, as a whole or as the public part`() throws {
    let cycle = try AnnouncedCycle()
    let drawer = cycle.drawer
    try cycle.announce("selection", secret: 1)
    try drawer.select(.secret(AnnouncedCycle.secret(1), publicText: "public"))
    let whole = Label("\(AnnouncedCycle.secret(1))/public")
    for seed in ["public", whole] as [Label] {
      #expect(
        cycle.refusal { try drawer.draw(year: 1, .plain(seed)) }?
          .contains("was already used for \"selection\"") == true)
    }
    try cycle.announce("year 1", secret: 2)
    #expect(
      cycle.refusal {
        try drawer.draw(year: 1, .secret(AnnouncedCycle.secret(2), publicText: "public"))
      }?.contains("the text \"public\" was already used for \"selection\"") == true)
    try drawer.draw(year: 1, .secret(AnnouncedCycle.secret(2), publicText: "other"))
    #expect(
      cycle.refusal { try drawer.draw(year: 2, .plain("other")) }?
        .contains("was already used for \"year 1\"") == true)
    try drawer.draw(year: 2, .plain("third"))
    try cycle.announce("redraw \(cycle.state(inYear: 2)) 1", secret: 3)
    #expect(
      cycle.refusal {
        try drawer.redraw(
          cycle.state(inYear: 2), .secret(AnnouncedCycle.secret(3), publicText: "third"),
          acceptsWaivers: true)
      }?.contains("was already used for \"year 2\"") == true)
  }

  @Test func `of a list of tickets that lapsed are used up, and the next list verifies`() throws {
    let cycle = try AnnouncedCycle()
    let drawer = cycle.drawer
    try drawer.select(.plain("s"))
    try drawer.draw(year: 1, .plain("y"))
    try drawer.publishTickets(2, count: 100, .plain("list"))
    let first = try #require(drawer.cycle.tickets(year: 2))
    try drawer.redraw(cycle.state(inYear: 1), .plain("r"), acceptsWaivers: true)
    #expect(drawer.cycle.tickets(year: 2) == nil)
    #expect(drawer.cycle.lapsedTickets == [first])
    #expect(
      cycle.refusal { try drawer.publishTickets(2, count: 100, .plain("list")) }?
        .contains("was already used for \"tickets year 2\"") == true)
    try drawer.publishTickets(2, count: 100, .plain("list 2"))
    try drawer.draw(year: 2, ticket: 99)
    #expect(try Replay.run(cycle.events).cycle == drawer.cycle)
  }

  @Test func `of a list stay where a name changes, and its tickets too`() throws {
    let cycle = try AnnouncedCycle()
    let drawer = cycle.drawer
    try drawer.select(.plain("s"))
    try drawer.publishTickets(1, count: 100, .plain("list"))
    let list = drawer.cycle.tickets(year: 1)
    let renamed = Membership(
      drawer.cycle.membership.states.map { State(code: $0.code, name: "the State of \($0.code)") })
    try drawer.amend(Amendment(membership: renamed), nil, acceptsWaivers: true)
    #expect(drawer.cycle.tickets(year: 1) == list && list != nil)
    try drawer.draw(year: 1, ticket: 7)
    #expect(try Replay.run(cycle.events).cycle == drawer.cycle)
  }

  @Test func `of lists of two years give two lists, though seed and count were the same`() throws {
    let cycle = try AnnouncedCycle()
    let drawer = cycle.drawer
    try drawer.select(.plain("s"))
    try drawer.publishTickets(1, count: 100, .plain("one"))
    let first = try #require(drawer.cycle.tickets(year: 1))
    try drawer.draw(year: 1, ticket: 3)
    try drawer.publishTickets(2, count: 100, .plain("two"))
    // A forger takes the list of year 1, seed and hash, for that of year 2.
    var events = cycle.events
    events[events.count - 1] = .tickets(
      TicketList(
        draw: .tickets(2), count: 100, outcomes: first.outcomes, sha256: first.sha256))
    let fault = #expect(throws: ReplayFault.self) { try Replay.run(events) }
    #expect(fault?.index == events.count - 1)
    events[events.count - 2] = .seeded(
      Seeded(draw: .tickets(2), seed: "one", method: .tickets))
    let other = #expect(throws: ReplayFault.self) { try Replay.run(events) }
    #expect(other?.index == events.count - 2)
  }
}
