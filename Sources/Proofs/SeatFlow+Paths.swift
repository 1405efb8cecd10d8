/// Where a unit can go.
enum Way {
  /// A way that costs nothing more, as changes of pairs; prices were raised by what it cost before.
  case found([PairChange])
  /// There is none that costs less than the limit; prices were raised by it.
  case tooDear
}

extension SeatFlow {
  /// Finds the cheapest way from one node to another (Dijkstra 1959), and raises the prices so that it
  /// costs nothing more (Edmonds and Karp 1972).
  ///
  /// - Parameter limit: What a way must cost less than to be looked for; nil for any way, and then
  ///   prices stay where there is none.
  mutating func way(from start: Int, to end: Int, below limit: Int128?) -> Way {
    let most = limit ?? .max
    var distance = Array(repeating: Int128.max, count: nodeCount)
    var before = Array(repeating: (node: -1, via: -1), count: nodeCount)
    var isDone = Array(repeating: false, count: nodeCount)
    // Nodes at the distance that is looked at, and those farther away.
    var near = [start]
    var far: [Int] = []
    var at: Int128 = 0
    distance[start] = 0
    search: while true {
      while let node = near.popLast() {
        if isDone[node] || distance[node] != at { continue }
        isDone[node] = true
        if node == end { break search }
        leave(node) { next, cost, via in
          let reach = at + cost
          guard !isDone[next], reach < distance[next], reach < most else { return }
          distance[next] = reach
          before[next] = (node, via)
          if cost == 0 { near.append(next) } else { far.append(next) }
        }
      }
      far.removeAll { isDone[$0] }
      guard let least = far.lazy.map({ distance[$0] }).min() else { break }
      at = least
      near = far.filter { distance[$0] == at }
    }
    let isFound = isDone[end]
    if !isFound && limit == nil { return .tooDear }
    let rise = isFound ? distance[end] : most
    raise(by: rise, within: distance, isDone)
    if !isFound { return .tooDear }
    var changes: [PairChange] = []
    var node = end
    while node != start {
      let (previous, via) = before[node]
      if let change = change(from: previous, to: node, via: via) { changes.append(change) }
      node = previous
    }
    return .found(changes)
  }

  /// Raises the prices of all nodes nearer than a distance by what they are nearer, the hub's aside:
  /// where it is nearer, all others fall in its place.
  private mutating func raise(by rise: Int128, within distance: [Int128], _ isDone: [Bool]) {
    if rise == 0 { return }
    let hub = isDone[0] ? rise - min(distance[0], rise) : 0
    for node in price.indices {
      let own = isDone[node] ? rise - min(distance[node], rise) : 0
      price[node] += own - hub
    }
  }

  /// Lets a State use one seat more, and fills it where that costs less than to leave it empty.
  private mutating func openSeat(_ state: Int, _ kind: Int) {
    open[state * moment.kinds + kind] += 1
    let limit = moment.worth(kind) - price[node(state, kind)]
    guard limit > 0 else { return }
    if case .found(let changes) = way(from: node(state, kind), to: 0, below: limit) {
      apply(changes)
    }
  }

  /// The flow of least cost, with its prices: by successive shortest paths (Ford and Fulkerson 1958).
  init(cheapest moment: Moment) {
    self.init(empty: moment)
    for reviewer in 0..<moment.count where moment.room[reviewer] > 0 {
      price[node(reviewer)] = moment.step(reviewer, after: 0)
    }
    let limits = moment.limits
    for (place, node) in limits.nodes.enumerated() {
      if case .year(let reviewer, _) = node {
        price[limits.firstNode + place] = price[1 + reviewer]
      }
    }
    for (place, node) in limits.nodes.enumerated() {
      guard case .group(let state, let group, let kind) = node else { continue }
      price[limits.firstNode + place] =
        limits.apart.groups[group].filter { moment.may($0, kind, state) }
        .map { price[moment.exit(state, $0)] - moment.bonus(state, kind, $0) }.min() ?? 0
    }
    let kinds = (0..<moment.kinds).filter { $0 != moment.same } + (moment.same.map { [$0] } ?? [])
    for state in 0..<moment.count {
      for kind in kinds {
        var least = moment.worth(kind)
        if kind == moment.same {
          least = min(least, moment.otherGroup + price[node(state, moment.last)])
        }
        for reviewer in 0..<moment.count where moment.may(reviewer, kind, state) {
          // That of a group is its price already, bonus and all.
          let bonus =
            limits.entry(state, reviewer) == nil ? moment.bonus(state, kind, reviewer) : 0
          let next = limits.entry(state, reviewer) ?? moment.exit(state, reviewer)
          least = min(least, price[next] - bonus)
        }
        price[node(state, kind)] = least
      }
    }
    for state in 0..<moment.count {
      for kind in kinds {
        for _ in 0..<moment.left[state * moment.kinds + kind] { openSeat(state, kind) }
      }
    }
  }

  /// Takes the options of a pair out; where it is on, its unit goes the cheapest other way.
  ///
  /// - Parameter limit: What the other way must cost less than; nil for any.
  /// - Returns: Whether there is such a way; if not, prices show it, and the pair is still on.
  mutating func forbid(_ state: Int, _ reviewer: Int, below limit: Int128?) -> Bool {
    let kind = kind(state, reviewer)
    guard let kind else {
      moment.options[state * moment.count + reviewer] = 0
      return true
    }
    // What it spared is lost in any case.
    let lost = -value(state, kind, reviewer)
    moment.options[state * moment.count + reviewer] = 0
    if let limit, lost >= limit { return false }
    let way = way(
      from: moment.entry(state, kind, reviewer), to: moment.exit(state, reviewer),
      below: limit.map { $0 - lost })
    guard case .found(let changes) = way else { return false }
    set(state, reviewer, nil)
    apply(changes)
    return true
  }

  /// Puts a reviewer into a seat for good, whatever it costs up to a limit; the option is taken out,
  /// so that nothing moves it.
  ///
  /// - Returns: Whether it costs less; if not, prices show it.
  mutating func force(_ state: Int, _ kind: Int, _ reviewer: Int, below limit: Int128?) -> Bool {
    let old = self.kind(state, reviewer)
    let spared = old.map { value(state, $0, reviewer) } ?? 0
    let more = value(state, kind, reviewer) - spared
    moment.options[state * moment.count + reviewer] = 0
    if old == kind { return true }
    if let limit, more >= limit { return false }
    let start = old.map { moment.entry(state, $0, reviewer) } ?? moment.exit(state, reviewer)
    let way = way(
      from: start, to: moment.entry(state, kind, reviewer), below: limit.map { $0 - more })
    guard case .found(let changes) = way else { return false }
    set(state, reviewer, kind)
    apply(changes)
    return true
  }
}
