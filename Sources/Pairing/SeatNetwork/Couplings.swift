/// How many supplementary seats there are, which depends on the reviewers: for each State and each set
/// of Protocols that its reviewers can lack, as many as reviewers lack it.
///
/// | arc | capacity | cost |
/// | --- | --- | --- |
/// | source → supplementary seats of i for the set L | seats left, and those due | 0 |
/// | these → sink (not needed) | the same | 0 |
/// | these → sink (empty) | the same | +supplement |
/// | these → pair (i, j), where j is party to all of L | 1 | 0 |
/// | a kind of seats of i → reviewers of that kind that lack L | seats left | 0 |
/// | these → pair (i, j), where j lacks L | 1 | its cost |
///
/// Where nobody can supplement L, there is no such seat, and the arc to the reviewers that lack it
/// costs what an empty one does.
///
/// A flow knows nothing of a coupling; the flow kept here *balances* each: what flows to reviewers
/// that lack L, with what is due to those drawn, and what is not needed, are as many as the seats. A
/// search that comes to another flow branches on the arcs that a coupling counts.
struct Couplings: Sendable {
  /// For each, the arc from the source, that of empty seats, and those that it counts: that of seats
  /// not needed, then those to reviewers.
  private(set) var source: [Int32] = []
  private(set) var empty: [Int32] = []
  private(set) var counted: [[Int32]] = []
  /// What flows on the arcs of each, with what is due, beyond its seats.
  private(set) var excess: [Int32] = []
  /// How many are not balanced.
  private(set) var broken = 0

  /// How many there are.
  var count: Int { source.count }

  /// Makes a coupling.
  mutating func add(source: Int32, empty: Int32, unneeded: Int32) -> Int {
    self.source.append(source)
    self.empty.append(empty)
    counted.append([unneeded])
    excess.append(0)
    return count - 1
  }

  /// Counts an arc to reviewers.
  mutating func count(_ arc: Int32, in coupling: Int) { counted[coupling].append(arc) }

  /// Begins to count.
  mutating func start(_ coupling: Int, _ excess: Int) {
    self.excess[coupling] = Int32(truncatingIfNeeded: excess)
    if excess != 0 { broken += 1 }
  }

  /// Notes a change of what flows on one of the arcs.
  @inline(__always)
  mutating func change(_ coupling: Int, _ step: Int32) {
    let was = excess[coupling]
    excess[coupling] = was + step
    if was == 0 { broken += 1 } else if was + step == 0 { broken -= 1 }
  }

  /// One that is not balanced; nil for none.
  var breach: Int? { broken == 0 ? nil : excess.firstIndex { $0 != 0 } }
}
