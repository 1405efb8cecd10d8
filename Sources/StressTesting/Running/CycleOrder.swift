/// In which order the cycles of a run are drawn: one of each cell in turn, then the rest as they are
/// written.
///
/// So the cells that take long are known from the start, and one of which no cycle can be drawn ends
/// the run before hours went into the others. A result that is ahead of its turn waits in memory,
/// which is why there are not arbitrarily many.
package struct CycleOrder: Sendable {
  /// Cells of which a cycle is drawn ahead of its turn.
  package static let cellLimit = 256

  /// The places that are drawn first, from the last to the first.
  private var first: [Int]
  /// Those of them that were given out and are not written yet.
  private var ahead: Set<Int> = []
  private var next: Int
  private let end: Int

  /// - Parameters:
  ///   - first: The places that are drawn first.
  ///   - start: The first place that is not written.
  ///   - end: The place after the last.
  package init(first: [Int], from start: Int, to end: Int) {
    self.first = first.reversed()
    (next, self.end) = (start, end)
  }

  /// The next place.
  ///
  /// - Parameter written: How many places are written.
  /// - Returns: nil where there is none; and whether the place is ahead of its turn.
  package mutating func take(written: Int) -> (place: Int, isAhead: Bool)? {
    if let place = first.popLast() {
      ahead.insert(place)
      return (place, true)
    }
    next = max(next, written)
    while ahead.contains(next) { next += 1 }
    guard next < end else { return nil }
    defer { next += 1 }
    return (next, false)
  }

  /// Says that a place is written.
  ///
  /// - Returns: Whether it was drawn ahead of its turn.
  package mutating func write(_ place: Int) -> Bool { ahead.remove(place) != nil }
}
