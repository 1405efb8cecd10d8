import Members

/// The provisions of a rulebook, in the order of the paragraphs.
public struct Provisions: Sendable {
  /// The provisions.
  public let all: [any Provision]
  /// Those that forbid some pair, looking at it alone.
  private let ofPairs: [any Provision]

  /// Makes the provisions of a rulebook and a conflicts table.
  public init(
    _ rulebook: Rulebook, conflicts: [Conflict] = [], exclusions: [Exclusion] = []
  ) {
    all = [
      ReviewedOnce(), ProportionateYears(rulebook), TwoReviewers(rulebook), OtherStates(),
      EveryProtocol(rulebook), SupplementaryReviewers(rulebook), SameRegionalGroup(),
      OpenSeatGroups(rulebook), DistinctGroups(rulebook),
      SimilarLegalSystem(rulebook), NoMutualReview(rulebook), MinimumLoad(rulebook),
      TargetLoad(rulebook),
      MaximumLoad(rulebook), MaximumPerYear(rulebook), ReviewersOnly(), NoConflict(conflicts),
      SharedReviews(exclusions),
    ]
    // Backwards, the cheap questions come first.
    ofPairs = all.filter { !$0.permitsEveryPair }.reversed()
  }

  /// Whether every provision permits the pair.
  public func permit(_ reviewer: State, toReview underReview: State, in seat: Seat) -> Bool {
    ofPairs.allSatisfy { $0.permits(reviewer, toReview: underReview, in: seat) }
  }

  /// Checks a finished draw against every rule, independently of any program.
  ///
  /// - Returns: Every breach, rule by rule; those of waivable rules are lawful where a waiver
  ///   was recorded for each.
  public func breaches(in draw: FinishedDraw) -> [Breach] {
    all.flatMap { $0.breaches(in: draw) }
  }

  /// The waiver vector of a finished draw, and the breaches of rules that may not be waived.
  public func judge(_ draw: FinishedDraw) -> (vector: WaiverVector, unlawful: [Breach]) {
    var vector = WaiverVector(rules: draw.rulebook.waivers)
    var unlawful: [Breach] = []
    for provision in all {
      let breaches = provision.breaches(in: draw)
      if let waiver = provision.waiver, let level = draw.rulebook.waivers.firstIndex(of: waiver) {
        vector.counts[level] += breaches.count
      } else {
        unlawful += breaches
      }
    }
    return (vector, unlawful)
  }
}

extension FinishedDraw {
  /// How many reviews each State does, one entry per State in canonical order.
  var loads: [Int] {
    var loads = Array(repeating: 0, count: membership.states.count)
    for review in assignment.reviews {
      for reviewer in review.reviewers { loads[reviewer] += 1 }
    }
    return loads
  }
}
