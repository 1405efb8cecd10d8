import Members

/// Para. 18 bis: a reviewing State is party to every Protocol the State under review is party to.
/// It may be party to more. Never waived.
///
/// No rows: a pair that the rule does not permit has no variable.
public struct EveryProtocol: Provision {
  /// The rule's name.
  public let name = "protocols"
  /// The paragraph.
  public let paragraph = "para. 18 bis"
  /// The demand.
  public let clause =
    "is reviewed by States party to every Protocol to which it is itself a party"
  /// Whether the rulebook has the rule.
  public let isRequired: Bool
  /// Whether supplementary reviewers are to be party to what those they are drawn for lack.
  private let supplements: Bool

  /// Makes the provision of a rulebook.
  public init(_ rulebook: Rulebook) {
    isRequired = rulebook.protocols == .all
    supplements = rulebook.protocols == .supplement
  }

  /// Whether the rule looks at no pair.
  public var permitsEveryPair: Bool { !isRequired }

  /// The demand in the sentence of a conflict.
  public func clause(_ subject: Subject, count: Int, of state: State) -> String {
    let codes = state.protocols.map(\.text)
    let list =
      codes.count < 2
      ? codes.joined() : codes.dropLast().joined(separator: ", ") + " and " + (codes.last ?? "")
    return "party to the \(codes.count == 1 ? "Protocol" : "Protocols") \(list) (\(paragraph))"
  }

  /// Whether the reviewer's Protocols include those of the State under review.
  public func permits(_ reviewer: State, toReview underReview: State, in seat: Seat) -> Bool {
    guard isRequired else { return true }
    // Both lists are in canonical order: one pass over the two.
    let codes = reviewer.protocols
    var place = 0
    for code in underReview.protocols {
      while place < codes.count && codes[place] != code { place += 1 }
      if place == codes.count { return false }
      place += 1
    }
    return true
  }

  /// One breach for each reviewer that lacks a Protocol.
  public func breaches(in draw: FinishedDraw) -> [Breach] {
    if supplements { return supplementaryBreaches(in: draw) }
    guard isRequired else { return [] }
    return draw.reviews.flatMap { review in
      let state = draw.membership.states[review.underReview]
      return review.reviewers.compactMap { index -> Breach? in
        let reviewer = draw.membership.states[index]
        let missing = state.protocols.filter { !reviewer.protocols.contains($0) }
        guard !missing.isEmpty else { return nil }
        let list = missing.map(\.text).joined(separator: ", ")
        return Breach(
          self, state: review.underReview,
          sentence: "\(reviewer.title) reviews \(state.title) but is not party to \(list)")
      }
    }
  }

  /// One breach for each supplementary reviewer that is not party to what is lacking, or that nobody
  /// needs.
  private func supplementaryBreaches(in draw: FinishedDraw) -> [Breach] {
    let states = draw.membership.states
    return draw.reviews.flatMap { review -> [Breach] in
      let state = states[review.underReview]
      var served: Set<Int> = []
      return review.holders.compactMap { holder -> Breach? in
        guard holder.seat == .supplementary else { return nil }
        let reviewer = states[holder.reviewer]
        let place = review.holders.firstIndex {
          $0.seat != .supplementary && $0.reviewer == holder.supplemented
        }
        let missing = place.map {
          SupplementaryReviewers.lacking(
            states[review.holders[$0].reviewer], toReview: state)
        }
        let isFirst = served.insert(holder.supplemented ?? -1).inserted
        guard let missing, !missing.isEmpty, isFirst else {
          return Breach(
            self, state: review.underReview,
            sentence: "\(reviewer.title) is a supplementary reviewer of \(state.title), which "
              + "needs none there")
        }
        if reviewer.isParty(to: missing) { return nil }
        let list = missing.map(\.text).joined(separator: ", ")
        return Breach(
          self, state: review.underReview,
          sentence: "\(reviewer.title) is a supplementary reviewer of \(state.title) but is not "
            + "party to \(list)")
      }
    }
  }
}
