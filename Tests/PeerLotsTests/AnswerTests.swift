import PeerLots
import Testing

/// What is asked of the library before anything is drawn.
@Suite struct `The answers of the library` {
  /// Four States, each reviewed by one of the other three in one year.
  static func four() throws -> (Membership, Rulebook) {
    var rulebook = Rulebook()
    rulebook.name = "four"
    rulebook.years = 1
    rulebook.seats = [SeatKind("open", group: .any)]
    rulebook.maximum = 1
    let states = ["A", "B", "C", "D"].map { State($0) }
    return (try Membership(states), rulebook)
  }

  @Test func `say why the rules cannot be kept, and what would help`() throws {
    let membership = try Membership(
      contentsOf: `The library`.instance("infeasible/04-alone-in-its-group.csv"))
    let check = try Check(membership)
    #expect(!check.isKept)
    #expect(try #require(check.best)[.sameRegion] == 1)
    #expect(check.reasons.count == 1 && !check.remedies.isEmpty)
    do {
      _ = try Cycle(opening: membership)
      Issue.record("a cycle is opened that needs waivers")
    } catch {
      guard case .needsWaivers(let waivers) = error else { throw error }
      #expect(waivers == check.best)
    }
    #expect(try Cycle(opening: membership, acceptingWaivers: true).best == check.best)
  }

  @Test func `say that rules are kept without a reason to look for`() throws {
    let (membership, rulebook) = try Self.four()
    let check = try Check(membership, rulebook: rulebook)
    #expect(check.isKept && check.reasons.isEmpty && check.remedies.isEmpty)
  }

  @Test func `count odds that add up, and estimate them within their intervals`() throws {
    let (membership, rulebook) = try Self.four()
    let counted = try Odds(of: membership, rulebook: rulebook, .counting)
    let sampled = try Odds(
      of: membership, rulebook: rulebook, .sampling(2_000, seed: "odds"))
    let even = try Odds(of: membership, rulebook: rulebook, by: .uniform, .counting)
    for state in membership.states {
      var sum = 0.0
      for reviewer in membership.states {
        let chance = try #require(counted.chance(that: reviewer.code, reviews: state.code))
        let estimate = try #require(sampled.chance(that: reviewer.code, reviews: state.code))
        #expect(chance.low == chance.value && chance.value == chance.high)
        // Three standard errors of 2,000 draws are at most 0.034.
        #expect(abs(chance.value - estimate.value) < 0.034)
        #expect(estimate.low <= estimate.value && estimate.value <= estimate.high)
        let other = try #require(even.chance(that: reviewer.code, reviews: state.code))
        #expect(abs(other.value - (reviewer == state ? 0 : 1.0 / 3)) < 1e-9)
        sum += chance.value
      }
      #expect(abs(sum - 1) < 1e-9)
    }
    #expect(counted.chance(that: "A", reviews: "X") == nil)
  }

  @Test func `know reviewers that are drawn as certain`() throws {
    let (membership, rulebook) = try Self.four()
    var cycle = try Cycle(opening: membership, rulebook: rulebook)
    try cycle.perform(.select, seed: "a")
    let odds = try Odds(of: cycle, year: 1, .counting)
    #expect(odds.statesUnderReview == ["A", "B", "C", "D"])
    try cycle.perform(.draw(year: 1), seed: "b")
    #expect(throws: PeerLotsFailure.self) { try Odds(of: cycle, .counting) }
  }

  @Test func `keep to conflicts and exclusions`() throws {
    let (membership, rulebook) = try Self.four()
    let conflicts = Conflicts([.init(underReview: "A", reviewer: "B")])
    for seed in 0..<20 {
      let cycle = try Cycle.rehearse(
        membership, rulebook: rulebook, conflicts: conflicts, seed: "s\(seed)")
      #expect(try #require(cycle.review(of: "A")).reviewers.map(\.code) != ["B"])
    }
  }

  @Test func `name every fault of a table by its line`() throws {
    do {
      _ = try Membership(csv: "state,status\nA,party\nA,member\n")
      Issue.record("a wrong table is taken")
    } catch {
      guard case .data(let faults) = error else { throw error }
      #expect(faults.compactMap(\.line) == [3, 3])
      #expect(faults.allSatisfy { $0.file == "membership" })
    }
  }

  @Test func `take States as values, and refuse what no table could hold`() throws {
    let states = [
      State("B", name: "Bee, \"the\" second", region: "R", protocols: ["P2", "P1"], seats: 1),
      State("A", isReviewer: false, minimum: 0, maximum: 0),
    ]
    let membership = try Membership(states)
    #expect(membership.states.map(\.code) == ["A", "B"])
    #expect(membership["B"]?.name == "Bee, \"the\" second")
    #expect(membership["B"]?.protocols == ["P1", "P2"])
    #expect(membership["A"]?.maximum == 0 && membership["C"] == nil)
    for wrong in [State("A"), State("no blank"), State("C", seats: 9), State("D", region: "\u{7}")]
    {
      #expect(throws: PeerLotsFailure.self) { try Membership(states + [wrong]) }
    }
  }

  @Test func `refuse a rulebook whose values do not fit, when it is used`() throws {
    var (membership, rulebook) = try Self.four()
    rulebook.minimum = 3
    rulebook.maximum = 2
    #expect(throws: PeerLotsFailure.self) { try Check(membership, rulebook: rulebook) }
    rulebook = Rulebook()
    rulebook.seats = []
    #expect(throws: PeerLotsFailure.self) { try Cycle(opening: membership, rulebook: rulebook) }
    #expect(try Rulebook(yaml: "cycle: {years: 3}").years == 3)
  }

  @Test(arguments: Rulebook.Preset.allCases)
  func `have the rulebooks of mechanisms`(preset: Rulebook.Preset) throws {
    let rulebook = try Rulebook(preset)
    #expect(!rulebook.name.isEmpty && !rulebook.seats.isEmpty)
    var changed = rulebook
    changed.seats = rulebook.seats
    changed.waivers = rulebook.waivers
    changed.selection = rulebook.selection
    changed.protocols = rulebook.protocols
    changed.allowsMutualReviews = rulebook.allowsMutualReviews
    #expect(changed == rulebook)
  }
}
