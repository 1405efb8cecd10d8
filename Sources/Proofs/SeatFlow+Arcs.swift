/// The arcs along which a unit can go another way, with what that costs beside the prices. A cost is
/// never below 0 where the flow costs least.
extension SeatFlow {
  /// The State and kind of a seat's node.
  func seat(_ node: Int) -> (state: Int, kind: Int) {
    let place = node - 1 - moment.count
    return (place / moment.kinds, place % moment.kinds)
  }

  /// Goes over the arcs that leave a node.
  ///
  /// - Parameter visit: Gets the node where an arc ends, its cost, and for an arc between two kinds of
  ///   seats the reviewer that changes from one to the other, else −1.
  @inline(__always)
  func leave(_ node: Int, _ visit: (_ end: Int, _ cost: Int128, _ via: Int) -> Void) {
    if node == 0 { return leaveHub(visit) }
    if node <= moment.count { return leaveReviewer(node - 1, visit) }
    if node >= moment.limits.firstNode { return leaveLimit(node, visit) }
    let (state, kind) = seat(node)
    let row = state * moment.count
    let bit = UInt8(1) << UInt8(kind)
    let own = price[node]
    for reviewer in 0..<moment.count
    where moment.options[row + reviewer] & bit != 0 && pairs[row + reviewer] < 0
      && moment.limits.entry(state, reviewer) == nil
    {
      let end = moment.exit(state, reviewer)
      let cost = price[end] - own - moment.bonus(state, kind, reviewer)
      visit(end, cost + toll(state, reviewer), -1)
    }
    for group in moment.limits.groupNodes(of: state, kind, of: moment.kinds) where load(group) == 0
    {
      visit(group, price[group] - own, -1)
    }
    for reviewer in reviewers[state] where moment.options[row + reviewer] & bit != 0 {
      let other = Int(pairs[row + reviewer])
      if other == kind { continue }
      let gain = value(state, kind, reviewer) - value(state, other, reviewer)
      visit(self.node(state, other), gain, reviewer)
    }
    if units(state, kind) > 0 { visit(0, moment.worth(kind) - own, -1) }
    if kind == moment.same {
      let last = self.node(state, moment.last)
      visit(last, moment.otherGroup + price[last] - own, -1)
    } else if kind == moment.last, let same = moment.same, passed(state) > 0 {
      let first = self.node(state, same)
      visit(first, price[first] - moment.otherGroup - own, -1)
    }
  }

  @inline(__always)
  private func leaveHub(_ visit: (Int, Int128, Int) -> Void) {
    for state in 0..<moment.count {
      for kind in 0..<moment.kinds
      where open[state * moment.kinds + kind] > units(state, kind) {
        visit(node(state, kind), price[node(state, kind)] - moment.worth(kind), -1)
      }
      let count = reviewed[state].count
      if count > 0 { visit(1 + state, price[1 + state] - moment.step(state, after: count - 1), -1) }
    }
  }

  @inline(__always)
  private func leaveReviewer(_ reviewer: Int, _ visit: (Int, Int128, Int) -> Void) {
    for state in reviewed[reviewer] where moment.limits.exit(state, reviewer) == nil {
      leave(back: state, reviewer, visit)
    }
    for year in moment.limits.yearNodes(of: reviewer) where load(year) > 0 {
      visit(year, price[year] - price[1 + reviewer], -1)
    }
    let count = reviewed[reviewer].count
    if count < moment.room[reviewer] {
      visit(0, moment.step(reviewer, after: count) - price[1 + reviewer], -1)
    }
  }

  /// The arc that takes a reviewer out of its seat.
  @inline(__always)
  private func leave(back state: Int, _ reviewer: Int, _ visit: (Int, Int128, Int) -> Void) {
    let kind = Int(pairs[state * moment.count + reviewer])
    if moment.may(reviewer, kind, state) {
      visit(moment.entry(state, kind, reviewer), -value(state, kind, reviewer), -1)
    }
  }

  private func leaveLimit(_ node: Int, _ visit: (Int, Int128, Int) -> Void) {
    let own = price[node]
    switch moment.limits.nodes[node - moment.limits.firstNode] {
    case .year(let reviewer, let year):
      for state in reviewed[reviewer] where moment.limits.yearOf[state] == year {
        leave(back: state, reviewer, visit)
      }
      if load(node) < moment.limits.left(reviewer, year) {
        visit(1 + reviewer, price[1 + reviewer] - own, -1)
      }
    case .group(let state, let group, let kind):
      let row = state * moment.count
      for reviewer in moment.limits.apart.groups[group]
      where moment.may(reviewer, kind, state) && pairs[row + reviewer] < 0 {
        visit(moment.exit(state, reviewer), value(state, kind, reviewer), -1)
      }
      if load(node) > 0 {
        visit(self.node(state, kind), price[self.node(state, kind)] - own, -1)
      }
    }
  }

  /// The units that pass the node of a limit.
  func load(_ node: Int) -> Int {
    switch moment.limits.nodes[node - moment.limits.firstNode] {
    case .year(let reviewer, let year):
      reviewed[reviewer].count { moment.limits.yearOf[$0] == year }
    case .group(let state, let group, _):
      reviewers[state].count { moment.limits.apart.groupOf[$0] == group }
    }
  }

  /// The State and kind of a seat on whose side of reviews a node is; nil for others.
  private func seats(_ node: Int) -> (state: Int, kind: Int)? {
    if node <= moment.count { return nil }
    if node < moment.limits.firstNode { return seat(node) }
    if case .group(let state, _, let kind) = moment.limits.nodes[node - moment.limits.firstNode] {
      return (state, kind)
    }
    return nil
  }

  /// The reviewer on whose side of reviews a node is; nil for others.
  private func reviewer(_ node: Int) -> Int? {
    if node == 0 { return nil }
    if node <= moment.count { return node - 1 }
    if node >= moment.limits.firstNode,
      case .year(let reviewer, _) = moment.limits.nodes[node - moment.limits.firstNode]
    {
      return reviewer
    }
    return nil
  }

  /// What going over an arc does to the pairs; nil where it changes none.
  func change(from start: Int, to end: Int, via: Int) -> PairChange? {
    if via >= 0 {
      return PairChange(state: seat(start).state, reviewer: via, kind: seat(start).kind)
    }
    if let reviewer = reviewer(start), let seat = seats(end) {
      return PairChange(state: seat.state, reviewer: reviewer, kind: nil)
    }
    if let seat = seats(start), let reviewer = reviewer(end) {
      return PairChange(state: seat.state, reviewer: reviewer, kind: seat.kind)
    }
    return nil
  }
}
