import Rules

/// All flows that need the fewest waivers, as bounds on every arc.
///
/// A cheapest flow and its heights show which arcs carry the same in every flow as cheap, and
/// between what the others may vary (complementary slackness). To ask whether some best completion
/// gives a rule up for a State is then to ask for a flow within narrower bounds. Mutual bans are
/// left aside in finding the bounds; the answers keep them.
struct DemandFace {
  /// What the waivers come to at least, as a vector of which the first level is for rules that may
  /// not be waived.
  let value: Int128
  /// The waivers of the flow, by level; of all within the bounds where the answer is yes.
  let vector: [Int]
  /// Its waivers of rules that may not be waived.
  let unlawful: Int
  /// A cheapest flow within the bounds; once it is mended, it keeps the bans.
  private var flow: DemandFlow
  /// What proves the value: the cost of the cheapest way to each node.
  private let heights: [Int128]
  private let prices: DemandFlow.Prices
  /// The last flow that was found.
  private var last: DemandFlow
  /// What the rules demand of each party.
  private let asks: [Asks]
  /// The party of each State; −1 for none.
  private let partyOf: [Int]
  /// Whether some flow within the bounds keeps the bans, as far as a circulation can tell.
  let answer: DemandFlow.Answer
  /// Parties that the cheapest flow has review each other too often.
  let broken: [(Int, Int)]

  /// Looks at all demands of a problem.
  ///
  /// - Parameters:
  ///   - set: All demands of a problem.
  ///   - rules: The rules that may be waived, most serious first.
  ///   - limits: Pairs of parties that carry no more than so much.
  ///   - tolls: Pairs of single States a review of which costs so much more, whichever of the two
  ///     reviews; one of them must.
  init(
    _ set: DemandSet, _ rules: [WaivableRule], within limits: [(a: Int, b: Int, most: Int)],
    tolls: [(a: Int, b: Int, toll: Int128)]
  ) {
    asks = set.parties.map(\.asks)
    var partyOf = Array(repeating: -1, count: set.field.problem.membership.states.count)
    for (place, party) in set.parties.enumerated() {
      for state in party.states { partyOf[state] = place }
    }
    self.partyOf = partyOf
    var flow = DemandFlow(set)
    for limit in limits { flow.limit(limit.a, limit.b, to: limit.most) }
    for toll in tolls {
      if flow.tolls.isEmpty {
        flow.tolls = Array(repeating: 0, count: flow.count * flow.count)
      }
      flow.tolls[toll.a * flow.count + toll.b] = toll.toll
      flow.tolls[toll.b * flow.count + toll.a] = toll.toll
      flow.ties.append((toll.a, toll.b))
    }
    let bounds = flow
    let heights = flow.makeCheapest(rules)
    let prices = DemandFlow.Prices(rules)
    var value = tolls.reduce(0) { $0 - $1.toll }
    for toll in tolls {
      value += toll.toll * Int128(flow.reviews(toll.a, toll.b) + flow.reviews(toll.b, toll.a))
    }
    let needed = flow.waived(bounds)
    for (rule, count) in needed { value += prices[rule] * Int128(count) }
    self.value = value
    (self.heights, self.prices) = (heights, prices)
    flow.confine(to: heights, prices, bounds)
    broken = flow.allBroken
    flow.clearBans()
    flow.updateAll()
    var steps = DemandOracle.mostSteps
    answer = flow.decide(&steps)
    let waived = flow.waived(bounds)
    vector = rules.map { waived[$0] ?? 0 }
    unlawful = waived.reduce(0) { $0 + (rules.contains($1.key) ? 0 : $1.value) }
    self.flow = flow
    last = flow
  }

  /// Whether demands hold of which all but what is given up stays within the bounds.
  mutating func holds(_ set: DemandSet) -> DemandFlow.Answer {
    guard var next = flow(for: set, after: last) else { return .unknown }
    var steps = DemandOracle.mostSteps
    let answer = next.decide(&steps)
    if answer == .yes { last = next }
    return answer
  }

  /// How low the value could be, at most, if one more pair of States could be drawn; the heights
  /// prove that it is no lower.
  func value(lettingIn pairs: [DemandFaces.Pair]) -> Int128 {
    let count = flow.count
    return pairs.reduce(value) { sum, pair in
      let cell = pair.underReview * count + pair.reviewer
      let isSimilar = flow.has(flow.isSimilar, pair.underReview, pair.reviewer)
      var from = Int128.max
      if pair.isRegional { from = heights[(isSimilar ? 2 : 1) * count + pair.underReview] }
      if pair.isOpen { from = min(from, heights[3 * count + pair.underReview]) }
      if from == .max { return sum }
      let gain = from + flow.toll(cell) - heights[4 * count + pair.reviewer]
      return sum + min(0, gain) * Int128(flow.set.parties[pair.underReview].states.count)
    }
  }

  /// How low the value could be, at most, if one unit of some demands of a party were given up.
  func value(givingUp rules: [WaivableRule], of party: Int) -> Int128 {
    rules.reduce(value) { sum, rule in
      let (from, to) = flow.ends(rule, party)
      return sum - min(prices[rule], max(0, heights[from] - heights[to]))
    }
  }

  /// A flow for demands some of which are given up, which is to be within the bounds.
  ///
  /// - Parameters:
  ///   - set: The demands: all of the problem's, some of them lowered.
  ///   - last: A flow of demands like these.
  /// - Returns: nil where the bounds cannot be said of the parties.
  private func flow(for set: DemandSet, after last: DemandFlow) -> DemandFlow? {
    var next = DemandFlow(set)
    for (place, party) in set.parties.enumerated() {
      let (size, base) = (party.states.count, partyOf[party.states[0]])
      let whole = flow.set.parties[base].states.count
      for rule in WaivableRule.counted {
        let bounds = flow[rule][base]
        next[rule][place].least = bounds.least * size / whole
        next[rule][place].most =
          bounds.most >= DemandFlow.unlimited ? bounds.most : bounds.most * size / whole
        // What is given up is not to be had.
        let left = party.asks[rule.demand]
        if left < asks[base][rule.demand] {
          next[rule][place].most = min(next[rule][place].most, left * size)
        }
      }
      next.opens[place].most = flow.opens[base].most
    }
    if !next.confinePairs(as: flow, partyOf) { return nil }
    next.ties = flow.ties.compactMap { tie in
      guard let a = next.party(of: flow.set.parties[tie.0].states[0]),
        let b = next.party(of: flow.set.parties[tie.1].states[0])
      else { return nil }
      return (a, b)
    }
    next.carry(over: last)
    return next
  }

  /// Between how many waivers of a rule a party may have.
  ///
  /// - Returns: nil where a circulation cannot tell.
  mutating func range(_ rule: WaivableRule, _ party: Int) -> (least: Int, most: Int)? {
    let wanted = asks[party][rule.demand] * flow.set.parties[party].states.count
    guard let fewest = flow.extreme(rule, party, isMost: false),
      let most = flow.extreme(rule, party, isMost: true)
    else { return nil }
    return (wanted - min(wanted, most), wanted - min(wanted, fewest))
  }
}

extension DemandFlow {
  /// The party of a State.
  fileprivate func party(of state: Int) -> Int? {
    set.parties.firstIndex { $0.states.contains(state) }
  }

  /// What is short of the demands.
  fileprivate func waived(_ bounds: DemandFlow) -> [WaivableRule: Int] {
    var waived: [WaivableRule: Int] = [:]
    for rule in WaivableRule.counted {
      for a in 0..<count {
        waived[rule, default: 0] += max(0, bounds[rule][a].least - self[rule][a].flow)
      }
    }
    return waived
  }

  /// The arcs that a rule's demands are about.
  subscript(rule: WaivableRule) -> [Arc] {
    get {
      switch rule {
      case .seat: seats
      case .sameRegion: groups
      case .legalSystem: similars
      case .minimumLoad: loads
      case .supplement, .targetLoad: preconditionFailure("no arcs carry \(rule.rawValue)")
      }
    }
    _modify {
      switch rule {
      case .seat: yield &seats
      case .sameRegion: yield &groups
      case .legalSystem: yield &similars
      case .minimumLoad: yield &loads
      case .supplement, .targetLoad: preconditionFailure("no arcs carry \(rule.rawValue)")
      }
    }
  }

  /// Allows of each pair only what another flow allows of the parties of which these are parts.
  ///
  /// - Returns: Whether that can be said pair by pair.
  mutating func confinePairs(as whole: DemandFlow, _ partyOf: [Int]) -> Bool {
    let bases = set.parties.map { partyOf[$0.states[0]] }
    for a in 0..<count {
      let under = bases[a]
      for b in 0..<count {
        let reviewing = bases[b]
        let (cell, base) = (a * count + b, under * whole.count + reviewing)
        let row = a * words + b >> 6
        if !whole.has(whole.mayRegional, under, reviewing) {
          Self.write(&mayRegional, row, b, false)
        }
        if !whole.has(whole.mayOpen, under, reviewing) { Self.write(&mayOpen, row, b, false) }
        if whole.pairMost[base] == 0 { pairMost[cell] = 0 }
        let isWhole = set.pairCount(a, b) == whole.set.pairCount(under, reviewing)
        if isWhole {
          (pairLeast[cell], pairMost[cell]) = (whole.pairLeast[base], whole.pairMost[base])
          continue
        }
        let all = Int32(whole.set.pairCount(under, reviewing))
        if whole.pairMost[base] > 0 && whole.pairMost[base] < all { return false }
        if whole.pairLeast[base] > 0 { pairLeast[cell] = pairMost[cell] }
      }
    }
    return true
  }

  /// The most or the least that an arc carries in any flow within the bounds; nil where that was
  /// not found.
  mutating func extreme(_ rule: WaivableRule, _ party: Int, isMost: Bool) -> Int? {
    let (from, to) = ends(rule, party)
    let (least, most) = (self[rule][party].least, self[rule][party].most)
    defer { (self[rule][party].least, self[rule][party].most) = (least, most) }
    while true {
      let value = self[rule][party].flow
      let room = isMost ? most - value : value - least
      if room == 0 { return value }
      let (start, goal) = isMost ? (to, from) : (from, to)
      // The way must not run back through the arc itself.
      (self[rule][party].least, self[rule][party].most) = (value, value)
      let before = ties.isEmpty ? nil : self
      if finds(goal, from: start, isCareful: true) {
        let sent = send(to: goal, atMost: room)
        self[rule][party].flow += isMost ? sent : -sent
        if sent > 0 && firstLoose == nil { continue }
        if sent > 0, let before { self = before }
      } else if !hasBans || !finds(goal, from: start, isCareful: false) {
        return value
      }
      // Only bans stand against it: they are looked at one by one.
      if isMost { self[rule][party].least = value + 1 } else { self[rule][party].most = value - 1 }
      if isMost { self[rule][party].most = most } else { self[rule][party].least = least }
      var trial = self
      var steps = DemandOracle.mostSteps
      switch trial.decide(&steps) {
      case .yes: self = trial
      case .no: return value
      case .unknown: return nil
      }
    }
  }

  fileprivate func ends(_ rule: WaivableRule, _ party: Int) -> (from: Int, to: Int) {
    switch rule {
    case .seat: (source, party)
    case .sameRegion: (party, count + party)
    case .legalSystem: (count + party, 2 * count + party)
    case .minimumLoad: (4 * count + party, sink)
    case .supplement, .targetLoad: preconditionFailure("no arcs carry \(rule.rawValue)")
    }
  }
}
