import Drawing
import Members
import Rules
import Testing

extension `Reviews from before a cycle` {
  /// The same States, party to Protocols as their letters say.
  static let parties: Membership = {
    let protocols = [
      "A": "PQR", "B": "R", "C": "Q", "D": "PQR", "E": "PQ", "F": "P", "G": "", "H": "PQR",
    ]
    return Membership(
      membership.states.map { state in
        State(
          code: state.code, region: state.region,
          protocols: (protocols[state.code.text] ?? "").map { Label("\($0)") },
          legalSystems: state.legalSystems)
      })
  }()

  static let supplemented: Rulebook = {
    var rulebook = Self.rulebook
    (rulebook.protocols, rulebook.maximumLoad, rulebook.mutualReviews) = (.supplement, 8, .allowed)
    return rulebook
  }()

  @Test func `have supplementary reviewers, as many of them as can be`() throws {
    // B lacks P and Q, C lacks P and R. D could supplement both, and does C, so that E, who could
    // supplement B only, is not left over. G supplements nobody, and takes a seat of the last kind.
    let imported = [
      Self.entry(2, "A", "open", "B"), Self.entry(2, "A", "regional", "C"),
      Self.entry(2, "A", "supplementary", "D"), Self.entry(2, "A", "supplementary", "E"),
      Self.entry(2, "A", "supplementary", "G"),
    ]
    var events: [Event] = []
    let drawer = try Drawer.open(
      Self.parties, rulebook: Self.supplemented, conflicts: [],
      takingOver: TakenOver(imported: imported), software: "tests", acceptsWaivers: true
    ) { events.append($0) }
    let a = try #require(drawer.cycle.roster.index(of: "A"))
    let states = drawer.cycle.roster.states
    func code(_ place: Int?) -> Label? { place.map { states[$0].code } }
    let review = drawer.cycle.reviews[a]
    #expect(review.holders.map { code($0.reviewer) } == ["B", "C", "D", "E", "G"])
    #expect(review.holders.map { code($0.supplemented) } == [nil, nil, "C", "B", nil])
    // G lacks all three, and is owed one.
    #expect(review.supplementsDue.map { code($0) } == ["G"] && !review.isServed)
    #expect(drawer.cycle.breachesOfTakenOver.map(\.rule) == ["protocols"])
    #expect(drawer.cycle.loads == [0, 1, 1, 1, 1, 0, 1, 0])
    try drawer.select(.plain("selection"))
    for year in 1...3 { try drawer.draw(year: year, .plain(Label("y\(year)"))) }
    let lots = events.compactMap { event -> String? in
      guard case .lot(let lot) = event, case .supplementaryReviewer(_, "A", let other) = lot.purpose
      else { return nil }
      return "\(lot.drawn) for \(other) of \(lot.bowl)"
    }
    #expect(lots == ["H for G of [H]"], "\(lots)")
    #expect(drawer.cycle.isComplete)
    #expect(try Replay.run(events).cycle == drawer.cycle)
  }

  @Test func `leave supplementary seats, which an amendment can make needless`() throws {
    func cycle(_ protocols: [Label]?) throws -> (Drawer, [Event]) {
      var events: [Event] = []
      let drawer = try Drawer.open(
        Self.parties, rulebook: Self.supplemented, conflicts: [],
        takingOver: TakenOver(imported: [
          Self.entry(3, "A", "regional", "B"), Self.entry(3, "A", "open", "F"),
        ]), software: "tests", acceptsWaivers: true
      ) { events.append($0) }
      try drawer.select(.plain("s"))
      if let protocols {
        try drawer.amend(
          Amendment(
            membership: Membership(
              Self.parties.states.map {
                $0.code != "B"
                  ? $0
                  : State(
                    code: "B", region: "G", protocols: protocols, legalSystems: ["common"])
              })), nil, acceptsWaivers: true)
      }
      for year in 1...3 { try drawer.draw(year: year, .plain(Label("y\(year)"))) }
      #expect(try Replay.run(events).cycle == drawer.cycle)
      return (drawer, events)
    }
    func asked(_ events: [Event]) -> [Label] {
      events.compactMap { event in
        guard case .lot(let lot) = event,
          case .supplementaryReviewer(_, "A", let other) = lot.purpose
        else { return nil }
        return other
      }
    }
    let (before, events) = try cycle(nil)
    #expect(asked(events) == ["F", "B"])
    #expect(before.cycle.breachesOfTakenOver.map(\.rule) == ["legal_system"])
    // The order is that of the rows, `open` before `regional`.
    let (after, others) = try cycle(["P", "Q", "R"])
    #expect(asked(others) == ["F"] && after.cycle.isComplete)
  }
}
