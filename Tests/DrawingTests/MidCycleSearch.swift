import Members
import Rules
import TestingTools

/// One exhaustive search of a ``MidCycleJudge``.
struct MidCycleSearch {
  let judge: MidCycleJudge
  let limit: [Int]?
  /// Whether even a vector equal to the limit is too much.
  var isStrict = false
  let visit: ([Int], MidCycleJudge.Completion) -> MidCycleJudge.Wish
  var order: [Int]
  var load: [Int]
  var reviewers: [[Int]]
  var units: [Int]
  var seatsLeft: Int
  var holders: MidCycleJudge.Completion = [:]
  var isOver = false
  /// Positions already explored: what can follow depends on nothing else.
  var explored: Set<Key> = []

  /// The State to come next, the loads, the waivers so far, and the pairs whose mutual pair can
  /// still be drawn.
  struct Key: Hashable {
    let position: Int
    let load: [Int]
    let units: [Int]
    let binding: [UInt16]
  }

  init(
    _ judge: MidCycleJudge, limit: [Int]?,
    _ visit: @escaping ([Int], MidCycleJudge.Completion) -> MidCycleJudge.Wish
  ) {
    self.visit = visit
    self.judge = judge
    self.limit = limit
    order = judge.left.indices.filter { judge.left[$0].regional + judge.left[$0].open > 0 }
    reviewers = judge.left.map(\.reviewers)
    load = Array(repeating: 0, count: judge.states.count)
    for list in reviewers { for j in list { load[j] += 1 } }
    units = judge.settled
    seatsLeft = judge.left.reduce(0) { $0 + $1.regional + $1.open }
    // States with the fewest possible reviewers first: only the speed depends on it.
    let judge = self.judge
    order.sort { a, b in
      judge.states.indices.count { judge.mayReview($0, a) }
        < judge.states.indices.count { judge.mayReview($0, b) }
    }
  }

  /// The least that the reviews missing below the minimum can still come to.
  func missing() -> Int {
    var missing = 0
    for (j, state) in judge.states.enumerated() where state.isReviewer {
      missing += max(0, judge.rulebook.least(of: state) - load[j])
    }
    return missing - seatsLeft
  }

  func isTooMuch() -> Bool {
    let missing = missing()
    if missing > 0 && judge.rank[.minimumLoad] == nil { return true }
    guard let limit else { return false }
    var bound = units
    if let level = judge.rank[.minimumLoad] { bound[level] = max(0, missing) }
    return isAbove(bound, limit)
  }

  /// Whether the States to come cost too much even if each had all reviewers to itself.
  func isHopeless(_ position: Int) -> Bool {
    var bound = units
    var empty = 0
    func add(_ rule: WaivableRule, _ count: Int = 1) -> Bool {
      guard let level = judge.rank[rule] else { return count == 0 }
      bound[level] += count
      return true
    }
    for i in order[position...] {
      let free = judge.states.indices.filter { isFree($0, i) && judge.mayReview($0, i) }
      let group = free.filter { judge.mayHoldRegional($0, i) }
      let seats = judge.left[i].regional + judge.left[i].open
      empty += max(0, seats - free.count)
      guard judge.left[i].regional > 0 else { continue }
      if group.isEmpty && !add(.sameRegion) { return true }
      if judge.counts(i) && !group.contains(where: { judge.similar(i, $0) })
        && !add(.legalSystem)
      {
        return true
      }
    }
    let places = judge.states.indices.reduce(0) { sum, j in
      let state = judge.states[j]
      return sum + (state.isReviewer ? max(0, judge.rulebook.most(of: state) - load[j]) : 0)
    }
    if !add(.seat, max(empty, seatsLeft - places)) { return true }
    if let level = judge.rank[.minimumLoad] { bound[level] = max(0, missing()) }
    return limit.map { isAbove(bound, $0) } ?? false
  }

  func isAbove(_ vector: [Int], _ limit: [Int]) -> Bool {
    isStrict
      ? !vector.lexicographicallyPrecedes(limit) : limit.lexicographicallyPrecedes(vector)
  }

  mutating func step(_ position: Int) {
    if isOver || isTooMuch() { return }
    if position == order.count {
      var vector = units
      let missing = judge.states.enumerated().reduce(0) { sum, entry in
        sum
          + (entry.element.isReviewer
            ? max(0, judge.rulebook.least(of: entry.element) - load[entry.offset]) : 0)
      }
      if let level = judge.rank[.minimumLoad] {
        vector[level] = missing
      } else if missing > 0 {
        return
      }
      if let limit, isAbove(vector, limit) { return }
      isOver = visit(vector, holders) == .stop
      return
    }
    let toCome = order[position...].reduce(into: UInt16(0)) { $0 |= 1 << UInt16($1) }
    let binding = reviewers.map { list in
      judge.rulebook.mutualReviews == .allowed
        ? 0 : list.reduce(into: UInt16(0)) { $0 |= 1 << UInt16($1) } & toCome
    }
    let key = Key(position: position, load: load, units: units, binding: binding)
    if !explored.insert(key).inserted || isHopeless(position) { return }
    let i = order[position]
    holders[i] = (nil, [])
    if judge.left[i].regional == 0 {
      open(position, i, judge.left[i].open, from: 0)
      return
    }
    for j in judge.states.indices where judge.mayHoldRegional(j, i) && isFree(j, i) {
      let before = units
      if judge.counts(i) && !judge.similar(i, j) {
        guard add(.legalSystem) else { continue }
      }
      take(j, i)
      holders[i]?.regional = j
      open(position, i, judge.left[i].open, from: 0)
      holders[i]?.regional = nil
      drop(j, i)
      units = before
      if isOver { return }
    }
    let before = units
    if add(.sameRegion), !judge.counts(i) || add(.legalSystem) {
      open(position, i, judge.left[i].open + 1, from: 0)
    }
    units = before
  }

  /// Fills open seats with reviewers in ascending order, then leaves the rest empty.
  mutating func open(_ position: Int, _ i: Int, _ seats: Int, from first: Int) {
    if isOver || isTooMuch() { return }
    if seats == 0 {
      let saved = holders
      step(position + 1)
      holders = saved
      return
    }
    for j in first..<judge.states.count where judge.mayHoldOpen(j, i) && isFree(j, i) {
      take(j, i)
      holders[i]?.open.append(j)
      open(position, i, seats - 1, from: j + 1)
      holders[i]?.open.removeLast()
      drop(j, i)
      if isOver { return }
    }
    let before = units
    for _ in 0..<seats {
      guard add(.seat) else {
        units = before
        return
      }
    }
    seatsLeft -= seats
    let saved = holders
    step(position + 1)
    holders = saved
    seatsLeft += seats
    units = before
  }

  func isFree(_ j: Int, _ i: Int) -> Bool {
    load[j] < judge.rulebook.most(of: judge.states[j]) && !reviewers[i].contains(j)
      && (judge.rulebook.mutualReviews == .allowed || !reviewers[j].contains(i))
  }

  mutating func add(_ rule: WaivableRule) -> Bool {
    guard let level = judge.rank[rule] else { return false }
    units[level] += 1
    return true
  }

  mutating func take(_ j: Int, _ i: Int) {
    load[j] += 1
    reviewers[i].append(j)
    seatsLeft -= 1
  }

  mutating func drop(_ j: Int, _ i: Int) {
    load[j] -= 1
    reviewers[i].removeLast()
    seatsLeft += 1
  }
}
