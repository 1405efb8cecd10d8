/// A whole HTML page in one file: its style stands inside, it has no scripts, and its first lines
/// forbid a browser to load anything from anywhere.
///
/// ```swift
/// let page = Page(title: "Tickets", body: [.element("h1", ["Tickets"]), table.markup])
/// page.text   // the file
/// ```
public struct Page: Hashable, Sendable {
  /// The title, for the window and for whoever prints the page.
  public var title: String
  /// The language of the text, a code of BCP 47 such as `en` or `fr`.
  public var language: String
  /// Whether the language is written from right to left.
  public var isRightToLeft: Bool
  /// How the page looks.
  public var style: PageStyle
  /// What stands on the page, in order.
  public var body: [Markup]

  /// A page with this title and content.
  public init(
    title: String, language: String = "en", isRightToLeft: Bool = false,
    style: PageStyle = .report, body: [Markup]
  ) {
    self.title = title
    self.language = language
    self.isRightToLeft = isRightToLeft
    self.style = style
    self.body = body
  }

  /// The file: the same page gives the same bytes on every machine.
  public var text: String {
    let head: [Markup] = [
      .element("meta", ["charset": "utf-8"]),
      .element(
        "meta",
        [
          "http-equiv": "Content-Security-Policy",
          "content": "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
        ]),
      .element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
      .element("title", [.text(title)]),
      // Without an icon a browser asks the server for one.
      .element("link", ["rel": "icon", "href": "data:,"]),
      .style(style.rules),
    ]
    let attributes: Attributes = ["lang": language]
    let html = Markup.element(
      "html", isRightToLeft ? attributes.adding("dir", "rtl") : attributes,
      [.element("head", head), .element("body", [.element("main", body)])])
    return "<!DOCTYPE html>\n" + html.text
  }
}
