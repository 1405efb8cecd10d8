/// A repair tree was cut short: an answer must come from somewhere else.
struct RepairCut: Error {}

/// What keeps an assignment from being lawful, or from being as cheap as its bound.
enum Breach: Hashable, Sendable {
  /// Two States that review each other.
  case mutual(Int, Int)
  /// Two States that have a price and of which neither reviews the other.
  case idle(Int, Int)

  /// The two States.
  var states: (Int, Int) {
    switch self {
    case .mutual(let a, let b), .idle(let a, let b): (a, b)
    }
  }
}

extension PairingFlow {
  /// Whether two States review each other.
  private func isMutual(_ a: Int, _ b: Int) -> Bool { on[a, b] && on[b, a] }

  /// A breach of the rule, or of a price; nil where there is none. Only the pairs turned on since the
  /// repair began are looked at, those that were mutual before, and those with a price.
  private func someBreach() -> Breach? {
    guard forbidsMutual else { return nil }
    for (a, b) in mutualBefore where isMutual(a, b) { return .mutual(a, b) }
    for place in repairStart..<log.count {
      guard case .take(let seat, let reviewer) = log[place] else { continue }
      let state = seat < span ? seat : seat - span
      if isMutual(state, reviewer) { return .mutual(state, reviewer) }
    }
    return idlePairs.first.map { .idle($0.0, $0.1) }
  }

  /// Repairs an assignment of which nothing is known.
  ///
  /// - Returns: As ``repair(_:)``.
  mutating func repairAll(_ work: inout FlowWork) throws(RepairCut) -> Bool {
    (repairNodes, repairNodesLeft) = (0, repairLimit)
    repairStart = log.count
    mutualBefore = mutualPairs()
    defer { mutualBefore = [] }
    return try repair(&work)
  }

  /// Reroutes the assignment at no cost until no two States review each other, and one of each two
  /// pairs with a price is on.
  ///
  /// Of two mutual pairs one must be off in every lawful completion: each branch forces one off by
  /// a tight cycle and forbids it, and a branch without such a cycle is dead. The second branch may
  /// hold the first pair on, since the first branch covers every completion without it. Of two idle
  /// pairs with a price one must be on: each branch forces one on, and the second forbids the first.
  ///
  /// - Returns: Whether it succeeded; if not, nothing is changed and no lawful completion exists.
  /// - Throws: `RepairCut` where the tree has more nodes than the limit; nothing is changed then.
  mutating func repair(_ work: inout FlowWork) throws(RepairCut) -> Bool {
    guard let breach = someBreach() else { return true }
    repairNodes += 1
    work.decided.repairNodes += 1
    repairNodesLeft -= 1
    if repairNodes > repairLimit || repairNodesLeft < 0 { throw RepairCut() }
    let mark = log.count
    do {
      switch breach {
      case .mutual(let a, let b):
        if forceOff(a, reviewer: b, &work), try repair(&work) { return true }
        rollBack(to: mark)
        if !pinned[a, b] { perform(.pin(a, b)) }
        if forceOff(b, reviewer: a, &work), try repair(&work) { return true }
      case .idle(let a, let b):
        if forceOn(a, reviewer: b, &work), try repair(&work) { return true }
        rollBack(to: mark)
        forbid(a, b)
        if forceOn(b, reviewer: a, &work), try repair(&work) { return true }
      }
      rollBack(to: mark)
      return false
    } catch {
      rollBack(to: mark)
      throw error
    }
  }

  /// Every breach, those of the rule first, in canonical order.
  func breaches() -> [Breach] {
    mutualPairs().map { .mutual($0.0, $0.1) } + idlePairs.map { .idle($0.0, $0.1) }
  }

  /// Undoes breaches by tight cycles that make no new ones, as far as that goes.
  ///
  /// - Returns: The breaches that are left.
  mutating func undoBreaches(_ work: inout FlowWork) -> [Breach] {
    var stubborn: Set<Breach> = []
    var left = breaches()
    while let breach = left.first(where: { !stubborn.contains($0) }) {
      let (a, b) = breach.states
      var isUndone = false
      for (state, reviewer) in [(a, b), (b, a)] where !isUndone {
        let mark = log.count
        let isForced =
          switch breach {
          case .mutual:
            forceOff(state, reviewer: reviewer, modes: [true], forbids: false, &work)
          case .idle: forceOn(state, reviewer: reviewer, modes: [true], holds: false, &work)
          }
        let now = isForced ? breaches() : left
        isUndone = now.count < left.count
        if isUndone { left = now } else { rollBack(to: mark) }
      }
      if !isUndone { stubborn.insert(breach) }
    }
    log.removeAll(keepingCapacity: true)
    return left
  }

  /// The States that review each other, each two once, in canonical order.
  func mutualPairs() -> [(Int, Int)] {
    var pairs: [(Int, Int)] = []
    guard forbidsMutual else { return [] }
    for state in 0..<stateCount {
      for word in 0..<on.wordsPerRow {
        var both = on.word(state, word) & onBy.word(state, word)
        while both != 0 {
          let other = word << 6 + both.trailingZeroBitCount
          both &= both - 1
          if state < other { pairs.append((state, other)) }
        }
      }
    }
    return pairs
  }

  /// Turns a pair off by a tight cycle and forbids it; false where there is no such cycle.
  ///
  /// - Parameters:
  ///   - modes: Whether each search is careful; the first that finds a cycle decides.
  ///   - forbids: Whether the pair may not come back.
  mutating func forceOff(
    _ state: Int, reviewer: Int, modes: [Bool] = [true, false], forbids: Bool = true,
    _ work: inout FlowWork
  ) -> Bool {
    let seat = seat(of: reviewer, underReview: state)
    if seat < 0 || pinned[state, reviewer] { return false }
    if pinnedHolder == reviewer && pinnedSeat == seat { return false }
    let isTight = seat < span ? tightRegional[state, reviewer] : tightOpen[state, reviewer]
    if !isTight { return false }
    let target = 2 * span + reviewer
    for isCareful in modes {
      search(
        to: target, in: &work.inner, isCareful: isCareful, blocked: (state, reviewer), goal: seat)
      if work.inner.reached(seat) {
        perform(.drop(seat, reviewer))
        push(from: seat, along: work.inner)
        if forbids { forbid(state, reviewer) }
        return true
      }
    }
    return false
  }
  /// Turns a pair on by a tight cycle, holds it and forbids its mutual pair; false where there is no
  /// such cycle.
  ///
  /// - Parameters:
  ///   - modes: Whether each search is careful; the first that finds a cycle decides.
  ///   - holds: Whether the pair may not go again, nor its mutual pair come.
  mutating func forceOn(
    _ state: Int, reviewer: Int, modes: [Bool] = [true, false], holds: Bool = true,
    _ work: inout FlowWork
  ) -> Bool {
    let start = 2 * span + reviewer
    for isCareful in modes {
      for target in [state, span + state] {
        if !(target < span ? tightRegional : tightOpen)[state, reviewer] { continue }
        search(to: target, in: &work.inner, isCareful: isCareful, goal: start)
        if !work.inner.reached(start) { continue }
        push(from: start, along: work.inner)
        perform(.take(target, reviewer))
        if holds {
          perform(.pin(state, reviewer))
          // One that the cycle turned on is mutual now, and forced off as such.
          if !on[reviewer, state] { forbid(reviewer, state) }
        }
        return true
      }
    }
    return false
  }
}
