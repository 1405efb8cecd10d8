import Members
import Rules

extension Cycle {
  /// Takes over what an amendment changes: who joined, who left, who changed, and the rules.
  ///
  /// The roster keeps States that left, since they may stand in what was drawn; they review no
  /// more, and are reviewed only if their year has begun.
  mutating func fold(_ amended: Amended) {
    counts[.amendment(0), default: 0] += 1
    isAmended = isAmended || amended.changesData
    if !amended.renamed.isEmpty { self = renaming(amended.renamed) }
    if let rulebook = amended.rulebook {
      self.rulebook = rulebook
      hasOtherRules = true
    }
    if let conflicts = amended.conflicts { self.conflicts = conflicts }
    if let exclusions = amended.exclusions { self.exclusions = exclusions }
    if let new = amended.membership {
      hasOtherRules =
        hasOtherRules
        || new.states.contains { state in
          membership.state(state.code).map { $0.own != state.own } ?? false
        }
    }
    take(amended.membership ?? membership)
    change(amended.best)
  }

  /// The same cycle, with States that go on under other codes.
  func renaming(_ renamings: [Amended.Renaming]) -> Cycle {
    if renamings.isEmpty { return self }
    let codes = Dictionary(uniqueKeysWithValues: renamings.map { ($0.from, $0.to) })
    func code(_ old: Label) -> Label { codes[old] ?? old }
    func state(_ old: State) -> State {
      State(
        code: code(old.code), name: old.name, region: old.region, protocols: old.protocols,
        legalSystems: old.legalSystems, languages: old.languages, isReviewed: old.isReviewed,
        isReviewer: old.isReviewer, own: old.own, year: old.year)
    }
    var cycle = self
    cycle.membership = Membership(membership.states.map(state))
    cycle.reindex(to: Membership(roster.states.map(state)), code)
    cycle.conflicts = conflicts.map {
      Conflict(underReview: code($0.underReview), reviewer: code($0.reviewer))
    }.sorted()
    cycle.exclusions = exclusions.map { Exclusion(code($0.reviewer), code($0.other)) }.sorted()
    cycle.takenOver = takenOver.renaming(code)
    cycle.standDowns = standDowns.map { StoodDown(state: code($0.state), year: $0.year) }
    cycle.waivers = waivers.map { Waiver(rule: $0.rule, state: code($0.state), reason: $0.reason) }
    cycle.deferrals = deferrals.map { $0.ofState(code($0.deferral.state)) }
    cycle.counts = Dictionary(
      uniqueKeysWithValues: counts.map { draw, count in
        switch draw {
        case .redraw(let state, let number): (.redraw(code(state), number), count)
        case .deferral(let state, let number): (.deferral(code(state), number), count)
        case .standDown(let state, let number): (.standDown(code(state), number), count)
        case .selection, .year, .tickets, .amendment: (draw, count)
        }
      })
    return cycle
  }

  /// Takes over another roster; what was known by the old indices is known by the new ones.
  private mutating func reindex(to roster: Membership, _ code: (Label) -> Label = { $0 }) {
    let places = self.roster.states.map { roster.index(of: code($0.code)) ?? 0 }
    var reviews = roster.states.map { CycleReview($0, isPlanned: false, rulebook) }
    for (state, review) in self.reviews.enumerated() {
      var review = review
      review.holders = review.holders.map { $0.numbered { places[$0] } }
      review.supplementsDue = review.supplementsDue.map { places[$0] }
      review.released = review.released.map { places[$0] }.sorted()
      reviews[places[state]] = review
    }
    self.roster = roster
    self.reviews = reviews
  }

  /// Takes over a membership, and lays the reviews of years not begun out anew.
  private mutating func take(_ new: Membership) {
    let left = roster.states.filter { new.index(of: $0.code) == nil }.map { state in
      State(
        code: state.code, name: state.name, region: state.region, protocols: state.protocols,
        legalSystems: state.legalSystems, languages: state.languages, isReviewed: false,
        isReviewer: false)
    }
    let before = membership
    membership = new
    reindex(to: Membership(new.states + left))
    let canJoin = !isSelected || nextYear != nil
    // By lot, or the last year, which has not begun where any has not.
    let yearOfJoiner = isSelected && rulebook.joining == .lastYear ? rulebook.years : 0
    for (index, state) in roster.states.enumerated() {
      let review = reviews[index]
      if review.isPlanned && review.year > 0 && hasBegun(year: review.year) { continue }
      // What was drawn elsewhere stands, and what was drawn in its place, be it nobody.
      if review.isPlanned && (review.isServed || !review.reviewers.isEmpty) {
        dropSupplementsNotLacking(of: index)
        continue
      }
      // Not begun: the seats follow the new data. A year that the cycle has no more is none.
      var year = review.isPlanned && review.year <= rulebook.years ? review.year : 0
      // A row that gives another year than before moves the State.
      let given = rulebook.givenYear(of: state)
      let isOther = year == 0 || before.state(state.code)?.year != state.year
      if canJoin && given > 0 && isOther { year = given }
      let isPlanned =
        state.isReviewed && !review.movesToNextCycle && (year > 0 || canJoin)
      reviews[index] = CycleReview(state, isPlanned: isPlanned, rulebook)
      if isPlanned { reviews[index].year = year > 0 ? year : yearOfJoiner }
      reviews[index].requests = review.requests
      reviews[index].released = review.released
      reviews[index].movesToNextCycle = review.movesToNextCycle
    }
  }

  /// The States that deferred from the last year to the next cycle, in canonical order.
  public var movingToNextCycle: [Label] {
    roster.states.indices.filter { reviews[$0].movesToNextCycle && roster.states[$0].isReviewed }
      .map { roster.states[$0].code }
  }
}
