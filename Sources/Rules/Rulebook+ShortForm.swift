import Members

/// The short form of the seats: so many reviewers, one of the same group or none, and the others.
extension Rulebook {
  /// The list of seats that the short form stands for: a kind `regional` where one seat is of the
  /// same group, then a kind `open` for all others, which also takes the seats that give up their
  /// group, so that it stands there with no seat of its own too.
  public static func seats(
    perReview: Int, sameRegion: Int, openSeats: OpenSeats, similarLegalSystem: SimilarLegalSystem
  ) -> [SeatKind] {
    let regional = SeatKind(
      name: "regional", count: sameRegion, group: .same, legalSystem: similarLegalSystem)
    let open = SeatKind(
      name: "open", count: perReview - sameRegion, group: openSeats == .any ? .any : .other)
    return sameRegion > 0 ? [regional, open] : [open]
  }

  /// The place of the kind whose seats are of the same group; nil where there is none.
  public var regionalPlace: Int? { seats.firstIndex { $0.group == .same } }

  /// The place of the last kind not of the same group: seats that give up their group are of it, and
  /// those of a State without a group.
  public var openPlace: Int { seats.lastIndex { $0.group != .same } ?? seats.endIndex - 1 }

  /// The seats of a review, 1 to 8 (para. 18).
  public var reviewersPerReview: Int {
    get { seats.reduce(0) { $0 + $1.count } }
    set { seats[openPlace].count += newValue - reviewersPerReview }
  }

  /// The seats of a review whose holder is of the same group (para. 19).
  public var regionalSeats: Int {
    get { regionalPlace.map { seats[$0].count } ?? 0 }
    set {
      let perReview = reviewersPerReview
      if let place = regionalPlace {
        seats[place].count = newValue
        if newValue == 0 { seats.remove(at: place) }
      } else if newValue > 0 {
        seats.insert(
          SeatKind(name: "regional", count: newValue, group: .same, legalSystem: .preferred), at: 0)
      }
      reviewersPerReview = perReview
    }
  }

  /// Who may hold a seat that is not of the same group.
  public var openSeats: OpenSeats {
    get { seats[openPlace].group == .other ? .otherRegion : .any }
    set {
      for place in seats.indices where seats[place].group != .same {
        seats[place].group = newValue == .any ? .any : .other
      }
    }
  }

  /// Whether a similar legal system is sought (para. 19).
  public var similarLegalSystem: SimilarLegalSystem {
    get { regionalPlace.map { seats[$0].legalSystem } ?? .ignored }
    set { if let place = regionalPlace { seats[place].legalSystem = newValue } }
  }

  /// The years over which the selection is made, from the first.
  public var selectedYears: Int {
    get { years - unselectedYears }
    set { unselectedYears = years - newValue }
  }
}
