import IntegerProgramming
import Members

/// Rulebook, `distinct_groups`: no two reviewers of a State are of one regional group. Two States
/// without a group are not of one group. Supplementary reviewers are not concerned. Never waived.
///
/// Rows, for each block a and each group g: Σ_{b of g} pairs[a, b] ≤ |a|, or 0 where a reviewer of g
/// is drawn already.
public struct DistinctGroups: Provision {
  /// The rule's name.
  public let name = "distinct_groups"
  /// The paragraph.
  public let paragraph = "rulebook, distinct_groups"
  /// The demand.
  public let clause = "has no two reviewers of one regional group"
  /// Whether the rulebook has the rule.
  public let isRequired: Bool

  /// Makes the provision of a rulebook.
  public init(_ rulebook: Rulebook) { isRequired = rulebook.distinctGroups }

  /// The demand in the sentence of a conflict.
  public func clause(_ subject: Subject, count: Int, of state: State) -> String {
    "may have no two reviewers of one regional group (\(paragraph))"
  }

  /// Of each group at most one State reviews another.
  public func addRows(to encoding: inout Encoding) {
    guard isRequired else { return }
    for (a, block) in encoding.blocks.enumerated() {
      let groups = Dictionary(grouping: encoding.asUnderReview[a]) {
        encoding.blocks[encoding.pairs[$0].pair.reviewer].state.region
      }
      for (group, positions) in groups.sorted(by: { $0.key < $1.key }) where !group.isEmpty {
        // The first block of the group gives the row a name that every file allows.
        let first = encoding.blocks[encoding.pairs[positions[0]].pair.reviewer]
        encoding.addRivalRow(
          "group(\(block.name),\(first.name))",
          of: positions.map { encoding.pairs[$0].pair },
          positions.flatMap { encoding.pairs[$0].seatTerms },
          upper: block.groupsDrawn.contains(group) ? 0 : block.size)
      }
    }
  }

  /// One breach for each reviewer beyond the first of its group.
  public func breaches(in draw: FinishedDraw) -> [Breach] {
    guard isRequired else { return [] }
    return draw.reviews.flatMap { review -> [Breach] in
      let states = draw.membership.states
      var seen: Set<RegionalGroup> = []
      return review.holders.compactMap { holder in
        if holder.seat == .supplementary { return nil }
        let group = states[holder.reviewer].region
        if group.isEmpty || seen.insert(group).inserted { return nil }
        return Breach(
          self, state: review.underReview,
          sentence: "\(states[review.underReview].title) has two reviewers of \(group)")
      }
    }
  }
}
