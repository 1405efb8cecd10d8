import Drawing
import Members
import Records
import Reports

/// What pages say of governmental experts (para. 21), where a list was given.
extension PageWriter {
  func say(_ sentence: EvidenceSentence) -> Markup {
    .element("p", [language.text(sentence).markup])
  }

  /// A paragraph that leads somewhere.
  func link(_ address: String, _ sentence: EvidenceSentence) -> Markup {
    .element("p", [.element("a", ["href": address], [language.text(sentence).markup])])
  }

  /// For a letter: the experts of all States of a review.
  func experts(ofReview state: Int) -> [Markup] {
    guard let list = publication.experts else { return [] }
    let words = language.text(EvidenceSentence.governmentalExperts)
    var grid = Grid(
      words,
      [
        .init(title: language.word(.state)), .init(title: language.text(EvidenceSentence.expert)),
        .init(title: language.text(EvidenceSentence.fields), isBroad: true),
        .init(title: language.word(.protocols), isBroad: true),
        .init(title: language.text(EvidenceSentence.languages), isBroad: true),
      ])
    for member in [state] + cycle.reviews[state].reviewers {
      let experts = list.of(record.states[member].code)
      for expert in experts {
        grid.append([
          title(member).markup, Wording(Name(expert.name)).markup,
          expert.fields.isEmpty ? word(.none) : Wording(Name(expert.fields)).markup,
          expert.protocols.isEmpty ? word(.none) : protocolNames(expert.protocols).names.markup,
          expert.languages.isEmpty
            ? word(.none)
            : language.list(expert.languages.map { Name(workingLanguage($0).plain) }).markup,
        ])
      }
      if experts.isEmpty {
        grid.append(
          [title(member).markup, language.text(EvidenceSentence.noneNamedYet).markup]
            + Array(repeating: .text("–"), count: 3))
      }
    }
    return [.element("h3", [words.markup]), grid.markup]
  }

  /// For the statistics: how many experts there are, and which States have named none.
  var expertsInAll: [Markup] {
    guard let list = publication.experts else { return [] }
    let without = record.states.indices.filter { state in
      let facts = record.states[state]
      return !record.hasLeft(state) && (facts.isReviewer || facts.isReviewed)
        && list.of(facts.code).isEmpty
    }
    return [
      .element("h2", [language.text(EvidenceSentence.governmentalExperts).markup]),
      say(.expertsNamed(experts: list.count, states: list.stateCount)),
      without.isEmpty
        ? say(.everyStateHasExperts)
        : say(.withoutExperts(language.listing(without.map { names[$0] }))),
    ]
  }

  /// For the page on checking: the hash of the list, and whether it was announced.
  var expertsAnnounced: [Markup] {
    guard let list = publication.experts else { return [] }
    let last = record.events.enumerated().last { _, event in
      if case .announced(let announced) = event { announced.experts != nil } else { false }
    }
    let isSame =
      if case .announced(let announced)? = last?.element { announced.experts == list.hash } else {
        false
      }
    return [
      say(.listHash(Quoted(list.hash))),
      isSame ? say(.listAnnounced(line: (last?.offset ?? 0) + 1)) : say(.listNotAnnounced),
    ]
  }
}
