import Drawing
import Members
import Rules
import Testing

@Suite struct `A redraw` {
  /// One seat a review; C reviews and is not reviewed, so that A is reviewed by B or C.
  static func cycle(_ events: @escaping (Event) -> Void) throws -> Drawer {
    var rulebook = Rulebook()
    rulebook.years = 1
    rulebook.reviewersPerReview = 1
    rulebook.regionalSeats = 0
    rulebook.mutualReviews = .allowed
    rulebook.minimumLoad = 0
    rulebook.maximumLoad = 4
    rulebook.waivers = [.seat]
    let membership = Membership(["A", "B", "C"].map { State(code: $0, isReviewed: $0 != "C") })
    return try Drawer.open(
      membership, rulebook: rulebook, conflicts: [], software: "tests", acceptsWaivers: false,
      record: events)
  }

  /// B takes the place of C, then stands down: C may come back, else the seat would stay empty.
  @Test func `keeps released reviewers out of its own bowls only`() throws {
    var cases = 0
    for number in 0..<20 {
      var events: [Event] = []
      let drawer = try Self.cycle { events.append($0) }
      try drawer.select(.plain(Label("s\(number)")))
      try drawer.draw(year: 1, .plain(Label("y\(number)")))
      // Only B is under review as well, so that it can stand down.
      if drawer.cycle.reviews[0].reviewers != [2] { continue }
      try drawer.redraw("A", .plain(Label("r\(number)")), acceptsWaivers: false)
      #expect(drawer.cycle.reviews[0].reviewers == [1])
      try drawer.standDown("B", year: 1, .plain(Label("d\(number)")), acceptsWaivers: false)
      #expect(drawer.cycle.best.counts == [0])
      #expect(drawer.cycle.reviews[0].reviewers == [2])
      #expect(try Replay.run(events).cycle == drawer.cycle)
      cases += 1
    }
    #expect(cases > 2)
  }

  static func redraws(_ small: SmallCycle) -> [Redraw] {
    small.events.compactMap { if case .redraw(let redraw) = $0 { redraw } else { nil } }
  }

  @Test func `of one reviewer counts against the limit`() throws {
    let small = try SmallCycle(years: 1)
    let state = small.states(1)[0]
    for (number, seed) in (["a", "b"] as [Label]).enumerated() {
      let reviewer = small.reviewer(of: state)
      try small.drawer.redraw(state, only: reviewer, .plain(seed), acceptsWaivers: false)
      #expect(Self.redraws(small).last?.request == number + 1)
      #expect(Self.redraws(small).last?.reason == nil)
      // The same command with the same seed changes nothing.
      let again = small.refusal {
        try $0.redraw(state, only: reviewer, .plain(seed), acceptsWaivers: false)
      }
      guard case .alreadyDrawn = again else {
        Issue.record("\(again as Any)")
        return
      }
    }
    func third(_ only: Label?, _ exceptional: String?) -> (Drawer) throws -> Void {
      {
        try $0.redraw(
          state, only: only, exceptional: exceptional, .plain("c"), acceptsWaivers: false)
      }
    }
    for only in [small.reviewer(of: state), nil] {
      guard case .redrawLimit(state, 2) = small.refusal(third(only, nil)) else {
        Issue.record("the limit was passed")
        return
      }
      guard case .noReason = small.refusal(third(only, " 1 ")) else {
        Issue.record("no word was asked for")
        return
      }
    }
    try third(small.reviewer(of: state), "the Conference said so")(small.drawer)
    #expect(Self.redraws(small).last?.request == 3)
    #expect(Self.redraws(small).last?.exceptional == "the Conference said so")
    #expect(try small.replays())
  }

  @Test func `of a reviewer that left is no request, and the record says why`() throws {
    let small = try SmallCycle(years: 1)
    let state = small.states(1)[0]
    let reviewer = try #require(small.reviewer(of: state))
    let fewer = Membership(SmallCycle.membership.states.filter { $0.code != reviewer })
    try small.drawer.amend(
      Amendment(membership: fewer, leaves: [reviewer]), nil, acceptsWaivers: false)
    try small.drawer.redraw(state, only: reviewer, .plain("a"), acceptsWaivers: false)
    let redraw = try #require(Self.redraws(small).last)
    #expect(redraw.request == 0 && redraw.exceptional == nil)
    #expect(redraw.reason == "State \(reviewer) (\(reviewer)) has left")
    #expect(small.cycle.reviews[small.cycle.roster.index(of: state)!].requests == 0)
    #expect(try small.replays())
  }
}
