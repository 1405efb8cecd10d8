import Members
import Reports
import Rules

/// The first page of a language: what the cycle is, and a table of all States.
extension PageWriter {
  var overview: Page {
    let planned = cycle.reviews.filter(\.isPlanned)
    let drawn = planned.count { $0.year > 0 && !$0.hasSeatToDraw }
    var body: [Markup] = [
      paragraph(
        .cycleHas(
          states: cycle.membership.states.count, reviewed: cycle.membership.reviewedCount,
          years: years.count)),
      paragraph(
        .underRules(Name(cycle.rulebook.name), source: Quoted(cycle.rulebook.source))),
      paragraph(.reviewsDrawn(drawn, of: planned.count)),
    ]
    if record.isInterrupted { body.append(paragraph(.drawInterrupted)) }
    body += [paragraph(.waivedInAll(cycle.waivers.count)), documents, heading(2, .byState)]
    var grid = Grid(
      language.word(.byState),
      [
        .init(title: language.word(.state)), .init(title: language.word(.regionalGroup)),
        .init(title: language.word(.year)),
        .init(title: language.word(.reviewingStates), isBroad: true),
        .init(title: language.word(.whomItReviews), isBroad: true),
      ])
    for state in record.states.indices {
      grid.append([
        link(state), group(record.states[state].region).markup, year(of: state).markup,
        cycle.reviews[state].isPlanned ? reviewers(of: state) : word(.none),
        link(record.reviewed[state]),
      ])
    }
    body.append(grid.markup)
    return page("index.html", Wording(Name(cycle.rulebook.name)), body)
  }

  /// The year of a State's review, or why it has none.
  func year(of state: Int) -> Wording {
    let review = cycle.reviews[state]
    if review.movesToNextCycle { return language.text(.stateInNextCycle) }
    if !review.isPlanned {
      return record.hasLeft(state) ? language.text(.stateLeft) : language.word(.none)
    }
    return review.year > 0 ? Wording(review.year) : language.word(.notYetDrawn)
  }
}
