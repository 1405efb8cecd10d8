import Rules

/// What was measured of one cycle. Entries by rule are in the order of `WaivableRule.counted`.
public struct CycleMeasures: Hashable, Sendable {
  /// The most reviews that a load's column tells apart; the last column is for this many or more.
  public static let largestLoadShown = 9
  /// The largest size of the bowls of each column; the last has no end.
  public static let bowlLimits = [1, 2, 4, 8, 16, 32, 64]

  /// How it ended; unless it was drawn, all that follows is empty.
  public var outcome: CycleOutcome
  /// The best waivers before any lot, by rule.
  public var best = Array(repeating: 0, count: WaivableRule.counted.count)
  /// The waivers in the end, by rule.
  public var waived = Array(repeating: 0, count: WaivableRule.counted.count)
  /// By how much each kind of disturbance made the best waivers worse, by rule.
  public var worsened = Array(
    repeating: Array(repeating: 0, count: WaivableRule.counted.count),
    count: Disturbance.allCases.count)
  /// Seats held by a reviewer in the end, supplementary ones included.
  public var reviews = 0
  /// States that may review by the reviews they do: 0, 1, … 8, and 9 or more.
  public var loads = Array(repeating: 0, count: largestLoadShown + 1)
  /// The most reviews that a State does.
  public var largestLoad = 0
  /// The loads by regional group, in canonical order; zeros at the end are left out.
  public var loadsByGroup: [NamedCounts] = []
  /// The loads by number of Protocols.
  public var loadsByProtocols: [NamedCounts] = []
  /// States whose regional reviewer should have a similar legal system.
  public var legalCounted = 0
  /// States whose regional reviewer has one.
  public var legalMatched = 0
  /// Seats held by a reviewer where both it and the State under review have languages.
  public var languagesCounted = 0
  /// Those of them where the two share one.
  public var languagesShared = 0
  /// States under review in each year.
  public var statesByYear: [Int] = []
  /// States under review in each year, by regional group.
  public var groupsByYear: [NamedCounts] = []
  /// The largest difference between a group's States of a year and its exact share, in thousandths.
  public var proportionGapInThousandths = 0
  /// Lots that named a reviewer.
  public var lots = 0
  /// Those of them for regional seats.
  public var regionalLots = 0
  /// The sum of the sizes of their bowls.
  public var bowlSum = 0
  /// The size of the smallest bowl; 0 where there was no lot.
  public var smallestBowl = 0
  /// Lots by the size of the bowl: up to each of ``bowlLimits``, then more.
  public var bowls = Array(repeating: 0, count: bowlLimits.count + 1)
  /// Lots for regional seats from a bowl of one.
  public var forcedRegionalLots = 0
  /// What happened, by request.
  public var happened = Array(repeating: 0, count: Request.allCases.count)
  /// What was asked for and refused, by request.
  public var refused = Array(repeating: 0, count: Request.allCases.count)
  /// What concerns supplementary seats.
  public var supplements = SupplementMeasures()

  /// Makes measures of a cycle of which nothing is counted yet.
  public init(outcome: CycleOutcome) { self.outcome = outcome }

  /// Lots from a bowl of one.
  public var forcedLots: Int { bowls[0] }

  /// The mean size of a bowl, in thousandths, rounded down.
  public var meanBowlInThousandths: Int { lots == 0 ? 0 : bowlSum * 1000 / lots }

  /// Counts a lot that named a reviewer.
  mutating func countLot(bowl: Int, in seat: Seat) {
    lots += 1
    bowlSum += bowl
    smallestBowl = smallestBowl == 0 ? bowl : min(smallestBowl, bowl)
    bowls[Self.bowlLimits.firstIndex { bowl <= $0 } ?? Self.bowlLimits.count] += 1
    switch seat {
    case .regional:
      regionalLots += 1
      if bowl == 1 { forcedRegionalLots += 1 }
    case .supplementary:
      supplements.lots += 1
      if bowl == 1 { supplements.forcedLots += 1 }
    case .open, .listed: break
    }
  }
}
