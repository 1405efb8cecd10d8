import IntegerProgramming
import Members

/// The conflicts table, `reviewer,other`: two States that may not sit on one review. Never waived.
///
/// Rows, for each block a and each such two States b and c: pairs[a, b] + pairs[a, c] ≤ |a|. Where one
/// of the two is drawn, the other has no variable.
public struct SharedReviews: Provision {
  /// The rule's name.
  public let name = "exclusions"
  /// The paragraph.
  public let paragraph = "conflicts table"
  /// The demand.
  public let clause = "has no two reviewers that the conflicts table keeps apart"
  private let exclusions: [Exclusion]

  /// Makes the provision of a conflicts table.
  public init(_ exclusions: [Exclusion]) { self.exclusions = exclusions }

  /// The demand in the sentence of a conflict.
  public func clause(_ subject: Subject, count: Int, of state: State) -> String {
    "may have no two reviewers that may not sit on one review (\(paragraph))"
  }

  /// Of each two such States at most one reviews another.
  public func addRows(to encoding: inout Encoding) {
    if exclusions.isEmpty { return }
    var blocks: [Label: Int] = [:]
    for (place, block) in encoding.blocks.enumerated() where block.size == 1 {
      blocks[block.state.code] = place
    }
    for exclusion in exclusions {
      guard let one = blocks[exclusion.reviewer], let other = blocks[exclusion.other] else {
        continue
      }
      for (a, block) in encoding.blocks.enumerated() {
        guard let first = encoding.variables(of: BlockPair(underReview: a, reviewer: one)),
          let second = encoding.variables(of: BlockPair(underReview: a, reviewer: other))
        else { continue }
        let names = [block, encoding.blocks[one], encoding.blocks[other]].map(\.name)
        encoding.addRivalRow(
          "apart(\(names.joined(separator: ",")))", of: [first.pair, second.pair],
          first.terms + second.terms, upper: block.size)
      }
    }
  }

  /// One breach for each two reviewers of a State that may not sit on one review.
  public func breaches(in draw: FinishedDraw) -> [Breach] {
    if exclusions.isEmpty { return [] }
    let states = draw.membership.states
    return draw.reviews.flatMap { review -> [Breach] in
      let codes = Set(review.reviewers.map { states[$0].code })
      return exclusions.compactMap { exclusion in
        guard codes.contains(exclusion.reviewer), codes.contains(exclusion.other) else {
          return nil
        }
        let titles = [exclusion.reviewer, exclusion.other].map {
          draw.membership.state($0)?.title ?? $0.text
        }
        return Breach(
          self, state: review.underReview,
          sentence: "\(titles[0]) and \(titles[1]) both review "
            + "\(states[review.underReview].title), which the conflicts table excludes")
      }
    }
  }
}
