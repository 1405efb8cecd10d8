import Drawing
import Members
import Rules
import Testing

@Suite struct `Reviews from before a cycle` {
  static func entry(
    _ year: Int, _ state: Label, _ seat: Label, _ reviewer: Label
  ) -> ImportedReviewer {
    ImportedReviewer(
      year: year, underReview: state, seat: seat, reviewer: reviewer, source: "by hand")
  }

  /// Eight States of two groups; two reviewers each, one of the group.
  static let membership = Membership(
    "ABCDEFGH".map { letter in
      State(
        code: Label("\(letter)"), region: "ABCD".contains(letter) ? "G" : "H",
        legalSystems: [letter == "B" ? "common" : "civil"])
    })

  static let rulebook: Rulebook = {
    var rulebook = Rulebook()
    (rulebook.years, rulebook.mutualReviews) = (3, .forbidden)
    return rulebook
  }()

  /// A cycle that takes something over, drawn to its end.
  static func draw(
    _ takenOver: TakenOver, rulebook: Rulebook = rulebook, years: Int = 3
  ) throws -> (events: [Event], cycle: Cycle) {
    var events: [Event] = []
    let drawer = try Drawer.open(
      membership, rulebook: rulebook, conflicts: [], takingOver: takenOver, software: "tests",
      acceptsWaivers: true
    ) { events.append($0) }
    if years > 0 { try drawer.select(.plain("selection")) }
    for year in 1...3 where year <= years { try drawer.draw(year: year, .plain(Label("y\(year)"))) }
    return (events, drawer.cycle)
  }

  static func refusal(_ takenOver: TakenOver) -> TakingOverFailure? {
    do {
      _ = try draw(takenOver, years: 0)
      return nil
    } catch DrawingFailure.takingOver(let failure) {
      return failure
    } catch { return nil }
  }

  static func waivers(_ events: [Event]) -> [String] {
    events.compactMap { event in
      if case .waiver(let line) = event { "\(line.rule.rawValue) \(line.state)" } else { nil }
    }
  }

  /// One seat of the group, one of another group, two of any.
  static let severalKinds: Rulebook = {
    var several = rulebook
    several.seats = [
      SeatKind(name: "near", count: 1, group: .same, legalSystem: .preferred),
      SeatKind(name: "far", count: 1, group: .other),
      SeatKind(name: "mixed", count: 1),
      SeatKind(name: "open", count: 1),
    ]
    (several.maximumLoad, several.mutualReviews) = (8, .allowed)
    return several
  }()

  @Test func `take seats of their kind, then of the last, then of the kinds before it`() throws {
    // Of the two far ones, the second is an open reviewer; the two open ones after it take the seat
    // of the mixed kind, and that of the group, as B is in no seat of the group.
    let (events, cycle) = try Self.draw(
      TakenOver(imported: [
        Self.entry(2, "A", "far", "E"), Self.entry(2, "A", "far", "F"),
        Self.entry(2, "A", "open", "B"), Self.entry(2, "A", "open", "G"),
        Self.entry(1, "E", "far", "A"), Self.entry(1, "E", "near", "B"),
      ]), rulebook: Self.severalKinds)
    func review(_ code: Label) -> CycleReview { cycle.reviews[cycle.roster.index(of: code)!] }
    func holders(_ code: Label) -> [String] {
      review(code).holders.map { holder in
        let kind = cycle.rulebook.seats[cycle.rulebook.place(of: holder.seat)].name
        return "\(kind) \(cycle.roster.states[holder.reviewer].code)"
      }
    }
    #expect(holders("A") == ["far E", "open F", "open B", "open G"])
    #expect(Self.waivers(events).prefix(2) == ["same_region A", "legal_system A"])
    #expect(review("A").givenUpSeats == 1 && !review("A").hasSeatToDraw)
    // B is not of the group of E: it is an open reviewer, and the other two seats are drawn.
    #expect(holders("E").prefix(2) == ["far A", "open B"] && holders("E").count == 4)
    let kinds = events.compactMap { event -> Label? in
      guard case .lot(let lot) = event else { return nil }
      switch lot.purpose {
      case .regionalReviewer(_, "E", let kind), .openReviewer(_, "E", let kind): return kind
      default: return nil
      }
    }
    #expect(kinds == ["near", "mixed"])
    let broken = cycle.breachesOfTakenOver
    #expect(broken.map(\.rule) == ["seat", "same_region", "legal_system"])
    #expect(broken.allSatisfy { $0.state == cycle.roster.index(of: "A") })
    #expect(try Replay.run(events).cycle == cycle)
  }

  @Test func `let a State under review stand down before the selection`() throws {
    var events: [Event] = []
    let drawer = try Drawer.open(
      Self.membership, rulebook: Self.rulebook, conflicts: [],
      takingOver: TakenOver(
        carried: ["B"],
        imported: [Self.entry(1, "A", "open", "E"), Self.entry(1, "E", "open", "A")]),
      software: "tests", acceptsWaivers: true
    ) { events.append($0) }
    do {
      try drawer.standDown("C", year: 1, nil, acceptsWaivers: true)
      Issue.record("C has no year yet")
    } catch DrawingFailure.notSelected {}
    try drawer.standDown("B", year: 1, nil, acceptsWaivers: true)
    try drawer.standDown("E", year: 1, .plain("s"), acceptsWaivers: true)
    try drawer.select(.plain("selection"))
    try drawer.draw(year: 1, .plain("y"))
    // In no bowl of that year, also of States that the selection brought into it.
    var bowls = 0
    for event in events {
      guard case .lot(let lot) = event else { continue }
      switch lot.purpose {
      case .regionalReviewer(1, _, _), .openReviewer(1, _, _):
        bowls += 1
        #expect(!lot.bowl.contains("B") && !lot.bowl.contains("E"))
      default: break
      }
    }
    #expect(bowls > 4)
    #expect(try Replay.run(events).cycle == drawer.cycle)
  }

  @Test func `are kept, counted for loads and bans, and outside the selection`() throws {
    let takenOver = TakenOver(
      after: String(repeating: "a", count: 64), carried: ["H"],
      imported: [
        Self.entry(2, "A", "regional", "C"), Self.entry(2, "A", "open", "E"),
        Self.entry(1, "E", "regional", "F"), Self.entry(1, "E", "open", "D"),
      ])
    let (events, cycle) = try Self.draw(takenOver)
    guard case .opened(let opened) = events[0] else {
      Issue.record("not opened")
      return
    }
    #expect(TakenOver(opened) == takenOver)
    #expect([cycle.year(of: "A"), cycle.year(of: "E"), cycle.year(of: "H")] == [2, 1, 1])
    func reviewers(_ code: Label) -> [Label] {
      cycle.reviews[cycle.roster.index(of: code)!].reviewers.map { cycle.roster.states[$0].code }
    }
    #expect(reviewers("A") == ["C", "E"] && reviewers("E") == ["F", "D"])
    for event in events {
      guard case .lot(let lot) = event else { continue }
      switch lot.purpose {
      case .year: #expect(Set(lot.bowl).isDisjoint(with: ["A", "E", "H"]))
      case .turn(let year): #expect(Set(lot.bowl).isDisjoint(with: ["A", "E"]), "year \(year)")
      case .regionalReviewer(_, let state, _), .openReviewer(_, let state, _):
        #expect(state != "A" && state != "E")
        // C reviews A, so A is in no bowl of C; likewise the others.
        let barred: [Label: Label] = ["C": "A", "E": "A", "F": "E", "D": "E"]
        if let other = barred[state] { #expect(!lot.bowl.contains(other)) }
      default: break
      }
    }
    // Five States are left for three years.
    let counts = (1...3).map { year in
      cycle.states(year: year).count { !["A", "E", "H"].contains(cycle.roster.states[$0].code) }
    }
    #expect(counts.allSatisfy { $0 == 1 || $0 == 2 })
    #expect(cycle.isComplete && cycle.loads.allSatisfy { (1...3).contains($0) })
    let replay = try Replay.run(events)
    #expect(replay.cycle == cycle && replay.pending.isEmpty)
  }

  @Test func `that lack a reviewer have the rest of their seats drawn in their year`() throws {
    let (events, cycle) = try Self.draw(
      TakenOver(imported: [Self.entry(2, "A", "open", "E")]))
    let lots = events.compactMap { event -> DrawnLot? in
      if case .lot(let lot) = event { lot } else { nil }
    }
    let ofA = lots.filter {
      if case .regionalReviewer(2, "A", _) = $0.purpose { true } else { false }
    }
    #expect(ofA.count == 1 && cycle.isComplete)
    #expect(lots.contains { $0.purpose == .turn(year: 2) && $0.drawn == "A" })
    #expect(try Replay.run(events).cycle == cycle)
  }

  @Test func `cost what they waive, line by line after the opening`() throws {
    let (events, cycle) = try Self.draw(
      TakenOver(imported: [
        Self.entry(1, "A", "regional", "B"), Self.entry(1, "A", "open", "E"),
        Self.entry(1, "E", "regional", "C"), Self.entry(1, "E", "open", "D"),
      ]))
    guard case .opened(let opened) = events[0] else {
      Issue.record("not opened")
      return
    }
    // B has another legal system than A; nobody of E's group reviews E.
    let lines = ["legal_system A", "same_region E", "legal_system E"]
    #expect(Array(Self.waivers(events).prefix(3)) == lines)
    #expect(opened.best[.sameRegion] == 1 && opened.best[.legalSystem] >= 2)
    #expect(try Replay.run(events).cycle == cycle)
    var forged = events
    forged.remove(at: 1)
    #expect(throws: ReplayFault.self) { try Replay.run(forged) }
  }

  @Test func `break rules and are kept: each breach is named`() throws {
    let pairs: [(Label, Label)] = [
      ("A", "B"), ("B", "A"), ("C", "A"), ("E", "A"), ("F", "A"),
    ]
    let imported = pairs.map { Self.entry(1, $0, "open", $1) }
    let (events, cycle) = try Self.draw(TakenOver(imported: imported))
    #expect(cycle.isComplete)
    let waivable: Set = ["seat", "same_region", "legal_system"]
    let broken = cycle.breachesOfTakenOver.map(\.rule).filter { !waivable.contains($0) }
    #expect(broken == ["mutual_reviews", "maximum_load"])
    let loads = cycle.loads
    #expect(loads[cycle.roster.index(of: "A")!] == 4, "no more than it had")
    #expect(try Replay.run(events).cycle == cycle)
  }

  @Test func `stand when another table is taken over before their year is drawn`() throws {
    var events: [Event] = []
    let drawer = try Drawer.open(
      Self.membership, rulebook: Self.rulebook, conflicts: [],
      takingOver: TakenOver(imported: [
        Self.entry(3, "A", "regional", "C"), Self.entry(3, "A", "open", "E"),
      ]), software: "tests", acceptsWaivers: true
    ) { events.append($0) }
    try drawer.select(.plain("s"))
    var states = Self.membership.states
    states[1] = State(code: "B", name: "Bee", region: "G", legalSystems: ["civil"])
    try drawer.amend(
      Amendment(
        membership: Membership(states.map { $0.code == "E" ? Self.renamed($0) : $0 }),
        renames: [.init(from: "E", to: "EE")]), nil, acceptsWaivers: true)
    let cycle = drawer.cycle
    let review = cycle.reviews[cycle.roster.index(of: "A")!]
    #expect(review.reviewers.map { cycle.roster.states[$0].code } == ["C", "EE"])
    #expect(cycle.takenOver.imported.map(\.reviewer) == ["EE", "C"])
    #expect(try Replay.run(events).cycle == cycle)
  }

  static func renamed(_ state: State) -> State {
    State(code: "EE", region: state.region, legalSystems: state.legalSystems)
  }

  @Test func `must be of the cycle`() {
    let valid = Self.entry(1, "A", "open", "E")
    func refusal(_ carried: [Label], _ imported: [ImportedReviewer]) -> TakingOverFailure? {
      Self.refusal(TakenOver(carried: carried, imported: imported))
    }
    #expect(refusal(["X"], []) == .notReviewed("X"))
    #expect(refusal(["A"], [valid]) == .carriedAndDrawn("A"))
    #expect(refusal([], [Self.entry(4, "A", "open", "E")]) == .noSuchYear("A", 4, years: 3))
    #expect(refusal([], [valid, Self.entry(2, "A", "open", "F")]) == .twoYears("A"))
    #expect(
      refusal([], [Self.entry(1, "A", "third", "E")]) == .noSuchSeat("third", ["regional", "open"]))
    #expect(refusal([], [Self.entry(1, "A", "open", "X")]) == .notAState("X"))
    #expect(refusal([], [Self.entry(1, "A", "open", "A")]) == .ofItself("A"))
    #expect(refusal([], [valid, Self.entry(1, "A", "regional", "E")]) == .twice("E", of: "A"))
    #expect(
      refusal([], [Self.entry(1, "A", "supplementary", "E")])
        == .noSuchSeat("supplementary", ["regional", "open"]))
  }
}
