/// How predictable reviewers are over the repeated cycles of a cell.
public struct Predictability: Hashable, Sendable {
  /// How many different pairs stood in the end of some cycle.
  public let pairCount: Int
  /// The chance of the pair that was drawn most often, the largest of many.
  public let largest: Estimate
  /// The codes of that pair, the first of those drawn as often.
  public let largestPair: (underReview: String, reviewer: String)
  /// The chance that a reviewer of a State in one cycle reviews it in another too; nil with fewer than
  /// two cycles.
  public let repeated: Estimate?

  /// Equality of what was found.
  public static func == (left: Predictability, right: Predictability) -> Bool {
    left.pairCount == right.pairCount && left.largest == right.largest
      && left.largestPair == right.largestPair && left.repeated == right.repeated
  }

  /// Hashes what was found.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(pairCount)
    hasher.combine(largest)
    hasher.combine(repeated)
  }
}

/// Takes the lines of a cell in `pairs.csv`, one after another.
struct PredictabilityCount {
  private var pairCount = 0
  private var largest = 0
  private var largestPair = (underReview: "", reviewer: "")
  /// Σc(c−1) and Σc over all pairs.
  private var repeats = 0
  private var reviews = 0
  /// The State that the lines are about, and its sums Σc, Σc², Σc³.
  private var state = ""
  private var sums = (0.0, 0.0, 0.0)
  /// The variance of Σp² over all States so far, times the number of cycles.
  private var variance = 0.0
  private let cycles: Int

  /// - Parameter cycles: Cycles of the cell that were drawn.
  init(cycles: Int) { self.cycles = cycles }

  mutating func add(_ state: String, _ reviewer: String, _ count: Int) {
    if state != self.state { closeState() }
    self.state = state
    pairCount += 1
    reviews += count
    repeats += count * (count - 1)
    let share = Double(count) / Double(cycles)
    sums.0 += share
    sums.1 += share * share
    sums.2 += share * share * share
    if count > largest {
      largest = count
      largestPair = (state, reviewer)
    }
  }

  /// Each seat of a State is taken as one draw of a reviewer in every cycle (a multinomial
  /// distribution); by the delta method the estimate of Σp² has the variance 4(Σp³ − (Σp²)²/Σp)/C.
  private mutating func closeState() {
    if sums.0 > 0 { variance += max(0, 4 * (sums.2 - sums.1 * sums.1 / sums.0)) }
    sums = (0, 0, 0)
  }

  /// What was found; nil where there is no pair.
  mutating func finish() -> Predictability? {
    closeState()
    guard pairCount > 0, let largestChance = Estimate(successes: largest, trials: cycles)
    else { return nil }
    var repeated: Estimate?
    if cycles > 1 {
      let value = Double(repeats) / (Double(cycles - 1) * Double(reviews))
      let seats = Double(reviews) / Double(cycles)
      let half = Estimate.z * (variance / Double(cycles)).squareRoot() / seats
      repeated = Estimate(value: value, low: value - half, high: value + half)
    }
    return Predictability(
      pairCount: pairCount, largest: largestChance, largestPair: largestPair, repeated: repeated)
  }
}
