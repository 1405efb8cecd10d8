import Drawing
import Members
import Rules

/// The slow, obviously right judge of a cycle in which anything may have happened: tries every
/// assignment of every seat that is left.
///
/// ``BruteForceJudge`` is much faster but knows only cycles in which States are served one by one.
final class MidCycleJudge {
  /// What is left of one review.
  struct Left {
    var regional = 0
    var open = 0
    var reviewers: [Int] = []
  }

  let states: [State]
  let rulebook: Rulebook
  let conflicts: Set<Conflict>
  var left: [Left]
  var settled: [Int]
  /// For each State, those that redraws and stand-downs keep out of its bowls.
  let excluded: [Set<Int>]
  private let rank: [WaivableRule: Int]

  init(_ cycle: Cycle) {
    let states = cycle.roster.states
    self.states = states
    rulebook = cycle.rulebook
    conflicts = Set(cycle.conflicts)
    left = cycle.reviews.map { review in
      Left(
        regional: review.regional == .toDraw ? 1 : 0, open: review.openLeft,
        reviewers: review.reviewers)
    }
    excluded = cycle.reviews.map { review in
      let stoodDown = cycle.standDowns.filter { $0.year == review.year }.compactMap { down in
        states.firstIndex { $0.code == down.state }
      }
      return Set(stoodDown + (review.excludesReleased ? review.released : []))
    }
    rank = Dictionary(
      uniqueKeysWithValues: cycle.rulebook.waivers.enumerated().map { ($0.element, $0.offset) })
    settled = cycle.rulebook.waivers.map { rule in
      rule == .minimumLoad ? 0 : cycle.waivers.count { $0.rule == rule }
    }
  }

  // MARK: The rules

  func counts(_ i: Int) -> Bool {
    rulebook.similarLegalSystem == .preferred && !states[i].legalSystems.isEmpty
  }

  func similar(_ i: Int, _ j: Int) -> Bool {
    !Set(states[i].legalSystems).isDisjoint(with: states[j].legalSystems)
  }

  func mayReview(_ j: Int, _ i: Int) -> Bool {
    i != j && states[j].isReviewer
      && (rulebook.protocols == .any
        || Set(states[i].protocols).isSubset(of: states[j].protocols))
      && !conflicts.contains(Conflict(underReview: states[i].code, reviewer: states[j].code))
      && !excluded[i].contains(j)
  }

  func mayHoldRegional(_ j: Int, _ i: Int) -> Bool {
    mayReview(j, i) && !states[i].region.isEmpty && states[i].region == states[j].region
  }

  func mayHoldOpen(_ j: Int, _ i: Int) -> Bool {
    mayReview(j, i)
      && (rulebook.openSeats == .any || states[i].region.isEmpty
        || states[i].region != states[j].region)
  }

  // MARK: What is drawn

  func settle(_ rule: WaivableRule) { if let level = rank[rule] { settled[level] += 1 } }

  func place(_ j: Int, _ i: Int, regional: Bool) {
    left[i].reviewers.append(j)
    if regional {
      left[i].regional -= 1
      if counts(i) && !similar(i, j) { settle(.legalSystem) }
    } else {
      left[i].open -= 1
    }
  }

  func unplace(_ i: Int, regional: Bool, _ before: [Int]) {
    left[i].reviewers.removeLast()
    if regional { left[i].regional += 1 } else { left[i].open += 1 }
    settled = before
  }

  // MARK: Questions

  /// The best vector of all completions; nil where there is none.
  func best() -> [Int]? {
    var best: [Int]?
    var isImproved = true
    while isImproved {
      isImproved = false
      explore(limit: best, isStrict: true) { vector, _ in
        best = vector
        isImproved = true
        return .stop
      }
    }
    return best
  }

  /// The bowl of a seat: each candidate is tried by searching for a completion as good as the best.
  func bowl(_ i: Int, regional: Bool, best: [Int]) -> [Int] {
    var known: Set<Int> = []
    let candidates = states.indices.filter { j in
      (regional ? mayHoldRegional(j, i) : mayHoldOpen(j, i)) && !left[i].reviewers.contains(j)
        && isFree(j, i)
        // A dissimilar reviewer costs a waiver, which the rulebook may not grant.
        && (!regional || !counts(i) || similar(i, j) || rank[.legalSystem] != nil)
    }
    for j in candidates where !known.contains(j) {
      let before = settled
      place(j, i, regional: regional)
      var found: [Int: (regional: Int?, open: [Int])]?
      explore(limit: best, isStrict: false) { _, completion in
        found = completion
        return .stop
      }
      unplace(i, regional: regional, before)
      if let found {
        known.insert(j)
        // Open seats are alike: who holds another open seat of the review can hold this one.
        if !regional { known.formUnion(found[i]?.open ?? []) }
      }
    }
    return known.sorted()
  }

  private func isFree(_ j: Int, _ i: Int) -> Bool {
    let load = left.reduce(0) { $0 + $1.reviewers.count { $0 == j } }
    let mutual = rulebook.mutualReviews == .forbidden && left[j].reviewers.contains(i)
    return load < rulebook.maximumLoad && !mutual
  }

  // MARK: The search

  /// Who holds the seats that were left, by State under review.
  typealias Completion = [Int: (regional: Int?, open: [Int])]

  /// What a visitor wants next.
  enum Wish {
    case stop
    case goOn
  }

  /// Visits completions whose vector is not above a limit (below it, if strict), until the visitor
  /// has enough.
  private func explore(
    limit: [Int]?, isStrict: Bool, _ visit: @escaping ([Int], Completion) -> Wish
  ) {
    var search = Search(self, limit: limit, visit)
    search.isStrict = isStrict
    search.step(0)
  }

  private struct Search {
    let judge: MidCycleJudge
    let limit: [Int]?
    /// Whether even a vector equal to the limit is too much.
    var isStrict = false
    let visit: ([Int], Completion) -> Wish
    var order: [Int]
    var load: [Int]
    var reviewers: [[Int]]
    var units: [Int]
    var seatsLeft: Int
    var holders: Completion = [:]
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
      _ judge: MidCycleJudge, limit: [Int]?, _ visit: @escaping ([Int], Completion) -> Wish
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
        missing += max(0, judge.rulebook.minimumLoad - load[j])
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
        sum + (judge.states[j].isReviewer ? max(0, judge.rulebook.maximumLoad - load[j]) : 0)
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
              ? max(0, judge.rulebook.minimumLoad - load[entry.offset]) : 0)
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
      load[j] < judge.rulebook.maximumLoad && !reviewers[i].contains(j)
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
}
