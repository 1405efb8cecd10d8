/// Shares of a whole: one row for each whole, divided into parts in one order; the darker, the
/// further on in that order.
public struct ShareChart: Chart, Hashable {
  /// A whole.
  public struct Row: Hashable, Sendable {
    /// Its name.
    public var label: String
    /// The parts, in the order of the chart's; divided by their sum. A row
    /// with a negative part, or with nothing in it, is shown as a dash.
    public var parts: [Double]

    /// A row.
    public init(_ label: String, _ parts: [Double]) {
      self.label = label
      self.parts = parts
    }
  }

  /// The names of the parts, from little to much.
  public var parts: [String]
  /// The rows, from the top.
  public var rows: [Row]
  /// What is shared: `share of States, %`.
  public var axis: Axis

  /// A chart.
  public init(parts: [String], rows: [Row], axis title: String) {
    self.parts = parts
    self.rows = rows
    axis = .percent(title)
  }

  /// The chart in SVG.
  public func markup(name: String, title: String) -> Markup {
    var picture = Picture(name: name)
    let layout = RowLayout(labels: rows.map(\.label))
    let shades = parts.indices.map {
      Ink.shade(parts.count == 1 ? 1 : Double($0) / Double(parts.count - 1))
    }
    let top = picture.legend(parts, top: 2, fills: shades.map(\.fill))
    let step = layout.height(18) + 5
    picture.horizontalAxis(
      axis, Scale(axis, values: []), left: layout.left, right: layout.right, top: top,
      bottom: top + step * Double(rows.count) + 2)
    for (place, row) in rows.enumerated() {
      let y = layout.write(place, top: top + step * Double(place) + 3, content: 18, in: &picture)
      let whole = row.parts.reduce(0, +)
      guard whole > 0, whole.isFinite, row.parts.allSatisfy({ $0 >= 0 }) else {
        picture.write("–", x: layout.left + 4, middle: y + 9, size: Picture.small)
        continue
      }
      var before = 0.0
      for (part, shade) in zip(row.parts, shades) where part > 0 {
        let x = layout.left + before / whole * (layout.right - layout.left)
        before += part
        let width = layout.left + before / whole * (layout.right - layout.left) - x
        picture.rectangle(x: x, y: y, width: width, height: 18, fill: shade.fill)
        let text = NumberText.text(part / whole * 100)
        if TextWidth.of(text, size: Picture.small) + 4 <= width {
          picture.write(
            text, x: x + width / 2, middle: y + 9, anchor: .middle, size: Picture.small,
            fill: shade.text)
        }
      }
    }
    return picture.markup(title: title)
  }
}
