/// A drawing while it is made. It is as wide as a telephone's screen, so that its type is of a size
/// with the text around it there, and only a little larger on a wide screen.
struct Picture {
  static let width = 440.0
  /// Sizes of type, in units of the drawing.
  static let size = 12.5
  static let small = 11.5

  /// The height drawn upon so far.
  var height = 0.0
  private var pieces: [Markup] = []
  private var patterns: [Markup] = []
  /// The name of the drawing, the beginning of all names inside it.
  let name: String
  /// Whether everything stands from right to left; what is written is still given from the left.
  let isMirrored: Bool

  init(name: String, isMirrored: Bool = false) {
    self.name = name
    self.isMirrored = isMirrored
  }

  enum Anchor: String { case start, middle, end }

  /// Writes a text so that its middle is at a height; what does not fit is shortened, and then the
  /// whole text appears where the reader points at it.
  mutating func write(
    _ text: String, x: Double, middle: Double, anchor: Anchor = .start, size: Double = size,
    fill: String = "#1a1a1a", weight: String = "", limit: Double = width
  ) {
    let shown = TextWidth.shortened(text, size: size, to: limit)
    // The middle of figures and capitals stands some third of the size above the base line.
    var attributes: Attributes = [
      "x": NumberText.coordinate(mirrored(x)),
      "y": NumberText.coordinate(middle + size * 0.35),
    ]
    if anchor != .start { attributes.add("text-anchor", anchor.rawValue) }
    if size != Self.size { attributes.add("font-size", NumberText.coordinate(size)) }
    if fill != "#1a1a1a" { attributes.add("fill", fill) }
    if !weight.isEmpty { attributes.add("font-weight", weight) }
    let whole: [Markup] = shown == text ? [] : [.element("title", [.text(text)])]
    pieces.append(.element("text", attributes, whole + [.text(shown)]))
  }

  /// Writes a text in as many lines as it needs, below a height; returns the height below it.
  mutating func writeLines(
    _ text: String, x: Double, top: Double, anchor: Anchor = .start, size: Double = size,
    limit: Double
  ) -> Double {
    var top = top
    for line in TextWidth.lines(text, size: size, in: limit) {
      write(line, x: x, middle: top + size * 0.65, anchor: anchor, size: size)
      top += size * 1.3
    }
    return top
  }

  mutating func line(
    x: Double, y: Double, toX: Double, toY: Double, stroke: String, width: String = "1"
  ) {
    pieces.append(
      .element(
        "path",
        [
          "d": "M\(point(x, y))L\(point(toX, toY))", "stroke": stroke, "stroke-width": width,
        ]))
  }

  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, fill: String, stroke: String = "#333"
  ) {
    pieces.append(
      .element(
        "rect",
        [
          "x": NumberText.coordinate(isMirrored ? mirrored(x + width) : x),
          "y": NumberText.coordinate(y),
          "width": NumberText.coordinate(width), "height": NumberText.coordinate(height),
          "fill": fill, "stroke": stroke, "stroke-width": ".6",
        ]))
  }

  /// A line through points, with the dashes of a series.
  mutating func polyline(_ points: [(x: Double, y: Double)], ink: Ink) {
    guard points.count > 1 else { return }
    var attributes: Attributes = [
      "points": points.map { point($0.x, $0.y) }.joined(separator: " "), "fill": "none",
      "stroke": ink.colour, "stroke-width": "1.8",
    ]
    if !ink.dash.isEmpty { attributes.add("stroke-dasharray", ink.dash) }
    pieces.append(.element("polyline", attributes))
  }

  /// The mark of a series at a point.
  mutating func mark(x: Double, y: Double, ink: Ink) {
    pieces.append(
      .element(
        "path",
        [
          "d": ink.mark, "transform": "translate(\(point(x, y)))", "fill": ink.colour,
          "stroke": "#222", "stroke-width": ".7",
        ]))
  }

  /// Makes the patterns of the first series known to the drawing.
  mutating func use(seriesCount: Int) {
    patterns = Ink.patterns(count: seriesCount, in: name)
  }

  /// The drawing, with a title for whoever cannot see it.
  func markup(title: String) -> Markup {
    let definitions: [Markup] = patterns.isEmpty ? [] : [.element("defs", patterns)]
    let attributes: Attributes = [
      "xmlns": "http://www.w3.org/2000/svg",
      "viewBox": "0 0 \(NumberText.coordinate(Self.width)) \(NumberText.coordinate(height))",
      "role": "img", "aria-label": title,
      "font-family": "'Helvetica Neue', Helvetica, Arial, 'DejaVu Sans', sans-serif",
      "font-size": NumberText.coordinate(Self.size), "fill": "#1a1a1a",
    ]
    return .element(
      "svg", isMirrored ? attributes.adding("direction", "rtl") : attributes, definitions + pieces)
  }

  private func mirrored(_ x: Double) -> Double { isMirrored ? Self.width - x : x }

  private func point(_ x: Double, _ y: Double) -> String {
    "\(NumberText.coordinate(mirrored(x))) \(NumberText.coordinate(y))"
  }
}
