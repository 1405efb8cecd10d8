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
    while true {
      let arc = arc(number)
      let missing = arc.least - arc.flow
      let over = arc.flow - arc.most
      if missing <= 0 && over <= 0 { return .yes }
      let (start, goal) = missing > 0 ? (to, from) : (from, to)
      if finds(goal, from: start, isCareful: true) {
        let sent = send(to: goal, atMost: max(missing, over))
        if sent == 0 { return .unknown }
        change(number, by: missing > 0 ? sent : -sent)
      } else {
        return hasBans && finds(goal, from: start, isCareful: false) ? .unknown : .no
      }
    }
  }

  /// Fills the pairs that must be drawn to the last.
  private mutating func mendPairs() -> Answer {
    for a in 0..<count {
      for b in 0..<count where reviews(a, b) < Int(pairLeast[a * count + b]) {
        // Such pairs arise only where a ban took reviews out.
        return .unknown
      }
    }
    return .yes
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
    for a in 0..<count { for b in 0..<count { update(a, b) } }
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
