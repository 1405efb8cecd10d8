import Reports

/// The steps of a review, when they are due, and where the allowances exceed the time.
extension PageWriter {
  var timetable: Page {
    var body: [Markup] = [
      say(publication.start == nil ? .timetableFollows : .timetableIs), timetableTable,
    ]
    if publication.start != nil { body.append(say(.movedToWorkday)) }
    if let excess = publication.excess {
      body.append(
        say(
          .allowancesExceed(
            step: language.word(excess.step.term), days: excess.days,
            next: language.word(excess.next.term))))
    }
    return page("timetable.html", language.word(.timetable), body)
  }

  /// A paragraph of a letter.
  func say(_ sentence: LetterSentence) -> Markup {
    .element("p", [language.text(sentence).markup])
  }

  private var timetableTable: Markup {
    let dated = publication.start == nil ? [] : Array(years)
    var grid = Grid(
      language.word(.timetable),
      [
        .init(title: language.word(.step)), .init(title: language.word(.allowance)),
        .init(title: language.word(.paragraph)),
      ] + dated.map { .init(title: language.text(.year($0)), isBroad: true) })
    let days = dated.map { publication.days(ofYear: $0) }
    for (place, entry) in publication.timetable.entries.enumerated() {
      grid.append(
        [word(entry.step.term), allowance(entry), paragraph(entry)]
          + days.map { steps in
            steps.map { language.text($0[place].day).markup } ?? word(.none)
          })
    }
    return grid.markup
  }

  /// How long a step may take, and after which.
  func allowance(_ entry: Timetable.Entry) -> Markup {
    guard let after = entry.after else { return .text("–") }
    return .all([
      language.text(entry.allowance.sentence).markup, .element("br", [:]),
      language.text(LetterSentence.afterStep(language.word(after.term))).markup,
    ])
  }

  func paragraph(_ entry: Timetable.Entry) -> Markup {
    entry.paragraph.isEmpty ? word(.none) : Wording(Name(entry.paragraph)).markup
  }
}
