import Drawing
import Lots
import Members
import Testing

@Suite struct `An announced draw` {
  @Test func `freezes the cycle until it has ended, in the order announced`() throws {
    let cycle = try AnnouncedCycle()
    let drawer = cycle.drawer
    try cycle.announce("selection", secret: 1)
    try cycle.announce("year 1")
    try cycle.announce("year 2", .uniform)
    let frozen = "cannot come now: \"selection\" is announced, from the lottery"
    func isFrozen(_ run: () throws -> Void) -> Bool {
      cycle.refusal(run)?.contains(frozen) == true
    }
    #expect(
      cycle.refusal { try drawer.draw(year: 1, .plain("y")) }?
        .contains("has not been drawn yet") == true)
    let more = Membership(drawer.cycle.membership.states + [State(code: "J")])
    #expect(isFrozen { try drawer.amend(Amendment(membership: more), nil, acceptsWaivers: true) })
    #expect(
      cycle.refusal { try drawer.select(.plain("s")) }?.contains("announced with a secret") == true)
    try drawer.select(.secret(AnnouncedCycle.secret(1), publicText: "p"))
    #expect(drawer.cycle.announcements.map(\.draw.text) == ["year 1", "year 2"])
    let state = cycle.state(inYear: 1)
    let changes: [() throws -> Void] = [
      {
        try drawer.deferReview(
          of: state, reason: "r", replaces: false, nil, acceptsWaivers: true)
      },
      {
        try drawer.deferReview(
          of: state, reason: "r", replaces: true, .plain("d"), acceptsWaivers: true)
      },
      { try drawer.standDown(state, year: 1, nil, acceptsWaivers: true) },
      { try drawer.amend(Amendment(membership: more), nil, acceptsWaivers: true) },
      { try drawer.amend(Amendment(membership: more), .plain("a"), acceptsWaivers: true) },
      { try drawer.publishTickets(1, count: 100, .plain("t")) },
    ]
    for (place, change) in changes.enumerated() {
      let said = cycle.refusal(change) ?? "nothing was refused"
      #expect(
        said.contains("cannot come now: \"year 1\" is announced")
          || said.contains("needs a seed"), "\(place): \(said)")
    }
    #expect(
      cycle.refusal { try drawer.draw(year: 1, .plain("y"), by: .uniform) }?
        .contains("is announced with the method bowls, not uniform") == true)
    try drawer.draw(year: 1, .plain("y"))
    #expect(
      cycle.refusal { try drawer.redraw(state, .plain("r"), acceptsWaivers: true) }?
        .contains("\"year 2\" is announced") == true)
    #expect(
      cycle.refusal { try drawer.draw(year: 2, .plain("z")) }?
        .contains("is announced with the method uniform, not bowls") == true)
    try drawer.draw(year: 2, .plain("z"), by: .uniform)
    #expect(drawer.cycle.announcements.isEmpty)
    // What is done can be said again.
    for run in [
      { try drawer.select(.secret(AnnouncedCycle.secret(1), publicText: "p")) },
      { try drawer.draw(year: 1, .plain("y")) },
    ] {
      #expect(throws: DrawingFailure.self) { try run() }
      #expect(cycle.refusal(run)?.hasSuffix("is already done") == true)
    }
    #expect(try Replay.run(cycle.events).cycle == drawer.cycle)
  }

  @Test func `is taken back for a reason only, and its secret is used up`() throws {
    let cycle = try AnnouncedCycle()
    try cycle.announce("selection", secret: 1)
    #expect(cycle.refusal { try cycle.withdraw("selection", "") }?.contains("says nothing") == true)
    #expect(
      cycle.refusal { try cycle.withdraw("selection", " 1. -") }?.contains("says nothing") == true)
    #expect(cycle.refusal { try cycle.withdraw("year 1") }?.contains("is not announced") == true)
    try cycle.withdraw("selection")
    #expect(cycle.refusal { try cycle.withdraw("selection") }?.contains("already") == true)
    #expect(
      cycle.refusal { try cycle.withdraw("selection", "otherwise") }?
        .contains("is not announced") == true)
    #expect(
      cycle.refusal { try cycle.announce("selection", secret: 1) }?
        .contains("was committed to before") == true)
    try cycle.announce("selection", secret: 2)
    #expect(
      cycle.refusal {
        try cycle.drawer.select(.secret(AnnouncedCycle.secret(1), publicText: "p"))
      }?.contains("is not the one") == true)
    try cycle.drawer.select(.secret(AnnouncedCycle.secret(2), publicText: "p"))
    #expect(try Replay.run(cycle.events).cycle == cycle.drawer.cycle)
  }

  @Test(arguments: [
    ("ж", true), ("dice 3", true), ("抽", true), ("ª", true), ("", false), ("12-3", false),
    ("½²", false), ("Ⅷ", false), ("e\u{301}", true), ("\u{301}", false),
    // A filler of Hangul is a letter that nobody sees.
    ("\u{3164}", false), ("\u{115F} \u{FFA0}", false), ("\u{3164}가", true),
    // A second line could pass for one of the report in which it is shown.
    ("dice\nVerified", false), ("dice\rVerified", false), ("dice\r\n", false), ("a\tb", true),
  ])
  func `is said with a letter that can be seen`(text: String, isText: Bool) {
    #expect(Wording.isText(text) == isText)
  }

  @Test func `repeated changes nothing, and in other words is refused`() throws {
    let cycle = try AnnouncedCycle()
    try cycle.announce("selection")
    let repeated = cycle.refusal { try cycle.announce("selection") }
    #expect(repeated == "\"selection\" is already announced in these words")
    for change in [
      { try cycle.announce("selection", source: "dice") },
      { try cycle.announce("selection", secret: 1) },
    ] {
      #expect(cycle.refusal(change)?.contains("in other words") == true)
    }
  }

  @Test func `must be one that can come, else it is said what could be meant`() throws {
    let cycle = try AnnouncedCycle()
    func check(_ draw: String, _ says: String..., method: DrawMethod = .bowls) {
      let said = cycle.refusal { try cycle.announce(draw, method) } ?? "nothing was refused"
      for text in says { #expect(said.contains(text), "\(draw): \(said)") }
    }
    check("redraw XXX 1", "XXX is not a State of this cycle", "\"selection\"")
    check("redraw a 1", "did you mean \"redraw A 1\"?")
    check("redraw A 1", "cannot come before \"selection\"")
    check("year 9", "the cycle has 2 years", "\"selection\"")
    check("year 1", "cannot come before \"selection\"")
    check("amendment 3", "the next of its kind is \"amendment 1\"")
    check("deferral A 1", "cannot come before \"selection\"")
    check("stand-down A 1", "cannot come before \"selection\"")
    check("tickets year 1", "cannot come before \"selection\"", method: .tickets)
    check("selection", "not drawn by the method uniform, but by bowls", method: .uniform)
    try cycle.drawer.select(.plain("s"))
    check("selection", "is already done", "\"year 1\"")
    check("year 2", "cannot come before \"year 1\"")
    check("year 1", "publish the list first", method: .tickets)
    check("tickets year 1", "but by tickets")
    let (first, second) = (cycle.state(inYear: 1), cycle.state(inYear: 2))
    check("redraw \(first) 1", "cannot come before \"year 1\"")
    check("redraw \(second) 1", "cannot come before \"year 2\"")
    check("deferral \(second) 1", "would draw no lot")
    check("stand-down \(first) 1", "would draw no lot")
    try cycle.drawer.draw(year: 1, .plain("y"))
    check("year 1", "is already done", "\"year 2\"")
    check("redraw \(first) 2", "the next of its kind is \"redraw \(first) 1\"")
    try cycle.announce("redraw \(first) 1")
    check("redraw \(first) 3", "the next of its kind is \"redraw \(first) 2\"")
    try cycle.announce("redraw \(first) 2")
  }

  @Test func `stands in a ledger only where it may`() throws {
    let cycle = try AnnouncedCycle()
    try cycle.announce("selection", secret: 1)
    try cycle.drawer.select(.secret(AnnouncedCycle.secret(1), publicText: "p"))
    try cycle.announce("year 1")
    try cycle.drawer.draw(year: 1, .plain("y"))
    let events = cycle.events
    let places = events.indices.filter {
      if case .announced = events[$0] { true } else { false }
    }
    func fault(_ change: (inout [Event]) -> Void) -> Int? {
      var changed = events
      change(&changed)
      do throws(ReplayFault) {
        _ = try Replay.run(changed)
        return nil
      } catch { return error.index }
    }
    func announced(_ change: (inout Announced) -> Void) -> Event {
      guard case .announced(var announced) = events[places[0]] else { return events[0] }
      change(&announced)
      return .announced(announced)
    }
    let first = places[0]
    #expect(fault { $0[first] = announced { $0.method = .uniform } } == first)
    #expect(fault { $0[first] = announced { $0.source = "7" } } == first)
    #expect(fault { $0[first] = announced { $0.draw = .year(1) } } == first)
    #expect(fault { $0[first] = announced { $0.commitment = nil } } == first + 1)
    #expect(fault { $0[first] = announced { $0.commitment = AnnouncedCycle.hash(2) } } == first + 1)
    #expect(fault { $0.insert($0[first], at: first) } == first + 1)
    #expect(fault { $0.insert($0[first], at: places[1]) } == places[1])
    let withdrawn = Event.withdrawn(Withdrawn(draw: .year(1), reason: "none"))
    #expect(fault { $0.insert(withdrawn, at: places[1]) } == places[1])
    // Without the announcement the draw is lawful: it is said that it was not announced.
    #expect(fault { $0.remove(at: places[1]) } == nil)
  }
}
