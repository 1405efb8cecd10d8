import Members
import Rules

/// Reviews that stand in the cycle from the opening on: carried over, or drawn elsewhere before.
extension Cycle {
  /// Gives States their years, and reviewers that were drawn elsewhere their seats.
  ///
  /// A reviewer takes the seat that it was drawn for; one in a regional seat that is not of the group
  /// takes an open one. Seats that are left are drawn with their year. Where a review has as many
  /// reviewers as seats and none of the group, its regional seat is given up.
  mutating func layTakenOver() {
    for code in takenOver.carried { reviews[index(code)].year = 1 }
    let regional = rulebook.regionalPlace.map { rulebook.seats[$0].name }
    for entry in takenOver.imported {
      let (state, reviewer) = (index(entry.underReview), index(entry.reviewer))
      reviews[state].year = entry.year
      let isOfGroup = roster.states[reviewer].region == roster.states[state].region
      if entry.seat == regional && isOfGroup && reviews[state].regional == .toDraw {
        reviews[state].regional = .held(reviewer)
      } else {
        reviews[state].open.append(reviewer)
        reviews[state].openLeft -= 1
      }
    }
    for state in Set(takenOver.imported.map { index($0.underReview) }) {
      if reviews[state].openLeft < 0 && reviews[state].regional == .toDraw {
        reviews[state].regional = .givenUp
      }
      reviews[state].openLeft = max(0, reviews[state].openLeft)
      reviews[state].isServed = !reviews[state].hasSeatToDraw
    }
  }

  /// What of the best vector is certain from the reviewers drawn elsewhere, States in canonical order.
  var waiversOfTakenOver: [Waiver] {
    let states = Set(takenOver.imported.map { index($0.underReview) }).sorted()
    return states.flatMap { state -> [Waiver] in
      let own = roster.states[state]
      let counts = rulebook.similarLegalSystem == .preferred && !own.legalSystems.isEmpty
      switch reviews[state].regional {
      case .givenUp:
        return [
          Waiver(
            rule: .sameRegion, state: own.code,
            reason: "it was drawn elsewhere without a reviewer of \(own.region)")
        ]
          + (counts
            ? [
              Waiver(
                rule: .legalSystem, state: own.code, reason: "its regional seat was given up")
            ] : [])
      case .held(let reviewer)
      where counts && !SimilarLegalSystem.similar(own, roster.states[reviewer]):
        return [
          Waiver(
            rule: .legalSystem, state: own.code,
            reason: "\(roster.states[reviewer].code) shares no legal system with it")
        ]
      default: return []
      }
    }.filter { rulebook.canWaive($0.rule) }
  }

  /// The rules that reviewers drawn elsewhere break, by what was in force when the cycle was opened.
  public var breachesOfTakenOver: [Breach] {
    guard !takenOver.imported.isEmpty else { return [] }
    return LookBack(
      membership: roster, rulebook: rulebook, conflicts: conflicts, exclusions: exclusions,
      drawn: takenOver.imported
    ).breaches
  }

  /// The States, as indices, whose year no selection decided.
  var outsideSelection: Set<Int> { Set(takenOver.states.compactMap { roster.index(of: $0) }) }

  /// The roster in which a State may do as many reviews as were drawn for it elsewhere.
  var rosterWithTakenOver: Membership {
    if takenOver.imported.isEmpty { return roster }
    var loads: [Label: Int] = [:]
    for entry in takenOver.imported {
      let stands = reviews[index(entry.underReview)].reviewers.contains(index(entry.reviewer))
      if stands { loads[entry.reviewer, default: 0] += 1 }
    }
    let over = loads.filter { code, load in
      roster.state(code).map { load > rulebook.maximumLoad(of: $0) } ?? false
    }
    if over.isEmpty { return roster }
    return Membership(
      roster.states.map { state in
        guard let load = over[state.code] else { return state }
        return State(
          code: state.code, name: state.name, region: state.region, protocols: state.protocols,
          legalSystems: state.legalSystems, languages: state.languages,
          isReviewed: state.isReviewed, isReviewer: state.isReviewer,
          own: OwnNumbers(seats: state.own.seats, minimum: state.own.minimum, maximum: load),
          year: state.year)
      })
  }
}
