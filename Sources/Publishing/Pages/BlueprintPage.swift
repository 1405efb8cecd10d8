import Members
import Reports

/// The blueprint of a country review report (appendix II), with all that the ledger knows filled
/// in.
extension PageWriter {
  func blueprint(of state: Int) -> Page {
    let review = cycle.reviews[state]
    let facts = record.states[state]
    let reviewers = language.listing(review.reviewers.map { names[$0] })
    let systems = language.listing(facts.legalSystems.map { Name(legalSystem($0).plain) })
    let title = language.text(.blueprintTitle(reviewers: reviewers, state: names[state]))
    var body: [Markup] = [
      .element("h1", [title.markup]), say(.blueprintCycle(Name(cycle.rulebook.name))),
      say(.blueprintConfidential), part("I", .introduction), say(.blueprintIntroduction),
      part("II", .process),
      say(.blueprintProcess(reviewers: reviewers, state: names[state], year: review.year)),
      fields([.dialogue, .experts, .visit]), part("III", .executiveSummary),
      fields([.successes, .challenges, .observations, .needs]), part("IV", .implementation),
      section("A", .ratification), say(.blueprintParties(protocolNames(facts.protocols))),
    ]
    if !facts.region.isEmpty { body.append(say(.blueprintGroup(group(facts.region)))) }
    body += [
      section("B", .legalSystem), say(.blueprintLegalSystems(systems)),
      section("C", .articles),
      fields([.summaryOfArticle, .observations, .goodPractices, .challenges, .needs]),
    ]
    for (letter, code) in zip("DEFGHIJKLMNOPQRSTUVWXYZ", facts.protocols) {
      body.append(.element("h3", [.text("\(letter). "), protocolName(code).markup]))
      body.append(
        fields([.summaryOfArticle, .observations, .goodPractices, .challenges, .needs]))
    }
    let name = Wording(Name(cycle.rulebook.name)).plain
    return Page(
      title: "\(title.plain) · \(name)", language: tongue.rawValue,
      isRightToLeft: tongue.isRightToLeft, style: Self.style, body: body)
  }

  private func part(_ number: String, _ term: Term) -> Markup {
    .element("h2", [.text("\(number). "), word(term)])
  }

  private func section(_ letter: String, _ term: Term) -> Markup {
    .element("h3", [.text("\(letter). "), word(term)])
  }

  /// What people have to fill in.
  private func fields(_ terms: [Term]) -> Markup {
    .element(
      "dl",
      terms.flatMap { term in
        [
          Markup.element("dt", [word(term)]),
          .element("dd", [.text("["), word(.toBeFilledIn), .text("]")]),
        ]
      })
  }
}
