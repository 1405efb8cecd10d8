import Drawing
import Members

extension Narration {
  /// Who asked for new reviewers, why, and who is released for it.
  ///
  /// - Parameter limit: How many redraws a State may ask for.
  public static func request(
    _ redraw: Redraw, limit: Int, _ english: English, _ names: Names
  ) -> [String] {
    let request = english.redraws(
      names(redraw.state), request: redraw.request, limit: limit, only: redraw.only != nil)
    return [request]
      + [
        redraw.reason.map(english.byTheRecord), redraw.exceptional.map(english.exceptionally),
        english.releases(redraw.released.map { names($0) }),
      ].compactMap(\.self)
  }

  mutating func tell(_ redraw: Redraw) {
    sentences += Self.request(redraw, limit: after.rulebook.redrawLimit, english, names)
    tellDrawnReviews { _ in true }
    if after.rulebook.excludesPreviousReviewers && !redraw.exclusion {
      say(english.takesThemBackIn())
    }
  }

  mutating func tell(_ deferral: Deferral) {
    let state = names(deferral.state)
    say(english.moves(state, from: deferral.from, to: deferral.to))
    say(english.reason(deferral.reason))
    if let replacement = chapter.lots.first(where: \.isReplacement) {
      tell(replacement, from: deferral.from)
    } else {
      say(english.nobodyTakesPlace(year: deferral.from))
    }
    if !deferral.released.isEmpty { say(english.releases(deferral.released.map { names($0) })) }
    tellDrawnReviews { $0 == deferral.state && !deferral.released.isEmpty }
  }

  private mutating func tell(_ replacement: DrawnLot, from year: Int) {
    guard namesLots || replacement.choices.count == 1 else {
      return say(english.oneOf(replacement.choices.count, takesPlaceIn: year))
    }
    let name = names(replacement.drawn)
    say(english.takesPlace(name, year: year, among: replacement.choices.count))
    guard let before, let index = before.roster.index(of: replacement.drawn) else { return }
    let kept = before.reviews[index].reviewers.map { names(before.roster.states[$0].code) }
    if !kept.isEmpty { say(english.keepsReviewers(name, kept)) }
  }

  mutating func tell(_ standDown: StandDown) {
    say(english.standsDown(names(standDown.state), year: standDown.year))
    if standDown.released.isEmpty { return say(english.reviewsNobody()) }
    say(english.satOn(standDown.released.map { names($0) }))
    tellDrawnReviews { _ in true }
  }

  // MARK: Amendments

  mutating func tell(_ amended: Amended, _ saysDifference: Bool) {
    if saysDifference, let before,
      let change = try? AmendmentChange(Amendment(amended), of: before)
    {
      sentences += Self.difference(change, english, names)
    }
    tellYears(of: amended)
    tellDropouts(amended)
  }

  /// What an amendment changes, as it can be said before it is written.
  public static func difference(
    _ change: AmendmentChange, _ english: English, _ names: Names
  ) -> [String] {
    var sentences: [String] = []
    func say<Item>(_ items: [Item], _ sentence: ([Item]) -> String) {
      if !items.isEmpty { sentences.append(sentence(items)) }
    }
    func become(_ states: [Label], _ what: English.Becoming) {
      say(states) { english.become($0.map { names($0) }, what) }
    }
    say(change.joined) { english.join($0.map { names($0) }) }
    say(change.left) { english.leave($0.map { names($0) }) }
    say(change.renamed) { english.goOn($0.map { (names($0.from), $0.to.text) }) }
    say(change.acceded.filter { !$0.acceded.isEmpty }) {
      english.accede($0.map { (names($0.state), $0.acceded.map(\.text)) })
    }
    say(change.acceded.filter { !$0.denounced.isEmpty }) {
      english.denounce($0.map { (names($0.state), $0.denounced.map(\.text)) })
    }
    say(change.moved) { english.move($0.map { (names($0.state), $0.from.text, $0.to.text) }) }
    become(change.otherLegalSystems, .otherLegalSystems)
    become(change.otherNames, .otherNames)
    become(change.otherNumbers, .otherNumbers)
    become(change.nowReviewed, .reviewed)
    become(change.noLongerReviewed, .notReviewed)
    become(change.nowReviewing, .reviewing)
    become(change.noLongerReviewing, .notReviewing)
    say(change.newConflicts) {
      english.bar($0.map { (names($0.underReview), names($0.reviewer)) })
    }
    say(change.droppedConflicts) {
      english.unbar($0.map { (names($0.underReview), names($0.reviewer)) })
    }
    say(change.newExclusions) {
      english.separate($0.map { (names($0.reviewer), names($0.other)) })
    }
    say(change.droppedExclusions) {
      english.reunite($0.map { (names($0.reviewer), names($0.other)) })
    }
    say(change.rules) { english.change(rules: $0.map { ($0.key, $0.from, $0.to) }) }
    return sentences
  }

  /// The years that States were given.
  private mutating func tellYears(of amended: Amended) {
    let lots = chapter.lots.compactMap { lot -> (state: Label, lot: DrawnLot)? in
      if case .joining(let state) = lot.purpose { (state, lot) } else { nil }
    }
    if !lots.isEmpty && !namesLots {
      return say(english.joinsByLot(lots.map { names($0.state) }))
    }
    let drawn = Set(lots.map(\.state))
    for (state, lot) in lots {
      say(
        english.joins(
          names(state), year: Int(lot.drawn.text) ?? 0,
          among: lot.bowl.compactMap { Int($0.text) }.sorted().map(String.init)))
    }
    let others = amended.joined.filter { !drawn.contains($0) }
    var tooLate: [Label] = []
    for state in others where after.membership.state(state)?.isReviewed == true {
      if let year = after.year(of: state) {
        say(english.joins(names(state), year: year, among: []))
      } else if after.isSelected {
        tooLate.append(state)
      }
    }
    if !tooLate.isEmpty { say(english.joinsTooLate(tooLate.map { names($0) })) }
    if !after.isSelected && !amended.joined.isEmpty { say(english.joinsBeforeSelection()) }
  }

  /// The States whose year had not begun and that are reviewed no more.
  private mutating func tellDropouts(_ amended: Amended) {
    guard let before else { return }
    let codes = Dictionary(uniqueKeysWithValues: amended.renamed.map { ($0.from, $0.to) })
    let dropouts = before.roster.states.compactMap { state -> (name: String, year: Int)? in
      guard let year = before.year(of: state.code),
        after.year(of: codes[state.code] ?? state.code) == nil
      else { return nil }
      return (names(state.code), year)
    }
    if !dropouts.isEmpty { say(english.dropOut(dropouts)) }
  }
}
