internal import Chances
internal import Drawing
internal import Lots
internal import Members
internal import Pairing
internal import Rules

/// How likely every pair is, before it is drawn.
public struct Odds: Sendable {
  /// A chance, with the interval that it lies in.
  public struct Chance: Hashable, Sendable {
    /// The chance, 0 to 1.
    public let value: Double
    /// The lower end of the 95 % interval; the chance itself where it was counted.
    public let low: Double
    /// The upper end of that interval.
    public let high: Double
  }

  /// How the odds are found.
  public enum Effort: Hashable, Sendable {
    /// By counting every order of the lots, which only a few States allow.
    case counting
    /// By drawing so many times, 1 to 10,000,000, by a seed of its own.
    case sampling(Int, seed: String)
  }

  /// The least that must be waived, under which the odds are.
  public let best: Waivers
  /// The codes of the States whose reviews are looked at, in canonical order.
  public let statesUnderReview: [String]
  private let chances: [String: [String: Chance]]

  /// The chance that a State is drawn as a reviewer of another; nil where the other's review is not
  /// looked at, or one of the codes is unknown. Reviewers drawn already are certain.
  public func chance(that reviewer: String, reviews state: String) -> Chance? {
    chances[state]?[reviewer]
  }

  /// The odds of a membership of which nothing is drawn.
  ///
  /// - Parameters:
  ///   - membership: The States.
  ///   - rulebook: The rules.
  ///   - conflicts: Who may not review whom.
  ///   - method: How the lots are drawn.
  ///   - effort: How the odds are found.
  public init(
    of membership: Membership, rulebook: Rulebook = Rulebook(), conflicts: Conflicts = Conflicts(),
    by method: LotMethod = .bowls, _ effort: Effort
  ) throws(PeerLotsFailure) {
    let question = try Question(membership, rulebook, conflicts)
    self = try PeerLotsFailure.of {
      try Odds(try OddsQuestion(question.problem, year: nil), method, effort)
    }
  }

  /// The odds of what is left to draw of a cycle, or of one year of it, from 1.
  public init(
    of cycle: Cycle, year: Int? = nil, by method: LotMethod = .bowls, _ effort: Effort
  ) throws(PeerLotsFailure) {
    self = try PeerLotsFailure.of {
      try Odds(try OddsQuestion(cycle.base, year: year), method, effort)
    }
  }

  private init(_ question: OddsQuestion, _ method: LotMethod, _ effort: Effort) throws {
    let ahead: Lookahead?
    do throws(PairingFailure) {
      ahead = try Lookahead.from(question.problem)
    } catch { throw DrawingFailure.undecided(error) }
    guard let ahead else { throw DrawingFailure.impossible }
    best = Waivers(ahead.best)
    let states = question.problem.membership.states.map(\.code.text)
    statesUnderReview = question.underReview.map { states[$0] }
    var rows: [[Chance]]
    switch effort {
    case .counting:
      let exact = try question.exact(
        best: ahead.best, withBowls: method == .bowls, ExactOdds.Limits())
      let counted = method == .bowls ? exact.bowls ?? exact.uniform : exact.uniform
      rows = counted.pairs.map { $0.map { Chance($0, $0, $0) } }
    case .sampling(let count, let seed):
      guard (1...10_000_000).contains(count) else {
        throw PeerLotsFailure.odds("\(count) samples are not from 1 to 10000000")
      }
      let sampled =
        method == .bowls
        ? try question.bowls(ahead, samples: count, seed: Lots.Seed(seed))
        : try question.uniform(ahead.best, samples: count, seed: Lots.Seed(seed))
      let values = sampled.chances.pairs
      rows = zip(sampled.pairs, values).map { counts, values in
        zip(counts, values).map { count, value in
          let interval = sampled.interval(of: count)
          return Chance(value, interval.low, interval.high)
        }
      }
    }
    for (row, state) in question.underReview.enumerated() {
      for reviewer in question.problem.reviews[state].reviewers {
        rows[row][reviewer] = Chance(.one, .one, .one)
      }
    }
    chances = Dictionary(
      uniqueKeysWithValues: zip(statesUnderReview, rows).map { code, row in
        (code, Dictionary(uniqueKeysWithValues: zip(states, row)))
      })
  }
}

extension Odds.Chance {
  fileprivate init(_ value: Rational, _ low: Rational, _ high: Rational) {
    func number(_ rational: Rational) -> Double { Double(rational.decimal(digits: 15)) ?? 0 }
    self.init(value: number(value), low: number(low), high: number(high))
  }
}
