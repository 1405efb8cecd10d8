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
      addLoads(of: j, reviewers[j], atMost: problem.rulebook.maximumLoad(of: state))
    }
    var ends = YearNodes(problem, reviewers)
    let eligibility = Eligibility(problem)
    let seats =
      problem.rulebook.hasSeveralKinds
      ? problem.rulebook.seatsInOrder : [.regional, .open]
    for (i, review) in problem.reviews.enumerated() {
      firstPair.append(pairs.count)
      if !review.isOpen { continue }
      let supply = addNode()
      sourceArc[i] = addArc(source, supply, review.seatsLeft)
      emptyArc[i] = addArc(supply, sink, review.seatsLeft, cost: costs.seat)
      let supplements = addSupplements(of: i, review, eligibility, seats)
      var kinds = KindNodes(i, supply, problem)
      for j in states.indices where reviewers[j] >= 0 {
        let may = seats.filter { eligibility.permits(j, toReview: i, in: $0) }
        let covered =
          eligibility.permits(j, toReview: i, in: .supplementary)
          ? supplements.filter { lacks.covers(j, i, $0.lack) } : []
        if may.isEmpty && covered.isEmpty { continue }
        let end = ends.node(i, j, &self)
        let isSplit = may.count + covered.count > 1
        let middle = isSplit ? addNode() : end
        if isSplit { pairNodes += 1 }
        let whole = isSplit ? -1 : pairs.count
        let lack = lacks.of(j, underReview: i)
        var last: Int32 = -1
        seatArcs += Array(repeating: -1, count: slots)
        isSimilar.append(eligibility.similar[i, j])
        for seat in may {
          let isSimilar = seat == .regional && eligibility.similar[i, j]
          last = addArc(
            kinds.node(seat, states[j].region, lack, &self), middle, 1,
            cost: isSimilar ? -costs.legalSystem : 0, pair: whole)
          seatArcs[pairs.count * slots + slot(seat)] = last
        }
        for supplement in covered {
          last = addArc(supplement.node, middle, 1, pair: whole)
          seatArcs[pairs.count * slots + kindSlots + supplement.lack - 1] = last
        }
        if isSplit { last = addArc(middle, end, 1, pair: pairs.count) }
        pairs.append(
          Pair(
            state: Int32(truncatingIfNeeded: i), reviewer: Int32(truncatingIfNeeded: j),
            whole: last))
      }
    }
    firstPair.append(pairs.count)
  }

  /// Makes the arcs of a reviewer to the sink.
  private mutating func addLoads(of j: Int, _ reviewer: Int32, atMost most: Int) {
    let room = max(0, most - done[j])
    let (due, wanted) = (max(0, least[j] - done[j]), max(0, target[j] - done[j]))
    var sent = 0
    for end in [min(due, wanted), max(due, wanted), room] {
      let amount = min(end, room) - sent
      if amount <= 0 { continue }
      let cost =
        (sent < due ? -costs.minimumLoad : 0) + (sent < wanted ? -costs.targetLoad : 0)
      loadArcs[j].append(addArc(reviewer, 1, amount, cost: cost))
      sent += amount
    }
  }
}

/// The nodes of the kinds of seats of one State, made when they are asked for.
private struct KindNodes {
  private struct LackKey: Hashable {
    let kind: Int32
    let lack: Int
  }

  private let state: Int
  private let supply: Int32
  private let left: SeatCounts
  /// The groups that are taken, where nodes keep groups apart.
  private let taken: Set<RegionalGroup>?
  private var groups: [RegionalGroup: Int32] = [:]
  private var opens: [RegionalGroup: Int32] = [:]
  private var listed: [Seat: Int32] = [:]
  private var lacking: [LackKey: Int32] = [:]
  private var regionalNode: Int32 = -1
  /// Where regional and open seats come from; −1 for not yet made.
  private var shared: Int32 = -1

  init(_ state: Int, _ supply: Int32, _ problem: PairingProblem) {
    (self.state, self.supply) = (state, supply)
    left = problem.reviews[state].left
    let rulebook = problem.rulebook
    // Where there are several kinds, groups are kept apart as rivals: nodes of both would cross.
    taken =
      rulebook.distinctGroups && !rulebook.hasSeveralKinds
      ? problem.groupsDrawn(of: state) : nil
    if !rulebook.hasSeveralKinds { shared = supply }
  }

  /// The node from which a pair with a State of a group may take a seat.
  ///
  /// - Parameter lack: The number of what the State lacks; 0 for nothing.
  mutating func node(
    _ seat: Seat, _ group: RegionalGroup, _ lack: Int, _ network: inout SeatNetwork
  ) -> Int32 {
    let node =
      switch seat {
      case .regional: regional(group, &network)
      case .open: open(group, &network)
      case .listed: listed(seat, &network)
      case .supplementary: preconditionFailure("supplementary seats come from no kind")
      }
    if lack == 0 { return node }
    let key = LackKey(kind: node, lack: lack)
    if let known = lacking[key] { return known }
    let new = network.addLack(of: state, lack, from: node, seats: left.total)
    lacking[key] = new
    return new
  }

  private mutating func sharedNode(_ network: inout SeatNetwork) -> Int32 {
    if shared < 0 {
      shared = network.addNode()
      network.kindArcs[state * network.slots + network.slot(.open)] = network.addArc(
        supply, shared, left.regional + left.open)
    }
    return shared
  }

  /// Where the seats for reviewers of a group come from: that of the group has room for one.
  private mutating func from(_ group: RegionalGroup, _ network: inout SeatNetwork) -> Int32 {
    let start = sharedNode(&network)
    guard let taken, !group.isEmpty else { return start }
    if let known = groups[group] { return known }
    let node = network.addNode()
    network.addArc(start, node, taken.contains(group) ? 0 : 1)
    groups[group] = node
    return node
  }

  private mutating func regional(
    _ group: RegionalGroup, _ network: inout SeatNetwork
  ) -> Int32 {
    if regionalNode >= 0 { return regionalNode }
    let start = from(group, &network)
    regionalNode = network.addNode()
    network.regionalArc[state] = network.addArc(
      start, regionalNode, left.regional, cost: -network.costs.sameRegion)
    return regionalNode
  }

  private mutating func open(_ group: RegionalGroup, _ network: inout SeatNetwork) -> Int32 {
    let start = from(group, &network)
    let key = start == shared ? "" : group
    if let known = opens[key] { return known }
    let node = network.addNode()
    network.addArc(start, node, left.regional + left.open)
    opens[key] = node
    return node
  }

  private mutating func listed(_ seat: Seat, _ network: inout SeatNetwork) -> Int32 {
    if let known = listed[seat] { return known }
    let node = network.addNode()
    network.kindArcs[state * network.slots + network.slot(seat)] = network.addArc(
      supply, node, left[seat])
    listed[seat] = node
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
