import IntegerProgramming
import Members

/// Para. 19: one of the reviewers is of the same regional group as the State under review, where
/// that has a group.
///
/// Rows, for each block a with a regional seat: Σ_b regional[a, b] + given up[a] = |a|.
public struct SameRegionalGroup: Provision {
  /// The rule's name.
  public let name = "same_region"
  /// The paragraph.
  public let paragraph = "para. 19"
  /// The demand.
  public let clause = "has a reviewer of its own regional group"
  /// The waiver that gives the group up.
  public let waiver: WaivableRule? = .sameRegion

  /// Makes the provision.
  public init() {}

  /// Whether the rule looks at no pair.
  public var permitsEveryPair: Bool { false }

  /// The demand in the sentence of a conflict.
  public func clause(_ subject: Subject, count: Int, of state: State) -> String {
    "\(subject.word("needs", "each need")) a reviewer of \(subject.word("its", "their")) regional "
      + "group, \(state.region) (\(paragraph))"
  }

  /// Whether the reviewer is of the group; open seats are not concerned.
  public func permits(_ reviewer: State, toReview underReview: State, in seat: Seat) -> Bool {
    seat != .regional || (!underReview.region.isEmpty && reviewer.region == underReview.region)
  }

  /// Every regional seat is held or counted as given up.
  public func addRows(to encoding: inout Encoding) {
    for (a, block) in encoding.blocks.enumerated() where block.regionalSeats > 0 {
      var terms = encoding.asUnderReview[a].compactMap {
        encoding.pairs[$0].regional.map { Term(1, $0) }
      }
      let seats = block.size * block.regionalSeats
      if let givenUp = encoding.waiverVariable(.sameRegion, block: a, upper: seats) {
        terms.append(Term(1, givenUp))
      }
      encoding.program.addRow("region(\(block.name))", terms, lower: seats, upper: seats)
    }
  }

  /// One breach for each regional seat that is not held by a reviewer of the group.
  public func breaches(in draw: FinishedDraw) -> [Breach] {
    draw.reviews.flatMap { review -> [Breach] in
      let seats = draw.seatCounts(review.underReview).regional
      if seats == 0 { return [] }
      let state = draw.membership.states[review.underReview]
      let held = review.holders.count {
        $0.seat == .regional && draw.membership.states[$0.reviewer].region == state.region
      }
      if held == seats { return [] }
      let sentence =
        held == 0
        ? "\(state.title) has no reviewer of its regional group, \(state.region)"
        : "\(state.title) has \(held) of the \(seats) reviewers of its regional group, "
          + "\(state.region)"
      return (0..<abs(seats - held)).map { _ in
        Breach(self, state: review.underReview, sentence: sentence)
      }
    }
  }
}
