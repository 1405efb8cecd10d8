/// Who holds the open seats that are still to be drawn, State by State, in one piece of memory.
struct OpenSeats: Sendable {
  /// The most open seats of a State.
  let most: Int
  private var holders: [Int32]
  private var counts: [Int]

  /// Makes the empty seats of so many States.
  init(stateCount: Int, most: Int) {
    self.most = most
    holders = Array(repeating: -1, count: stateCount * most)
    counts = Array(repeating: 0, count: stateCount)
  }

  /// How many seats of a State are held.
  @inline(__always)
  func count(_ state: Int) -> Int { counts[state] }

  /// The holder of one of them, from 0; their order means nothing.
  @inline(__always)
  func holder(_ state: Int, _ seat: Int) -> Int { Int(holders[state * most + seat]) }

  /// The place of a holder among them; nil where it holds none.
  @inline(__always)
  func place(_ state: Int, of reviewer: Int) -> Int? {
    for place in 0..<counts[state] where holder(state, place) == reviewer { return place }
    return nil
  }

  /// Puts a reviewer into a seat.
  mutating func add(_ state: Int, _ reviewer: Int) {
    precondition(counts[state] < most, "a State has more open seats than there are")
    holders[state * most + counts[state]] = Int32(truncatingIfNeeded: reviewer)
    counts[state] += 1
  }

  /// Takes a reviewer out of its seat.
  mutating func remove(_ state: Int, _ reviewer: Int) {
    guard let place = place(state, of: reviewer) else {
      preconditionFailure("only a holder can leave a seat")
    }
    counts[state] -= 1
    holders[state * most + place] = holders[state * most + counts[state]]
  }
}
