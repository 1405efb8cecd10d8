import Reports

/// Links to what is not a page about the draw: letters, blueprints, calendars, tables.
extension PageWriter {
  /// The documents of the whole cycle.
  var documents: Markup {
    var links = [link("timetable.html", .timetable), link("costs.html", .costs)]
    if !letterStates.isEmpty { links.append(link("letters.csv", .letters, "CSV")) }
    if publication.start != nil { links.append(link("secretariat.ics", .calendar, "ICS")) }
    return items(links)
  }

  /// The documents of one review.
  func documents(of state: Int) -> Markup {
    var links: [Markup] = []
    if letterStates.contains(state) {
      links.append(link(path("letters", state, "html"), .letters))
      links.append(link(path("blueprint", state, "html"), .blueprint))
      for kind in publication.blueprintKinds where kind.isMade(in: tongue) {
        let ending = kind.rawValue
        links.append(link(path("blueprint", state, ending), .blueprint, ending.uppercased()))
      }
    }
    if publication.start != nil {
      links.append(link(path("calendar", state, "ics"), .calendar, "ICS"))
    }
    return links.isEmpty ? .all([]) : items(links)
  }

  /// The States for whose reviews there are letters: those with a reviewer.
  var letterStates: [Int] {
    cycle.reviews.indices.filter {
      cycle.reviews[$0].isPlanned && cycle.reviews[$0].year > 0
        && !cycle.reviews[$0].reviewers.isEmpty
    }
  }

  /// The name of a State's file of a kind.
  func path(_ kind: String, _ state: Int, _ ending: String) -> String {
    "\(kind)-\(fileWords[state]).\(ending)"
  }

  private func link(_ path: String, _ term: Term, _ form: String = "") -> Markup {
    let words: Wording =
      form.isEmpty
      ? language.word(term) : "\(language.word(term)) (\(Wording(stringLiteral: form)))"
    return .element("li", [.element("a", ["href": path], [words.markup])])
  }

  private func items(_ links: [Markup]) -> Markup { .element("ul", links) }
}
