extension DemandFlow {
  /// Whether demands can hold together.
  enum Answer {
    case yes
    case no
    /// The circulation alone cannot tell, because of mutual bans.
    case unknown
  }

  /// The five arcs of each party, one kind after another.
  private enum Kind: Int, CaseIterable {
    case seat, group, similar, open, load
  }

  private func arc(_ number: Int) -> Arc {
    let party = number % count
    switch Kind(rawValue: number / count) {
    case .seat: return seats[party]
    case .group: return groups[party]
    case .similar: return similars[party]
    case .open: return opens[party]
    case .load, nil: return loads[party]
    }
  }

  /// The ends of an arc.
  private func ends(_ number: Int) -> (from: Int, to: Int) {
    let party = number % count
    switch Kind(rawValue: number / count) {
    case .seat: return (source, party)
    case .group: return (party, count + party)
    case .similar: return (count + party, 2 * count + party)
    case .open: return (party, 3 * count + party)
    case .load, nil: return (4 * count + party, sink)
    }
  }

  private mutating func change(_ number: Int, by amount: Int) {
    let party = number % count
    switch Kind(rawValue: number / count) {
    case .seat: seats[party].flow += amount
    case .group: groups[party].flow += amount
    case .similar: similars[party].flow += amount
    case .open: opens[party].flow += amount
    case .load, nil: loads[party].flow += amount
    }
  }

  /// Brings every arc within its bounds, one after another (out-of-kilter; Fulkerson 1961).
  ///
  /// Where an arc cannot be mended even without regard to mutual bans, what the search reached is a
  /// cut that shows there is no flow at all (Hoffman 1960).
  mutating func mend() -> Answer {
    if count == 0 { return .yes }
    let arcs = 5 * count
    for offset in 0..<arcs {
      let number = (hardest + offset) % arcs
      let answer = mend(number)
      if answer != .yes {
        hardest = number
        return answer
      }
    }
    return mendPairs()
  }

  private mutating func mend(_ number: Int) -> Answer {
    let (from, to) = ends(number)
    // A demand that every flow must meet cannot be given up.
    if arc(number).least > arc(number).most { return .no }
    while true {
      let arc = arc(number)
      let missing = arc.least - arc.flow
      let over = arc.flow - arc.most
      if missing <= 0 && over <= 0 { return .yes }
      let (start, goal) = missing > 0 ? (to, from) : (from, to)
      guard finds(goal, from: start, isCareful: true) else {
        return hasBans && finds(goal, from: start, isCareful: false) ? .unknown : .no
      }
      let sent = send(to: goal, atMost: max(missing, over))
      if sent == 0 { return .unknown }
      change(number, by: missing > 0 ? sent : -sent)
    }
  }

  /// Fills the pairs that must be drawn to the last: a ban may have taken reviews out of them.
  private mutating func mendPairs() -> Answer {
    for a in 0..<count {
      for b in 0..<count where reviews(a, b) < Int(pairLeast[a * count + b]) {
        let answer = mendPair(a, b)
        if answer != .yes { return answer }
      }
    }
    return .yes
  }

  private mutating func mendPair(_ a: Int, _ b: Int) -> Answer {
    let cell = a * count + b
    if pairLeast[cell] > pairMost[cell] { return .no }
    var nodes: [Int] = []
    if has(mayRegional, a, b) { nodes.append((has(isSimilar, a, b) ? 2 : 1) * count + a) }
    if has(mayOpen, a, b) { nodes.append(3 * count + a) }
    while reviews(a, b) < Int(pairLeast[cell]) {
      var room = Int(pairLeast[cell]) - reviews(a, b)
      if banMost[cell] >= 0 { room = min(room, -banExcess(a, b)) }
      if hasBans && room <= 0 { return .unknown }
      var sent = 0
      for node in nodes where sent == 0 && finds(node, from: 4 * count + b, isCareful: true) {
        sent = send(to: node, atMost: room)
        if sent == 0 { return .unknown }
        change(a, b, regional: node < 3 * count ? sent : 0, open: node < 3 * count ? 0 : sent)
        if hasBans && banExcess(a, b) > 0 { return .unknown }
      }
      if sent > 0 { continue }
      let isOpen = nodes.contains { finds($0, from: 4 * count + b, isCareful: false) }
      return hasBans && isOpen ? .unknown : .no
    }
    return .yes
  }

  /// Says whether there is a flow, and where bans leave that open, tries both ways of keeping one
  /// of them, again and again.
  ///
  /// - Parameter steps: How many flows may be tried; each takes one away.
  mutating func decide(_ steps: inout Int) -> Answer {
    let answer = mend()
    let tie = answer == .yes ? firstLoose : nil
    if tie == nil && answer != .unknown { return answer }
    if steps <= 0 { return .unknown }
    steps -= 1
    if let (a, b) = tie {
      return decide([(a, b), (b, a)], &steps) { branch, pair in
        branch.pairLeast[pair.0 * branch.count + pair.1] = 1
        branch.update(pair.0, pair.1)
      }
    }
    var free = self
    free.hasBans = false
    if free.mend() == .no { return .no }
    guard let (a, b) = free.firstBroken else { return .unknown }
    let (both, other) = (Int(banMost[a * count + b]), free.reviews(b, a))
    // Of two parties, either the second reviews fewer of the first than here, or it does not.
    if a == b {
      return decide([(a, a)], &steps) { branch, _ in branch.limit(a, a, to: both) }
    }
    return decide([(a, b), (b, a)], &steps) { branch, pair in
      branch.limit(pair.0, pair.1, to: pair.0 == a ? both - other : other - 1)
    }
  }

  /// Tries ways to go on, one of which every flow goes.
  private mutating func decide(
    _ pairs: [(Int, Int)], _ steps: inout Int, _ go: (inout DemandFlow, (Int, Int)) -> Void
  ) -> Answer {
    var isUndecided = false
    for pair in pairs {
      var branch = self
      go(&branch, pair)
      switch branch.decide(&steps) {
      case .yes:
        (branch.pairLeast, branch.pairMost) = (pairLeast, pairMost)
        self = branch
        updateAll()
        return .yes
      case .no: break
      case .unknown: isUndecided = true
      }
    }
    return isUndecided ? .unknown : .no
  }

  /// Two parties one of which must review the other, and does not.
  var firstLoose: (Int, Int)? {
    ties.first { reviews($0.0, $0.1) + reviews($0.1, $0.0) == 0 }
  }

  /// Two parties that have more of each other than a ban allows.
  var firstBroken: (Int, Int)? {
    for a in 0..<count { for b in 0...a where banExcess(a, b) > 0 { return (a, b) } }
    return nil
  }

  /// All of them.
  var allBroken: [(Int, Int)] {
    var all: [(Int, Int)] = []
    for a in 0..<count { for b in 0...a where banExcess(a, b) > 0 { all.append((a, b)) } }
    return all
  }

  /// Lets a pair carry no more than so much.
  mutating func limit(_ a: Int, _ b: Int, to most: Int) {
    let cell = a * count + b
    pairMost[cell] = min(pairMost[cell], Int32(max(0, most)))
    let over = reviews(a, b) - Int(pairMost[cell])
    if over > 0 { takeOut(over, a, b) }
    update(a, b)
  }

  /// Takes as much of another flow as there is place for; its parties are those of this one, or
  /// wholes of which these are parts.
  ///
  /// - Complexity: O(m²) for m parties, and O(n) for n States.
  mutating func carry(over old: DemandFlow) {
    var partyOf = Array(repeating: -1, count: set.field.problem.membership.states.count)
    for (place, party) in old.set.parties.enumerated() {
      for state in party.states { partyOf[state] = place }
    }
    var parts = Array(repeating: [Int](), count: old.count)
    for (place, party) in set.parties.enumerated() {
      if let first = party.states.first, partyOf[first] >= 0 { parts[partyOf[first]].append(place) }
    }
    for a in 0..<old.count where old.seats[a].flow > 0 {
      for b in 0..<old.count where old.reviews(a, b) > 0 {
        let cell = a * old.count + b
        for isRegional in [true, false] {
          var left = Int(isRegional ? old.regional[cell] : old.open[cell])
          for one in parts[a] where left > 0 {
            for other in parts[b] where left > 0 {
              let amount = min(left, place(one, other, isRegional))
              if amount == 0 { continue }
              add(one, other, isRegional: isRegional, amount)
              left -= amount
            }
          }
        }
      }
    }
    updateAll()
  }

  /// How many more reviews of a pair there is place for.
  private func place(_ a: Int, _ b: Int, _ isRegional: Bool) -> Int {
    if !has(isRegional ? mayRegional : mayOpen, a, b) { return 0 }
    var amount = Int(pairMost[a * count + b]) - reviews(a, b)
    amount = min(amount, seats[a].most - seats[a].flow, loads[b].most - loads[b].flow)
    if isRegional { amount = min(amount, groups[a].most - groups[a].flow) }
    if banMost[a * count + b] >= 0 { amount = min(amount, -banExcess(a, b)) }
    return max(0, amount)
  }
}
