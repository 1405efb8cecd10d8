import Rules

extension PairingFlow {
  /// Forbids a pair, and where it is on makes the assignment best again without it, at whatever
  /// cost.
  ///
  /// - Complexity: O(n²), one shortest path.
  mutating func ban(_ state: Int, reviewer: Int, _ work: inout FlowWork) {
    let seat = seat(of: reviewer, underReview: state)
    precondition(
      seat >= 0 || !on[state, reviewer], "a pair that is drawn for good cannot be banned")
    // The pair stays on while the path is sought, so that no path turns it on again.
    setAllowed(state, reviewer, regional: false, open: false)
    setTight(state, reviewer, regional: false, open: false, swap: false)
    if seat < 0 { return }
    let target = 2 * span + reviewer
    shortenPotentials(from: [seat], to: target)
    markTightArcs()
    search(
      to: target, in: &work.inner, isCareful: false, blocked: (state, reviewer), goal: seat)
    precondition(work.inner.reached(seat), "a seat can always be left empty")
    perform(.drop(seat, reviewer))
    push(from: seat, along: work.inner)
    markTightArcs()
    log.removeAll(keepingCapacity: true)
  }
}
