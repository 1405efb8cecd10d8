import Rules

/// What the cycles of one cell say together. Entries by rule are in the order of
/// `WaivableRule.counted`.
public struct CellSummary: Hashable, Sendable {
  /// The number of the cell, from 1.
  public let number: Int
  /// What the cell is: the values of `cells.csv` after the first two columns, in its order.
  public let settings: [Setting]
  /// Cycles of the plan.
  public let plannedCycles: Int

  /// One value of a cell.
  public struct Setting: Hashable, Sendable {
    /// The name of the column, for instance `loads.maximum`.
    public let name: String
    /// The value as a text; empty for none.
    public let value: String
  }

  /// How many cycles ended in each way, in the order of `CycleOutcome.allCases`.
  public private(set) var outcomes = Array(repeating: 0, count: CycleOutcome.allCases.count)
  /// The best waivers before any lot, by rule.
  public private(set) var best = Self.byRule
  /// The waivers in the end, by rule.
  public private(set) var waived = Self.byRule
  /// By how much disturbances made the best waivers worse: by disturbance, then by rule.
  public private(set) var worsened = Array(
    repeating: Self.byRule, count: Disturbance.allCases.count)
  /// Seats held by a reviewer, supplementary ones included.
  public private(set) var reviews = Tally()
  /// States that may review by the reviews they do (0 to 8, then more), summed over the cycles.
  public private(set) var loads = Array(repeating: 0, count: CycleMeasures.largestLoadShown + 1)
  /// The most reviews that a State does.
  public private(set) var largestLoad = Tally()
  /// How uneven the reviews lie on the States that may review, a cycle: Gini's mean difference over
  /// twice the mean, 0 where all do as many, in millionths; only of cycles in which nobody does more
  /// than a column of loads tells apart.
  public private(set) var giniInMillionths = Tally()
  /// The loads by regional group, summed; groups in the order in which they first occur.
  public private(set) var loadsByGroup: [NamedCounts] = []
  /// The loads by number of Protocols, summed.
  public private(set) var loadsByProtocols: [NamedCounts] = []
  /// States whose regional reviewer should have a similar legal system.
  public private(set) var legalCounted = Tally()
  /// States whose regional reviewer has one.
  public private(set) var legalMatched = Tally()
  /// Seats held by a reviewer where both it and the State under review have languages.
  public private(set) var languagesCounted = Tally()
  /// Those of them where the two share one.
  public private(set) var languagesShared = Tally()
  /// States under review in each year, summed over the cycles.
  public private(set) var statesByYear: [Int] = []
  /// The same by regional group.
  public private(set) var groupsByYear: [NamedCounts] = []
  /// The largest difference between a group's States of a year and its exact share, in thousandths.
  public private(set) var proportionGapInThousandths = Tally()
  /// Lots that named a reviewer.
  public private(set) var lots = Tally()
  /// Those of them for regional seats.
  public private(set) var regionalLots = Tally()
  /// The sums of the sizes of their bowls.
  public private(set) var bowlSum = Tally()
  /// The sizes of the smallest bowls.
  public private(set) var smallestBowl = Tally()
  /// Lots by the size of the bowl (up to each of `CycleMeasures.bowlLimits`, then more), summed.
  public private(set) var bowls = Array(repeating: 0, count: CycleMeasures.bowlLimits.count + 1)
  /// Lots for regional seats from a bowl of one.
  public private(set) var forcedRegionalLots = Tally()
  /// What happened, in the order of `Request.allCases`.
  public private(set) var happened = Array(repeating: Tally(), count: Request.allCases.count)
  /// What was asked for and refused, in the order of `Request.allCases`.
  public private(set) var refused = Array(repeating: Tally(), count: Request.allCases.count)
  /// What concerns supplementary seats.
  public private(set) var supplements = SupplementSummary()
  /// Why the rules cannot all be kept before any lot.
  public internal(set) var causes: [Cause] = []
  /// How predictable reviewers are; nil where pairs are not counted, or the cell is not finished.
  public internal(set) var predictability: Predictability?
  /// How long the cycles took.
  public internal(set) var microseconds = Tally()

  /// A rule that interchangeable States cannot all keep.
  public struct Cause: Hashable, Sendable {
    /// The rule.
    public let rule: WaivableRule
    /// Whether the rulebook lets it be waived.
    public let isWaivable: Bool
    /// Waivers among the States in every best completion.
    public let least: Int
    /// Waivers among them in the best completion that needs most.
    public let most: Int
    /// How many States are concerned.
    public let stateCount: Int
    /// The codes of the first of them.
    public let states: [String]
  }

  private static let byRule = Array(repeating: Tally(), count: WaivableRule.counted.count)

  init(number: Int, settings: [Setting], plannedCycles: Int) {
    (self.number, self.settings, self.plannedCycles) = (number, settings, plannedCycles)
  }

  /// The value of a column of `cells.csv`; empty where there is none.
  public func setting(_ name: String) -> String {
    settings.first { $0.name == name }?.value ?? ""
  }

  /// Cycles of which the result is there.
  public var cycles: Int { outcomes.reduce(0, +) }

  /// Cycles that were drawn to their end.
  public var drawnCycles: Int { self[.kept] + self[.waived] }

  /// How many cycles ended in a way.
  public subscript(outcome: CycleOutcome) -> Int {
    zip(CycleOutcome.allCases, outcomes).first { $0.0 == outcome }?.1 ?? 0
  }

  /// The waivers of a rule before any lot, in the end, and by how much each kind of disturbance made
  /// the best vector's count larger.
  public func waivers(
    of rule: WaivableRule
  ) -> (best: Tally, waived: Tally, worsened: [Tally]) {
    if let place = WaivableRule.counted.firstIndex(of: rule) {
      return (best[place], waived[place], worsened.map { $0[place] })
    }
    return (supplements.best, supplements.waived, supplements.worsened)
  }

  /// How often the rules could be kept, with Wilson's interval; nil without a cycle.
  public var kept: Estimate? { Estimate(successes: self[.kept], trials: cycles) }

  /// The share of lots from a bowl of one; nil without a lot.
  public var forcedShare: Double? { lots.sum == 0 ? nil : Double(bowls[0]) / Double(lots.sum) }

  /// The mean size of a bowl over all lots; nil without a lot.
  public var meanBowl: Double? { lots.sum == 0 ? nil : Double(bowlSum.sum) / Double(lots.sum) }

  /// The share of counted States whose regional reviewer has a similar legal system; nil where none
  /// is counted.
  public var legalShare: Double? {
    legalCounted.sum == 0 ? nil : Double(legalMatched.sum) / Double(legalCounted.sum)
  }

  /// The share of reviewers that share a language with the State under review, of those where both
  /// have one; nil where there are none.
  public var languageShare: Double? {
    languagesCounted.sum == 0
      ? nil : Double(languagesShared.sum) / Double(languagesCounted.sum)
  }

  /// The share of States that may review that do at least so many reviews, over all cycles; nil where
  /// none is counted, or where the columns of loads do not tell.
  public func share(doing reviews: Int) -> Double? {
    let all = loads.reduce(0, +)
    guard all > 0, reviews <= CycleMeasures.largestLoadShown else { return nil }
    return Double(loads[reviews...].reduce(0, +)) / Double(all)
  }

  // MARK: Adding up

  /// Adds a cycle.
  mutating func add(_ measures: CycleMeasures) {
    for (place, outcome) in CycleOutcome.allCases.enumerated() where outcome == measures.outcome {
      outcomes[place] += 1
    }
    guard measures.outcome.isDrawn else { return }
    Self.add(measures.best, to: &best)
    Self.add(measures.waived, to: &waived)
    for cause in worsened.indices { Self.add(measures.worsened[cause], to: &worsened[cause]) }
    reviews.add(measures.reviews)
    Self.add(measures.loads, to: &loads)
    largestLoad.add(measures.largestLoad)
    if let gini = measures.giniInMillionths { giniInMillionths.add(gini) }
    Self.add(measures.loadsByGroup, to: &loadsByGroup)
    Self.add(measures.loadsByProtocols, to: &loadsByProtocols)
    legalCounted.add(measures.legalCounted)
    legalMatched.add(measures.legalMatched)
    languagesCounted.add(measures.languagesCounted)
    languagesShared.add(measures.languagesShared)
    Self.add(measures.statesByYear, to: &statesByYear)
    Self.add(measures.groupsByYear, to: &groupsByYear)
    proportionGapInThousandths.add(measures.proportionGapInThousandths)
    lots.add(measures.lots)
    regionalLots.add(measures.regionalLots)
    bowlSum.add(measures.bowlSum)
    smallestBowl.add(measures.smallestBowl)
    Self.add(measures.bowls, to: &bowls)
    forcedRegionalLots.add(measures.forcedRegionalLots)
    Self.add(measures.happened, to: &happened)
    Self.add(measures.refused, to: &refused)
    supplements.add(measures.supplements)
  }

  private static func add(_ numbers: [Int], to tallies: inout [Tally]) {
    for (place, number) in numbers.enumerated() { tallies[place].add(number) }
  }

  private static func add(_ counts: [Int], to sums: inout [Int]) {
    for (place, count) in counts.enumerated() {
      if place < sums.count { sums[place] += count } else { sums.append(count) }
    }
  }

  private static func add(_ rows: [NamedCounts], to sums: inout [NamedCounts]) {
    for row in rows {
      if let place = sums.firstIndex(where: { $0.name.utf8.elementsEqual(row.name.utf8) }) {
        add(row.counts, to: &sums[place].counts)
      } else {
        sums.append(row)
      }
    }
  }
}
