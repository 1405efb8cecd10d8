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
    // What is on and not tight is on in every assignment as good as this one.
    let places = Array(firstPair[state]..<firstPair[state + 1]).filter {
      let arc = arc($0, seat)
      return arc >= 0 && (arcs[arc].isTight || arcs[arc].flow > 0)
    }
    // All seats of a kind come from one node, but where reviewers are of different groups.
    var left: [Int] = []
    for tail in Set(places.map { arcs[arc($0, seat)].tail }).sorted() {
      let mine = places.filter { arcs[arc($0, seat)].tail == tail }
      search(for: mine.filter { arcs[arc($0, seat)].flow == 0 }, seat, to: tail, isCareful: true)
      var open: [Int] = []
      for place in mine {
        let arc = arc(place, seat)
        if arcs[arc].flow > 0 {
          inBowl[Int(pairs[place].reviewer)] = true
          tally.held += 1
        } else if isReached(Int(arcs[arc].head)) && isLawful(place, arc) {
          inBowl[Int(pairs[place].reviewer)] = true
          tally.path += 1
        } else {
          open.append(place)
        }
      }
      if open.isEmpty { continue }
      search(for: open, seat, to: tail, isCareful: false)
      let reached = open.filter { isReached(Int(arcs[arc($0, seat)].head)) }
      tally.outByFlow += open.count - reached.count
      left += reached
    }
    for place in left {
      switch reaches(arc(place, seat), place, isKept: false) {
      case .yes:
        inBowl[Int(pairs[place].reviewer)] = true
        tally.repaired += 1
      case .no: tally.outBySearch += 1
      case .unknown: undecided[Int(pairs[place].reviewer)] = true
      }
      tally.repairNodes += repairNodes
    }
  }

  /// Searches until all of some pairs that are off can take a seat, or none is left that can.
  private mutating func search(
    for places: [Int], _ seat: Seat, to tail: Int32, isCareful: Bool
  ) {
    if places.isEmpty { return }
    for place in places { isWanted[Int(arcs[arc(place, seat)].head)] = true }
    search(to: Int(tail), isCareful: isCareful, wanted: places.count)
    for place in places { isWanted[Int(arcs[arc(place, seat)].head)] = false }
  }

  /// Whether the way that the careful search found for a pair leaves every rivalry as it must be.
  private mutating func isLawful(_ place: Int, _ arc: Int) -> Bool {
    var touched: [Int32] = []
    func note(_ pair: Int, _ step: Int32, _ rivalries: inout Rivalries) {
      for rivalry in rivalries.all(of: pair) {
        rivalries.change[Int(rivalry)] += step
        touched.append(rivalry)
      }
    }
    for entry in way(from: Int(arcs[arc].head)) {
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
    let arc = arc(place, seat)
    guard arc >= 0, reaches(arc, place, isKept: true) == .yes else { return false }
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
  private mutating func settle(_ arc: Int) {
    arcs[arc].flow -= 1
    arcs[arc].capacity -= 1
  }

  /// Lets a pair not be drawn any more.
  private mutating func close(_ pair: Int) {
    for arc in allArcs(pair) {
      arcs[arc].capacity = 0
      arcs[arc].isTight = false
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
    settle(Int(emptyArc[state]))
    settle(Int(sourceArc[state]))
    let arc = Int(kindArcs[state * slots + slot(seat)])
    if arc >= 0 { arcs[arc].capacity = max(arcs[arc].flow, arcs[arc].capacity - 1) }
  }
}
