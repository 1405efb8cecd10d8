import Members
import Pairing
import Rules

/// A random tiny problem: a membership and a rulebook of every kind, some seats drawn already, in
/// any order, some given up, and pairs that may not be drawn any more.
package struct RandomProblem {
  package private(set) var problem: PairingProblem

  /// - Parameters:
  ///   - asks: Whether groups must be distinct, years are bounded and States kept apart, often.
  ///   - supplements: Whether reviewers that lack Protocols are supplemented.
  package init(
    _ number: Int, sizes: ClosedRange<Int>, hasHistory: Bool = true, asksMore asks: Bool = false,
    supplements: Bool = false
  ) {
    var random = SplitMix(UInt64(number) &* 0x5851_F42D_4C95_7F2D &+ 77)
    let states = Self.states(sizes.lowerBound + random.below(sizes.count), &random)
    var conflicts: Set<Conflict> = []
    for _ in 0..<random.pick([0, 0, 2, 4]) {
      conflicts.insert(
        Conflict(underReview: random.pick(states).code, reviewer: random.pick(states).code))
    }
    var rulebook = Self.rulebook(&random)
    if asks { Self.askMore(&rulebook, number) }
    if supplements {
      rulebook.protocols = .supplement
      // With one seat there are few plans, although each can ask for another.
      if number % 3 > 0 && !rulebook.hasSeveralKinds { rulebook.reviewersPerReview = 1 }
    }
    let exclusions = asks ? Self.exclusions(states.map(\.code), number) : []
    problem = PairingProblem(
      membership: Membership(states).withRandomNumbers(number), rulebook: rulebook,
      conflicts: conflicts.sorted(), exclusions: exclusions)
    if asks {
      for (state, one) in problem.membership.states.enumerated() where one.isReviewed {
        problem.years[state] = random.below(rulebook.years + 1)
      }
    }
    guard hasHistory else { return }
    for _ in 0..<random.pick([0, 0, 1, 3, 6]) { drawSomething(&random) }
    for _ in 0..<random.pick([0, 0, 1, 3]) {
      problem.excluded.insert(
        PairingProblem.Pair(
          underReview: random.below(states.count), reviewer: random.below(states.count)))
    }
  }

  private static func states(_ count: Int, _ random: inout SplitMix) -> [State] {
    let regions: [Label] = Array(["A", "B"].prefix(1 + random.below(2)))
    let codes: [Label] = Array(["P", "Q"].prefix(random.below(3)))
    let (party, similar) = (random.pick([40, 70, 90]), random.pick([30, 60]))
    let kinds = (0..<2).map { kind in
      State(
        code: Label("K\(kind)"), region: random.chance(12) ? "" : random.pick(regions),
        protocols: codes.filter { _ in random.chance(party) },
        legalSystems: ["civil", "common"].filter { _ in random.chance(similar) },
        isReviewed: random.chance(92), isReviewer: random.chance(90))
    }
    // In some memberships many States are alike, so that classes hold several.
    let areAlike = random.chance(60)
    return (0..<count).map { index in
      let like = random.pick(kinds)
      return State(
        code: Label("S\(index)"), region: like.region,
        protocols: areAlike ? like.protocols : codes.filter { _ in random.chance(party) },
        legalSystems: areAlike
          ? like.legalSystems : ["civil", "common"].filter { _ in random.chance(similar) },
        isReviewed: areAlike ? like.isReviewed : random.chance(92),
        isReviewer: areAlike ? like.isReviewer : random.chance(90))
    }
  }

  private static func rulebook(_ random: inout SplitMix) -> Rulebook {
    var rulebook = Rulebook()
    rulebook.reviewersPerReview = random.pick([1, 2, 2, 2])
    rulebook.regionalSeats = random.chance(80) ? 1 : 0
    rulebook.protocols = random.chance(80) ? .all : .any
    rulebook.mutualReviews = random.chance(85) ? .forbidden : .allowed
    rulebook.openSeats = random.chance(70) ? .any : .otherRegion
    rulebook.similarLegalSystem = random.chance(80) ? .preferred : .ignored
    rulebook.minimumLoad = random.below(3)
    rulebook.maximumLoad = rulebook.minimumLoad + random.below(3)
    if random.chance(60) {
      rulebook.waivers.removeAll { _ in random.chance(25) }
      if random.chance(50) { rulebook.waivers.reverse() }
    }
    return rulebook
  }

  private static func exclusions(_ codes: [Label], _ number: Int) -> [Exclusion] {
    var random = SplitMix(UInt64(number) &* 0x9FB2_1C65_1E98_DF25)
    let count = random.pick([0, 0, 1, 2, 3])
    let pairs = (0..<count).map { _ in (random.pick(codes), random.pick(codes)) }
    return Set(pairs.filter { $0 != $1 }.map { Exclusion($0, $1) }).sorted()
  }

  private static func askMore(_ rulebook: inout Rulebook, _ number: Int) {
    var random = SplitMix(UInt64(number) &* 0xA24B_AED4_963E_E407)
    rulebook.distinctGroups = random.chance(50)
    rulebook.reviewersPerReview = max(rulebook.regionalSeats, random.pick([1, 2, 2, 3]))
    if random.chance(40) { rulebook.seats = SeatKind.some(number) }
    rulebook.years = 1 + random.below(3)
    if random.chance(50) {
      let spare = rulebook.maximumLoad - rulebook.minimumLoad
      rulebook.targetLoad = rulebook.minimumLoad + random.below(spare + 1)
    }
    if random.chance(60) { rulebook.maximumPerYear = random.pick([0, 1, 1, 1, 2]) }
  }

  /// Draws a random lawful reviewer for a random State, or gives a seat up, best or not.
  private mutating func drawSomething(_ random: inout SplitMix) {
    let completions = Completions(problem)
    let waiting = problem.reviews.indices.filter { problem.reviews[$0].isOpen }
    guard !waiting.isEmpty else { return }
    let state = random.pick(waiting)
    let order = problem.rulebook.seatsInOrder
    guard let seat = order.first(where: { problem.reviews[state].left[$0] > 0 }) else {
      return drawSupplement(of: state, &random)
    }
    let candidates = problem.membership.states.indices.filter {
      completions.mayTake(seat, $0, underReview: state)
    }
    let canWaive = problem.rulebook.canWaive
    if !candidates.isEmpty && random.chance(85) {
      problem.place(random.pick(candidates), underReview: state, in: seat)
    } else if seat != .regional && canWaive(.seat) {
      problem.leaveSeatEmpty(of: state, seat)
    } else if seat == .regional && canWaive(.sameRegion)
      && (canWaive(.legalSystem) || !problem.countsLegalSystem(of: state))
    {
      problem.giveUpRegionalSeat(of: state)
    }
  }

  /// Draws the next supplementary seat of a State, or leaves it empty.
  private mutating func drawSupplement(of state: Int, _ random: inout SplitMix) {
    let completions = Completions(problem)
    let other = problem.reviews[state].due[0]
    let candidates = problem.membership.states.indices.filter {
      completions.maySupplement(other, $0, underReview: state)
    }
    if !candidates.isEmpty && random.chance(85) {
      problem.place(random.pick(candidates), underReview: state, in: .supplementary)
    } else if problem.rulebook.canWaive(.supplement) {
      problem.leaveSeatEmpty(of: state, .supplementary)
    }
  }
}

extension PairingProblem {
  /// The rules at work that not every rulebook has.
  package var newRules: [String] {
    var rules: [String] = []
    if rulebook.hasSeveralKinds { rules.append("kinds of seats") }
    if rulebook.distinctGroups { rules.append("distinct groups") }
    if boundsYears && years.contains(where: { $0 > 0 }) { rules.append("bounded years") }
    if rulebook.targetLoad > 0 { rules.append("target") }
    if !exclusions.isEmpty { rules.append("exclusions") }
    return rules
  }
}

extension SeatKind {
  /// A random list of kinds, with up to four seats.
  package static func some(_ number: Int) -> [SeatKind] {
    var random = SplitMix(UInt64(number) &* 0xD6E8_FEB8_6659_FD93)
    var kinds = (0..<random.pick([1, 2, 2, 3])).map { place in
      SeatKind(
        name: Label("kind\(place)"), count: random.pick([0, 1, 1, 1, 2]),
        group: random.chance(50) ? .any : .other)
    }
    if random.chance(75) {
      kinds.insert(
        SeatKind(
          name: "own", count: random.pick([1, 1, 2]), group: .same,
          legalSystem: random.chance(70) ? .preferred : .ignored),
        at: random.below(kinds.count + 1))
    }
    while kinds.reduce(0, { $0 + $1.count }) > 4 {
      let place = random.below(kinds.count)
      kinds[place].count = max(0, kinds[place].count - 1)
    }
    if kinds.allSatisfy({ $0.count == 0 }) { kinds[0].count = 1 }
    return kinds
  }
}
