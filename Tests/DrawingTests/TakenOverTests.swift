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

  @Test func `are refused beside several kinds of seats, then and by an amendment`() throws {
    let takenOver = TakenOver(imported: [Self.entry(2, "A", "open", "E")])
    var several = Self.rulebook
    several.seats = [
      SeatKind(name: "one", count: 1, group: .other, legalSystem: .ignored),
      SeatKind(name: "open", count: 1, group: .any, legalSystem: .ignored),
    ]
    func isRefused(_ body: () throws -> Void) -> Bool {
      do {
        try body()
        return false
      } catch DrawingFailure.notYetDrawn(let what) {
        return what.contains("reviewers.seats")
      } catch { return false }
    }
    #expect(isRefused { _ = try Self.draw(takenOver, rulebook: several, years: 0) })
    #expect(!isRefused { _ = try Self.draw(takenOver, years: 0) })
    let drawer = try Drawer.open(
      Self.membership, rulebook: Self.rulebook, conflicts: [], takingOver: takenOver,
      software: "tests", acceptsWaivers: true, record: nil)
    var amendment = Amendment()
    amendment.rulebook = several
    #expect(isRefused { try drawer.amend(amendment, nil, acceptsWaivers: true) })
  }

  @Test func `give a State under review no leave to stand down before the selection`() throws {
    let drawer = try Drawer.open(
      Self.membership, rulebook: Self.rulebook, conflicts: [],
      takingOver: TakenOver(imported: [Self.entry(1, "A", "open", "E")]), software: "tests",
      acceptsWaivers: true, record: nil)
    do {
      try drawer.standDown("A", year: 1, .plain("s"), acceptsWaivers: true)
      Issue.record("nobody knows yet who else is under review in the year")
    } catch DrawingFailure.notSelected {}
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
  }
}
