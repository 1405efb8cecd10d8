import Drawing
import Members
import Rules
import Testing
import TestingTools

@Suite struct `A selection from alphabetical lists` {
  static func rulebook(_ years: Int, isProportional: Bool = true) -> Rulebook {
    var rulebook = SmallCycle.rulebook
    rulebook.years = years
    rulebook.selectionMethod = .alphabetical
    rulebook.isSelectionProportional = isProportional
    return rulebook
  }

  /// Two groups whose names are in another order than their codes; two States share a name.
  static let membership = Membership([
    State(code: "A", name: "Zed", region: "G"), State(code: "B", name: "Émile", region: "G"),
    State(code: "C", name: "Eve", region: "G"), State(code: "D", name: "Eve", region: "G"),
    State(code: "E", region: "G"), State(code: "F", name: "Ann", region: "H"),
    State(code: "H", name: "Abe", region: "H"),
  ])

  static func lots(_ events: [Event]) -> [DrawnLot] {
    events.compactMap { if case .lot(let lot) = $0 { lot } else { nil } }
  }

  @Test func `draws the extra places, then where each list begins, and deals the lists out`()
    throws
  {
    var seen: Set<Label> = []
    for number in 0..<40 {
      let small = try SmallCycle(
        number, years: 0, membership: Self.membership, rulebook: Self.rulebook(3))
      let lots = Self.lots(small.events)
      // 5 = 3 + 2 extra places, 2 = two extra places, one first State for each group.
      #expect(lots.count == 6)
      #expect(lots[4].purpose == .first(region: "G"))
      #expect(lots[4].bowl == ["A", "B", "C", "D", "E"])
      #expect(lots[5].purpose == .first(region: "H"))
      #expect(lots[5].bowl == ["F", "H"])
      // Bytes decide: no name before Eve, Eve before Zed, Zed before Émile.
      let list: [Label] = ["E", "C", "D", "A", "B"]
      let start = try #require(list.firstIndex(of: lots[4].drawn))
      let dealt = (1...3).flatMap { year in
        small.states(year).filter { list.contains($0) }.sorted {
          (list.firstIndex(of: $0)! + 5 - start) % 5 < (list.firstIndex(of: $1)! + 5 - start) % 5
        }
      }
      #expect(dealt == Array(list[start...] + list[..<start]))
      for year in 1...3 {
        let more = lots[..<2].contains { $0.drawn == Label("\(year)") } ? 1 : 0
        #expect(small.states(year).count { list.contains($0) } == 1 + more)
      }
      seen.insert(lots[4].drawn)
      #expect(try small.replays())
    }
    #expect(seen.count == 5, "any State of a group can be the first of its list")
  }

  @Test func `has one list where groups do not matter`() throws {
    let small = try SmallCycle(
      years: 2, membership: Self.membership, rulebook: Self.rulebook(2, isProportional: false))
    let lots = Self.lots(small.events)
    #expect(lots[0].purpose == .extraPlace(region: ""))
    #expect(lots[1].purpose == .first(region: ""))
    #expect(lots[1].bowl.count == 7)
    #expect(try small.replays())
  }

  @Test func `keeps the proportions of para. 14 over the selected years`() throws {
    var random = SplitMix(12)
    for number in 0..<300 {
      let years = 1 + random.below(6)
      var rulebook = Self.rulebook(years)
      if years > 1 && random.chance(50) { rulebook.unselectedYears = 1 }
      let states = (0..<(1 + random.below(30))).map { place in
        State(
          code: Label("S\(place)"), name: random.pick(["", "a", "b", "ß", "Z"]),
          region: random.pick(["", "G", "H"]))
      }
      let membership = Membership(states)
      let drawer = try Drawer.open(
        membership, rulebook: rulebook, conflicts: [], software: "tests", acceptsWaivers: true,
        record: { _ in })
      try drawer.select(.plain(Label("seed \(number)")))
      let cycle = drawer.cycle
      let draw = FinishedDraw(
        membership: membership, rulebook: rulebook, assignment: cycle.assignment)
      #expect(cycle.reviews.allSatisfy { (1...rulebook.selectedYears).contains($0.year) })
      #expect(ProportionateYears(rulebook).breaches(in: draw).isEmpty)
    }
  }
}

@Suite struct `Years that the membership gives` {
  static let rulebook: Rulebook = {
    var rulebook = SmallCycle.rulebook
    rulebook.selectionMethod = .given
    return rulebook
  }()

  static func state(_ code: Label, _ year: Int?) -> State {
    State(code: code, region: "G", isReviewed: year != nil, year: year)
  }

  static let membership = Membership([
    state("A", 1), state("B", 1), state("C", 1), state("D", 3), state("E", 3), state("F", nil),
  ])

  static func cycle(years: Int) throws -> SmallCycle {
    try SmallCycle(years: years, membership: membership, rulebook: rulebook)
  }

  @Test func `are known without a draw, in any proportion`() throws {
    let small = try Self.cycle(years: 0)
    #expect(small.cycle.isSelected)
    #expect([1, 2, 3].map(small.states) == [["A", "B", "C"], [], ["D", "E"]])
    guard case .yearsGiven = small.refusal({ try $0.select(.plain("s")) }) else {
      Issue.record("a selection of given years")
      return
    }
    let announced = Announced(draw: .selection, method: .bowls, source: "a lottery")
    guard
      case .announcing(.cannotCome(.selection, .yearsGiven, let others)) =
        small.refusal({ try $0.announce(announced) })
    else {
      Issue.record("a selection of given years is announced")
      return
    }
    #expect(others.first == .year(1))
    for year in 1...3 { try small.drawer.draw(year: year, .plain(Label("year \(year)"))) }
    #expect(small.cycle.isComplete)
    #expect(try small.replays())
  }

  @Test func `are asked for each State to be reviewed, and none beyond the cycle`() {
    for year in [nil, 4] {
      let states =
        Self.membership.states + [
          State(code: "X", region: "G", year: year), State(code: "Y", region: "G", year: year),
        ]
      do {
        _ = try SmallCycle(years: 0, membership: Membership(states), rulebook: Self.rulebook)
        Issue.record("opened")
      } catch DrawingFailure.withoutYear(let states, years: 3) {
        #expect(states == ["X", "Y"])
      } catch { Issue.record("\(error)") }
    }
  }

  @Test func `of a new table hold for States that joined, and for those it moves`() throws {
    let small = try Self.cycle(years: 1)
    var states = Self.membership.states
    states[3] = Self.state("D", 2)
    states[0] = Self.state("A", 2)
    states.append(Self.state("J", 3))
    let amendment = Amendment(membership: Membership(states))
    try small.drawer.amend(amendment, nil, acceptsWaivers: false)
    // The year of A has begun; it stays.
    #expect([1, 2, 3].map(small.states) == [["A", "B", "C"], ["D"], ["E", "J"]])
    #expect(try small.replays())
  }

  @Test func `of a new table do not undo a deferral`() throws {
    let small = try Self.cycle(years: 0)
    try small.drawer.deferReview(
      of: "A", reason: "elections", replaces: false, nil, acceptsWaivers: false)
    let states = Self.membership.states + [Self.state("J", 3)]
    try small.drawer.amend(
      Amendment(membership: Membership(states)), nil, acceptsWaivers: false)
    #expect(small.cycle.year(of: "A") == 2)
    #expect(try small.replays())
  }

  @Test func `of a new table must still be to come`() throws {
    let small = try Self.cycle(years: 1)
    let states = Self.membership.states + [Self.state("J", 1), Self.state("K", 4)]
    let amendment = Amendment(membership: Membership(states))
    guard
      case .amending(.pastYears(let wrong, left: 2...3)) =
        small.refusal({ try $0.amend(amendment, nil, acceptsWaivers: false) })
    else {
      Issue.record("a year that has begun was given")
      return
    }
    #expect(wrong == ["J", "K"])
  }

  @Test func `bound the reviews of one year from the opening on`() throws {
    var rulebook = Self.rulebook
    (rulebook.maximumPerYear, rulebook.waivers) = (1, [])
    // Two reviewers cannot serve the three States of year 1 with one review each.
    let states = Self.membership.states.map { state in
      State(
        code: state.code, region: "G", isReviewed: state.isReviewed,
        isReviewer: state.code == "D" || state.code == "F", year: state.year)
    }
    #expect(throws: DrawingFailure.self) {
      try SmallCycle(years: 0, membership: Membership(states), rulebook: rulebook)
    }
    rulebook.maximumPerYear = 2
    let small = try SmallCycle(years: 3, membership: Membership(states), rulebook: rulebook)
    #expect(try small.replays())
  }
}
