extension PairingFlow {
  /// Takes out the arcs that can never change any more, after a search that reached not all it was
  /// for, and therefore everything there is to reach.
  ///
  /// The assignment changes by tight cycles only. A cycle that leaves the nodes which reach the
  /// target would have to come back, from a node that does not reach it: there is none. And no
  /// change inside or outside makes one. So a pair that is off, from a seat that reaches the target
  /// to a reviewer that does not, stays off for good. (Régin 1996 takes out the arcs between
  /// strongly connected components in the same way.)
  ///
  /// - Complexity: O(n²/64) for n States.
  mutating func prune(_ search: FlowSearch) {
    let words = on.wordsPerRow
    for state in 0..<stateCount {
      let regional = search.reached(state)
      let open = search.reached(span + state)
      for word in 0..<words {
        let isOn = on.word(state, word)
        let reaches = search.words[2 * words + word]
        var dead = tightRegional.word(state, word) & Self.dead(regional, isOn, reaches)
        while dead != 0 {
          let reviewer = word << 6 + dead.trailingZeroBitCount
          dead &= dead - 1
          tightRegional[state, reviewer] = false
          tightRegionalBy[reviewer, state] = false
        }
        dead = tightOpen.word(state, word) & Self.dead(open, isOn, reaches)
        while dead != 0 {
          let reviewer = word << 6 + dead.trailingZeroBitCount
          dead &= dead - 1
          tightOpen[state, reviewer] = false
          tightOpenBy[reviewer, state] = false
        }
      }
    }
  }

  /// The pairs of a seat, in one word, that cannot change.
  private static func dead(_ seat: Bool, _ isOn: UInt64, _ reviewers: UInt64) -> UInt64 {
    seat ? ~isOn & ~reviewers : 0
  }
}
