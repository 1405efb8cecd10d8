import Members
import Rules

/// Reviews that stand in the cycle from the opening on: carried over, or drawn elsewhere before.
extension Cycle {
  /// Gives States their years, and reviewers that were drawn elsewhere their seats.
  ///
  /// A reviewer takes the seat that it was drawn for; one in a regional seat that is not of the group,
  /// or whose seat is held already, takes an open one. Seats that are left are drawn with their year.
  /// Open seats beyond those there are take the place of other seats, the regional ones at last, which
  /// are given up then. Supplementary reviewers come after all others; one that supplements nobody
  /// takes an open seat.
  mutating func layTakenOver() {
    for code in takenOver.carried { reviews[index(code)].year = 1 }
    let supplementary = takenOver.imported.filter { $0.seat == SupplementsTakenOver.seat }
    for entry in takenOver.imported {
      reviews[index(entry.underReview)].year = entry.year
      if entry.seat != SupplementsTakenOver.seat { lay(entry) }
    }
    for (state, entries) in Dictionary(grouping: supplementary, by: { index($0.underReview) }) {
      let extra = entries.map { index($0.reviewer) }
      let found = SupplementsTakenOver(
        of: state, reviews[state].holders.map(\.reviewer), extra, roster)
      for (entry, reviewer) in zip(entries, extra) {
        if let other = found.supplements.first(where: { $0.value == reviewer })?.key {
          reviews[state].take(reviewer, supplementing: other)
        } else {
          lay(entry)
        }
      }
    }
    for state in Set(takenOver.imported.map { index($0.underReview) }) { close(state) }
  }

  private mutating func lay(_ entry: ImportedReviewer) {
    let (state, reviewer) = (index(entry.underReview), index(entry.reviewer))
    let seat = rulebook.seat(named: entry.seat) ?? .open
    let isOfGroup = roster.states[reviewer].region == roster.states[state].region
    let isFree = reviews[state].left[seat] > 0 && (seat != .regional || isOfGroup)
    reviews[state].take(
      reviewer, in: isFree ? seat : .open, isLacking: isLacking(reviewer, underReview: state))
  }

  /// Drops supplementary seats due for reviewers drawn elsewhere that lack nothing any more.
  mutating func dropSupplementsNotLacking(of state: Int) {
    reviews[state].supplementsDue = reviews[state].supplementsDue.filter {
      isLacking($0, underReview: state)
    }
  }

  /// Settles what a review drawn elsewhere leaves to be drawn.
  private mutating func close(_ state: Int) {
    let others = rulebook.seatsInOrder.reversed().filter { $0 != .regional && $0 != .open }
    for seat in others + [.regional] where reviews[state].left.open < 0 {
      let taken = min(-reviews[state].left.open, reviews[state].left[seat])
      reviews[state].left[seat] -= taken
      reviews[state].left.open += taken
      if seat == .regional { reviews[state].givenUpSeats += taken }
    }
    reviews[state].left.open = max(0, reviews[state].left.open)
    reviews[state].isServed = !reviews[state].hasSeatToDraw
    guard countsLegalSystemOfTakenOver(state) else { return }
    for place in reviews[state].holders.indices {
      let holder = reviews[state].holders[place]
      reviews[state].holders[place].isDissimilar =
        holder.seat == .regional
        && !SimilarLegalSystem.similar(roster.states[state], roster.states[holder.reviewer])
    }
  }

  private func countsLegalSystemOfTakenOver(_ state: Int) -> Bool {
    rulebook.similarLegalSystem == .preferred && !roster.states[state].legalSystems.isEmpty
  }

  /// What of the best vector is certain from the reviewers drawn elsewhere: for each State, in
  /// canonical order, the regional seats that were given up, then those held from another legal
  /// system.
  var waiversOfTakenOver: [Waiver] {
    Set(takenOver.imported.map { index($0.underReview) }).sorted().flatMap { state -> [Waiver] in
      let own = roster.states[state]
      func waiver(_ rule: WaivableRule, _ reason: String) -> Waiver {
        Waiver(rule: rule, state: own.code, reason: reason)
      }
      let givenUp =
        [
          waiver(.sameRegion, "it was drawn elsewhere without a reviewer of \(own.region)")
        ]
        + (countsLegalSystemOfTakenOver(state)
          ? [waiver(.legalSystem, "its regional seat was given up")] : [])
      return (0..<reviews[state].givenUpSeats).flatMap { _ in givenUp }
        + reviews[state].holders.filter(\.isDissimilar).map {
          waiver(
            .legalSystem, "\(roster.states[$0.reviewer].code) shares no legal system with it")
        }
    }.filter { rulebook.canWaive($0.rule) }
  }

  /// The rules that reviewers drawn elsewhere break, by the data in force; a seat that is still to be
  /// drawn breaks none.
  public var breachesOfTakenOver: [Breach] {
    guard !takenOver.imported.isEmpty else { return [] }
    let opening = Cycle(
      Opened(
        software: "", rulebook: rulebook, membership: roster, conflicts: conflicts,
        imported: takenOver.imported, best: WaiverVector(rules: rulebook.waivers)))
    let lookBack = LookBack(
      membership: roster, rulebook: rulebook, conflicts: conflicts, exclusions: exclusions,
      drawn: takenOver.imported)
    var left: [String: [Int: Int]] = [:]
    for drawn in lookBack.draw.assignment.reviews {
      let (state, own) = (drawn.underReview, roster.states[drawn.underReview])
      let review = opening.reviews[state]
      let counted = countsLegalSystemOfTakenOver(state)
      let isFull =
        rulebook.hasSeveralKinds
        && TwoReviewers(rulebook).hasMoreHoldersThanSeats(drawn, own)
      left["seat", default: [:]][state] = max(
        isFull ? 1 : 0,
        review.holders.count { $0.seat != .supplementary } - rulebook.reviewersPerReview(of: own))
      // What is lacking is still to be supplemented.
      left["supplement", default: [:]][state] = 0
      left["same_region", default: [:]][state] = review.givenUpSeats
      left["legal_system", default: [:]][state] =
        review.holders.count(where: \.isDissimilar) + (counted ? review.givenUpSeats : 0)
    }
    return lookBack.breaches.filter { breach in
      guard let count = left[breach.rule]?[breach.state] else { return true }
      left[breach.rule]?[breach.state] = count - 1
      return count > 0
    }
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
