/// A piece of HTML or SVG. Every text and every value of an attribute in it is escaped, so no name
/// from a file can become markup.
///
/// A string literal is a text: `.element("p", ["A < B"])` gives `<p>A &lt; B</p>`.
public struct Markup: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The markup as it stands in the file.
  public let text: String

  private init(verbatim text: String) { self.text = text }

  /// A text, escaped.
  public init(stringLiteral value: String) { self = .text(value) }

  /// A text, escaped.
  public static func text(_ text: String) -> Markup {
    Markup(verbatim: MarkupText.escaped(text))
  }

  /// Pieces one after the other.
  public static func all(_ pieces: [Markup]) -> Markup {
    Markup(verbatim: pieces.lazy.map(\.text).joined())
  }

  /// An element. A block (a paragraph, a row, a shape) ends its line, so that a page can be read
  /// and compared as text; nothing inside a line is broken, as a space there would be seen.
  ///
  /// - Parameters:
  ///   - name: The element's name, as a constant of the program: it is not escaped.
  ///   - attributes: In the order in which they are written.
  ///   - content: What stands inside; nothing for an element such as `br` or `rect`.
  public static func element(
    _ name: String, _ attributes: Attributes, _ content: [Markup] = []
  ) -> Markup {
    var text = "<\(name)\(attributes.text)"
    if content.isEmpty && shapes.contains(name) {
      text += "/>"
    } else if voids.contains(name) {
      text += ">"
    } else {
      text += containers.contains(name) ? ">\n" : ">"
      for piece in content { text += piece.text }
      text += "</\(name)>"
    }
    if blocks.contains(name) || containers.contains(name) { text += "\n" }
    return Markup(verbatim: text)
  }

  /// An element without attributes.
  public static func element(_ name: String, _ content: [Markup] = []) -> Markup {
    element(name, [:], content)
  }

  /// Style rules, which stand in a page as they are: a constant of the program.
  static func style(_ rules: String) -> Markup {
    // Nothing in a rule can end the element early.
    var text = ""
    for character in rules.unicodeScalars {
      if character == "<" { text += "\\3c " } else { text.unicodeScalars.append(character) }
    }
    return Markup(verbatim: "<style>\n\(text)</style>\n")
  }

  /// HTML's elements that have no end.
  private static let voids: Set = ["br", "col", "hr", "img", "link", "meta", "wbr"]
  /// SVG's elements that are closed at once where they hold nothing.
  private static let shapes: Set = [
    "circle", "ellipse", "line", "path", "polygon", "polyline", "rect", "use",
  ]
  /// Elements that begin a line inside themselves.
  private static let containers: Set = [
    "article", "body", "defs", "dl", "figure", "footer", "g", "head", "header", "html", "main",
    "nav",
    "ol", "pattern", "section", "svg", "table", "tbody", "tfoot", "thead", "ul",
  ]
  /// Elements that end their line.
  private static let blocks: Set = shapes.union([
    "caption", "dd", "desc", "div", "dt", "figcaption", "h1", "h2", "h3", "h4", "hr", "li", "link",
    "meta", "p", "text", "title", "tr",
  ])
}
