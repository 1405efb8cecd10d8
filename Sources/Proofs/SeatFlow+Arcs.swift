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
    let (state, kind) = seat(node)
    let row = state * moment.count
    let bit = UInt8(1) << UInt8(kind)
    let own = price[node]
    for reviewer in 0..<moment.count
    where moment.options[row + reviewer] & bit != 0 && pairs[row + reviewer] < 0 {
      let cost = price[1 + reviewer] - own - moment.bonus(state, kind, reviewer)
      visit(1 + reviewer, cost, -1)
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
    for state in reviewed[reviewer] {
      let kind = Int(pairs[state * moment.count + reviewer])
      if moment.may(reviewer, kind, state) {
        visit(node(state, kind), -value(state, kind, reviewer), -1)
      }
    }
    let count = reviewed[reviewer].count
    if count < moment.room[reviewer] {
      visit(0, moment.step(reviewer, after: count) - price[1 + reviewer], -1)
    }
  }

  /// What going over an arc does to the pairs; nil where it goes over the hub.
  func change(from start: Int, to end: Int, via: Int) -> PairChange? {
    let reviewers = 1...moment.count
    if via >= 0 {
      return PairChange(state: seat(start).state, reviewer: via, kind: seat(start).kind)
    }
    if reviewers.contains(start) && end > moment.count {
      return PairChange(state: seat(end).state, reviewer: start - 1, kind: nil)
    }
    if reviewers.contains(end) && start > moment.count {
      return PairChange(state: seat(start).state, reviewer: end - 1, kind: seat(start).kind)
    }
    return nil
  }
}
