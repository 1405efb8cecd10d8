/// What the cycles of one cell say together of supplementary seats; see ``SupplementMeasures``.
public struct SupplementSummary: Hashable, Sendable {
  /// The waivers of `supplement` in the best vector before any lot.
  public private(set) var best = Tally()
  /// Those in the end.
  public private(set) var waived = Tally()
  /// By how much each kind of disturbance made the best vector's count larger.
  public private(set) var worsened = Array(repeating: Tally(), count: Disturbance.allCases.count)
  /// Reviewers in the end that lack Protocols of the State under review.
  public private(set) var counted = Tally()
  /// Those of them that have a supplementary reviewer.
  public private(set) var held = Tally()
  /// Lots that named a supplementary reviewer.
  public private(set) var lots = Tally()
  /// Those of them from a bowl of one.
  public private(set) var forcedLots = Tally()

  /// The share of reviewers lacking Protocols that have a supplementary one; nil where none lacks
  /// any.
  public var share: Double? {
    counted.sum == 0 ? nil : Double(held.sum) / Double(counted.sum)
  }

  /// Adds a cycle.
  mutating func add(_ measures: SupplementMeasures) {
    best.add(measures.best)
    waived.add(measures.waived)
    for (place, number) in measures.worsened.enumerated() { worsened[place].add(number) }
    counted.add(measures.counted)
    held.add(measures.held)
    lots.add(measures.lots)
    forcedLots.add(measures.forcedLots)
  }
}
