import Drawing
import Members
import Reports
import Rules

/// Writes the pages of one language.
struct PageWriter {
  let publication: Publication
  let language: any Language
  let tongue: Tongue
  /// The States' names in this language, one a State of the roster.
  let names: [Name]
  /// The part of a State's file name, one a State of the roster.
  let fileWords: [String]

  var record: Record { publication.record }
  var cycle: Cycle { publication.record.cycle }
  var years: ClosedRange<Int> { 1...publication.record.cycle.rulebook.years }

  init(_ publication: Publication, in tongue: Tongue) {
    self.publication = publication
    self.tongue = tongue
    language = tongue.language
    names = NameList(publication.record.cycle.roster, in: tongue).names
    fileWords = FileWords(publication.record.cycle.roster).words
  }

  /// The files of the language's folder by their names, each made when it is asked for.
  var files: [(path: String, text: () -> String)] {
    var files: [(String, () -> String)] = []
    func add(_ path: String, _ page: @escaping () -> Page) {
      files.append((path, { page().text }))
    }
    add("index.html") { overview }
    add("selection.html") { selection }
    for year in years { add("year-\(year).html") { self.year(year) } }
    for index in oddsAhead {
      add(path(ofOdds: index.odds.year)) { odds(index) }
      files.append((path(ofOddsTable: index.odds.year), { OddsTable(self, index).text }))
    }
    add("changes.html") { changes }
    add("statistics.html") { statistics }
    add("check.html") { check }
    add("timetable.html") { timetable }
    add("costs.html") { costs }
    for state in record.states.indices { add(path(ofState: state)) { self.state(state) } }
    for state in letterStates {
      add(path("letters", state, "html")) { letters(of: state) }
      add(path("blueprint", state, "html")) { blueprint(of: state) }
    }
    files.append(("letters.csv", { LetterTable(self).text }))
    if publication.start == nil { return files }
    files.append(("secretariat.ics", { secretariatCalendar?.text ?? "" }))
    for state in record.states.indices {
      files.append((path("calendar", state, "ics"), { calendar(of: state)?.text ?? "" }))
    }
    return files
  }

  // MARK: Words

  func word(_ term: Term) -> Markup { .text(language.text(term)) }

  func say(_ sentence: Sentence) -> Markup { language.text(sentence).markup }

  func paragraph(_ sentence: Sentence) -> Markup { .element("p", [say(sentence)]) }

  func heading(_ level: Int, _ term: Term) -> Markup {
    .element("h\(level)", [word(term)])
  }

  func note(_ sentence: Sentence) -> Markup {
    .element("p", ["class": "note"], [say(sentence)])
  }

  /// A State's name and code.
  func title(_ state: Int) -> Wording {
    let code = record.states[state].code.text
    return names[state].text == code
      ? Wording(names[state]) : "\(names[state]) (\(Wording(stringLiteral: code)))"
  }

  /// A State's name, or the code of one that is not in the roster.
  func name(_ code: Label) -> Name {
    record.index(code).map { names[$0] } ?? Name(code.text)
  }

  func list(_ codes: [Label]) -> Listing { language.listing(codes.map(name)) }

  /// The name of a group, with its code where it is one of the United Nations; that there is none
  /// where it is empty.
  func group(_ region: RegionalGroup) -> Wording {
    if region.isEmpty { return language.word(.noGroup) }
    let term: Term? =
      switch region.text {
      case "AFR": .africanGroup
      case "APG": .asiaPacificGroup
      case "EEG": .easternEuropeanGroup
      case "GRULAC": .latinAmericanGroup
      case "WEOG": .westernGroup
      default: nil
      }
    return coded(term, region)
  }

  /// The name of a Protocol, with its code where it is one to the Convention.
  func protocolName(_ code: ProtocolCode) -> Wording {
    let term: Term? =
      switch code.text {
      case "TIP": .traffickingProtocol
      case "SOM": .migrantsProtocol
      case "FA": .firearmsProtocol
      default: nil
      }
    return coded(term, code)
  }

  /// Protocols in a row.
  func protocolNames(_ codes: [ProtocolCode]) -> Listing {
    language.listing(codes.map { Name(protocolName($0).plain) })
  }

  /// The name of a legal system, with its code where it is one of the four families.
  func legalSystem(_ code: Label) -> Wording {
    let term: Term? =
      switch code.text {
      case "civil": .civilLaw
      case "common": .commonLaw
      case "customary": .customaryLaw
      case "islamic": .islamicLaw
      default: nil
      }
    return coded(term, code)
  }

  /// The name of a language, with its code where it is an official one.
  func workingLanguage(_ code: Label) -> Wording {
    coded(OfficialLanguages.tongue(code)?.term, code)
  }

  private func coded(_ term: Term?, _ code: Label) -> Wording {
    term.map { "\(language.word($0)) (\(Name(code.text)))" } ?? Wording(Name(code.text))
  }

  /// What a seat is called: kinds of the terms of reference in the language, others by their names.
  func seat(_ kind: Label) -> Wording {
    switch kind.text {
    case "regional": language.word(.regionalReviewer)
    case "open": language.word(.otherReviewer)
    case "supplementary": language.word(.supplementaryReviewer)
    default: Wording(Name(kind.text))
    }
  }

  // MARK: Links

  func path(ofState state: Int) -> String { "state-\(fileWords[state]).html" }

  /// A State's name and code, which lead to its page.
  func link(_ state: Int) -> Markup {
    .element("a", ["href": path(ofState: state)], [title(state).markup])
  }

  func link(_ states: [Int]) -> Markup {
    var pieces: [Markup] = []
    for state in states {
      if !pieces.isEmpty { pieces.append(.element("br", [:])) }
      pieces.append(link(state))
    }
    return pieces.isEmpty ? word(.none) : .all(pieces)
  }

  /// The reviewers of a State, each with its link, and what is still open.
  func reviewers(of state: Int) -> Markup {
    let review = cycle.reviews[state]
    var pieces = record.heldSeats(of: state).map { link($0.reviewer) }
    if review.hasSeatToDraw { pieces.append(word(.notYetDrawn)) }
    for _ in 0..<review.emptySeats { pieces.append(word(.emptySeat)) }
    if pieces.isEmpty { pieces.append(word(.none)) }
    var lines: [Markup] = []
    for piece in pieces {
      if !lines.isEmpty { lines.append(.element("br", [:])) }
      lines.append(piece)
    }
    return .all(lines)
  }

  // MARK: Pages

  /// A page with the links that all pages have.
  ///
  /// - Parameters:
  ///   - path: The page's own file name, which gets no link.
  ///   - title: What the page is about, which is its heading too.
  func page(_ path: String, _ title: Wording, _ body: [Markup]) -> Page {
    let heading = Markup.element("h1", [title.markup])
    let name = Wording(Name(cycle.rulebook.name)).plain
    return Page(
      title: "\(title.plain) · \(name)", language: tongue.rawValue,
      isRightToLeft: tongue.isRightToLeft, style: Self.style,
      body: [navigation(path), otherLanguages(path), heading] + body)
  }

  private func navigation(_ path: String) -> Markup {
    var links: [(String, Wording)] = [
      ("index.html", language.word(.overview)), ("selection.html", language.word(.selection)),
    ]
    links += years.map { ("year-\($0).html", language.text(Sentence.year($0))) }
    links += oddsAhead.map {
      (self.path(ofOdds: $0.odds.year), language.text(.oddsOfYear($0.odds.year)))
    }
    links += [
      ("changes.html", language.word(.changes)), ("statistics.html", language.word(.statistics)),
      ("timetable.html", language.word(.timetable)), ("costs.html", language.word(.costs)),
      ("check.html", language.word(.howToCheck)),
    ]
    let items = links.map { address, words in
      Markup.element(
        "li",
        [
          address == path
            ? .element("strong", ["aria-current": "page"], [words.markup])
            : .element("a", ["href": address], [words.markup])
        ])
    }
    return .element(
      "nav", ["aria-label": language.text(.contents)], [.element("ul", items)])
  }

  private func otherLanguages(_ path: String) -> Markup {
    let others = publication.tongues.filter { $0 != tongue }
    if others.isEmpty { return .all([]) }
    let items = others.map { other in
      Markup.element(
        "li",
        [
          .element(
            "a",
            [
              "href": "../\(other.rawValue)/\(path)", "hreflang": other.rawValue,
              "lang": other.rawValue,
            ],
            [.text(other.language.text(.endonym))])
        ])
    }
    return .element(
      "nav", ["aria-label": language.text(.otherLanguages)], [.element("ul", items)])
  }
}

/// The part of each State's file names that is its own: its code, with a number after it where a
/// disk that knows no difference between letter cases would mix two codes up.
struct FileWords {
  /// One word a State, in canonical order.
  let words: [String]

  init(_ roster: Membership) {
    var seen: [String: Int] = [:]
    var words: [String] = []
    for state in roster.states {
      let key = state.code.text.lowercased()
      let count = seen[key, default: 0]
      seen[key] = count + 1
      words.append(count == 0 ? state.code.text : "\(state.code.text).\(count)")
    }
    self.words = words
  }
}
