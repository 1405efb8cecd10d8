import Drawing
import Members
import Phrases
import Rules
import Testing

@Suite struct `A narration` {
  private func narration(
    _ events: [Event], from before: Cycle? = SmallRecord.cycle, _ mood: Mood = .indicative,
    namesLots: Bool = true
  ) -> Narration {
    let after = before?.following(events) ?? Cycle(opening: SmallRecord.opened)
    return Narration(
      Chapter(events), from: before, to: after, English(mood, after.rulebook),
      namesLots: namesLots)
  }

  private static let deferral: [Event] = [
    .seeded(Seeded(draw: .deferral("HTI", 1), seed: "d")),
    .deferred(
      Deferral(
        state: "HTI", from: 1, to: 2, reason: "elections", released: [], best: SmallRecord.best)),
    .lot(
      SmallRecord.lot(.deferral("HTI", 1), .replacement(state: "HTI"), ["JAM", "XXX"], "JAM")),
  ]

  @Test func `says by name who moves where and who takes the place`() {
    let told = narration(Self.deferral)
    #expect(
      told.sentences == [
        "The review of Haiti (HTI) moves from year 1 to year 2 (para. 14).",
        "Its reason: \"elections\".",
        "By lot among 2 States of its group, Jamaica (JAM) takes its place in year 1.",
      ])
  }

  @Test func `says the same of what would happen`() {
    let told = narration(Self.deferral, .conditional)
    #expect(
      told.sentences == [
        "The review of Haiti (HTI) would move from year 1 to year 2 (para. 14).",
        "Its reason: \"elections\".",
        "By lot among 2 States of its group, Jamaica (JAM) would take its place in year 1.",
      ])
  }

  @Test func `names no lot where there is no seed`() {
    let told = narration(Self.deferral, .conditional, namesLots: false)
    #expect(!told.sentences.contains { $0.contains("JAM") })
    #expect(
      told.sentences.last == "By lot, one of 2 States of its group would take its place in year 1.")
  }

  @Test func `says of a redraw which request it is, who goes and who comes`() {
    let draw = DrawName.redraw("HTI", 1)
    let seat = DrawnLot.Purpose.openReviewer(year: 1, underReview: "HTI", kind: "open")
    let told = narration([
      .seeded(Seeded(draw: draw, seed: "r")),
      .redraw(
        Redraw(
          state: "HTI", request: 1, released: ["NOR", "JAM"], exclusion: true,
          best: SmallRecord.best)),
      .lot(
        SmallRecord.lot(
          draw, .regionalReviewer(year: 1, underReview: "HTI", kind: "regional"), ["JAM"], "JAM")),
      .lot(SmallRecord.lot(draw, seat, ["JAM", "NOR", "XXX"], "XXX")),
    ])
    #expect(
      told.sentences == [
        "The reviewers of Haiti (HTI) are drawn again, at its request 1 of 2 (para. 19).",
        "Released: Norway (NOR) and Jamaica (JAM).",
        "Drawn anew for Haiti (HTI): Jamaica (JAM) as regional reviewer (the only one in the bowl) "
          + "and XXX as open reviewer (by lot among 3).",
      ])
  }

  @Test func `counts the States of a selection by group and year, and names them beside`() {
    let seeded = Event.seeded(Seeded(draw: .selection, seed: "s"))
    let before = Cycle(opening: SmallRecord.opened)
    let lots = ["HTI", "NOR"].enumerated().map { place, code in
      Event.lot(
        SmallRecord.lot(.selection, .year(region: "", year: place + 1), [Label(code)], Label(code)))
    }
    let told = narration([seeded] + lots, from: before)
    #expect(
      told.sentences == [
        "Lots give 2 States the year of review (para. 14).", "Year 1: 1 State (GRULAC 1).",
        "Year 2: 1 State (WEOG 1).", "Year 3: no State.", "Year 4: no State.",
        "Year 5: no State.",
      ])
    #expect(told.details == ["Year 1, GRULAC: Haiti (HTI).", "Year 2, WEOG: Norway (NOR)."])
  }

  @Test func `says of a year without a review that it has none`() {
    let told = narration([.seeded(Seeded(draw: .year(2), seed: "y"))])
    #expect(
      told.sentences == [
        "Year 2 is drawn; no State is under review in it, so there is no lot."
      ])
  }

  @Test func `names no paragraph of other rules`() {
    var opened = SmallRecord.opened
    opened.rulebook.source = "our own statutes"
    let before = Cycle(opening: opened)
    let stood = StandDown(state: "HTI", year: 1, released: [], best: SmallRecord.best)
    let told = narration([.stoodDown(stood)], from: before)
    #expect(!told.sentences.joined().contains("para."))
    #expect(told.sentences.count == 2)
  }

  @Test func `says how many join, who, and in which year`() {
    let joined = State(code: "SRB", name: "Serbia", region: "WEOG")
    let draw = DrawName.amendment(1)
    let told = narration([
      .seeded(Seeded(draw: draw, seed: "a")),
      .amended(
        Amended(
          membership: Membership(SmallRecord.membership.states + [joined]), joined: ["SRB"],
          best: SmallRecord.best)),
      .lot(SmallRecord.lot(draw, .joining(state: "SRB"), ["10", "2"], "2")),
    ])
    #expect(
      told.sentences == [
        "1 State joins: Serbia (SRB).",
        "Serbia (SRB) is under review in year 2, by lot among the years 2 and 10.",
      ])
  }
}
