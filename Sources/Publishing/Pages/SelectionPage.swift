import Drawing
import Members
import Reports

/// Which States are under review in which year, and the lots that said so.
extension PageWriter {
  var selection: Page {
    var body: [Markup] = [paragraph(howSelected)]
    if cycle.isSelected {
      for year in years {
        body.append(.element("h2", [say(.year(year))]))
        body.append(groups(ofYear: year))
      }
    }
    let lots = lots(of: .selection)
    if !lots.isEmpty { body += [heading(2, .inOrder), order(lots)] }
    return page("selection.html", language.word(.selection), body)
  }

  /// What decided on the years.
  private var howSelected: Sentence {
    if !cycle.isSelected { return .stateNotSelected }
    switch cycle.rulebook.selectionMethod {
    case .lots: return .yearsFromLots
    case .alphabetical: return .yearsFromLists
    case .given: return .yearsGiven
    }
  }

  /// The States of a year, group by group.
  private func groups(ofYear year: Int) -> Markup {
    let states = cycle.states(year: year)
    if states.isEmpty { return paragraph(.yearWithoutStates) }
    var grid = Grid(
      language.text(.year(year)),
      [
        .init(title: language.word(.regionalGroup)),
        .init(title: language.word(.statesInAll), isNumber: true),
        .init(title: language.word(.stateUnderReview)),
      ])
    for region in Set(states.map { record.states[$0].region }).sorted() {
      let members = states.filter { record.states[$0].region == region }
      grid.append([
        group(region).markup, Wording(members.count).markup, link(members),
      ])
    }
    return grid.markup
  }

  /// The lots of a draw, with their lines.
  func lots(of draw: DrawName) -> [(line: Int, lot: DrawnLot)] {
    var lots: [(line: Int, lot: DrawnLot)] = []
    for (place, event) in record.events.enumerated() {
      if case .lot(let lot) = event, lot.draw == draw { lots.append((place + 1, lot)) }
    }
    return lots
  }

  private func order(_ lots: [(line: Int, lot: DrawnLot)]) -> Markup {
    var grid = Grid(
      language.word(.inOrder),
      [
        .init(title: language.word(.line), isNumber: true),
        .init(title: language.word(.regionalGroup)), .init(title: language.word(.year)),
        .init(title: language.word(.drawn)),
        .init(title: language.word(.statesInBowl), isNumber: true),
      ])
    for (line, lot) in lots {
      let size = Wording(lot.choices.count).markup
      switch lot.purpose {
      case .year(let region, let year):
        grid.append([
          Wording(line).markup, group(region).markup, Wording(year).markup,
          Wording(name(lot.drawn)).markup, size,
        ])
      case .extraPlace(let region):
        grid.append([
          Wording(line).markup, group(region).markup, Wording(Name(lot.drawn.text)).markup,
          word(.extraPlace), size,
        ])
      case .first(let region):
        grid.append([
          Wording(line).markup, group(region).markup, word(.listBegins),
          Wording(name(lot.drawn)).markup, size,
        ])
      default: continue
      }
    }
    return grid.markup
  }
}
