import Drawing
import Members
import Reports

/// The draw of a year: by group, by State, in the order of the lots, and how many reviews each
/// State does so far.
extension PageWriter {
  func year(_ year: Int) -> Page {
    let states = cycle.states(year: year)
    let title = language.text(.year(year))
    var body: [Markup] = []
    if cycle.isSelected && states.isEmpty { body.append(paragraph(.yearWithoutStates)) }
    if cycle.hasBegun(year: year) {
      let seats = states.reduce(0) { $0 + cycle.reviews[$1].reviewers.count }
      body += [paragraph(.yearHas(states: states.count, reviewers: seats)), paragraph(how(year))]
    } else {
      body.append(paragraph(.yearNotDrawn))
    }
    if !states.isEmpty {
      body += [heading(2, .byGroup), byGroup(states), heading(2, .byState), byState(states)]
    }
    let lots = lots(of: .year(year))
    if !lots.isEmpty {
      body += [heading(2, .inOrder), note(.howBowlReads), inOrder(lots)]
    }
    if cycle.hasBegun(year: year) { body += [heading(2, .reviewsSoFar), loads(upTo: year)] }
    return page("year-\(year).html", title, body)
  }

  /// By which method a year was drawn.
  private func how(_ year: Int) -> Sentence {
    for event in record.events {
      switch event {
      case .uniform(let drawn) where drawn.draw == .year(year):
        switch drawn.way {
        case .number(let number, let all):
          return .drawnUniformly(number: Quoted(number.text.text), of: Quoted(all.text.text))
        case .chain: return .drawnByChain
        }
      case .ticket(let drawn) where drawn.draw == .year(year):
        return .drawnByTicket(drawn.ticket)
      default: continue
      }
    }
    return .drawnByLots(lots(of: .year(year)).count)
  }

  private func byGroup(_ states: [Int]) -> Markup {
    .all(
      Set(states.map { record.states[$0].region }).sorted().flatMap { region in
        var grid = Grid(
          group(region),
          [
            .init(title: language.word(.stateUnderReview)),
            .init(title: language.word(.reviewingStates)),
          ])
        for state in states where record.states[state].region == region {
          grid.append([link(state), reviewers(of: state)])
        }
        return [.element("h3", [group(region).markup]), grid.markup]
      })
  }

  private func byState(_ states: [Int]) -> Markup {
    var grid = Grid(
      language.word(.byState),
      [
        .init(title: language.word(.stateUnderReview)),
        .init(title: language.word(.regionalGroup)),
        .init(title: language.word(.reviewingStates)),
      ])
    for state in states {
      grid.append([
        link(state), group(record.states[state].region).markup, reviewers(of: state),
      ])
    }
    return grid.markup
  }

  private func inOrder(_ lots: [(line: Int, lot: DrawnLot)]) -> Markup {
    var grid = Grid(
      language.word(.inOrder),
      [
        .init(title: language.word(.line), isNumber: true),
        .init(title: language.word(.stateUnderReview)), .init(title: language.word(.seat)),
        .init(title: language.word(.drawn)), .init(title: language.word(.bowl), isBroad: true),
      ])
    for (line, lot) in lots {
      let line = Wording(line).markup
      let drawn = Wording(name(lot.drawn)).markup
      if let (state, kind) = lot.purpose.seat {
        grid.append([
          line, Wording(name(state)).markup, seat(kind).markup, drawn, bowl(lot.bowl),
        ])
      } else if case .turn = lot.purpose {
        grid.append([line, drawn, word(.turn), drawn, say(.bowlOfTurns(lot.choices.count))])
      }
    }
    return grid.markup
  }

  /// The chance of each State in a bowl, and all their names.
  func bowl(_ bowl: [Label]) -> Markup {
    let chance = bowl.count == 1 ? word(.onlyOneInBowl) : say(.oneIn(bowl.count))
    return .all([
      chance, .element("br", [:]),
      .element("span", ["class": "bowl"], [list(bowl).names.markup]),
    ])
  }

  /// How many reviews States do, those of this year and the years before it.
  private func loads(upTo year: Int) -> Markup {
    var loads = Array(repeating: 0, count: record.states.count)
    for review in cycle.reviews where review.year <= year {
      for reviewer in review.reviewers { loads[reviewer] += 1 }
    }
    let reviewing = record.states.indices.filter {
      loads[$0] > 0 || record.states[$0].isReviewer && !record.hasLeft($0)
    }
    var grid = Grid(
      language.word(.reviewsSoFar),
      [
        .init(title: language.word(.reviews), isNumber: true),
        .init(title: language.word(.statesInAll), isNumber: true),
        .init(title: language.word(.state)),
      ])
    for count in Set(reviewing.map { loads[$0] }).sorted().reversed() {
      let states = reviewing.filter { loads[$0] == count }
      grid.append([
        Wording(count).markup, Wording(states.count).markup,
        language.list(states.map { names[$0] }).markup,
      ])
    }
    return grid.markup
  }
}
