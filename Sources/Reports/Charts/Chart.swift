/// A chart that can be drawn.
public protocol Chart: Sendable {
  /// The chart in SVG, which needs nothing from outside: no style, no font, no file.
  ///
  /// - Parameters:
  ///   - name: A name no other chart of the page has: letters, digits and hyphens.
  ///   - title: What the chart shows, for whoever cannot see it.
  func markup(name: String, title: String) -> Markup
}
