// What only the laws of the tests see and do of the lookahead: nothing here changes an answer.

extension Lookahead {
  /// How many optimal assignments are kept: one where no mutual ban costs a waiver, none where the
  /// integer program decides every lot.
  package var leafCount: Int { leaves.count }

  /// Replaces each kept assignment by another that is as good, where a random tight cycle gives
  /// one. No bowl may notice.
  ///
  /// - Returns: How many assignments were replaced.
  package mutating func disturb(_ random: inout some RandomNumberGenerator) -> Int {
    var replaced = 0
    for leaf in leaves where leaf.disturb(&random) { replaced += 1 }
    return replaced
  }
}

extension PairingFlow {
  /// Turns a random pair off by a tight cycle, unless that makes two States review each other.
  fileprivate func disturb(_ random: inout some RandomNumberGenerator) -> Bool {
    var pairs: [(state: Int, reviewer: Int)] = []
    for state in 0..<stateCount {
      if regional[state] >= 0 { pairs.append((state, Int(regional[state]))) }
      for reviewer in open[state] { pairs.append((state, Int(reviewer))) }
    }
    if pairs.isEmpty { return false }
    let pair = pairs[Int(random.next() % UInt64(pairs.count))]
    let mark = log.count
    let isOff = forceOff(pair.state, reviewer: pair.reviewer, modes: [true], forbids: false)
    let isLawful = isOff && firstMutualPair() == nil
    if !isLawful { rollBack(to: mark) }
    log.removeAll(keepingCapacity: true)
    return isLawful
  }
}
