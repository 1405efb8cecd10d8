/// A chart with its title above it and, below, what it says in a sentence.
public struct Figure: Sendable {
  /// A name no other figure of the page has: letters, digits and hyphens.
  public var name: String
  /// The title.
  public var title: String
  /// The chart.
  public var chart: any Chart
  /// What the chart says and how to read it.
  public var sentence: String

  /// A figure.
  public init(name: String, title: String, chart: any Chart, sentence: String) {
    self.name = name
    self.title = title
    self.chart = chart
    self.sentence = sentence
  }

  /// The figure in HTML.
  public var markup: Markup {
    .element(
      "figure", ["id": name],
      [
        .element("h3", [.text(title)]),
        chart.markup(name: name, title: title),
        .element("figcaption", [.text(sentence)]),
      ])
  }

  /// Figures side by side where there is room, else one below the other.
  public static func grid(_ figures: [Figure]) -> Markup {
    .element("div", ["class": "figures"], figures.map(\.markup))
  }
}
