/// Exchanges that keep the rules that the flow does not know.
extension SeatFlow {
  /// Moves reviews that cannot take place together, one of them each time, as long as exchanges that
  /// cost nothing do so and bring no others together.
  mutating func mend() {
    var isMoved = true
    while isMoved {
      isMoved = false
      for one in breaches {
        let held = one.pairs.filter { holds($0.state, $0.reviewer) }
        if held.count > 1 && held.contains(where: { moveAway($0.state, $0.reviewer) }) {
          isMoved = true
        }
      }
    }
  }

  /// Moves a review by exchanges that cost nothing.
  private mutating func moveAway(_ state: Int, _ reviewer: Int) -> Bool {
    let place = state * moment.count + reviewer
    let bits = moment.options[place]
    guard bits != 0, let kind = kind(state, reviewer) else { return false }
    // At a price of its own it would have to be moved at that price.
    if value(state, kind, reviewer) != 0 { return false }
    moment.options[place] = 0
    let start = moment.entry(state, kind, reviewer)
    let ways = exchanges(to: moment.exit(state, reviewer), avoidsMutual: true)
    moment.options[place] = bits
    guard ways.next[start] >= 0 else { return false }
    var changes = [PairChange(state: state, reviewer: reviewer, kind: nil)]
    var node = start
    while ways.next[node] != node {
      let next = ways.next[node]
      if let change = change(from: node, to: next, via: ways.via[node]) { changes.append(change) }
      node = next
    }
    guard keepsApart(changes) else { return false }
    apply(changes)
    return true
  }

  /// Whether changes turn no two mutual pairs on, no pair twice, and keep apart who may not sit
  /// together.
  func keepsApart(_ changes: [PairChange]) -> Bool {
    for (place, change) in changes.enumerated() {
      if changes[..<place].contains(where: {
        $0.state == change.state && $0.reviewer == change.reviewer
      }) {
        return false
      }
      if moment.allowsMutual { continue }
      let mutual = changes.last { $0.state == change.reviewer && $0.reviewer == change.state }
      let isBack = mutual.map { $0.kind != nil } ?? holds(change.reviewer, change.state)
      if change.kind != nil && isBack { return false }
      // Somebody must pay a toll.
      if change.kind == nil && !isBack && toll(change.state, change.reviewer) > 0 { return false }
    }
    let apart = moment.limits.apart
    if apart.isEmpty { return true }
    return Set(changes.map(\.state)).allSatisfy { state in
      var sitting = Set(reviewers[state])
      for change in changes where change.state == state {
        if change.kind == nil {
          sitting.remove(change.reviewer)
        } else {
          sitting.insert(change.reviewer)
        }
      }
      let all = sitting.sorted()
      return !all.contains { one in all.contains { $0 > one && apart.areApart(one, $0) } }
        && moment.limits.rivals.indices.allSatisfy { place in
          // Somebody must pay a toll.
          let rivals = moment.limits.rivals[place]
          return rivals.state != state || toll(ofRivals: place) == 0
            || rivals.members.contains { sitting.contains($0) }
        }
    }
  }
}
