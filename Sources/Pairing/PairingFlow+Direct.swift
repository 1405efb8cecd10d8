extension PairingFlow {
  /// Sends units along tight paths that move nothing else: from a seat to a reviewer with room.
  ///
  /// Reviewers are taken in turn, so that the reviews are spread evenly over them and many keep
  /// room for one more, and not one that the State reviews itself.
  mutating func sendDirectly() {
    var turn = 0
    for state in 0..<stateCount where unsent[state] > 0 {
      if hasRegional[state] && regional[state] < 0 && tightSupplyRegional[state],
        let reviewer = nextReviewer(from: turn, tightRegional, state)
      {
        perform(.take(state, reviewer))
        unsent[state] -= 1
        turn = reviewer + 1
      }
      while unsent[state] > 0 && tightSupplyOpen[state],
        let reviewer = nextReviewer(from: turn, tightOpen, state)
      {
        perform(.take(span + state, reviewer))
        unsent[state] -= 1
        turn = reviewer + 1
      }
    }
    log.removeAll(keepingCapacity: true)
  }

  /// The first reviewer with room, from one on and round, that can take a seat of a State.
  private func nextReviewer(from turn: Int, _ tight: BitMatrix, _ state: Int) -> Int? {
    let words = on.wordsPerRow
    let first = min(turn >> 6, words - 1)
    for step in 0...words {
      let word = (first + step) % words
      var bits = tight.word(state, word) & ~on.word(state, word) & room.words[word]
      if forbidsMutual { bits &= ~onBy.word(state, word) }
      let below: UInt64 = turn >> 6 == first ? (1 << UInt64(turn & 63)) - 1 : .max
      if step == 0 { bits &= ~below }
      if step == words { bits &= below }
      if bits != 0 { return word << 6 + bits.trailingZeroBitCount }
    }
    return nil
  }
}
