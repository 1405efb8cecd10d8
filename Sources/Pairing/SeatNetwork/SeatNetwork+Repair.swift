extension SeatNetwork {
  /// What a search by branches found.
  enum Decision {
    /// There is such an assignment; it is the one held now.
    case yes
    /// There is none.
    case no
    /// The search was cut short.
    case unknown
  }

  /// Changes the assignment so that no two rivals are on, staying as good as it is.
  mutating func keepRivalsApart() -> Decision {
    repairNodes = 0
    let found = repair()
    if found == .yes {
      log.removeAll(keepingCapacity: true)
      suspects.removeAll(keepingCapacity: true)
    }
    return found
  }

  /// Whether an assignment as good as this one, without two rivals, has a reviewer in a seat.
  ///
  /// - Parameters:
  ///   - arc: The arc of the pair into the seat.
  ///   - pair: The pair.
  ///   - isKept: Whether that assignment is taken, if there is one; the arc is then on.
  ///   - look: Is given that assignment before it is taken back.
  mutating func reaches(
    _ arc: Int, _ pair: Int, isKept: Bool, _ look: (inout SeatNetwork) -> Void = { _ in }
  ) -> Decision {
    if arcs[arc].flow > 0 { return .yes }
    guard arcs[arc].isTight else { return .no }
    repairNodes = 0
    let mark = log.count
    arcs[arc].isPinned = true
    let found = turn(arc, on: true) ? repair() : .no
    arcs[arc].isPinned = false
    if found == .yes { look(&self) }
    if found == .yes && isKept {
      log.removeAll(keepingCapacity: true)
    } else {
      rollBack(to: mark)
    }
    suspects.removeAll(keepingCapacity: true)
    return found
  }

  /// Turns an arc on, or off, by a tight cycle, a careful one if there is.
  ///
  /// - Returns: Whether there is such a cycle; if not, nothing is changed.
  mutating func turn(_ arc: Int, on isOn: Bool) -> Bool {
    let (from, to) =
      isOn
      ? (Int(arcs[arc].head), Int(arcs[arc].tail)) : (Int(arcs[arc].tail), Int(arcs[arc].head))
    guard
      let way = findWay(from: from, to: to, without: arc, isCareful: true)
        ?? findWay(from: from, to: to, without: arc, isCareful: false)
    else { return false }
    for entry in way { change(entry) }
    change(Int32(truncatingIfNeeded: isOn ? 2 * arc : 2 * arc + 1))
    return true
  }

  /// A rivalry in breach.
  private func breach() -> Int? {
    suspects.first { rivalries.isBreach(Int($0), rivalries.on[Int($0)]) }.map(Int.init)
  }

  /// Branches on rivalries in breach until none are left: of two rivals that are on, either the one
  /// is off, or it is on and the other is off; of rivals one of which must be on, each in turn is,
  /// without those before it.
  mutating func repair() -> Decision {
    guard let rivalry = breach() else { return balance() }
    repairNodes += 1
    if repairNodes > repairLimit { return .unknown }
    let kept = suspects
    var isSure = true
    var held: [Int] = []
    defer {
      for arc in held {
        arcs[arc].isPinned = false
        arcs[arc].isBanned = false
      }
    }
    let members = rivalries.pairs(of: rivalry)
    let isIdle = rivalries.on[rivalry] == 0
    let choices = isIdle ? Array(members) : Array(members.filter { isOn($0) }.prefix(2))
    for pair in choices {
      let arc = Int(pairs[Int(pair)].whole)
      let found = branch(Int(pair), on: isIdle)
      if found == .yes { return .yes }
      if found == .unknown { isSure = false }
      suspects = kept
      // What was tried is the other way round from here on.
      if isIdle ? !arcs[arc].isBanned : !arcs[arc].isPinned {
        held.append(arc)
        if isIdle { arcs[arc].isBanned = true } else { arcs[arc].isPinned = true }
      }
    }
    return isSure ? .no : .unknown
  }

  /// Goes on with a pair held on, or off.
  private mutating func branch(_ pair: Int, on isOn: Bool) -> Decision {
    let arc = Int(pairs[pair].whole)
    if !arcs[arc].isTight { return .no }
    if isOn ? arcs[arc].isBanned : arcs[arc].isPinned || isHeld(pair) { return .no }
    let mark = log.count
    guard turn(arc, on: isOn) else { return .no }
    let (wasPinned, wasBanned) = (arcs[arc].isPinned, arcs[arc].isBanned)
    if isOn { arcs[arc].isPinned = true } else { arcs[arc].isBanned = true }
    let found = repair()
    (arcs[arc].isPinned, arcs[arc].isBanned) = (wasPinned, wasBanned)
    if found != .yes { rollBack(to: mark) }
    return found
  }

  /// Whether an arc of a pair into a seat is held on.
  private func isHeld(_ pair: Int) -> Bool {
    seatArcs[pair * slots..<(pair + 1) * slots].contains { $0 >= 0 && arcs[Int($0)].isPinned }
  }
}
