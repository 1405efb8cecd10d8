import Rules

extension DemandFlow {
  /// What one unit of each waiver costs: the first level is for rules that may not be waived. Costs
  /// of ways are compared as vectors; a field of 25 bits a level holds any way of fewer arcs.
  struct Prices {
    private var prices: [Int128] = [0, 0, 0, 0]

    init(_ rules: [WaivableRule]) {
      let levels = rules.filter(WaivableRule.counted.contains)
      for (place, rule) in WaivableRule.counted.enumerated() {
        let level = levels.firstIndex(of: rule).map { $0 + 1 } ?? 0
        prices[place] = 1 << Int128(25 * (WaivableRule.counted.count - level))
      }
    }

    subscript(rule: WaivableRule) -> Int128 {
      switch rule {
      case .seat: prices[0]
      case .sameRegion: prices[1]
      case .minimumLoad: prices[2]
      case .legalSystem: prices[3]
      case .supplement, .targetLoad: 0
      }
    }
  }

  /// An arc whose first units are worth something: those that are demanded.
  private struct Valued {
    let flow: Int
    let most: Int
    let wanted: Int
    let price: Int128

    /// What one unit more costs; nil where there is no room.
    var more: Int128? { flow >= most ? nil : flow < wanted ? -price : 0 }
    /// What one unit less costs; nil where there is none.
    var less: Int128? { flow <= 0 ? nil : flow <= wanted ? price : 0 }

    /// The units between which nothing changes if one unit is worth the difference of two heights.
    func range(at height: Int128) -> (least: Int, most: Int) {
      let (isFirstFree, isRestFree) = (height == -price, height == 0)
      var (least, most) = (flow, flow)
      if isFirstFree && flow <= wanted { (least, most) = (0, min(wanted, self.most)) }
      if isRestFree && flow >= wanted {
        least = isFirstFree ? 0 : wanted
        most = self.most
      }
      return (least, most)
    }
  }

  /// Heights of the nodes: the cost of the cheapest way to each.
  typealias Heights = [Int128]

  private static let unreachable: Int128 = 1 << 110

  /// The cheapest flow when mutual bans are left aside, by successive shortest ways (Ford and
  /// Fulkerson 1958), all ways of one cost at a time.
  ///
  /// - Parameter rules: The rules that may be waived, most serious first.
  /// - Returns: Heights under which every free arc costs nothing or more, which proves it.
  /// - Complexity: O(d·m³) at worst for m parties and d different costs of ways, of which there
  ///   are few; mostly O(d·m²).
  mutating func makeCheapest(_ rules: [WaivableRule]) -> Heights {
    let prices = Prices(rules)
    let bounds = self
    while true {
      let heights = heights(prices, bounds, isRound: false)
      if heights[sink] >= 0 { break }
      confine(to: heights, prices, bounds)
      while finds(sink, from: source, isCareful: false, isRound: false) {
        _ = sendFreely(to: sink)
      }
    }
    return heights(prices, bounds, isRound: true)
  }

  private func valued(_ a: Int, _ prices: Prices, _ bounds: DemandFlow) -> [Valued] {
    [
      Valued(
        flow: seats[a].flow, most: bounds.seats[a].most, wanted: bounds.seats[a].least,
        price: prices[.seat]),
      Valued(
        flow: groups[a].flow, most: bounds.groups[a].most, wanted: bounds.groups[a].least,
        price: prices[.sameRegion]),
      Valued(
        flow: similars[a].flow, most: bounds.similars[a].most, wanted: bounds.similars[a].least,
        price: prices[.legalSystem]),
      Valued(
        flow: loads[a].flow, most: bounds.loads[a].most, wanted: bounds.loads[a].least,
        price: prices[.minimumLoad]),
    ]
  }

  /// The cost of the cheapest way to each node (Bellman 1958, Moore 1959).
  ///
  /// - Parameter isRound: Whether the two sides of the hub are one; ways then begin anywhere, at a
  ///   price above that of any way from the hub.
  private func heights(_ prices: Prices, _ bounds: DemandFlow, isRound: Bool) -> Heights {
    let far = isRound ? Self.unreachable >> 2 : Self.unreachable
    var heights = Array(repeating: far, count: 5 * count + 2)
    heights[source] = 0
    if isRound { heights[sink] = 0 }
    var waiting = isRound ? Array(heights.indices) : [source]
    var isWaiting = Array(repeating: false, count: heights.count)
    for node in waiting { isWaiting[node] = true }
    let arcs = (0..<count).map { valued($0, prices, bounds) }
    var head = 0
    while head < waiting.count {
      let node = waiting[head]
      head += 1
      isWaiting[node] = false
      let own = heights[node]
      if own >= Self.unreachable { continue }
      eachFree(node, arcs, bounds, isRound) { next, cost in
        if own + cost < heights[next] {
          heights[next] = own + cost
          if !isWaiting[next] {
            isWaiting[next] = true
            waiting.append(next)
          }
        }
      }
    }
    return heights
  }

  /// Names the nodes one step away, each with the cost of the step.
  @inline(__always)
  private func eachFree(
    _ node: Int, _ arcs: [[Valued]], _ bounds: DemandFlow, _ isRound: Bool,
    _ look: (Int, Int128) -> Void
  ) {
    let a = node % count
    switch min(node / count, 5) {
    case 0:
      if let cost = arcs[a][1].more { look(count + a, cost) }
      look(3 * count + a, 0)
      if let cost = arcs[a][0].less { look(source, cost) }
    case 1:
      if let cost = arcs[a][2].more { look(2 * count + a, cost) }
      if let cost = arcs[a][1].less { look(a, cost) }
      eachReviewer(a, bounds, isSimilar: false, look)
    case 2:
      if let cost = arcs[a][2].less { look(count + a, cost) }
      eachReviewer(a, bounds, isSimilar: true, look)
    case 3:
      if opens[a].flow > 0 { look(a, 0) }
      for b in 0..<count where has(bounds.mayOpen, a, b) {
        let cell = a * count + b
        if reviews(a, b) < Int(bounds.pairMost[cell]) { look(4 * count + b, toll(cell)) }
        if regional[cell] > 0 { look((has(isSimilar, a, b) ? 2 : 1) * count + a, 0) }
      }
    case 4:
      if let cost = arcs[a][3].more { look(sink, cost) }
      for under in 0..<count {
        let cell = under * count + a
        if regional[cell] > 0 {
          look((has(isSimilar, under, a) ? 2 : 1) * count + under, -toll(cell))
        }
        if open[cell] > 0 { look(3 * count + under, -toll(cell)) }
      }
    default:
      if node == source || isRound {
        for a in 0..<count { if let cost = arcs[a][0].more { look(a, cost) } }
      }
      if node == sink || isRound {
        for b in 0..<count { if let cost = arcs[b][3].less { look(4 * count + b, cost) } }
      }
      if isRound { look(node == source ? sink : source, 0) }
    }
  }

  @inline(__always)
  private func eachReviewer(
    _ a: Int, _ bounds: DemandFlow, isSimilar wantsSimilar: Bool, _ look: (Int, Int128) -> Void
  ) {
    for b in 0..<count
    where has(bounds.mayRegional, a, b) && has(isSimilar, a, b) == wantsSimilar {
      let cell = a * count + b
      if reviews(a, b) < Int(bounds.pairMost[cell]) { look(4 * count + b, toll(cell)) }
      if open[cell] > 0 { look(3 * count + a, 0) }
    }
  }

  @inline(__always)
  func toll(_ cell: Int) -> Int128 { tolls.isEmpty ? 0 : tolls[cell] }

  /// Leaves only such changes as cost nothing under heights: what cannot change in any flow that
  /// is as cheap is held where it is.
  mutating func confine(to heights: Heights, _ prices: Prices, _ bounds: DemandFlow) {
    for a in 0..<count {
      let arcs = valued(a, prices, bounds)
      // A way up costs what it gains.
      func range(_ arc: Valued, _ from: Int, _ to: Int) -> (least: Int, most: Int) {
        arc.range(at: heights[to] - heights[from])
      }
      (seats[a].least, seats[a].most) = range(arcs[0], source, a)
      (groups[a].least, groups[a].most) = range(arcs[1], a, count + a)
      (similars[a].least, similars[a].most) = range(arcs[2], count + a, 2 * count + a)
      (loads[a].least, loads[a].most) = range(arcs[3], 4 * count + a, sink)
      let isOpenFree = heights[a] == heights[3 * count + a]
      opens[a].least = isOpenFree ? 0 : opens[a].flow
      opens[a].most = isOpenFree ? Self.unlimited : opens[a].flow
    }
    for a in 0..<count {
      for b in 0..<count {
        if has(bounds.mayRegional, a, b) || has(bounds.mayOpen, a, b) {
          confinePair(a, b, heights, bounds)
        }
      }
    }
    updateAll()
  }

  private mutating func confinePair(
    _ a: Int, _ b: Int, _ heights: Heights, _ bounds: DemandFlow
  ) {
    let cell = a * count + b
    let row = a * words + b >> 6
    let (byGroup, byOpen) = (has(bounds.mayRegional, a, b), has(bounds.mayOpen, a, b))
    let group = heights[(has(isSimilar, a, b) ? 2 : 1) * count + a]
    let open = heights[3 * count + a]
    let here = byGroup && byOpen ? min(group, open) : byGroup ? group : open
    Self.write(&mayRegional, row, b, byGroup && group == here)
    Self.write(&mayOpen, row, b, byOpen && open == here)
    let isFree = here + toll(cell) == heights[4 * count + b]
    let total = Int32(reviews(a, b))
    pairLeast[cell] = isFree ? 0 : total
    pairMost[cell] = isFree ? bounds.pairMost[cell] : total
  }
}
