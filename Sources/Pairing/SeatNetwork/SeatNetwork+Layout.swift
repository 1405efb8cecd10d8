import Members
import Rules

extension SeatNetwork {
  /// Makes the nodes and arcs, in the order from the source to the sink.
  mutating func layOut(_ problem: PairingProblem) {
    let states = problem.membership.states
    let (source, sink): (Int32, Int32) = (0, 1)
    var reviewers = Array(repeating: Int32(-1), count: states.count)
    for (j, state) in states.enumerated() where state.isReviewer {
      reviewers[j] = addNode()
      let room = max(0, problem.rulebook.maximumLoad(of: state) - done[j])
      let (due, wanted) = (max(0, least[j] - done[j]), max(0, target[j] - done[j]))
      var sent = 0
      for end in [min(due, wanted), max(due, wanted), room] {
        let amount = min(end, room) - sent
        if amount <= 0 { continue }
        let cost =
          (sent < due ? -costs.minimumLoad : 0) + (sent < wanted ? -costs.targetLoad : 0)
        loadArcs[j].append(addArc(reviewers[j], sink, amount, cost: cost))
        sent += amount
      }
    }
    var ends = YearNodes(problem, reviewers)
    let eligibility = Eligibility(problem)
    for (i, review) in problem.reviews.enumerated() {
      firstPair.append(pairs.count)
      let seats = review.regionalSeats + review.openSeats
      if seats == 0 { continue }
      let supply = addNode()
      sourceArc[i] = addArc(source, supply, seats)
      emptyArc[i] = addArc(supply, sink, seats, cost: costs.seat)
      var kinds = KindNodes(i, supply, seats, problem)
      for j in states.indices where reviewers[j] >= 0 {
        let (regional, open) = (eligibility.regional[i, j], eligibility.open[i, j])
        if !regional && !open { continue }
        let group = states[j].region
        var pair = Pair(
          state: Int32(truncatingIfNeeded: i), reviewer: Int32(truncatingIfNeeded: j))
        let end = ends.node(i, j, &self)
        let isSplit = regional && open
        let middle = isSplit ? addNode() : end
        let whole = isSplit ? -1 : pairs.count
        if regional {
          pair.regional = addArc(
            kinds.regional(group, &self), middle, 1,
            cost: eligibility.similar[i, j] ? -costs.legalSystem : 0, pair: whole)
        }
        if open { pair.open = addArc(kinds.open(group, &self), middle, 1, pair: whole) }
        pair.whole =
          isSplit ? addArc(middle, end, 1, pair: pairs.count) : max(pair.regional, pair.open)
        pairs.append(pair)
      }
      regionalArc[i] = kinds.regionalArc
    }
    firstPair.append(pairs.count)
  }

  /// Notes which pairs may not be drawn beside each other.
  mutating func listRivals(_ problem: PairingProblem) {
    rivals = Array(repeating: [], count: pairs.count)
    for exclusion in problem.exclusions {
      guard let one = problem.membership.index(of: exclusion.reviewer),
        let other = problem.membership.index(of: exclusion.other)
      else { continue }
      for state in problem.reviews.indices {
        if let first = place(one, underReview: state), let second = place(other, underReview: state)
        {
          rivals[first].append(Int32(truncatingIfNeeded: second))
          rivals[second].append(Int32(truncatingIfNeeded: first))
        }
      }
    }
    guard problem.rulebook.mutualReviews == .forbidden else { return }
    for (number, pair) in pairs.enumerated() {
      if let other = place(Int(pair.state), underReview: Int(pair.reviewer)) {
        rivals[number].append(Int32(truncatingIfNeeded: other))
      }
    }
  }
}

/// The nodes of the kinds of seats of one State, made when they are asked for.
private struct KindNodes {
  private let supply: Int32
  private let seats: Int
  private let regionalSeats: Int
  private let taken: Set<RegionalGroup>?
  private var groups: [RegionalGroup: Int32] = [:]
  private var opens: [RegionalGroup: Int32] = [:]
  private var regionalNode: Int32 = -1
  private(set) var regionalArc: Int32 = -1

  init(_ state: Int, _ supply: Int32, _ seats: Int, _ problem: PairingProblem) {
    (self.supply, self.seats) = (supply, seats)
    regionalSeats = problem.reviews[state].regionalSeats
    taken = problem.rulebook.distinctGroups ? problem.groupsDrawn(of: state) : nil
  }

  /// Where the seats for reviewers of a group come from: that of the group has room for one.
  private mutating func from(_ group: RegionalGroup, _ network: inout SeatNetwork) -> Int32 {
    guard let taken, !group.isEmpty else { return supply }
    if let known = groups[group] { return known }
    let node = network.addNode()
    network.addArc(supply, node, taken.contains(group) ? 0 : 1)
    groups[group] = node
    return node
  }

  mutating func regional(_ group: RegionalGroup, _ network: inout SeatNetwork) -> Int32 {
    if regionalNode >= 0 { return regionalNode }
    let start = from(group, &network)
    regionalNode = network.addNode()
    regionalArc = network.addArc(
      start, regionalNode, regionalSeats, cost: -network.costs.sameRegion)
    return regionalNode
  }

  mutating func open(_ group: RegionalGroup, _ network: inout SeatNetwork) -> Int32 {
    let start = from(group, &network)
    let key = start == supply ? "" : group
    if let known = opens[key] { return known }
    let node = network.addNode()
    network.addArc(start, node, seats)
    opens[key] = node
    return node
  }
}

/// The nodes at which pairs end: a reviewer, or the reviewer in one year.
private struct YearNodes {
  private struct Key: Hashable {
    let reviewer: Int
    let year: Int
  }

  private let reviewers: [Int32]
  private let years: [Int]
  private let perYear: Int
  private let drawn: [Key: Int]
  private let isBound: Bool
  private var nodes: [Key: Int32] = [:]

  init(_ problem: PairingProblem, _ reviewers: [Int32]) {
    self.reviewers = reviewers
    (years, isBound) = (problem.years, problem.boundsYears)
    perYear = problem.rulebook.maximumPerYear
    var drawn: [Key: Int] = [:]
    for (state, review) in problem.reviews.enumerated() {
      for reviewer in review.reviewers {
        drawn[Key(reviewer: reviewer, year: problem.years[state]), default: 0] += 1
      }
    }
    self.drawn = drawn
  }

  /// Where the review of a State by a reviewer ends; what is under review in no year known yet is
  /// not bound.
  mutating func node(_ state: Int, _ reviewer: Int, _ network: inout SeatNetwork) -> Int32 {
    let year = years[state]
    guard isBound && year > 0 else { return reviewers[reviewer] }
    let key = Key(reviewer: reviewer, year: year)
    if let known = nodes[key] { return known }
    let node = network.addNode()
    network.addArc(node, reviewers[reviewer], max(0, perYear - drawn[key, default: 0]))
    nodes[key] = node
    return node
  }
}
