import Drawing
import Members
import Reports

/// The notices of one review, to the State under review and to each reviewer, each on a sheet of
/// its own.
extension PageWriter {
  func letters(of state: Int) -> Page {
    let recipients = [state] + cycle.reviews[state].reviewers
    let name = Wording(Name(cycle.rulebook.name)).plain
    let title = language.text(LetterSentence.subject(names[state]))
    return Page(
      title: "\(title.plain) · \(name)", language: tongue.rawValue,
      isRightToLeft: tongue.isRightToLeft, style: Self.letterStyle,
      body: recipients.map { letter(to: $0, review: state) })
  }

  private func letter(to recipient: Int, review state: Int) -> Markup {
    let review = cycle.reviews[state]
    let others = review.reviewers.filter { $0 != recipient }
    let reviewers = language.listing(others.map { names[$0] })
    var body: [Markup] = [
      .element("h1", [word(.notice)]), head(recipient, year: review.year),
      .element("h2", [language.text(LetterSentence.subject(names[state])).markup]),
    ]
    if recipient == state {
      body += [say(.toStateUnderReview(year: review.year)), say(.reviewersAre(reviewers))]
    } else {
      body.append(say(.toReviewingState(names[state], year: review.year)))
      body.append(others.isEmpty ? say(.noOtherReviewers) : say(.otherReviewersAre(reviewers)))
    }
    body += [
      say(.drawnUnder), .element("h3", [word(.whatIsAsked)]),
      .element(
        "ol",
        [LetterSentence.focalPoint, .experts(Self.mostExperts), .language, .training].map {
          .element("li", [language.text($0).markup])
        }),
    ]
    if recipient == state {
      body += [
        say(.mayAskRedraw(limit: cycle.rulebook.redrawLimit)), say(.mayDefer), say(.mayStandDown),
      ]
    }
    body += experts(ofReview: state)
    body += [
      say(.reviewsTogether(record.reviewed[recipient].count)),
      .element(
        "div", ["class": "closing"],
        [
          .element("h3", [word(.timetable)]),
          say(publication.start == nil ? .timetableFollows : .timetableIs),
          steps(ofYear: review.year),
          .element("p", ["class": "sign"], [word(.signature)]),
        ]),
    ]
    return .element("section", ["class": "letter"], body)
  }

  private func head(_ recipient: Int, year: Int) -> Markup {
    let day = publication.start(ofYear: year).map { language.text($0).markup }
    let pairs: [(Term, Markup)] = [
      (.to, title(recipient).markup), (.date, day ?? Self.blank), (.reference, Self.blank),
    ]
    return .element(
      "dl",
      pairs.flatMap { [.element("dt", [word($0)]), .element("dd", [$1])] })
  }

  /// The steps of the timetable with their days, or else their allowances.
  private func steps(ofYear year: Int) -> Markup {
    let days = publication.days(ofYear: year)
    var grid = Grid(
      language.word(.timetable),
      [
        .init(title: language.word(.step)),
        .init(title: language.word(days == nil ? .allowance : .date)),
        .init(title: language.word(.paragraph)),
      ])
    for (place, entry) in publication.timetable.entries.enumerated() {
      grid.append([
        word(entry.step.term),
        days.map { language.text($0[place].day).markup } ?? allowance(entry), paragraph(entry),
      ])
    }
    return grid.markup
  }

  /// The most experts a State names (para. 21).
  static let mostExperts = 20

  /// A line to write on.
  static let blank = Markup.text("____________________")

  private static let letterStyle = PageWriter.style.adding(sheet + paperSheet).compact

  private static let sheet = """
    .letter { max-width: 46rem; margin: 0 auto 3rem; }
    .sign { margin-top: 3rem; padding-top: .3rem; border-top: 1px solid #444; width: 16rem; }

    """

  private static let paperSheet =
    "@media print { .letter { break-after: page; margin: 0; }\n"
    + "  .closing { break-inside: avoid; } .sign { margin-top: 12mm; }\n"
    + "  .letter:last-child { break-after: auto; } }\n"
}
