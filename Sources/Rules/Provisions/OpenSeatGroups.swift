import Members

/// Rulebook, a kind of seats of `group: other` (`open_seats: other_region`): the holder is not of the
/// regional group of the State under review. Two States without a group are not of the same group.
/// Never waived.
///
/// No rows: a pair that the rule does not permit has no variable.
public struct OpenSeatGroups: Provision {
  /// The rule's name.
  public let name = "open_seats"
  /// The paragraph.
  public let paragraph = "rulebook, open_seats"
  /// The demand.
  public let clause = "has in its open seats reviewers of other regional groups"
  /// Whether the rulebook has the rule.
  public var isRequired: Bool { places.contains(true) }
  /// For each kind of seats, in the rulebook's order, whether it is for other groups.
  private let places: [Bool]
  private let openPlace: Int

  /// Makes the provision of a rulebook.
  public init(_ rulebook: Rulebook) {
    places = rulebook.seats.map { $0.group == .other }
    openPlace = rulebook.openPlace
  }

  private func isRequired(in seat: Seat) -> Bool {
    switch seat {
    case .regional: false
    case .open: places[openPlace]
    case .listed(let place): Int(place) < places.count && places[Int(place)]
    case .supplementary: false
    }
  }

  /// Whether the rule looks at no pair.
  public var permitsEveryPair: Bool { !isRequired }

  /// The demand in the sentence of a conflict.
  public func clause(_ subject: Subject, count: Int, of state: State) -> String {
    "in any open seat of another regional group than \(state.region) (\(paragraph))"
  }

  /// Whether the reviewer is of another group; regional seats are not concerned.
  public func permits(_ reviewer: State, toReview underReview: State, in seat: Seat) -> Bool {
    !isRequired(in: seat) || underReview.region.isEmpty
      || reviewer.region != underReview.region
  }

  /// One breach for each such seat held from within the group.
  public func breaches(in draw: FinishedDraw) -> [Breach] {
    if !isRequired { return [] }
    return draw.reviews.flatMap { review in
      let state = draw.membership.states[review.underReview]
      return review.holders.compactMap { holder -> Breach? in
        let reviewer = draw.membership.states[holder.reviewer]
        guard !permits(reviewer, toReview: state, in: holder.seat) else { return nil }
        let kind = draw.rulebook.seats[draw.rulebook.place(of: holder.seat)].name
        let article = kind.text.first.map { "aeiou".contains($0) } == true ? "an" : "a"
        return Breach(
          self, state: review.underReview,
          sentence: "\(reviewer.title) holds \(article) \(kind) seat of \(state.title), "
            + "of its own group")
      }
    }
  }
}
