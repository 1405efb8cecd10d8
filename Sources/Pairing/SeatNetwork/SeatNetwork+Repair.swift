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
  mutating func reaches(_ arc: Int, _ pair: Int, isKept: Bool) -> Decision {
    if flow[arc] > 0 { return .yes }
    guard isTight[arc] else { return .no }
    repairNodes = 0
    let mark = log.count
    isPinned[arc] = true
    var found = Decision.no
    let (from, to) = (Int(head[arc]), Int(tail[arc]))
    if search(to: to, from: from, without: arc, isCareful: true)
      || search(to: to, from: from, without: arc, isCareful: false)
    {
      let way = way(from: from)
      for entry in way { change(entry) }
      change(Int32(truncatingIfNeeded: 2 * arc))
      noteRival(of: pair)
      found = repair()
    }
    isPinned[arc] = false
    if found == .yes && isKept {
      log.removeAll(keepingCapacity: true)
    } else {
      rollBack(to: mark)
    }
    suspects.removeAll(keepingCapacity: true)
    return found
  }

  /// Where a pair's arcs are several, the one that says whether it is on may stand on the way.
  private mutating func noteRival(of pair: Int) {
    if isOn(Int32(truncatingIfNeeded: pair)) && hasRival(pair) {
      suspects.append(Int32(truncatingIfNeeded: pair))
    }
  }

  /// Two rivals that are both on.
  private mutating func breach() -> (Int, Int)? {
    for pair in suspects where isOn(pair) {
      if let rival = rivals[Int(pair)].first(where: { isOn($0) }) {
        return (Int(pair), Int(rival))
      }
    }
    return nil
  }

  /// Branches on two rivals until none are left: either the one is off, or it is on and the other is
  /// off.
  private mutating func repair() -> Decision {
    guard let (one, other) = breach() else { return .yes }
    repairNodes += 1
    if repairNodes > repairLimit { return .unknown }
    let kept = suspects
    var isSure = true
    let first = without(one)
    if first == .yes { return .yes }
    if first == .unknown { isSure = false }
    suspects = kept
    let arc = Int(pairs[one].whole)
    let wasPinned = isPinned[arc]
    isPinned[arc] = true
    defer { isPinned[arc] = wasPinned }
    let second = without(other)
    if second == .yes { return .yes }
    suspects = kept
    return isSure && second == .no ? .no : .unknown
  }

  /// Goes on without a pair.
  private mutating func without(_ pair: Int) -> Decision {
    let arc = Int(pairs[pair].whole)
    if isPinned[arc] || isHeld(pair) || !isTight[arc] { return .no }
    let mark = log.count
    let (from, to) = (Int(tail[arc]), Int(head[arc]))
    guard
      search(to: to, from: from, without: arc, isCareful: true)
        || search(to: to, from: from, without: arc, isCareful: false)
    else { return .no }
    for entry in way(from: from) { change(entry) }
    change(Int32(truncatingIfNeeded: 2 * arc + 1))
    let wasBanned = isBanned[arc]
    isBanned[arc] = true
    defer { isBanned[arc] = wasBanned }
    let found = repair()
    if found != .yes { rollBack(to: mark) }
    return found
  }

  /// Whether an arc of a pair with several is held on.
  private func isHeld(_ pair: Int) -> Bool {
    let pair = pairs[pair]
    return (pair.regional >= 0 && isPinned[Int(pair.regional)])
      || (pair.open >= 0 && isPinned[Int(pair.open)])
  }
}
