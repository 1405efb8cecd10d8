import Rules

extension PairingFlow {
  /// The seat node of a State's regional or open seats.
  func node(of seat: Seat, underReview state: Int) -> Int {
    seat == .regional ? state : span + state
  }

  /// Finds the States that can hold a seat in an assignment as good as this one.
  ///
  /// One backward search from the seat decides nearly all. It is careful first: it takes no step
  /// that makes two States review each other. Where that reaches not all candidates it goes on over
  /// the steps it skipped, which proves that the unreached are out. A candidate whose way makes no
  /// mutual pair is in. What remains is rerouted and repaired by branching.
  ///
  /// - Parameters:
  ///   - known: Candidates that need no answer any more; receives those that are in.
  ///   - undecided: Receives the candidates whose repair was cut short.
  mutating func bowl(
    of seat: Seat, underReview state: Int, _ known: inout BitSet, undecided: inout BitSet,
    _ work: inout FlowWork
  ) {
    let target = node(of: seat, underReview: state)
    repairNodesLeft = repairLimit * Self.longRepairs
    searchCandidates(for: target, known, in: &work.seat)
    let reviewers = 2 * on.wordsPerRow
    for word in 0..<on.wordsPerRow {
      let tight = (seat == .regional ? tightRegional : tightOpen).word(state, word)
      let unknown = ~known.words[word]
      var off = tight & unknown & ~on.word(state, word)
      let unreached = off & ~work.seat.words[reviewers + word]
      work.decided.outByFlow += unreached.nonzeroBitCount
      off &= ~unreached
      while off != 0 {
        let candidate = word << 6 + off.trailingZeroBitCount
        off &= off - 1
        decide(candidate, 2 * span + candidate, target, state, &known, &undecided, &work)
      }
      var on = on.word(state, word) & unknown
      while on != 0 {
        let candidate = word << 6 + on.trailingZeroBitCount
        on &= on - 1
        let holder = self.seat(of: candidate, underReview: state)
        if holder == target {
          work.decided.held += 1
          known[candidate] = true
        } else if holder >= 0 && tightSwap[state, candidate] {
          if work.seat.reached(holder) {
            decide(candidate, holder, target, state, &known, &undecided, &work)
          } else {
            work.decided.outByFlow += 1
          }
        }
      }
    }
    log.removeAll(keepingCapacity: true)
    if work.seat.missing > 0 { prune(work.seat) }
  }

  /// Decides on a candidate whose way to the seat, from a node on, was found.
  private mutating func decide(
    _ candidate: Int, _ start: Int, _ target: Int, _ state: Int, _ known: inout BitSet,
    _ undecided: inout BitSet, _ work: inout FlowWork
  ) {
    if isLawful(from: start, candidate, state, work.seat) {
      work.decided.path += 1
      known[candidate] = true
      return
    }
    if !repairs { return }
    let mark = log.count
    do {
      if try reroute(target, state, candidate, start, &work) {
        work.decided.repaired += 1
        known[candidate] = true
      } else {
        work.decided.outBySearch += 1
      }
    } catch {
      undecided[candidate] = true
    }
    rollBack(to: mark)
    unpinSeat()
  }

  /// Whether sending the unit along a way that was found makes no two States review each other, and
  /// leaves one of each two pairs that have a price on.
  private func isLawful(
    from start: Int, _ candidate: Int, _ state: Int, _ search: FlowSearch
  ) -> Bool {
    if !forbidsMutual { return true }
    let turnsOn = start >= 2 * span
    let pair = turnsOn ? FlowSearch.bit(state, candidate) : 0
    if search.isSurelyLawful(from: start, after: pair) && !(turnsOn && on[candidate, state]) {
      return true
    }
    return !breaks(state, candidate, start, search)
  }

  /// Whether sending the unit along a path would make two States review each other, or turn both of
  /// two pairs that have a price off.
  private func breaks(
    _ state: Int, _ candidate: Int, _ start: Int, _ search: FlowSearch
  ) -> Bool {
    let n = span
    var turnedOn: [(Int, Int)] = []
    var turnedOff: [(Int, Int)] = []
    if start >= 2 * n { turnedOn.append((state, candidate)) }
    var node = start
    while search.next[node] >= 0 {
      let next = Int(search.next[node])
      if node < 2 * n && next >= 2 * n && next < 3 * n {
        turnedOn.append((node < n ? node : node - n, next - 2 * n))
      } else if next < 2 * n && node >= 2 * n && node < 3 * n {
        turnedOff.append((next < n ? next : next - n, node - 2 * n))
      }
      node = next
    }
    let isMutual = turnedOn.contains { a, b in
      turnedOn.contains { $0 == (b, a) } || (on[b, a] && !turnedOff.contains { $0 == (b, a) })
    }
    // Of two pairs with a price one must be on: if this one goes, the other must come.
    return isMutual
      || turnedOff.contains { a, b in hasPrice(a, b) && !turnedOn.contains { $0 == (b, a) } }
  }

  /// Puts a candidate into a seat along a path and repairs what that breaks. The changes stay in
  /// the log where it succeeds.
  private mutating func reroute(
    _ target: Int, _ state: Int, _ candidate: Int, _ start: Int, _ work: inout FlowWork
  ) throws(RepairCut) -> Bool {
    let mark = log.count
    repairStart = mark
    let from = seat(of: candidate, underReview: state)
    if from >= 0 { perform(.drop(from, candidate)) }
    push(from: start, along: work.seat)
    perform(.take(target, candidate))
    pinnedSeat = target
    pinnedHolder = candidate
    repairNodes = 0
    do {
      if try repair(&work) { return true }
    } catch {
      rollBack(to: mark)
      unpinSeat()
      throw error
    }
    rollBack(to: mark)
    unpinSeat()
    return false
  }

  /// How many repairs of a bowl may reach the limit, before the others are cut short at once.
  private static let longRepairs = 3

  private mutating func unpinSeat() {
    pinnedSeat = -1
    pinnedHolder = -1
  }

  /// Draws a State for a seat: the assignment is rerouted so that it holds the seat, for good.
  ///
  /// - Returns: Whether this assignment has such a completion; if not, nothing is changed.
  mutating func place(
    _ reviewer: Int, in seat: Seat, underReview state: Int, _ work: inout FlowWork
  ) throws(RepairCut) -> Bool {
    let target = node(of: seat, underReview: state)
    let holder = self.seat(of: reviewer, underReview: state)
    if holder != target {
      let isTight = seat == .regional ? tightRegional[state, reviewer] : tightOpen[state, reviewer]
      if holder >= 0 ? !tightSwap[state, reviewer] : !isTight { return false }
      if on[state, reviewer] && holder < 0 { return false }
      let start = holder >= 0 ? holder : 2 * span + reviewer
      if work.current != target {
        searchCandidates(for: target, BitSet(capacity: stateCount), in: &work.seat)
      }
      if !work.seat.reached(start) { return false }
      repairNodesLeft = repairLimit
      do {
        if try !reroute(target, state, reviewer, start, &work) { return false }
        // What the branches forbade and held was for the repair alone.
        releaseBranches()
        unpinSeat()
      } catch {
        guard let isSettled = settle(reviewer, in: seat, underReview: state, &work) else {
          throw error
        }
        if !isSettled { return false }
      }
    }
    fix(reviewer, in: seat, underReview: state)
    return true
  }

  /// Takes back what branches forbade or held on, keeping the assignment.
  mutating func releaseBranches() {
    for change in log.reversed() {
      switch change {
      case .forbid(let state, let reviewer, let bits):
        setTight(
          state, reviewer, regional: bits & 1 != 0, open: bits & 2 != 0, swap: bits & 4 != 0)
        setAllowed(state, reviewer, regional: bits & 8 != 0, open: bits & 16 != 0)
      case .pin(let state, let reviewer): pinned[state, reviewer] = false
      case .take, .drop, .empty: break
      }
    }
    log.removeAll(keepingCapacity: true)
  }

  /// Takes a seat with its holder out of what is left to draw.
  private mutating func fix(_ reviewer: Int, in seat: Seat, underReview state: Int) {
    if seat == .regional {
      regional[state] = -1
      closeRegionalSeat(of: state)
    } else {
      open.remove(state, reviewer)
    }
    fixedLoad[reviewer] += 1
    updateRoom(reviewer)
    forbid(state, reviewer)
    if forbidsMutual { forbid(reviewer, state) }
    closeIfDone(state)
    log.removeAll(keepingCapacity: true)
  }

  /// Gives a State's regional seat up for good; no assignment as good as this one holds it.
  mutating func giveUpRegionalSeat(of state: Int) {
    precondition(regional[state] < 0, "a regional seat that is held cannot be given up")
    closeRegionalSeat(of: state)
    log.removeAll(keepingCapacity: true)
  }

  /// Leaves an open seat empty for good; no assignment as good as this one holds it.
  mutating func leaveSeatEmpty(of state: Int) {
    precondition(empty[state] > 0, "an open seat that is held cannot be left empty")
    empty[state] -= 1
    closeIfDone(state)
    log.removeAll(keepingCapacity: true)
  }

  private mutating func closeRegionalSeat(of state: Int) {
    hasRegional[state] = false
    tightSupplyRegional[state] = false
    for word in 0..<allowedRegional.wordsPerRow {
      var bits = allowedRegional.word(state, word)
      while bits != 0 {
        let j = word << 6 + bits.trailingZeroBitCount
        bits &= bits - 1
        setAllowed(state, j, regional: false, open: allowedOpen[state, j])
        setTight(state, j, regional: false, open: tightOpen[state, j], swap: false)
      }
    }
  }

  /// Closes a State's open seats where none is left to draw.
  private mutating func closeIfDone(_ state: Int) {
    if hasRegional[state] || open.count(state) > 0 || empty[state] > 0 { return }
    tightSupplyEmpty[state] = false
    for word in 0..<allowedOpen.wordsPerRow {
      var bits = allowedOpen.word(state, word)
      while bits != 0 {
        let j = word << 6 + bits.trailingZeroBitCount
        bits &= bits - 1
        setAllowed(state, j, regional: allowedRegional[state, j], open: false)
        setTight(state, j, regional: tightRegional[state, j], open: false, swap: false)
      }
    }
  }
}
