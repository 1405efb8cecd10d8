import Drawing
import Phrases
import Testing

@Suite struct `The chapters of a ledger` {
  @Test func `are its commands, with or without a seed`() {
    let best = SmallRecord.best
    let stood = Event.stoodDown(StandDown(state: "HTI", year: 1, released: [], best: best))
    let moved = Event.deferred(
      Deferral(state: "NOR", from: 1, to: 2, reason: "floods", released: [], best: best))
    let lot = Event.lot(
      SmallRecord.lot(.deferral("NOR", 1), .replacement(state: "NOR"), ["XXX"], "XXX"))
    let events: [Event] = [
      .opened(SmallRecord.opened),
      .announced(Announced(draw: .selection, source: "a lottery")),
      .seeded(Seeded(draw: .selection, seed: "s")),
      // A draw without a lot, then two changes without a seed, then one with a seed.
      .seeded(Seeded(draw: .year(1), seed: "y")), stood, moved,
      .seeded(Seeded(draw: .deferral("NOR", 1), seed: "d")), moved, lot,
    ]
    let chapters = Chapter.all(of: events)
    #expect(chapters.map(\.index) == [0, 1, 2, 3, 4, 5, 6])
    #expect(chapters.flatMap(\.events) == events)
    #expect(chapters.last?.events.count == 3 && chapters.last?.lots.count == 1)
  }
}
