/// Seats of different States, each held by a reviewer of its own, by augmenting ways (Kuhn 1955).
struct FrailMatching {
  /// The States under review, one for each seat.
  private(set) var underReview: [Int] = []
  private var choices: [[Int]] = []
  private var blocks: [Int] = []
  /// The seat that each reviewer holds.
  private var seatOf: [Int: Int] = [:]

  /// Adds a seat of a State, to be held by one of some reviewers; the others may change theirs.
  ///
  /// - Returns: Whether it can be held; if not, nothing is changed.
  mutating func add(_ state: Int, _ reviewers: [Int], _ block: Int) -> Bool {
    underReview.append(state)
    choices.append(reviewers)
    blocks.append(block)
    var seen: Set<Int> = []
    if assign(choices.count - 1, &seen) { return true }
    underReview.removeLast()
    choices.removeLast()
    blocks.removeLast()
    return false
  }

  private mutating func assign(_ seat: Int, _ seen: inout Set<Int>) -> Bool {
    for reviewer in choices[seat] where seen.insert(reviewer).inserted {
      if let other = seatOf[reviewer], !assign(other, &seen) { continue }
      seatOf[reviewer] = seat
      return true
    }
    return false
  }

  /// Whether two States would review each other.
  var hasMutualPair: Bool {
    seatOf.contains { reviewer, seat in
      guard let place = underReview.firstIndex(of: reviewer) else { return false }
      return seatOf[underReview[seat]] == place
    }
  }

  /// Whether all seats can be held as well without any one of the reviewers of a block.
  func canSpareAny(of block: Int) -> Bool {
    for (reviewer, seat) in seatOf where blocks[seat] == block {
      var other = self
      other.seatOf[reviewer] = nil
      var seen: Set<Int> = [reviewer]
      if !other.assign(seat, &seen) || other.hasMutualPair { return false }
    }
    return true
  }
}
