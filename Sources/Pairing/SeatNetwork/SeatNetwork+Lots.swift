import Rules

extension SeatNetwork {
  /// The arc of a pair into a kind of seat; −1 for none.
  private func arc(_ pair: Pair, _ seat: Seat) -> Int {
    Int(seat == .regional ? pair.regional : pair.open)
  }

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
      let arc = arc(pairs[$0], seat)
      return arc >= 0 && (isTight[arc] || flow[arc] > 0)
    }
    // All seats of a kind come from one node, but where reviewers are of different groups.
    var left: [Int] = []
    for tail in Set(places.map { self.tail[arc(pairs[$0], seat)] }).sorted() {
      let mine = places.filter { self.tail[arc(pairs[$0], seat)] == tail }
      search(to: Int(tail), isCareful: true)
      var open: [Int] = []
      for place in mine {
        let pair = pairs[place]
        if flow[arc(pair, seat)] > 0 {
          inBowl[Int(pair.reviewer)] = true
          tally.held += 1
        } else if isReached(Int(head[arc(pair, seat)])) && isLawful(place, arc(pair, seat)) {
          inBowl[Int(pair.reviewer)] = true
          tally.path += 1
        } else {
          open.append(place)
        }
      }
      if open.isEmpty { continue }
      search(to: Int(tail), isCareful: false)
      let reached = open.filter { isReached(Int(head[arc(pairs[$0], seat)])) }
      tally.outByFlow += open.count - reached.count
      left += reached
    }
    for place in left {
      switch reaches(arc(pairs[place], seat), place, isKept: false) {
      case .yes:
        inBowl[Int(pairs[place].reviewer)] = true
        tally.repaired += 1
      case .no: tally.outBySearch += 1
      case .unknown: undecided[Int(pairs[place].reviewer)] = true
      }
      tally.repairNodes += repairNodes
    }
  }

  /// Whether the way that the careful search found for a pair turns no two rivals on.
  private func isLawful(_ place: Int, _ arc: Int) -> Bool {
    // A pair that is on in another kind of seat stays on.
    if !isOn(Int32(truncatingIfNeeded: place)) && hasRival(place) { return false }
    var added: [Int32] = [Int32(truncatingIfNeeded: place)]
    for entry in way(from: Int(head[arc])) where entry & 1 == 0 {
      if pairOf[Int(entry >> 1)] >= 0 { added.append(pairOf[Int(entry >> 1)]) }
    }
    return added.allSatisfy { pair in
      rivals[Int(pair)].isEmpty || !rivals[Int(pair)].contains { added.contains($0) }
    }
  }

  /// Draws a State of the bowl for the seat.
  ///
  /// - Returns: Whether the assignment could be changed to one that has it there.
  mutating func place(_ reviewer: Int, in seat: Seat, underReview state: Int) -> Bool {
    guard let place = place(reviewer, underReview: state) else { return false }
    let pair = pairs[place]
    let arc = arc(pair, seat)
    guard arc >= 0, reaches(arc, place, isKept: true) == .yes else { return false }
    // The unit is taken out of every arc on its way, for good.
    var node = Int(head[arc])
    settle(arc)
    while node != 1 {
      // The reviews most wanted come first, as in every assignment that is best.
      guard let next = leaving(node) else { return false }
      settle(next)
      node = Int(head[next])
    }
    node = Int(tail[arc])
    while node != 0 {
      guard let before = entering(node) else { return false }
      settle(before)
      node = Int(tail[before])
    }
    for other in [pair.regional, pair.open, pair.whole] where other >= 0 { close(Int(other)) }
    for rival in rivals[place] {
      let rival = pairs[Int(rival)]
      for arc in [rival.regional, rival.open, rival.whole] where arc >= 0 { close(Int(arc)) }
    }
    return true
  }

  /// An arc that leaves a node with something on it, the first that was made.
  private func leaving(_ node: Int) -> Int? {
    arcs(at: node).first { $0 & 1 == 0 && flow[Int($0 >> 1)] > 0 }.map { Int($0 >> 1) }
  }

  /// An arc that enters a node with something on it.
  private func entering(_ node: Int) -> Int? {
    arcs(at: node).first { $0 & 1 == 1 && flow[Int($0 >> 1)] > 0 }.map { Int($0 >> 1) }
  }

  /// Takes one unit out of an arc, and the room for it.
  private mutating func settle(_ arc: Int) {
    flow[arc] -= 1
    capacity[arc] -= 1
  }

  /// Lets an arc carry nothing any more.
  private mutating func close(_ arc: Int) {
    capacity[arc] = 0
    isTight[arc] = false
  }

  /// Gives up the regional seat of a State whose regional bowl is empty.
  mutating func giveUpRegionalSeat(of state: Int) {
    if regionalArc[state] >= 0 { close(Int(regionalArc[state])) }
  }

  /// Leaves empty an open seat of a State whose open bowl is empty.
  mutating func leaveSeatEmpty(of state: Int) {
    settle(Int(emptyArc[state]))
    settle(Int(sourceArc[state]))
  }
}
