import Members
import Reports

/// What one State wants to know: who reviews it, whom it reviews, when, and why others could not be
/// drawn.
extension PageWriter {
  func state(_ state: Int) -> Page {
    var body: [Markup] = [facts(state), heading(2, .itsReview)]
    body.append(.element("p", [whenReviewed(state)]))
    let seats = record.heldSeats(of: state)
    if let link = oddsLink(of: state) { body.append(.element("p", [link])) }
    if !seats.isEmpty { body += [seatTable(state, seats)] + notes(onOddsOf: state) }
    let released = record.releasedLots(of: state)
    if !released.isEmpty { body += [heading(3, .earlierLots), earlierLots(released)] }
    body.append(documents(of: state))
    body += [heading(2, .whomItReviews), whomItReviews(state)]
    let own = changeList(of: state)
    if !own.isEmpty { body += [heading(2, .changes), .element("ul", own)] }
    if let absences = record.whyNot?.absences[state], !absences.isEmpty {
      body += [heading(2, .whyNot), paragraph(.howWhyReads), whyNot(absences)]
    }
    return page(path(ofState: state), title(state), body)
  }

  private func facts(_ state: Int) -> Markup {
    let facts = record.states[state]
    func list(_ wordings: [Wording]) -> Wording {
      wordings.isEmpty
        ? language.word(.none) : language.list(wordings.map { Name($0.plain) })
    }
    let pairs: [(Term, Wording)] = [
      (.code, Wording(Name(facts.code.text))), (.regionalGroup, group(facts.region)),
      (
        .protocols,
        facts.protocols.isEmpty ? language.word(.none) : protocolNames(facts.protocols).names
      ), (.legalSystems, list(facts.legalSystems.map(legalSystem))),
      (.workingLanguages, list(facts.languages.map(workingLanguage))),
    ]
    return .element(
      "dl",
      pairs.flatMap { term, value in
        [.element("dt", [word(term)]), .element("dd", [value.markup])]
      })
  }

  private func whenReviewed(_ state: Int) -> Markup {
    let review = cycle.reviews[state]
    if review.movesToNextCycle { return say(.stateInNextCycle) }
    let hasLeft = record.hasLeft(state)
    if !review.isPlanned { return say(hasLeft ? .stateLeft : .stateNotReviewed) }
    if review.year == 0 { return say(.stateNotSelected) }
    let link = Markup.element(
      "a", ["href": "year-\(review.year).html"], [say(.stateInYear(review.year))])
    var lines = [link]
    if record.opened.carried.contains(where: { record.index($0) == state }) {
      lines += [.element("br", [:]), say(.carriedOver)]
    }
    // What was drawn before a State left is kept.
    if hasLeft { lines += [.element("br", [:]), say(.stateLeft)] }
    return .all(lines)
  }

  private func seatTable(_ state: Int, _ seats: [Record.HeldSeat]) -> Markup {
    let index = oddsIndex(of: state)
    var grid = Grid(
      language.word(.reviewingStates),
      [
        .init(title: language.word(.seat)), .init(title: language.word(.reviewingStates)),
        .init(title: language.word(.line), isNumber: true),
      ]
        + (index == nil ? [] : [.init(title: language.text(ChanceSentence.beforeTheYear))])
        + [.init(title: language.word(.bowl), isBroad: true)])
    for held in seats {
      grid.append(
        [
          seat(held.kind).markup, link(held.reviewer),
          held.lot.map { Wording($0.line).markup } ?? word(.none),
        ]
          + (index == nil ? [] : [chanceBefore(held, of: state) ?? .text("–")])
          + [
            held.lot.map { bowl($0.choices.labels) }
              ?? held.source.map { say(.takenOver(Quoted($0))) } ?? word(.none)
          ])
    }
    return grid.markup
  }

  private func earlierLots(_ lots: [Record.SeatLot]) -> Markup {
    var grid = Grid(
      language.word(.earlierLots),
      [
        .init(title: language.word(.line), isNumber: true),
        .init(title: language.word(.draw)), .init(title: language.word(.seat)),
        .init(title: language.word(.drawn)),
        .init(title: language.word(.statesInBowl), isNumber: true),
      ])
    for lot in lots {
      grid.append([
        Wording(lot.line).markup, draw(lot.draw).markup, seat(lot.kind).markup,
        Wording(name(lot.drawn)).markup, Wording(lot.choices.count).markup,
      ])
    }
    return grid.markup
  }

  private func whomItReviews(_ state: Int) -> Markup {
    let reviewed = record.reviewed[state]
    if reviewed.isEmpty { return paragraph(.stateReviewsNobody) }
    var grid = Grid(
      language.word(.whomItReviews),
      [
        .init(title: language.word(.year), isNumber: true),
        .init(title: language.word(.stateUnderReview)),
        .init(title: language.word(.reviewingStates)),
        .init(title: language.text(ChanceSentence.howLikely)),
      ])
    for other in reviewed {
      grid.append([
        Wording(cycle.reviews[other].year).markup, link(other), reviewers(of: other),
        chances(of: state, reviewing: other),
      ])
    }
    return grid.markup
  }

  private func whyNot(_ absences: [WhyNot.Absence]) -> Markup {
    var grid = Grid(
      language.word(.whyNot),
      [.init(title: language.word(.state)), .init(title: language.word(.reason))])
    for absence in absences {
      var reasons: [Markup] = []
      for reason in absence.reasons {
        if !reasons.isEmpty { reasons.append(.element("br", [:])) }
        reasons.append(say(sentence(reason)))
      }
      grid.append([link(absence.state), .all(reasons)])
    }
    return grid.markup
  }

  func sentence(_ reason: WhyNot.Reason) -> Sentence {
    switch reason {
    case .reviewsNobody: .whyReviewsNobody
    case .holdsAnotherSeat: .whyHoldsAnotherSeat
    case .otherGroup: .whyOtherGroup
    case .sameGroup: .whySameGroup
    case .conflict: .whyConflict
    case .apart: .whyApart
    case .groupTaken: .whyGroupTaken
    case .fullYear: .whyFullYear
    case .mutual: .whyMutual
    case .excluded: .whyExcluded
    case .dissimilar: .whyDissimilar
    case .later: .whyLater
    case .lacksProtocols(let codes):
      .whyLacksProtocols(protocolNames(codes))
    case .atMaximum(let done): .whyAtMaximum(done)
    }
  }
}
