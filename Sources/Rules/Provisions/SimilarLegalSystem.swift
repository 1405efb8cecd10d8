import IntegerProgramming
import Members

/// Para. 19: the reviewer of the same regional group has, if possible, a similar legal system.
/// States without a legal system on record are not counted.
///
/// Rows, for each counted block a with a regional seat:
/// Σ_{b similar} regional[a, b] + dissimilar[a] ≥ |a|.
public struct SimilarLegalSystem: Provision {
  /// The rule's name.
  public let name = "legal_system"
  /// The paragraph.
  public let paragraph = "para. 19"
  /// The demand.
  public let clause =
    "has, in the reviewer of its own regional group, one with a similar legal system"
  /// The waiver that gives the similarity up.
  public let waiver: WaivableRule? = .legalSystem
  /// Whether the rulebook has the rule.
  public let isPreferred: Bool

  /// Makes the provision of a rulebook.
  public init(_ rulebook: Rulebook) { isPreferred = rulebook.similarLegalSystem == .preferred }

  /// The demand in the sentence of a conflict.
  public func clause(_ subject: Subject, count: Int, of state: State) -> String {
    "with a similar legal system (\(paragraph))"
  }

  /// Whether two States share a legal system.
  public static func similar(_ left: State, _ right: State) -> Bool {
    left.legalSystems.contains { right.legalSystems.contains($0) }
  }

  /// Every counted regional seat is held by a similar State or counted as dissimilar.
  public func addRows(to encoding: inout Encoding) {
    guard isPreferred else { return }
    for (a, block) in encoding.blocks.enumerated()
    where block.regionalSeats > 0 && !block.state.legalSystems.isEmpty {
      var terms: [Term] = []
      for position in encoding.asUnderReview[a] {
        let variables = encoding.pairs[position]
        let reviewer = encoding.blocks[variables.pair.reviewer].state
        if let regional = variables.regional, Self.similar(block.state, reviewer) {
          terms.append(Term(1, regional))
        }
      }
      let seats = block.size * block.regionalSeats
      if let dissimilar = encoding.waiverVariable(.legalSystem, block: a, upper: seats) {
        terms.append(Term(1, dissimilar))
      }
      encoding.program.addRow("similar(\(block.name))", terms, lower: seats)
    }
  }

  /// One breach for each counted regional seat that is not held by a similar State.
  public func breaches(in draw: FinishedDraw) -> [Breach] {
    guard isPreferred else { return [] }
    return draw.reviews.flatMap { review -> [Breach] in
      let state = draw.membership.states[review.underReview]
      let seats = draw.seatCounts(review.underReview).regional
      if seats == 0 || state.legalSystems.isEmpty { return [] }
      let held = review.holders.count {
        $0.seat == .regional && Self.similar(draw.membership.states[$0.reviewer], state)
      }
      let sentence =
        "\(state.title) has "
        + (held == 0 ? "no reviewer" : "\(held) of \(seats) reviewers")
        + " of its group with a similar legal system"
      return (0..<max(0, seats - held)).map { _ in
        Breach(self, state: review.underReview, sentence: sentence)
      }
    }
  }
}
