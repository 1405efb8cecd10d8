extension SeatDraw {
  /// Draws the seats of a review kind by kind, then the supplementary ones, where there are several
  /// kinds or supplementary seats.
  ///
  /// - Parameters:
  ///   - lawful: The sets with which a lawful outcome is left; not empty.
  ///   - seating: The seats.
  /// - Returns: nil where the chances do not fit into words of 64 bits.
  init?(_ lawful: [ReviewerSet], drawnBy seating: KindSeating) {
    self.init(empty: lawful.count)
    var nodes: [KindNode: UInt64] = [
      KindNode(left: seating.left, given: seating.given): 1
    ]
    while !nodes.isEmpty {
      var steps: [(weight: UInt64, drawn: [KindNode])] = []
      var done: [(weight: UInt64, set: Int)] = []
      var scale: UInt64 = 1
      for (node, weight) in nodes {
        let drawn = node.drawn(lawful, seating)
        if drawn.isEmpty {
          // Everything that is drawn, and nothing more, is a lawful set.
          guard let set = lawful.firstIndex(where: { $0.mask == node.drawn }) else { return nil }
          done.append((weight, set))
          continue
        }
        steps.append((weight, drawn))
        let size = UInt64(drawn.count)
        let (product, overflow) = scale.multipliedReportingOverflow(by: size / gcd(scale, size))
        if overflow { return nil }
        scale = product
      }
      if !multiply(by: scale) { return nil }
      for (weight, set) in done { add(weight * scale, to: set) }
      nodes = [:]
      for step in steps {
        let each = step.weight * (scale / UInt64(step.drawn.count))
        for node in step.drawn { nodes[node, default: 0] += each }
      }
    }
    reduce()
  }
}

/// Where the seats of one review stand: who is drawn, what is left, and what that has cost.
private struct KindNode: Hashable {
  var drawn: UInt64 = 0
  var left: [Int]
  var owesLast = false
  var cost = Board.Budget()
  var given: SeatsGiven

  init(left: [Int], given: SeatsGiven) { (self.left, self.given) = (left, given) }

  /// The node of each member of the next bowl; none where nothing is left to be drawn.
  func drawn(_ lawful: [ReviewerSet], _ seating: KindSeating) -> [KindNode] {
    var node = self
    while let kind = seating.next(node.left, owesLast: node.owesLast) {
      let bowl = node.bowl(of: kind, lawful, seating)
      if bowl != 0 {
        return (0..<64).compactMap { place in
          let member = UInt64(1) << UInt64(place)
          return bowl & member == 0 ? nil : node.with(member, in: kind, seating)
        }
      }
      node.left[kind] -= 1
      if kind == seating.samePlace {
        node.left[seating.lastPlace] += 1
        node.owesLast = true
        node.cost = node.cost + seating.costOfGivingUp
      } else {
        node.owesLast = false
        node.cost.seat += 1
      }
    }
    while !node.given.owed.isEmpty {
      let bowl = node.supplementaryBowl(lawful, seating)
      node.given.owed.removeFirst()
      if bowl != 0 {
        return (0..<64).compactMap { place in
          var next = node
          next.drawn |= 1 << UInt64(place)
          return bowl >> UInt64(place) & 1 == 0 ? nil : next
        }
      }
      node.cost.supplement += 1
    }
    return []
  }

  /// Who may be drawn for the next supplementary seat, as bits.
  private func supplementaryBowl(_ lawful: [ReviewerSet], _ seating: KindSeating) -> UInt64 {
    var after = given
    let fitting = after.owed.removeFirst()
    var bowl: UInt64 = 0
    for set in lawful where drawn & ~set.mask == 0 {
      var rest = set.mask & ~drawn & ~bowl & fitting
      while rest != 0 {
        let member = rest & (0 &- rest)
        rest &= rest - 1
        let more = seating.cheapest(set.mask & ~drawn & ~member, left, after)
        if let more, cost + more == set.cost { bowl |= member }
      }
    }
    return bowl
  }

  /// Who may not sit beside those in seats, as bits; supplementary ones may.
  private func barred(_ seating: KindSeating) -> UInt64 {
    guard let supplements = seating.supplements else { return 0 }
    return supplements.apart.enumerated().reduce(0) { bits, apart in
      apart.element & given.seated != 0 ? bits | 1 << UInt64(apart.offset) : bits
    }
  }

  private func with(_ member: UInt64, in kind: Int, _ seating: KindSeating) -> KindNode {
    var next = self
    next.drawn |= member
    next.left[kind] -= 1
    next.owesLast = false
    next.cost = cost + seating.cost(of: member, in: kind)
    next.given.seat(member, seating.supplements)
    return next
  }

  /// Who may be drawn for a seat, as bits: with it there, the seats of some lawful set can be drawn
  /// for what the set costs.
  private func bowl(of kind: Int, _ lawful: [ReviewerSet], _ seating: KindSeating) -> UInt64 {
    var bowl: UInt64 = 0
    for set in lawful where drawn & ~set.mask == 0 {
      var rest = set.mask & ~drawn & ~bowl & seating.permitted[kind] & ~barred(seating)
      while rest != 0 {
        let member = rest & (0 &- rest)
        rest &= rest - 1
        let next = with(member, in: kind, seating)
        guard let more = seating.cheapest(set.mask & ~next.drawn, next.left, next.given)
        else { continue }
        if next.cost + more == set.cost { bowl |= member }
      }
    }
    return bowl
  }
}
