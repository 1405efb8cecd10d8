import Drawing
import Members
import Rules
import Testing

@Suite struct `An amendment` {
  static func failure(_ failure: DrawingFailure?) -> AmendmentFailure? {
    if case .amending(let failure) = failure { failure } else { nil }
  }

  /// The membership without some States, with others.
  static func membership(without codes: Set<Label>, with states: [State] = []) -> Membership {
    Membership(SmallCycle.membership.states.filter { !codes.contains($0.code) } + states)
  }

  static func refusal(_ small: SmallCycle, _ amendment: Amendment) -> AmendmentFailure? {
    failure(small.refusal { try $0.amend(amendment, .plain("am"), acceptsWaivers: true) })
  }

  @Test func `asks what became of a State that is missing`() throws {
    let small = try SmallCycle(years: 1)
    let half = Self.membership(without: ["B", "D", "E"])
    #expect(
      Self.refusal(small, Amendment(membership: half))
        == .missing(["State B (B)", "State D (D)", "State E (E)"], of: 6))
    #expect(
      Self.refusal(small, Amendment(membership: half, leaves: ["B", "E"]))
        == .missing(["State D (D)"], of: 6))
    #expect(
      Self.refusal(small, Amendment(membership: half, leaves: ["A", "B", "D", "E"]))
        == .doesNotLeave("A"))
    #expect(
      Self.refusal(small, Amendment(membership: half, leaves: ["X"])) == .unknownState("X"))
    let leaves = Amendment(membership: half, leaves: ["B", "D", "E"])
    try small.drawer.amend(leaves, nil, acceptsWaivers: true)
    guard case .nothingToDo = small.refusal({ try $0.amend(leaves, nil, acceptsWaivers: true) })
    else {
      Issue.record("repeated")
      return
    }
    #expect(try small.replays())
  }

  @Test(arguments: [State(code: "N", name: "State B", region: "H"), State(code: "N", region: "G")])
  func `asks whether a new code is a missing State's`(new: State) throws {
    let small = try SmallCycle(years: 1)
    let table = Self.membership(without: ["B"], with: [new])
    for amendment in [
      Amendment(membership: table), Amendment(membership: table, leaves: ["B"]),
    ] {
      guard case .alike(let alike) = Self.refusal(small, amendment) else {
        Issue.record("not asked")
        return
      }
      #expect(alike.count == 1)
      #expect("\(AmendmentFailure.alike(alike))".contains("--rename B=N"))
      #expect("\(AmendmentFailure.alike(alike))".contains("--joins N"))
    }
    try small.drawer.amend(
      Amendment(membership: table, leaves: ["B"], joins: ["N"]), .plain("am"),
      acceptsWaivers: true)
    #expect(try small.replays())
  }

  /// Who reviews whom goes on under the new code, and nothing is drawn.
  @Test func `keeps the review, the reviews done and the bans of a State that has another code`()
    throws
  {
    let conflicts = [
      Conflict(underReview: "A", reviewer: "B"), .init(underReview: "B", reviewer: "C"),
    ]
    let small = try SmallCycle(years: 2, conflicts: conflicts)
    for code in small.states(1) + small.states(2) + small.states(3) {
      let new = State(code: Label("Z\(code)"), name: "State \(code)", region: "G")
      let renaming = Amended.Renaming(from: code, to: new.code)
      let year = small.cycle.year(of: code)
      let reviewer = small.reviewer(of: code)
      let reviewed = SmallCycle.membership.states.map(\.code).filter {
        small.cycle.roster.index(of: $0) != nil && small.reviewer(of: $0) == code
      }
      let table = Membership(small.cycle.membership.states.filter { $0.code != code } + [new])
      let amendment = Amendment(membership: table, renames: [renaming])
      try small.drawer.amend(amendment, nil, acceptsWaivers: false)
      guard case .amended(let event) = small.events.last else { continue }
      #expect(event.renamed == [renaming] && event.left.isEmpty && event.joined.isEmpty)
      #expect(small.cycle.year(of: new.code) == year && small.reviewer(of: new.code) == reviewer)
      for state in reviewed { #expect(small.reviewer(of: state) == new.code) }
    }
    #expect(small.cycle.roster.states.map(\.code) == ["ZA", "ZB", "ZC", "ZD", "ZE", "ZF"])
    #expect(
      small.cycle.conflicts == [
        .init(underReview: "ZA", reviewer: "ZB"), .init(underReview: "ZB", reviewer: "ZC"),
      ])
    try small.drawer.draw(year: 3, .plain("year 3"))
    #expect(try small.replays())
  }

  @Test func `refuses a renaming that does not fit the tables`() throws {
    let small = try SmallCycle(years: 1)
    let table = Self.membership(
      without: ["B"], with: [State(code: "N", name: "State B", region: "G")])
    func refusal(_ from: Label, _ to: Label) -> AmendmentFailure? {
      Self.refusal(small, Amendment(membership: table, renames: [.init(from: from, to: to)]))
    }
    #expect(refusal("X", "N") == .unknownState("X"))
    #expect(refusal("A", "N") == .stillThere("A"))
    #expect(refusal("B", "X") == .notInTable("X"))
    #expect(refusal("B", "A") == .codeUsed("A"))
    let twice = [Amended.Renaming(from: "B", to: "N"), .init(from: "B", to: "N")]
    #expect(
      Self.refusal(small, Amendment(membership: table, renames: twice))
        == .renamedTwice("B", "N"))
    #expect(
      Self.refusal(small, Amendment(membership: table, joins: ["A"]))
        == .doesNotJoin("A", isKnown: true))
    #expect(Self.refusal(small, Amendment(leaves: ["A"])) == .membershipMissing)
    #expect(Self.refusal(small, Amendment()) == .nothingGiven)
  }

  @Test func `of the rules changes what may change in mid-cycle, and nothing else`() throws {
    let small = try SmallCycle(years: 2)
    func refusal(_ change: (inout Rulebook) -> Void) -> AmendmentFailure? {
      var rulebook = SmallCycle.rulebook
      change(&rulebook)
      return Self.refusal(small, Amendment(rulebook: rulebook))
    }
    #expect(refusal { $0.years = 1 } == .tooFewYears(1, begun: 2))
    for change: (inout Rulebook) -> Void in [
      { $0.protocols = .any }, { $0.mutualReviews = .forbidden }, { $0.regionalSeats = 1 },
      { $0.seats[0].name = "any" }, { $0.isSelectionProportional = false },
      { $0.openSeats = .otherRegion },
    ] {
      guard case .fixedRules(let rules) = refusal(change) else {
        Issue.record("not refused")
        continue
      }
      #expect(rules.count == 1)
    }
    var rulebook = SmallCycle.rulebook
    rulebook.reviewersPerReview = 2
    rulebook.maximumLoad = 5
    try small.drawer.amend(Amendment(rulebook: rulebook), nil, acceptsWaivers: false)
    // Two seats in the year not begun; those of the years begun stay, also when they are redrawn.
    try small.drawer.redraw(small.states(1)[0], .plain("r"), acceptsWaivers: false)
    try small.drawer.draw(year: 3, .plain("year 3"))
    for year in 1...3 {
      for state in small.cycle.states(year: year) {
        #expect(small.cycle.reviews[state].reviewers.count == (year == 3 ? 2 : 1))
      }
    }
    #expect(try small.replays())
  }

  /// The States of a year that the cycle has no more get another.
  @Test func `that shortens the cycle gives the States of the years that fall away another`() throws
  {
    let small = try SmallCycle(years: 1)
    let moved = small.states(3)
    var rulebook = SmallCycle.rulebook
    rulebook.years = 2
    try small.drawer.amend(Amendment(rulebook: rulebook), .plain("am"), acceptsWaivers: false)
    for state in moved { #expect(small.cycle.year(of: state) == 2) }
    try small.drawer.draw(year: 2, .plain("year 2"))
    #expect(small.cycle.isComplete)
    #expect(try small.replays())
  }

  @Test func `of conflicts holds for what is not drawn yet, and shows who must go`() throws {
    let small = try SmallCycle(years: 1)
    let state = small.states(1)[0]
    let reviewer = try #require(small.reviewer(of: state))
    let others = small.states(2)
    let conflicts =
      [Conflict(underReview: state, reviewer: reviewer)]
      + others.flatMap { other in
        ["A", "B", "C"].filter { $0 != other }.map { Conflict(underReview: other, reviewer: $0) }
      }
    try small.drawer.amend(Amendment(conflicts: conflicts), nil, acceptsWaivers: false)
    try small.drawer.draw(year: 2, .plain("year 2"))
    for other in others { #expect(["D", "E", "F"].contains(small.reviewer(of: other))) }
    #expect(small.cycle.mismatches().map(\.underReview) == [state])
    try small.drawer.redraw(state, only: reviewer, .plain("r"), acceptsWaivers: false)
    #expect(small.cycle.mismatches().isEmpty)
    #expect(small.cycle.reviews[small.cycle.roster.index(of: state)!].requests == 0)
    #expect(try small.replays())
  }
}
