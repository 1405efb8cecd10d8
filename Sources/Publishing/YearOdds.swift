import Members

/// How likely each pair of a year was, or is, before the first lot of that year.
public struct YearOdds: Hashable, Sendable {
  /// A chance with the ends of its interval, in millionths; all three are equal where it is exact.
  public struct Chance: Hashable, Sendable {
    /// The chance.
    public let millionths: Int
    /// The lower end of the interval of 95 %.
    public let low: Int
    /// The upper end of the interval of 95 %.
    public let high: Int

    /// A chance in its interval, all in millionths.
    public init(_ millionths: Int, low: Int, high: Int) {
      self.millionths = millionths
      self.low = low
      self.high = high
    }
  }

  /// A pair and its chance; codes are those before the first lot of the year.
  public struct Pair: Hashable, Sendable {
    /// The State under review.
    public let underReview: Label
    /// The State that may review it.
    public let reviewer: Label
    /// The chance.
    public let chance: Chance

    /// A pair.
    public init(underReview: Label, reviewer: Label, _ chance: Chance) {
      self.underReview = underReview
      self.reviewer = reviewer
      self.chance = chance
    }
  }

  /// Where the odds are from.
  public enum Origin: Hashable, Sendable {
    /// All orders of the lots were counted.
    case counted
    /// So many draws were made for the odds alone.
    case sampled(Int)
  }

  /// The year, from 1.
  public let year: Int
  /// Where the odds are from.
  public let origin: Origin
  /// Whether they are those of a draw in which every lawful outcome is equally likely, not of lots
  /// from bowls.
  public let isUniform: Bool
  /// The options with which `peerlots odds` gives the same odds of the ledger as it stood; empty
  /// where they are not known.
  public let options: String
  /// The pairs, in any order, each once; one that is not named cannot be drawn.
  public let pairs: [Pair]

  /// The odds of a year.
  public init(
    year: Int, _ origin: Origin, isUniform: Bool = false, options: String = "", pairs: [Pair]
  ) {
    self.year = year
    self.origin = origin
    self.isUniform = isUniform
    self.options = options
    self.pairs = pairs
  }
}

/// Odds by the indices of a roster.
struct OddsIndex: Sendable {
  let odds: YearOdds
  /// For each State under review the chances of those that may review it.
  let chances: [Int: [Int: YearOdds.Chance]]

  init(_ odds: YearOdds, _ record: Record) {
    self.odds = odds
    var chances: [Int: [Int: YearOdds.Chance]] = [:]
    for pair in odds.pairs {
      guard let state = record.index(pair.underReview), let reviewer = record.index(pair.reviewer)
      else { continue }
      chances[state, default: [:]][reviewer] = pair.chance
    }
    self.chances = chances
  }

  /// The States whose reviewers are drawn, in canonical order.
  var underReview: [Int] { chances.keys.sorted() }

  /// Those that may review a State, the likeliest first, then in canonical order.
  func reviewers(of state: Int) -> [(state: Int, chance: YearOdds.Chance)] {
    (chances[state] ?? [:]).filter { $0.value.millionths > 0 }
      .sorted { ($1.value.millionths, $0.key) < ($0.value.millionths, $1.key) }
      .map { (state: $0.key, chance: $0.value) }
  }

  /// Those that do reviews and did not, or cannot, come to review a State, in canonical order.
  func others(than reviewers: [Int], of state: Int) -> [Int] {
    (chances[state] ?? [:]).filter { $0.value.millionths == 0 }.keys.sorted()
  }
}
