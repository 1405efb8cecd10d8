import BigInt
import Members
import Pairing
import Rules

/// The exact odds of one way of drawing.
public struct ExactChances: Hashable, Sendable {
  /// For each State under review that is looked at, ascending, the chance of each State as its
  /// reviewer, one entry per State of the membership.
  public let pairs: [[Rational]]
  /// For each State of the membership, the chance of 0, 1, 2 … of the reviews looked at; ends with
  /// the most that can happen.
  public let reviews: [[Rational]]

  /// Makes chances of rows of any length.
  init(pairs: [[Rational]], reviews: [[Rational]]) {
    self.pairs = pairs
    self.reviews = reviews.map { row in
      row.count == 1 ? row : Array(row.prefix((row.lastIndex { $0 != .zero } ?? 0) + 1))
    }
  }
}

/// Exact odds by both methods, and how far they are apart.
public struct ExactOdds: Sendable {
  /// How much is counted before it is called too much.
  public struct Limits: Sendable {
    /// States of the count.
    public var states = UniformOdds.mostStates
    /// Sets of reviewers followed, all states of the draw together.
    public var edges = 6_000_000
    /// Steps of the comparison outcome by outcome.
    public var steps = 60_000_000

    /// Makes the usual limits.
    public init() {}
  }

  /// The States whose reviews are looked at, ascending.
  public let underReview: [Int]
  /// How many lawful outcomes the rest of the cycle has.
  public let outcomes: BigUInt
  /// The odds of the even draw.
  public let uniform: ExactChances
  /// The odds of the draw from bowls; nil where they were not asked for.
  public let bowls: ExactChances?
  /// How far the two are apart outcome by outcome; nil where there are too many outcomes, or the
  /// bowls were not asked for.
  public let comparison: OutcomeComparison?

  /// Counts.
  ///
  /// - Parameters:
  ///   - problem: What is drawn and what is left.
  ///   - best: Its best waiver vector.
  ///   - scope: The States whose reviews are looked at; nil for all that have a seat left to draw.
  ///     With bowls, those whose turns come first.
  ///   - order: In which order the States with a seat left to draw have their turns; nil for the
  ///     even draw alone.
  ///   - limits: What is too much.
  /// - Throws: ``ExactFailure``.
  public init(
    _ problem: PairingProblem, best: WaiverVector, scope: Set<Int>? = nil, order: TurnOrder?,
    limits: Limits = Limits()
  ) throws(ExactFailure) {
    var counter = CompletionCounter(
      try Board(problem, best: best), mostStates: limits.states)
    let board = counter.board
    for order in order == nil ? [nil] : [nil, order] {
      let least = SizeProbe.states(board, order)
      if least > limits.states {
        throw .beyondReach(states: SizeEstimate(states: least), most: limits.states)
      }
    }
    let states = problem.membership.states.count
    let even = try UniformOdds(&counter, states, scope: scope)
    outcomes = even.outcomes
    underReview = even.underReview
    uniform = ExactChances(
      pairs: even.pairs.map { row in row.map { Rational($0, even.outcomes) } },
      reviews: even.reviews.map { row in row.map { Rational($0, even.outcomes) } })
    guard let order else {
      (bowls, comparison) = (nil, nil)
      return
    }
    let steps = even.underReview.count
    let graph = try DrawGraph(&counter, .turns(order), steps: steps, mostEdges: limits.edges)
    let scales = LayerScales(graph, order)
    let odds = BowlOdds(graph, scales)
    let looked = board.reviews.indices.filter { even.underReview.contains(board.reviews[$0].state) }
    bowls = ExactChances(
      pairs: looked.map { review in
        var row = Array(repeating: Rational.zero, count: states)
        for (reviewer, chance) in zip(board.reviewers, odds.pairs[review]) {
          row[reviewer] = chance
        }
        return row
      },
      reviews: (0..<states).map { state in
        board.reviewers.firstIndex(of: state).map { odds.reviews[$0] } ?? [.one]
      })
    // Steps per outcome: half the sets of reviews are new at the last review, each half full.
    let work = even.outcomes << max(0, steps - 2)
    let isFew = steps < 20 && work * BigUInt(max(1, steps)) <= BigUInt(limits.steps)
    comparison = isFew ? try OutcomeComparison(graph, scales, &counter) : nil
  }

  /// The largest difference of the two methods over all pairs; nil without bowls.
  public var largestGap: Rational? { gaps?.max() }

  /// The mean difference over all pairs that either method can draw; nil without bowls.
  public var meanGap: Rational? {
    guard let bowls, let gaps else { return nil }
    let count = zip(bowls.pairs.joined(), uniform.pairs.joined()).count {
      $0 != .zero || $1 != .zero
    }
    return count == 0 ? .zero : gaps.reduce(.zero, +) / Rational(BigUInt(count), 1)
  }

  /// The total variation distance over pairs, of one pair picked evenly among those of an outcome:
  /// the sum of all differences by the sum of all chances of both methods; nil without bowls.
  public var pairDistance: Rational? {
    guard let bowls, let gaps else { return nil }
    let sum = bowls.pairs.joined().reduce(uniform.pairs.joined().reduce(.zero, +), +)
    return sum == .zero ? .zero : gaps.reduce(.zero, +) / sum
  }

  private var gaps: [Rational]? {
    bowls.map { zip($0.pairs.joined(), uniform.pairs.joined()).map { $0.distance(to: $1) } }
  }
}
