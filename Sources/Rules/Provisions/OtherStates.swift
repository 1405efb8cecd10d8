import IntegerProgramming
import Members

/// Para. 18: the reviewers of a State are *other* States, and no State reviews it twice.
///
/// Rows, for each pair of blocks: (regional + open)[a, b] ≤ |a|·|b|, or |a|·(|a| − 1) within one
/// block, so that distinct pairs of States can hold the count.
public struct OtherStates: Provision {
  /// The rule's name.
  public let name = "other_states"
  /// The paragraph.
  public let paragraph = "para. 18"
  /// The demand.
  public let clause = "is reviewed by other States, by each at most once"

  /// Makes the provision.
  public init() {}

  /// The reviews between two blocks fit on distinct pairs of States.
  public func addRows(to encoding: inout Encoding) {
    for variables in encoding.pairs {
      let most = encoding.statePairs(in: variables.pair)
      let bounds = variables.terms.compactMap {
        encoding.program.variables[$0.variable.index].upper
      }
      // Where the variables' own bounds say as much, a row would add nothing.
      if bounds.count == variables.terms.count && bounds.reduce(0, +) <= most { continue }
      let names = [variables.pair.underReview, variables.pair.reviewer].map {
        encoding.blocks[$0].name
      }
      encoding.program.addRow(
        "once(\(names[0]),\(names[1]))", variables.terms, upper: most)
    }
  }

  /// One breach for each reviewer that is the State itself or stands twice.
  public func breaches(in draw: FinishedDraw) -> [Breach] {
    draw.reviews.flatMap { review -> [Breach] in
      let held = review.reviewers
      if !held.contains(review.underReview)
        && held.indices.allSatisfy({ !held[..<$0].contains(held[$0]) })
      {
        return []
      }
      let state = draw.membership.states[review.underReview]
      var seen: Set<Int> = []
      return review.reviewers.compactMap { reviewer -> Breach? in
        if reviewer == review.underReview {
          return Breach(self, state: reviewer, sentence: "\(state.title) reviews itself")
        }
        guard !seen.insert(reviewer).inserted else { return nil }
        return Breach(
          self, state: review.underReview,
          sentence: "\(draw.membership.states[reviewer].title) reviews \(state.title) twice")
      }
    }
  }
}
