/// Which States can take a seat without a loss.
extension SeatFlow {
  /// The nodes from which a unit can reach a seat at no cost, each with the node after it; a node's
  /// own number at the seat, −1 where it cannot.
  ///
  /// - Parameter avoidsMutual: Whether no pair is turned on while its mutual pair or a rival is.
  func exchanges(to end: Int, avoidsMutual: Bool) -> (next: [Int], via: [Int]) {
    var next = Array(repeating: -1, count: nodeCount)
    var via = next
    next[end] = end
    var (queue, place) = ([end], 0)
    let avoids = avoidsMutual
    while place < queue.count {
      let node = queue[place]
      place += 1
      enter(node, avoids) { start, reviewer in
        if next[start] >= 0 { return }
        next[start] = node
        via[start] = reviewer
        queue.append(start)
      }
    }
    return (next, via)
  }

  /// Goes over the arcs into a node that cost nothing.
  @inline(__always)
  private func enter(_ node: Int, _ avoidsMutual: Bool, _ visit: (Int, Int) -> Void) {
    if node == 0 { return enterHub(visit) }
    let n = moment.count
    if node >= moment.limits.firstNode { return enterLimit(node, avoidsMutual, visit) }
    if node <= n {
      let reviewer = node - 1
      let count = reviewed[reviewer].count
      for state in 0..<n where moment.limits.exit(state, reviewer) == nil {
        enter(from: state, reviewer, avoidsMutual, visit)
      }
      for year in moment.limits.yearNodes(of: reviewer)
      where price[year] == price[node] && isOpen(year) {
        visit(year, -1)
      }
      if count > 0 && moment.step(reviewer, after: count - 1) == price[node] { visit(0, -1) }
      return
    }
    let (state, kind) = seat(node)
    for reviewer in reviewers[state] {
      let other = Int(pairs[state * n + reviewer])
      let bits = moment.options[state * n + reviewer]
      if bits == 0 || moment.limits.entry(state, reviewer) != nil { continue }
      if other == kind {
        if value(state, kind, reviewer) == 0 { visit(moment.exit(state, reviewer), -1) }
        for from in 0..<moment.kinds
        where from != kind && bits & (1 << UInt8(from)) != 0
          && value(state, from, reviewer) == value(state, kind, reviewer)
        {
          visit(self.node(state, from), reviewer)
        }
      }
    }
    for group in moment.limits.groupNodes(of: state, kind, of: moment.kinds)
    where price[group] == price[node] && load(group) > 0 {
      visit(group, -1)
    }
    if open[state * moment.kinds + kind] > units(state, kind)
      && moment.worth(kind) == price[node]
    {
      visit(0, -1)
    }
    guard let same = moment.same else { return }
    let (first, last) = (self.node(state, same), self.node(state, moment.last))
    if moment.otherGroup + price[last] != price[first] { return }
    if kind == moment.last { visit(first, -1) }
    if kind == same && passed(state) > 0 { visit(last, -1) }
  }

  /// Goes over the arcs that would put a reviewer into a seat of a State.
  @inline(__always)
  private func enter(
    from state: Int, _ reviewer: Int, _ avoidsMutual: Bool, _ visit: (Int, Int) -> Void
  ) {
    let n = moment.count
    let pair = state * n + reviewer
    let bits = moment.options[pair]
    if bits == 0 || pairs[pair] >= 0 { return }
    if avoidsMutual && hasRival(state, reviewer) { return }
    for kind in 0..<moment.kinds
    where bits & (1 << UInt8(kind)) != 0 && value(state, kind, reviewer) == 0 {
      visit(moment.entry(state, kind, reviewer), -1)
    }
  }

  /// Whether a review is held beside which this one cannot take place.
  @inline(__always)
  private func hasRival(_ state: Int, _ reviewer: Int) -> Bool {
    if !moment.allowsMutual && pairs[reviewer * moment.count + state] >= 0 { return true }
    if moment.limits.rivals.isEmpty { return false }
    return moment.limits.rivals(of: state, reviewer).contains { place in
      moment.limits.rivals[place].members.contains { holds(state, $0) }
    }
  }

  /// Whether a unit more may pass a limit.
  private func isOpen(_ node: Int) -> Bool {
    switch moment.limits.nodes[node - moment.limits.firstNode] {
    case .year(let reviewer, let year): load(node) < moment.limits.left(reviewer, year)
    case .group: load(node) == 0
    }
  }

  private func enterLimit(_ node: Int, _ avoidsMutual: Bool, _ visit: (Int, Int) -> Void) {
    switch moment.limits.nodes[node - moment.limits.firstNode] {
    case .year(let reviewer, let year):
      for state in 0..<moment.count where moment.limits.yearOf[state] == year {
        enter(from: state, reviewer, avoidsMutual, visit)
      }
      if price[node] == price[1 + reviewer] && load(node) > 0 { visit(1 + reviewer, -1) }
    case .group(let state, let group, let kind):
      for reviewer in reviewers[state]
      where moment.limits.apart.groupOf[reviewer] == group && moment.may(reviewer, kind, state)
        && value(state, kind, reviewer) == 0
      {
        visit(moment.exit(state, reviewer), -1)
      }
      let seat = self.node(state, kind)
      if price[node] == price[seat] && isOpen(node) { visit(seat, -1) }
    }
  }

  private func enterHub(_ visit: (Int, Int) -> Void) {
    for state in 0..<moment.count {
      let count = reviewed[state].count
      if count < moment.room[state] && moment.step(state, after: count) == price[1 + state] {
        visit(1 + state, -1)
      }
      for kind in 0..<moment.kinds
      where units(state, kind) > 0 && moment.worth(kind) == price[node(state, kind)] {
        visit(node(state, kind), -1)
      }
    }
  }

  /// The changes of pairs that put a reviewer into the seat along exchanges; nil where there are none.
  func changes(
    putting reviewer: Int, into state: Int, _ kind: Int, along ways: (next: [Int], via: [Int])
  ) -> [PairChange]? {
    let old = self.kind(state, reviewer)
    if old == kind { return [] }
    guard moment.may(reviewer, kind, state) else { return nil }
    let spared = old.map { value(state, $0, reviewer) } ?? 0
    guard value(state, kind, reviewer) == spared else { return nil }
    var node = old.map { moment.entry(state, $0, reviewer) } ?? moment.exit(state, reviewer)
    guard ways.next[node] >= 0 else { return nil }
    var changes = [PairChange(state: state, reviewer: reviewer, kind: kind)]
    while ways.next[node] != node {
      let next = ways.next[node]
      if let change = change(from: node, to: next, via: ways.via[node]) { changes.append(change) }
      node = next
    }
    return changes
  }
}
