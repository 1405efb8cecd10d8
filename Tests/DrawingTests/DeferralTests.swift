import Drawing
import Members
import Rules
import Testing

@Suite struct `A deferral` {
  static func deferred(_ failure: DrawingFailure?) -> Deferral? {
    if case .alreadyDeferred(let deferral, _) = failure { deferral } else { nil }
  }

  @Test func `that draws nothing needs no seed, and changes nothing when it is repeated`() throws {
    let small = try SmallCycle(years: 0)
    let state = small.states(1)[0]
    func command(_ from: Int?) -> (Drawer) throws -> Void {
      {
        try $0.deferReview(
          of: state, from: from, reason: "elections", replaces: false, nil, acceptsWaivers: false)
      }
    }
    try command(nil)(small.drawer)
    #expect(small.cycle.year(of: state) == 2)
    #expect(Self.deferred(small.refusal(command(nil)))?.from == 1)
    #expect(Self.deferred(small.refusal(command(1)))?.to == 2)
    try command(2)(small.drawer)
    #expect(small.cycle.year(of: state) == 3)
    #expect(Self.deferred(small.refusal(command(2)))?.to == 3)
    #expect(Self.deferred(small.refusal(command(1)))?.to == 2)
    #expect(try small.replays())
  }

  @Test func `with a seed is known by it`() throws {
    let small = try SmallCycle(years: 1)
    let state = small.states(1)[0]
    func command(_ seed: Label, _ reason: String) -> (Drawer) throws -> Void {
      {
        try $0.deferReview(
          of: state, reason: reason, replaces: true, .plain(seed), acceptsWaivers: false)
      }
    }
    try command("x", "elections")(small.drawer)
    guard case .alreadyDrawn(.deferral(state, 1)) = small.refusal(command("x", "floods")) else {
      Issue.record("not known by its seed")
      return
    }
    try command("y", "floods")(small.drawer)
    #expect(small.cycle.year(of: state) == 3)
    #expect(try small.replays())
  }

  @Test func `from the last year goes to the next cycle, and what was drawn for it is released`()
    throws
  {
    let small = try SmallCycle(years: 3)
    let state = small.states(3)[0]
    let reviewer = try #require(small.reviewer(of: state))
    try small.drawer.deferReview(
      of: state, reason: "elections", replaces: true, nil, acceptsWaivers: false)
    guard case .deferred(let deferral) = small.events.last else {
      Issue.record("something else was written")
      return
    }
    #expect(deferral.from == 3 && deferral.to == 0 && deferral.released == [reviewer])
    #expect(small.cycle.year(of: state) == nil && small.cycle.movingToNextCycle == [state])
    let again = small.refusal {
      try $0.deferReview(
        of: state, from: 3, reason: "floods", replaces: false, nil, acceptsWaivers: false)
    }
    #expect(Self.deferred(again)?.to == 0)
    // An amendment does not bring it back.
    var rulebook = SmallCycle.rulebook
    rulebook.years = 4
    try small.drawer.amend(Amendment(rulebook: rulebook), nil, acceptsWaivers: false)
    #expect(small.cycle.year(of: state) == nil && small.states(4) == [])
    #expect(try small.replays())
  }

  /// The year it enters is drawn: first the replacement's seat would be drawn, which has one, then
  /// that of the State itself.
  @Test func `into a drawn year draws its seats at once, and a drawn replacement keeps its own`()
    throws
  {
    let small = try SmallCycle(years: 2)
    let state = small.states(1)[0]
    let before = Dictionary(
      uniqueKeysWithValues: small.states(2).map { ($0, small.reviewer(of: $0)) })
    let count = small.events.count
    try small.drawer.deferReview(
      of: state, reason: "elections", replaces: true, .plain("x"), acceptsWaivers: false)
    let lots = small.events[count...].compactMap {
      if case .lot(let lot) = $0 { lot } else { nil }
    }
    #expect(lots.count == 2)
    let replacement = lots[0].drawn
    #expect(lots[0].purpose == .replacement(state: state))
    #expect(lots[1].purpose == .openReviewer(year: 2, underReview: state, kind: "open"))
    #expect(small.cycle.year(of: replacement) == 1)
    #expect(small.reviewer(of: replacement) == before[replacement])
    #expect(try small.replays())
  }

  @Test func `needs a reason in words, and the year it is in`() throws {
    let small = try SmallCycle(years: 1)
    let state = small.states(1)[0]
    for reason in ["", " ", "123", "-"] {
      let refusal = small.refusal {
        try $0.deferReview(
          of: state, reason: reason, replaces: false, nil, acceptsWaivers: false)
      }
      guard case .noReason = refusal else {
        Issue.record("\(reason)")
        continue
      }
    }
    let refusal = small.refusal {
      try $0.deferReview(
        of: state, from: 2, reason: "floods", replaces: false, nil, acceptsWaivers: false)
    }
    guard case .otherYear(state, 1, asked: 2) = refusal else {
      Issue.record("\(refusal as Any)")
      return
    }
  }

  @Test func `of the State's own review is known by its year`() throws {
    var number = 0
    while number < 20 {
      let small = try SmallCycle(number, years: 1)
      number += 1
      let states = small.states(1)
      guard
        let state = states.first(where: {
          small.reviewer(of: $0 == states[0] ? states[1] : states[0]) == $0
        })
      else { continue }
      func command(_ drawer: Drawer) throws {
        try drawer.putOffOwnReview(
          of: state, year: 1, reason: "it reviews", replaces: false, nil, acceptsWaivers: false)
      }
      try command(small.drawer)
      #expect(small.cycle.year(of: state) == 2)
      #expect(Self.deferred(small.refusal(command))?.from == 1)
      #expect(try small.replays())
      return
    }
    Issue.record("no State reviews in its own year")
  }
}
