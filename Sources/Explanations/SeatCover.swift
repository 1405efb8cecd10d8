import Pairing

/// How many seats of some States can be filled when no other seat and no mutual ban is thought of:
/// a flow from States alike to reviewers alike, each augmenting way found breadth first (Edmonds
/// and Karp 1972).
struct SeatCover {
  /// The most seats that can be filled.
  private(set) var filled = 0
  private var wanted: [Int]
  private var left: [Int]
  private var room: [[Int]]
  private var held: [[Int]]

  /// - Parameters:
  ///   - group: The States whose seats are looked at.
  ///   - isRegional: Whether only their regional seats are.
  ///   - set: Who may review whom, and how often.
  /// - Complexity: O(m³) for m kinds of States.
  init(_ group: [DemandSet.Party], _ isRegional: Bool, _ set: DemandSet) {
    let reviewers = set.parties.filter { set.field.state($0.kind).isReviewer }
    wanted = group.map { party in
      party.states.count
        * (isRegional ? set.field.regionalSeats(party.kind) : set.field.seats(party.kind))
    }
    left = reviewers.map { $0.states.count * set.field.left($0.kind) }
    room = group.map { party in
      reviewers.map { reviewer in
        let may = set.mayReview(party, reviewer)
        guard may.regional || (!isRegional && may.open) else { return 0 }
        let own = party.states == reviewer.states ? 1 : 0
        return party.states.count * (reviewer.states.count - own)
      }
    }
    held = room.map { $0.map { _ in 0 } }
    for state in group.indices {
      while wanted[state] > 0, fill(state) {}
    }
  }

  /// Fills seats of a State by one way; false where there is none.
  private mutating func fill(_ first: Int) -> Bool {
    // From which State a reviewer was reached, and from which reviewer a State.
    var reachedBy: [Int?] = left.map { _ in nil }
    var through: [Int?] = wanted.map { _ in nil }
    var queue = [first]
    var next = 0
    while next < queue.count {
      let state = queue[next]
      next += 1
      for reviewer in left.indices where reachedBy[reviewer] == nil && room[state][reviewer] > 0 {
        reachedBy[reviewer] = state
        if left[reviewer] > 0 {
          send(to: reviewer, from: first, reachedBy, through)
          return true
        }
        for other in wanted.indices
        where other != first && through[other] == nil && held[other][reviewer] > 0 {
          through[other] = reviewer
          queue.append(other)
        }
      }
    }
    return false
  }

  private mutating func send(
    to end: Int, from first: Int, _ reachedBy: [Int?], _ through: [Int?]
  ) {
    var steps: [(state: Int, reviewer: Int)] = []
    var reviewer: Int? = end
    while let here = reviewer, let state = reachedBy[here] {
      steps.append((state, here))
      reviewer = state == first ? nil : through[state]
    }
    var amount = min(wanted[first], left[end])
    for (state, reviewer) in steps {
      amount = min(amount, room[state][reviewer])
      if state != first, let back = through[state] { amount = min(amount, held[state][back]) }
    }
    for (state, reviewer) in steps {
      room[state][reviewer] -= amount
      held[state][reviewer] += amount
      if state != first, let back = through[state] {
        room[state][back] += amount
        held[state][back] -= amount
      }
    }
    wanted[first] -= amount
    left[end] -= amount
    filled += amount
  }
}
