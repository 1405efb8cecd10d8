import Dispatch
import Drawing
import Foundation
import Lots
import Members
import Pairing
import Rules
import StressTesting
import Synchronization
import Testing
import TestingTools

/// A cycle drawn twice, once State by State and once over kinds of States.
struct TwiceDrawn {
  var lots = 0
  var byKinds = 0
  var bySingles = 0
  var usedKinds = false
  var difference: String?

  init(
    _ membership: Membership, _ rulebook: Rulebook, _ conflicts: [Conflict], seed: String,
    _ kindOptions: ClassLookahead.Options
  ) {
    var options = Lookahead.Options()
    options.kinds = .states
    let plain = Self.events(membership, rulebook, conflicts, seed, options)
    options.kinds = .kinds
    options.kindOptions = kindOptions
    let kinds = Self.events(membership, rulebook, conflicts, seed, options)
    lots = kinds.events.count
    usedKinds = kinds.lots != nil
    (byKinds, bySingles) = kinds.lots ?? (0, 0)
    if let place = zip(plain.events, kinds.events).enumerated().first(where: { $1.0 != $1.1 })?
      .offset
    {
      difference = "event \(place): \(plain.events[place]) and \(kinds.events[place])"
    } else if plain.events.count != kinds.events.count || plain.end != kinds.end {
      difference =
        "\(plain.events.count) events, \(plain.end), and \(kinds.events.count), \(kinds.end)"
    }
  }

  private static func events(
    _ membership: Membership, _ rulebook: Rulebook, _ conflicts: [Conflict], _ seed: String,
    _ options: Lookahead.Options
  ) -> (events: [Event], end: String, lots: (Int, Int)?) {
    var events: [Event] = []
    var drawer: Drawer?
    do {
      let opened = try Drawer.open(
        membership, rulebook: rulebook, conflicts: conflicts, software: "tests",
        acceptsWaivers: true, options: options
      ) { events.append($0) }
      drawer = opened
      try opened.select(.plain(Label("\(seed)/selection")))
      for year in 1...rulebook.years {
        try opened.draw(year: year, .plain(Label("\(seed)/year \(year)")))
      }
      return (events, "complete", drawnLots(opened))
    } catch {
      return (events, "\(error)", drawer.flatMap(drawnLots))
    }
  }
}

/// Bowls by kinds alone and with single States; nil where kinds decided none.
private func drawnLots(_ drawer: Drawer) -> (Int, Int)? {
  let tally = drawer.tally
  return tally.byKinds + tally.bySingles > 0 ? (tally.byKinds, tally.bySingles) : nil
}

/// A random membership of a few kinds of States, of which some are rare.
struct FewKinds {
  let membership: Membership
  let rulebook: Rulebook
  let conflicts: [Conflict]

  init(_ number: Int, sizes: ClosedRange<Int>, maximum: ClosedRange<Int>) {
    var random = SplitMix(UInt64(number) &* 0x9E37_79B9_7F4A_7C15 &+ 5)
    let count = sizes.lowerBound + random.below(sizes.count)
    let regions: [Label] = Array(["A", "B", "C"].prefix(1 + random.below(3)))
    let codes: [Label] = Array(["P", "Q"].prefix(random.below(3)))
    let systems: [Label] = ["civil", "common"]
    let isParty = random.pick([50, 80, 95])
    var kinds: [State] = []
    for _ in 0..<(1 + random.below(5)) {
      kinds.append(
        State(
          code: "K", region: random.chance(10) ? "" : random.pick(regions),
          protocols: codes.filter { _ in random.chance(isParty) },
          legalSystems: systems.filter { _ in random.chance(60) },
          isReviewed: true, isReviewer: random.chance(95)))
    }
    let rare = random.pick([0, 0, 3, 10])
    var states: [State] = []
    for index in 0..<count {
      let kind =
        random.chance(rare) ? random.pick(kinds) : kinds[0 + random.below(1 + kinds.count / 2)]
      let digits = String(1_000 + index)
      states.append(
        State(
          code: Label("S\(digits)"), region: kind.region, protocols: kind.protocols,
          legalSystems: kind.legalSystems, isReviewed: random.chance(96),
          isReviewer: kind.isReviewer && random.chance(97)))
    }
    if !states.contains(where: \.isReviewed) { states[0] = State(code: "S1000") }
    var own = SplitMix(UInt64(number) &+ 41)
    if own.chance(25) {
      // Numbers of their own go by group, so that kinds stay few.
      let numbers = Dictionary(
        uniqueKeysWithValues: ([""] + regions).map { ($0, OwnNumbers.random(&own)) })
      states = states.map { $0.with(numbers[$0.region] ?? OwnNumbers()) }
    }
    membership = Membership(states)
    var rulebook = Rulebook()
    rulebook.years = random.pick([1, 2, 3, 5])
    rulebook.reviewersPerReview = random.pick([1, 1, 2, 2, 3])
    rulebook.regionalSeats = random.chance(75) ? 1 : 0
    rulebook.protocols = random.chance(80) ? .all : .any
    rulebook.mutualReviews = random.chance(70) ? .forbidden : .allowed
    rulebook.openSeats = random.chance(70) ? .any : .otherRegion
    rulebook.similarLegalSystem = random.chance(75) ? .preferred : .ignored
    rulebook.maximumLoad = maximum.lowerBound + random.below(maximum.count)
    rulebook.minimumLoad = min(rulebook.maximumLoad, random.pick([0, 1, 1, 1, 2]))
    if random.chance(30) {
      rulebook.waivers = [.minimumLoad, .seat, .legalSystem, .sameRegion]
    }
    self.rulebook = rulebook
    var conflicts: Set<Conflict> = []
    if random.chance(25) {
      for _ in 0..<(1 + random.below(4)) {
        conflicts.insert(
          Conflict(underReview: random.pick(states).code, reviewer: random.pick(states).code))
      }
    }
    self.conflicts = conflicts.sorted()
  }
}

/// The bowls of every lot, member by member, are those of the search over single States, whose own
/// judge is brute force.
@Suite(.serialized) struct `Drawing over kinds of States` {
  static let cases =
    ProcessInfo.processInfo.environment["PEERLOTS_KIND_CASES"].flatMap(Int.init) ?? 1_000

  struct Sum {
    var differences: [String] = []
    var (lots, byKinds, bySingles, drawnByKinds) = (0, 0, 0, 0)
  }

  static func over(_ cases: Range<Int>, _ draw: @Sendable (Int) -> TwiceDrawn) -> Sum {
    let sum = Mutex(Sum())
    DispatchQueue.concurrentPerform(iterations: cases.count) { place in
      let number = cases.lowerBound + place
      let drawn = draw(number)
      sum.withLock { sum in
        if let difference = drawn.difference { sum.differences.append("\(number): \(difference)") }
        sum.lots += drawn.lots
        sum.byKinds += drawn.byKinds
        sum.bySingles += drawn.bySingles
        sum.drawnByKinds += drawn.usedKinds ? 1 : 0
      }
    }
    return sum.withLock { $0 }
  }

  @Test func `gives the bowls of single States on tiny memberships`() {
    let sum = Self.over(0..<Self.cases) { number in
      let random = RandomCase(number, sizes: 4...12)
      return TwiceDrawn(
        random.membership, random.rulebook, random.conflicts, seed: "\(number)",
        ClassLookahead.Options())
    }
    #expect(sum.differences.isEmpty, "\(sum.differences.count): \(sum.differences.prefix(2))")
    #expect(sum.bySingles > Self.cases && sum.byKinds > Self.cases / 10)
    print(
      "tiny: \(sum.lots) events, \(sum.byKinds) by kinds,",
      "\(sum.bySingles) by single States, \(sum.drawnByKinds) cycles")
  }

  @Test func `gives the bowls of single States where a few kinds are common and others rare`() {
    let sum = Self.over(0..<Self.cases / 5) { number in
      let few = FewKinds(number, sizes: 12...120, maximum: 1...3)
      return TwiceDrawn(
        few.membership, few.rulebook, few.conflicts, seed: "\(number)", ClassLookahead.Options())
    }
    #expect(sum.differences.isEmpty, "\(sum.differences.count): \(sum.differences.prefix(2))")
    #expect(sum.byKinds > Self.cases && sum.bySingles > Self.cases)
    print(
      "few kinds: \(sum.lots) events, \(sum.byKinds) by kinds,",
      "\(sum.bySingles) by single States, \(sum.drawnByKinds) cycles")
  }

  /// Where more would have to be told apart than there is memory for, single States take over.
  @Test func `gives the bowls of single States where few may be told apart`() {
    let sum = Self.over(0..<Self.cases / 5) { number in
      var options = ClassLookahead.Options()
      options.singleLimit = 8
      let few = FewKinds(number + 90_000, sizes: 12...120, maximum: 1...3)
      return TwiceDrawn(few.membership, few.rulebook, few.conflicts, seed: "\(number)", options)
    }
    #expect(sum.differences.isEmpty, "\(sum.differences.count): \(sum.differences.prefix(2))")
    #expect(sum.byKinds > Self.cases && sum.drawnByKinds < Self.cases / 5)
    print("few told apart: \(sum.lots) events, \(sum.byKinds) by kinds, \(sum.drawnByKinds) cycles")
  }

  @Test func `gives the bowls of single States where most kinds are large`() {
    let sum = Self.over(0..<Self.cases / 20) { number in
      let few = FewKinds(number + 50_000, sizes: 200...600, maximum: 2...4)
      return TwiceDrawn(
        few.membership, few.rulebook, few.conflicts, seed: "\(number)", ClassLookahead.Options())
    }
    #expect(sum.differences.isEmpty, "\(sum.differences.count): \(sum.differences.prefix(2))")
    #expect(sum.byKinds > 5 * Self.cases, "\(sum.byKinds)")
    print(
      "large kinds: \(sum.lots) events, \(sum.byKinds) by kinds, \(sum.bySingles) by single States,",
      "\(sum.drawnByKinds) cycles")
  }

  @Test(arguments: [(250, 0), (400, 1), (700, 2), (1_000, 0), (3_000, 0)])
  func `gives the bowls of single States on generated memberships`(size: Int, variant: Int) throws {
    let membership = try SyntheticMembership(stateCount: size, seed: Seed("law \(variant)")).make()
    var rulebook = Rulebook()
    if variant == 1 { rulebook.similarLegalSystem = .ignored }
    if variant == 2 {
      rulebook.protocols = .any
      rulebook.mutualReviews = .allowed
      rulebook.maximumLoad = 2
      rulebook.regionalSeats = 0
    }
    let drawn = TwiceDrawn(membership, rulebook, [], seed: "\(size)", .init())
    #expect(drawn.difference == nil)
    print("generated, \(size): \(drawn.byKinds) by kinds, \(drawn.bySingles) by single States")
  }
}
