import Rules

extension SeatNetwork {
  /// Finds who can hold a seat of a State in an assignment as good as this one.
  ///
  /// - Parameters:
  ///   - seat: The kind of seat; the State has one left.
  ///   - state: The State under review.
  ///   - inBowl: Receives those who can.
  ///   - undecided: Receives those of whom that was not found out.
  mutating func bowl(
    of seat: Seat, underReview state: Int, _ inBowl: inout BitSet, undecided: inout BitSet,
    _ tally: inout BowlTally
  ) {
    guard let slot = slot(seat, underReview: state) else { return }
    // What is on and not tight is on in every assignment as good as this one.
    let places = Array(firstPair[state]..<firstPair[state + 1]).filter {
      let arc = arc($0, slot)
      return arc >= 0 && (arcs[arc].isTight || arcs[arc].flow > 0)
    }
    for place in places where arcs[arc(place, slot)].flow > 0 {
      inBowl[Int(pairs[place].reviewer)] = true
      tally.held += 1
    }
    let off = places.filter { arcs[arc($0, slot)].flow == 0 }
    let tails = Set(off.map { arcs[arc($0, slot)].tail })
    // A search for those from whom no way leads on would look at everything: in a year most of those
    // who are drawn already are such.
    var open: [Int] = []
    for place in off {
      if endsSoon(Int(arcs[arc(place, slot)].head), before: tails) {
        tally.outByFlow += 1
      } else {
        open.append(place)
      }
    }
    let byTail = Dictionary(grouping: open) { arcs[arc($0, slot)].tail }.sorted { $0.key < $1.key }
    // All seats of a kind come from one node, but where reviewers are of different groups, or lack
    // Protocols.
    if couplings.count == 0 {
      for (tail, places) in byTail {
        let left = leftBesideCareful(places, slot, to: tail, &inBowl, &tally)
        let reached = reachedAtAll(left, slot, to: [tail], &tally)
        decide(reached, slot, to: tail, &inBowl, &undecided, &tally)
      }
      return
    }
    let reached = Set(reachedAtAll(open, slot, to: byTail.map(\.key), &tally))
    for (tail, places) in byTail {
      let left = leftBesideCareful(
        places.filter { reached.contains($0) }, slot, to: tail, &inBowl, &tally)
      decide(left, slot, to: tail, &inBowl, &undecided, &tally)
    }
  }

  /// Decides by branches on those that the searches leave open.
  private mutating func decide(
    _ places: [Int], _ slot: Int, to tail: Int32, _ inBowl: inout BitSet,
    _ undecided: inout BitSet, _ tally: inout BowlTally
  ) {
    var left = places
    while let place = left.popLast() {
      let reviewer = Int(pairs[place].reviewer)
      let decision = reaches(arc(place, slot), place, isKept: false) { network in
        // From an assignment with one reviewer of the kind others are near.
        if network.couplings.count == 0 || left.isEmpty { return }
        left = network.leftBesideCareful(left, slot, to: tail, &inBowl, &tally)
      }
      switch decision {
      case .yes:
        inBowl[reviewer] = true
        tally.repaired += 1
      case .no: tally.outBySearch += 1
      case .unknown: undecided[reviewer] = true
      }
      tally.repairNodes += repairNodes
    }
  }

  /// Leaves out those from whom no way leads to any of some nodes, whatever the couplings and rivals
  /// say.
  private mutating func reachedAtAll(
    _ places: [Int], _ slot: Int, to tails: [Int32], _ tally: inout BowlTally
  ) -> [Int] {
    search(for: places, slot, to: tails, isCareful: false)
    let reached = places.filter { wayIn($0, arc($0, slot), isCareful: false) != nil }
    tally.outByFlow += places.count - reached.count
    return reached
  }

  /// Marks those that a careful search finds in the bowl, and returns the others.
  private mutating func leftBesideCareful(
    _ places: [Int], _ slot: Int, to tail: Int32, _ inBowl: inout BitSet, _ tally: inout BowlTally
  ) -> [Int] {
    search(for: places, slot, to: [tail], isCareful: true)
    return places.filter { place in
      let arc = arc(place, slot)
      if arcs[arc].flow == 0 {
        guard let way = wayIn(place, arc, isCareful: true), isLawful(place, arc, way) else {
          return true
        }
      }
      inBowl[Int(pairs[place].reviewer)] = true
      tally.path += 1
      return false
    }
  }

  /// How the last search came from a pair that is off: nil where it did not.
  private func wayIn(_ place: Int, _ arc: Int, isCareful: Bool) -> [Int32]? {
    let head = Int(arcs[arc].head)
    if isReached(head) { return way(from: head) }
    // A search may end once it is at the reviewer.
    let whole = pairs[place].whole
    let end = Int(arcs[Int(whole)].head)
    guard Int(whole) != arc, isReached(end), mayTake(2 * whole, isCareful: isCareful) else {
      return nil
    }
    return [2 * whole] + way(from: end)
  }

  /// Searches until it is at the reviewers of all of some pairs that are off, or can reach no more.
  private mutating func search(
    for places: [Int], _ slot: Int, to tails: [Int32], isCareful: Bool
  ) {
    if places.isEmpty { return }
    // A pair that is on in another seat leaves that first.
    let nodes = places.map { place in
      let whole = arcs[Int(pairs[place].whole)]
      return Int(whole.flow > 0 ? arcs[arc(place, slot)].head : whole.head)
    }
    for node in nodes { isWanted[node] = true }
    search(to: tails, isCareful: isCareful, wanted: nodes.count)
    for node in nodes { isWanted[node] = false }
  }

  /// Whether the way that the careful search found for a pair leaves every rivalry as it must be.
  private mutating func isLawful(_ place: Int, _ arc: Int, _ way: [Int32]) -> Bool {
    var touched: [Int32] = []
    func note(_ pair: Int, _ step: Int32, _ rivalries: inout Rivalries) {
      for rivalry in rivalries.all(of: pair) {
        rivalries.change[Int(rivalry)] += step
        touched.append(rivalry)
      }
    }
    for entry in way {
      let pair = Int(arcs[Int(entry >> 1)].pair)
      if pair >= 0 { note(pair, entry & 1 == 0 ? 1 : -1, &rivalries) }
    }
    // The arc may stand for the pair itself.
    if arcs[arc].pair >= 0 { note(place, 1, &rivalries) }
    var isLawful = true
    for rivalry in touched {
      let rivalry = Int(rivalry)
      let count = rivalries.on[rivalry] + rivalries.change[rivalry]
      if rivalries.change[rivalry] != 0 && rivalries.isBreach(rivalry, count) { isLawful = false }
      rivalries.change[rivalry] = 0
    }
    return isLawful
  }

  /// Draws a State of the bowl for the seat.
  ///
  /// - Returns: Whether the assignment could be changed to one that has it there.
  mutating func place(_ reviewer: Int, in seat: Seat, underReview state: Int) -> Bool {
    guard let place = place(reviewer, underReview: state) else { return false }
    guard let slot = slot(seat, underReview: state) else { return false }
    let arc = arc(place, slot)
    guard arc >= 0, reaches(arc, place, isKept: true) == .yes else { return false }
    noteDrawn(reviewer, in: seat, underReview: state)
    // The unit is taken out of every arc on its way, for good.
    var node = Int(arcs[arc].head)
    settle(arc)
    while node != 1 {
      // The reviews most wanted come first, as in every assignment that is best.
      guard let next = leaving(node) else { return false }
      settle(next)
      node = Int(arcs[next].head)
    }
    node = Int(arcs[arc].tail)
    while node != 0 {
      guard let before = entering(node) else { return false }
      settle(before)
      node = Int(arcs[before].tail)
    }
    close(place)
    for rivalry in rivalries.all(of: place) {
      for rival in rivalries.pairs(of: Int(rivalry)) where Int(rival) != place {
        close(Int(rival))
      }
    }
    rivalries.end(place)
    if 8 * closedArcs > arcsAt.count { leaveOutIdleArcs() }
    return true
  }

  /// An arc that leaves a node with something on it, the first that was made.
  private func leaving(_ node: Int) -> Int? {
    arcs(at: node).first { $0 & 1 == 0 && arcs[Int($0 >> 1)].flow > 0 }.map { Int($0 >> 1) }
  }

  /// An arc that enters a node with something on it.
  private func entering(_ node: Int) -> Int? {
    arcs(at: node).first { $0 & 1 == 1 && arcs[Int($0 >> 1)].flow > 0 }.map { Int($0 >> 1) }
  }

  /// Takes one unit out of an arc, and the room for it.
  mutating func settle(_ arc: Int) {
    arcs[arc].flow -= 1
    arcs[arc].capacity -= 1
  }

  /// Lets a pair not be drawn any more.
  private mutating func close(_ pair: Int) {
    for arc in allArcs(pair) {
      arcs[arc].capacity = 0
      arcs[arc].isTight = false
      closedArcs += 1
    }
  }

  /// Gives up a regional seat of a State whose regional bowl is empty.
  mutating func giveUpRegionalSeat(of state: Int) {
    let arc = Int(regionalArc[state])
    if arc < 0 { return }
    arcs[arc].capacity = max(0, arcs[arc].capacity - 1)
    if arcs[arc].capacity == 0 { arcs[arc].isTight = false }
  }

  /// Leaves empty a seat of a State whose bowl for it is empty.
  mutating func leaveSeatEmpty(of state: Int, _ seat: Seat) {
    if seat == .supplementary { return leaveSupplementEmpty(of: state) }
    settle(Int(emptyArc[state]))
    settle(Int(sourceArc[state]))
    let arc = Int(kindArcs[state * slots + slot(seat)])
    if arc >= 0 { arcs[arc].capacity = max(arcs[arc].flow, arcs[arc].capacity - 1) }
  }
}
