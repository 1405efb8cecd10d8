import Members
import Rules

/// Why a State was not in a bowl, as sentences.
extension ConflictText {
  /// The reason, as a clause after the State's name; of a conflict that would arise, as sentences.
  ///
  /// - Parameters:
  ///   - reason: The reason.
  ///   - reviewer: The State that is not in the bowl.
  ///   - state: The State under review.
  public func text(_ reason: BowlReason, of reviewer: Int, underReview state: Int) -> String {
    let (one, other) = (names([reviewer]), names([state]))
    let under = membership.states[state]
    switch reason {
    case .itself: return "\(one) does not review itself (para. 18)."
    case .reviewsNobody: return "\(one) does no reviews (para. 57, or the membership says so)."
    case .holdsAnotherSeat: return "\(one) already holds another seat of this review (para. 18)."
    case .lacksProtocols(let codes):
      let list = codes.map(\.text)
      let joined =
        list.count < 2
        ? list.joined() : list.dropLast().joined(separator: ", ") + " and " + (list.last ?? "")
      let rule =
        rulebook.protocols == .supplement
        ? "and the reviewer to be supplemented is not (rulebook, supplement)" : "(para. 18 bis)"
      return "\(one) is not party to the \(list.count == 1 ? "Protocol" : "Protocols") \(joined), "
        + "to which \(other) is \(rule)."
    case .otherGroup:
      return "\(one) is not of the regional group of \(other), \(under.region) (para. 19)."
    case .sameGroup:
      return "\(one) is of the regional group of \(other), \(under.region), and the open seats are "
        + "for other groups (rulebook, open_seats)."
    case .conflict: return "The conflicts table keeps \(one) from reviewing \(other)."
    case .apart(let holder):
      return "\(one) and \(names([holder])), which reviews \(other), may not sit on one review "
        + "(conflicts table)."
    case .groupTaken(let holder):
      return "\(names([holder])), of the same regional group as \(one), reviews \(other) already "
        + "(rulebook, distinct_groups)."
    case .fullYear(let done):
      return "\(one) has been drawn for \(NumberWord.of(done, "review")) of this year already, and "
        + "no State does more in one (rulebook, per_year)."
    case .atMaximum(let done):
      let own = membership.states[reviewer].own.maximum
      let most =
        own.map { "it may do at most \(NumberWord.of($0))" }
        ?? "no State does more than \(NumberWord.of(rulebook.maximumLoad))"
      return
        "\(one) has been drawn for \(NumberWord.of(done, "review")) already, and \(most) "
        + "(para. 20)."
    case .mutual:
      return "\(other) reviews \(one) in this cycle, and no two States may review each other "
        + "(para. 19)."
    case .excluded:
      return "\(one) was released from this review, or stands down in this year (paras. 19 and 20)."
    case .dissimilar:
      return "\(one) shares no legal system with \(other), for which the similar legal system need "
        + "not be given up (para. 19)."
    case .outOfReach:
      return "With \(one) in this seat more rules would have to be given up than need be."
    case .wouldBreak(let conflict):
      let much = "With \(one) in this seat more would have to be given up than need be. "
      return much + text(conflict)
    case .wouldConflict(let conflict):
      return
        ([lead(conflict, one, state)] + sentences(conflict.set, conflict.count) + spare(conflict))
        .joined(separator: " ")
    }
  }

  /// Who would go without what.
  private func lead(_ conflict: LaterConflict, _ one: String, _ state: Int) -> String {
    let victims = conflict.demands.filter { $0.rule.rawValue == conflict.rule.rawValue }
    let states = Set(victims.flatMap(\.states)).sorted()
    let whom = states.count == 1 ? names(states) : "one of \(names(states, "or"))"
    let what =
      switch conflict.rule {
      case .seat: "leave \(whom) without a reviewer"
      case .sameRegion: "leave \(whom) without a reviewer of its regional group"
      case .minimumLoad:
        "leave \(whom) without \(victims[0].count == 1 ? "a review" : "the reviews") it must do"
      case .legalSystem: "leave \(whom) without a reviewer of a similar legal system"
      case .supplement: "leave \(whom) without a supplementary reviewer"
      case .targetLoad: "leave \(whom) without a review it should do"
      }
    return "\(one) in this seat would \(what)."
  }

  private func spare(_ conflict: LaterConflict) -> [String] {
    let parts = WaivableRule.allCases.compactMap { rule in
      conflict.spare[rule].map {
        "\(Self.what(rule)) \($0 == 1 ? "once" : "\(NumberWord.of($0)) times")"
      }
    }
    if parts.isEmpty { return [] }
    return ["At best this is given up: \(parts.joined(separator: ", ")); it would not be enough."]
  }
}
