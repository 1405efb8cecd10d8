import Members
import Reports

/// Which languages each review needs, and what documents, meetings and staff cost.
extension PageWriter {
  var costs: Page {
    let hasLanguages = record.states.contains { !$0.languages.isEmpty }
    var body: [Markup] = [paragraph(.costsAreEstimates), paragraph(.ratesFrom)]
    for year in years where !cycle.states(year: year).isEmpty {
      body += [.element("h2", [say(.year(year))]), costs(ofYear: year)]
    }
    body.append(heading(2, .officialLanguages))
    if hasLanguages {
      body += [reviewsByLanguages, heading(2, .byState), languagesOfReviews]
    } else {
      body.append(paragraph(.languagesUnknown))
    }
    return page("costs.html", language.word(.costs), body)
  }

  private func costs(ofYear year: Int) -> Markup {
    let rates = publication.rates
    let reviews = cycle.states(year: year).count
    let items: [(Term, quantity: Int, rate: Int)] = [
      (.documentsOfReviews, reviews * rates.summaryPages, rates.page),
      (.meetings, rates.halfDaysAYear, rates.halfDay),
      (.staff, reviews * rates.monthsAReview, rates.month),
    ]
    var grid = Grid(
      language.text(.year(year)),
      [
        .init(title: language.word(.dollars)),
        .init(title: language.word(.quantity), isNumber: true),
        .init(title: language.word(.rate), isNumber: true),
        .init(title: language.word(.amount), isNumber: true),
      ])
    for (term, quantity, rate) in items {
      grid.append(
        [word(term)] + [quantity, rate, quantity * rate].map { .text(language.number($0)) })
    }
    return grid.markup
  }

  /// The official languages that a review needs: for each of its States one at least, where it has
  /// any; and those that all of them work in.
  private func languages(of state: Int) -> (needed: Set<Tongue>, shared: Set<Tongue>) {
    let all = ([state] + cycle.reviews[state].reviewers).map {
      OfficialLanguages.of(record.states[$0])
    }
    let shared = all.dropFirst().reduce(all[0]) { $0.intersection($1) }
    return (all.reduce([]) { $0.union($1) }, shared)
  }

  /// Whether the membership gives the working languages of all States of a review.
  private func areLanguagesGiven(_ state: Int) -> Bool {
    ([state] + cycle.reviews[state].reviewers).allSatisfy { !record.states[$0].languages.isEmpty }
  }

  private var reviewsByLanguages: Markup {
    var counts: [Int: Int] = [:]
    for state in letterStates where areLanguagesGiven(state) {
      let (needed, shared) = languages(of: state)
      counts[shared.isEmpty ? needed.count : 1, default: 0] += 1
    }
    var grid = Grid(
      language.word(.reviewsByLanguages),
      [
        .init(title: language.word(.officialLanguages), isNumber: true),
        .init(title: language.word(.reviews), isNumber: true),
      ])
    for number in counts.keys.sorted() {
      grid.append([Wording(number).markup, Wording(counts[number] ?? 0).markup])
    }
    let others = letterStates.count - counts.values.reduce(0, +)
    if others > 0 { grid.append([word(.languagesNotGiven), Wording(others).markup]) }
    return grid.markup
  }

  private var languagesOfReviews: Markup {
    var grid = Grid(
      language.word(.officialLanguages),
      [
        .init(title: language.word(.stateUnderReview)),
        .init(title: language.word(.officialLanguages)),
        .init(title: language.word(.sharedLanguage)),
      ])
    for state in letterStates {
      guard areLanguagesGiven(state) else {
        grid.append([link(state), word(.languagesNotGiven), word(.languagesNotGiven)])
        continue
      }
      let (needed, shared) = languages(of: state)
      grid.append([
        link(state), needed.isEmpty ? word(.noOfficialLanguage) : words(needed),
        shared.isEmpty ? say(.sharedByNone) : words(shared),
      ])
    }
    return grid.markup
  }

  private func words(_ tongues: Set<Tongue>) -> Markup {
    language.list(
      Tongue.allCases.filter(tongues.contains).map { Name(language.text($0.term)) }
    ).markup
  }
}
