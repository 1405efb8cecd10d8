import Drawing
import Members
import Rules

/// Four States, three with names, of which two are of one group.
enum SmallRecord {
  static let membership = Membership([
    State(code: "HTI", name: "Haiti", region: "GRULAC"),
    State(code: "JAM", name: "Jamaica", region: "GRULAC"),
    State(code: "NOR", name: "Norway", region: "WEOG"),
    State(code: "XXX", region: "WEOG"),
  ])

  static var best: WaiverVector { WaiverVector(rules: Rulebook().waivers) }

  static var opened: Opened {
    Opened(
      software: "a test", rulebook: Rulebook(), membership: membership, conflicts: [], best: best)
  }

  /// The cycle with all States in year 1, none of them drawn.
  static var cycle: Cycle {
    Cycle(opening: opened).following(
      [.seeded(Seeded(draw: .selection, seed: "s"))]
        + membership.states.map { state in
          .lot(
            lot(.selection, .year(region: state.region, year: 1), [state.code], state.code))
        })
  }

  static func lot(
    _ draw: DrawName, _ purpose: DrawnLot.Purpose, _ bowl: [Label], _ drawn: Label
  ) -> DrawnLot {
    DrawnLot(
      draw: draw, purpose: purpose, bowl: bowl, counter: 0,
      index: bowl.firstIndex(of: drawn) ?? 0, drawn: drawn)
  }
}
