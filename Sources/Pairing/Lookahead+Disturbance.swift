// What only the laws of the tests see and do of the lookahead: nothing here changes an answer.

extension Lookahead {
  /// How many optimal assignments are kept: one where no mutual ban costs a waiver, none where the
  /// integer program decides every lot.
  package var leafCount: Int { leaves.count }

  /// How many pairs of States have a price in some kept assignment.
  package var priceCount: Int { leaves.reduce(0) { $0 + $1.prices.count / 2 } }

  /// Replaces each kept assignment by another that is as good, where some tight cycle gives one. No
  /// bowl may notice.
  ///
  /// - Parameter choose: Names one of so many pairs, from 0, that is to be turned off.
  /// - Returns: How many assignments were replaced.
  package mutating func disturb(_ choose: (Int) -> Int) -> Int {
    var replaced = 0
    work.current = -1
    for leaf in leaves.indices where leaves[leaf].disturb(choose, &work) { replaced += 1 }
    return replaced
  }
}

extension PairingFlow {
  /// Turns a pair off by a tight cycle, unless that breaches the rule or a price.
  fileprivate mutating func disturb(
    _ choose: (Int) -> Int, _ work: inout FlowWork
  ) -> Bool {
    let pairs = self.pairs
    if pairs.isEmpty { return false }
    let pair = pairs[choose(pairs.count)]
    let mark = log.count
    let isOff = forceOff(
      pair.state, reviewer: pair.reviewer, modes: [true], forbids: false, &work)
    let isLawful = isOff && breaches().isEmpty
    if !isLawful { rollBack(to: mark) }
    log.removeAll(keepingCapacity: true)
    return isLawful
  }
}
