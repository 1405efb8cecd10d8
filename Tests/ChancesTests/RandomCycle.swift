import Members
import Pairing
import Rules
import TestingTools

/// A random tiny problem: a membership and a rulebook of every kind, perhaps with some seats drawn
/// already, some given up, and pairs that may not be drawn any more.
struct RandomCycle {
  private(set) var problem: PairingProblem

  init(_ number: Int, sizes: ClosedRange<Int>, hasHistory: Bool) {
    var random = SplitMix(UInt64(number) &* 0x5851_F42D_4C95_7F2D &+ 77)
    let states = Self.states(sizes.lowerBound + random.below(sizes.count), &random)
    var conflicts: Set<Conflict> = []
    for _ in 0..<random.pick([0, 0, 2, 4]) {
      conflicts.insert(
        Conflict(underReview: random.pick(states).code, reviewer: random.pick(states).code))
    }
    problem = PairingProblem(
      membership: Membership(states).withRandomNumbers(number), rulebook: Self.rulebook(&random),
      conflicts: conflicts.sorted())
    guard hasHistory else { return }
    for _ in 0..<random.pick([0, 1, 2]) { drawSomething(&random) }
    for _ in 0..<random.pick([0, 1, 3]) {
      problem.excluded.insert(
        PairingProblem.Pair(
          underReview: random.below(states.count), reviewer: random.below(states.count)))
    }
  }

  private static func states(_ count: Int, _ random: inout SplitMix) -> [State] {
    let regions: [Label] = Array(["A", "B"].prefix(1 + random.below(2)))
    let codes: [Label] = Array(["P", "Q"].prefix(random.below(3)))
    let (party, reviewed) = (random.pick([40, 70, 90]), random.pick([50, 70, 95]))
    // In some memberships many States are alike, so that symmetry counts.
    let areAlike = random.chance(40)
    let like = (0..<2).map { _ in state("", regions, codes, party, reviewed, &random) }
    return (0..<count).map { index in
      let code = Label("S\(index)")
      let model =
        areAlike ? random.pick(like) : state(code, regions, codes, party, reviewed, &random)
      return State(
        code: code, region: model.region, protocols: model.protocols,
        legalSystems: model.legalSystems, isReviewed: model.isReviewed,
        isReviewer: model.isReviewer)
    }
  }

  private static func state(
    _ code: Label, _ regions: [Label], _ protocols: [Label], _ party: Int, _ reviewed: Int,
    _ random: inout SplitMix
  ) -> State {
    State(
      code: code, region: random.chance(12) ? "" : random.pick(regions),
      protocols: protocols.filter { _ in random.chance(party) },
      legalSystems: ["civil", "common"].filter { _ in random.chance(50) },
      isReviewed: random.chance(reviewed), isReviewer: random.chance(90))
  }

  private static func rulebook(_ random: inout SplitMix) -> Rulebook {
    var rulebook = Rulebook()
    rulebook.reviewersPerReview = random.pick([1, 2, 2, 2, 3])
    rulebook.regionalSeats = random.chance(75) ? 1 : 0
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

  /// Draws a random lawful reviewer for a random State, or gives a seat up, best or not.
  private mutating func drawSomething(_ random: inout SplitMix) {
    let waiting = problem.reviews.indices.filter {
      problem.reviews[$0].regionalSeats + problem.reviews[$0].openSeats > 0
    }
    guard !waiting.isEmpty else { return }
    let state = random.pick(waiting)
    let seat: Seat = problem.reviews[state].regionalSeats > 0 ? .regional : .open
    let plans = Completions(problem)
    let candidates = problem.membership.states.indices.filter {
      plans.mayTake(seat, $0, underReview: state)
    }
    let canWaive = problem.rulebook.canWaive
    if !candidates.isEmpty && random.chance(85) {
      problem.place(random.pick(candidates), underReview: state, in: seat)
    } else if seat == .open && canWaive(.seat) {
      problem.leaveSeatEmpty(of: state)
    } else if seat == .regional && canWaive(.sameRegion)
      && (canWaive(.legalSystem) || !problem.countsLegalSystem(of: state))
    {
      problem.giveUpRegionalSeat(of: state)
    }
  }
}
