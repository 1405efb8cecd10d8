extension PairingFlow {
  /// One step that can be taken back.
  enum Change {
    /// Seat node, reviewer: the seat takes the reviewer.
    case take(Int, Int)
    /// Seat node, reviewer: the seat drops the reviewer.
    case drop(Int, Int)
    /// A State, and the change of its empty seats.
    case empty(Int, Int)
    /// State under review, reviewer, and the tight bits that were cleared.
    case forbid(Int, Int, UInt8)
    /// State under review, reviewer: the pair is held on.
    case pin(Int, Int)
  }

  /// The seat node that holds a reviewer for a State, or −1 where it was drawn for good or is off.
  func seat(of reviewer: Int, underReview state: Int) -> Int {
    if Int(regional[state]) == reviewer { return state }
    return open.place(state, of: reviewer) == nil ? -1 : span + state
  }

  /// Performs a change and notes it.
  mutating func perform(_ change: Change) {
    log.append(change)
    apply(change)
  }

  /// Takes back everything noted since a mark.
  mutating func rollBack(to mark: Int) {
    while log.count > mark {
      switch log.removeLast() {
      case .take(let seat, let reviewer): apply(.drop(seat, reviewer))
      case .drop(let seat, let reviewer): apply(.take(seat, reviewer))
      case .empty(let state, let change): empty[state] -= change
      case .forbid(let state, let reviewer, let bits): restore(state, reviewer, bits)
      case .pin(let state, let reviewer): pinned[state, reviewer] = false
      }
    }
  }

  private mutating func apply(_ change: Change) {
    switch change {
    case .take(let seat, let reviewer):
      let state = seat < span ? seat : seat - span
      if seat < span {
        regional[state] = Int32(truncatingIfNeeded: reviewer)
      } else {
        open.add(state, reviewer)
      }
      on[state, reviewer] = true
      onBy[reviewer, state] = true
      load[reviewer] += 1
      updateRoom(reviewer)
    case .drop(let seat, let reviewer):
      let state = seat < span ? seat : seat - span
      if seat < span {
        regional[state] = -1
      } else {
        open.remove(state, reviewer)
      }
      on[state, reviewer] = false
      onBy[reviewer, state] = false
      load[reviewer] -= 1
      updateRoom(reviewer)
    case .empty(let state, let change): empty[state] += change
    case .forbid(let state, let reviewer, _): clear(state, reviewer)
    case .pin(let state, let reviewer): pinned[state, reviewer] = true
    }
  }

  /// Whether a reviewer can do one review more, or one less, on a tight arc to the sink.
  mutating func updateRoom(_ j: Int) {
    let done = load[j]
    room[j] = done < maximum[j] && isTightLoad(j, after: done)
    shed[j] = done > fixedLoad[j] && isTightLoad(j, after: done - 1)
  }

  /// Takes a pair out of every matrix, with a note of what it was.
  mutating func forbid(_ state: Int, _ reviewer: Int) {
    var bits: UInt8 = 0
    if tightRegional[state, reviewer] { bits |= 1 }
    if tightOpen[state, reviewer] { bits |= 2 }
    if tightSwap[state, reviewer] { bits |= 4 }
    if allowedRegional[state, reviewer] { bits |= 8 }
    if allowedOpen[state, reviewer] { bits |= 16 }
    perform(.forbid(state, reviewer, bits))
  }

  private mutating func clear(_ state: Int, _ reviewer: Int) {
    setTight(state, reviewer, regional: false, open: false, swap: false)
    setAllowed(state, reviewer, regional: false, open: false)
  }

  private mutating func restore(_ state: Int, _ reviewer: Int, _ bits: UInt8) {
    setTight(
      state, reviewer, regional: bits & 1 != 0, open: bits & 2 != 0, swap: bits & 4 != 0)
    setAllowed(state, reviewer, regional: bits & 8 != 0, open: bits & 16 != 0)
  }

  /// Writes whether a pair may still be drawn.
  mutating func setAllowed(_ state: Int, _ reviewer: Int, regional: Bool, open: Bool) {
    allowedRegional[state, reviewer] = regional
    allowedRegionalBy[reviewer, state] = regional
    allowedOpen[state, reviewer] = open
    allowedOpenBy[reviewer, state] = open
  }

  /// Writes the tight bits of a pair.
  mutating func setTight(_ state: Int, _ reviewer: Int, regional: Bool, open: Bool, swap: Bool) {
    tightRegional[state, reviewer] = regional
    tightRegionalBy[reviewer, state] = regional
    tightOpen[state, reviewer] = open
    tightOpenBy[reviewer, state] = open
    tightSwap[state, reviewer] = swap
  }

  /// Sends one unit along the path that a search found.
  ///
  /// All drops come before all takes, so that no seat ever holds more than it has room for.
  ///
  /// - Parameters:
  ///   - start: The node to start from; the search reached it.
  ///   - search: The search, whose target the path ends at.
  mutating func push(from start: Int, along search: FlowSearch) {
    let n = span
    var takes: [Change] = []
    var node = start
    while search.next[node] >= 0 {
      let next = Int(search.next[node])
      let isSeat = node < 2 * n
      let nextIsSeat = next < 2 * n
      if isSeat && nextIsSeat {
        let reviewer = Int(search.via[node])
        perform(.drop(next, reviewer))
        takes.append(.take(node, reviewer))
      } else if isSeat && next < 3 * n {
        takes.append(.take(node, next - 2 * n))
      } else if nextIsSeat && node >= 2 * n && node < 3 * n {
        perform(.drop(next, node - 2 * n))
      } else if node == sink && next >= 3 * n {
        perform(.empty(next - 3 * n, -1))
      } else if next == sink && node >= 3 * n {
        perform(.empty(node - 3 * n, 1))
      }
      node = next
    }
    for take in takes { perform(take) }
  }
}
