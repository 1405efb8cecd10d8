/// A repair tree was cut short: an answer must come from somewhere else.
struct RepairCut: Error {}

extension PairingFlow {
  /// Whether two States review each other.
  private func isMutual(_ a: Int, _ b: Int) -> Bool { on[a, b] && on[b, a] }

  /// Two States that review each other; nil where none do. Only the pairs turned on since the
  /// repair began are looked at, and those that were mutual before.
  private func someMutualPair() -> (Int, Int)? {
    guard forbidsMutual else { return nil }
    for (a, b) in mutualBefore where isMutual(a, b) { return (a, b) }
    for place in repairStart..<log.count {
      guard case .take(let seat, let reviewer) = log[place] else { continue }
      let state = seat < span ? seat : seat - span
      if isMutual(state, reviewer) { return (state, reviewer) }
    }
    return nil
  }

  /// Repairs an assignment of which nothing is known.
  ///
  /// - Returns: As ``repair(_:)``.
  mutating func repairAll(_ work: inout FlowWork) throws(RepairCut) -> Bool {
    repairNodes = 0
    repairStart = log.count
    mutualBefore = mutualPairs()
    defer { mutualBefore = [] }
    return try repair(&work)
  }

  /// Reroutes the assignment at no cost until no two States review each other.
  ///
  /// Of two mutual pairs one must be off in every lawful completion: each branch forces one off by
  /// a tight cycle and forbids it, and a branch without such a cycle is dead. The second branch may
  /// hold the first pair on, since the first branch covers every completion without it.
  ///
  /// - Returns: Whether it succeeded; if not, nothing is changed and no lawful completion exists.
  /// - Throws: `RepairCut` where the tree has more nodes than the limit; nothing is changed then.
  mutating func repair(_ work: inout FlowWork) throws(RepairCut) -> Bool {
    guard let (a, b) = someMutualPair() else { return true }
    repairNodes += 1
    work.decided.repairNodes += 1
    if repairNodes > repairLimit { throw RepairCut() }
    let mark = log.count
    do {
      if forceOff(a, reviewer: b, &work), try repair(&work) { return true }
      rollBack(to: mark)
      perform(.pin(a, b))
      if forceOff(b, reviewer: a, &work), try repair(&work) { return true }
      rollBack(to: mark)
      return false
    } catch {
      rollBack(to: mark)
      throw error
    }
  }

  /// Undoes mutual pairs by tight cycles that make no new ones, as far as that goes.
  ///
  /// - Returns: A pair of States that still review each other; nil where none do.
  mutating func stubbornMutualPair(_ work: inout FlowWork) -> (Int, Int)? {
    var stubborn: Set<[Int]> = []
    while let (a, b) = mutualPairs().first(where: { !stubborn.contains([$0.0, $0.1]) }) {
      let count = mutualPairs().count
      var isUndone = false
      for (state, reviewer) in [(a, b), (b, a)] where !isUndone {
        let mark = log.count
        isUndone =
          forceOff(state, reviewer: reviewer, modes: [true], forbids: false, &work)
          && mutualPairs().count < count
        if !isUndone { rollBack(to: mark) }
      }
      if !isUndone { stubborn.insert([a, b]) }
    }
    log.removeAll(keepingCapacity: true)
    return mutualPairs().first
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
}
