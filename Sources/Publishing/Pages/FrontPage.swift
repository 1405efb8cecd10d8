import Reports

/// The page that leads to the languages.
struct FrontPage {
  let publication: Publication

  init(_ publication: Publication) { self.publication = publication }

  var page: Page {
    let name = Name(publication.record.cycle.rulebook.name)
    let first = publication.tongues.first ?? .english
    let items = publication.tongues.map { tongue in
      Markup.element(
        "li",
        [
          .element(
            "a",
            [
              "href": "\(tongue.rawValue)/index.html", "hreflang": tongue.rawValue,
              "lang": tongue.rawValue,
            ], [.text(tongue.language.text(.endonym))])
        ])
    }
    return Page(
      title: Wording(name).plain, language: first.rawValue,
      isRightToLeft: first.isRightToLeft, style: PageWriter.style,
      body: [.element("h1", [Wording(name).markup]), .element("ul", items)])
  }
}
