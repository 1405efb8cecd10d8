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
}
