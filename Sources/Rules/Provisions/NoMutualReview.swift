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
        encoding.addRivalRow(
          "mutual(\(names[0]))", of: [pair], variables.terms,
          upper: encoding.statePairs(in: pair) / 2
        )
      } else if pair.underReview < pair.reviewer,
        let other = encoding.variables(of: pair.reversed)
      {
        encoding.addRivalRow(
          "mutual(\(names[0]),\(names[1]))", of: [pair, pair.reversed],
          variables.terms + other.terms,
          upper: encoding.statePairs(in: pair))
      }
    }
  }

  /// One breach for each two States that review each other, at the first of them.
  public func breaches(in draw: FinishedDraw) -> [Breach] {
    guard isForbidden else { return [] }
    let places = draw.places
    return draw.reviews.flatMap { review -> [Breach] in
      let state = review.underReview
      func isMutual(_ other: Int) -> Bool {
        var place = places[other]
        while place >= 0 && place < draw.reviews.count && draw.reviews[place].underReview == other {
          if draw.reviews[place].has(state) { return true }
          place += 1
        }
        return false
      }
      if !review.holders.contains(where: { state < $0.reviewer && isMutual($0.reviewer) }) {
        return []
      }
      let others = Set(review.reviewers).sorted().filter { state < $0 && isMutual($0) }
      let states = draw.membership.states
      return others.map {
        Breach(
          self, state: state,
          sentence: "\(states[state].title) and \(states[$0].title) review each other")
      }
    }
  }
}
