import IntegerProgramming
import Members

/// Para. 19: no two States review each other, over the whole cycle. Never waived.
///
/// Rows, for each pair of blocks: pairs[a, b] + pairs[b, a] ≤ |a|·|b|, and within one block
/// pairs[a, a] ≤ |a|·(|a| − 1)/2. Where (b, a) was already drawn, (a, b) has no place left.
public struct NoMutualReview: Provision {
  /// The rule's name.
  public let name = "mutual_reviews"
  /// The paragraph.
  public let paragraph = "para. 19"
  /// The demand.
  public let clause = "reviews no State that reviews it in the same cycle"
  /// Whether the rulebook has the rule.
  public let isForbidden: Bool

  /// Makes the provision of a rulebook.
  public init(_ rulebook: Rulebook) { isForbidden = rulebook.mutualReviews == .forbidden }

  /// The demand in the sentence of a conflict.
  public func clause(_ subject: Subject, count: Int, of state: State) -> String {
    "may not review each other (\(paragraph))"
  }

  /// Of each two States at most one reviews the other.
  public func addRows(to encoding: inout Encoding) {
    guard isForbidden else { return }
    for variables in encoding.pairs {
      let pair = variables.pair
      let names = [pair.underReview, pair.reviewer].map { encoding.blocks[$0].name }
      if encoding.drawn.contains(pair.reversed) {
        encoding.program.addRow("mutual(\(names[0]),\(names[1]))", variables.terms, upper: 0)
      } else if pair.underReview == pair.reviewer {
        encoding.program.addRow(
          "mutual(\(names[0]))", variables.terms, upper: encoding.statePairs(in: pair) / 2)
      } else if pair.underReview < pair.reviewer,
        let other = encoding.variables(of: pair.reversed)
      {
        encoding.program.addRow(
          "mutual(\(names[0]),\(names[1]))", variables.terms + other.terms,
          upper: encoding.statePairs(in: pair))
      }
    }
  }

  /// One breach for each two States that review each other, at the first of them.
  public func breaches(in draw: FinishedDraw) -> [Breach] {
    guard isForbidden else { return [] }
    let reviewers = Dictionary(
      draw.assignment.reviews.map { ($0.underReview, $0.reviewers) }, uniquingKeysWith: +)
    return draw.assignment.reviews.sorted { $0.underReview < $1.underReview }.flatMap { review in
      let state = review.underReview
      let others = Set(review.reviewers).sorted().filter { other in
        state < other && reviewers[other]?.contains(state) == true
      }
      let states = draw.membership.states
      return others.map {
        Breach(
          self, state: state,
          sentence: "\(states[state].title) and \(states[$0].title) review each other")
      }
    }
  }
}
