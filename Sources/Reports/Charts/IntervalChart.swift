/// Values with how far they may be off: one row for each thing, in it, for each series, a mark at
/// the value and a line over its interval.
public struct IntervalChart: Chart, Hashable {
  /// A value between two bounds.
  public struct Estimate: Hashable, Sendable {
    /// The value itself.
    public var value: Double
    /// The least it may be.
    public var low: Double
    /// The most it may be.
    public var high: Double

    /// An estimate; a value that is exact has bounds equal to it.
    public init(_ value: Double, low: Double, high: Double) {
      self.value = value
      self.low = low
      self.high = high
    }
  }

  /// What is estimated.
  public struct Row: Hashable, Sendable {
    /// Its name.
    public var label: String
    /// One estimate a series; nil where there is none.
    public var estimates: [Estimate?]

    /// A row.
    public init(_ label: String, _ estimates: [Estimate?]) {
      self.label = label
      self.estimates = estimates
    }
  }

  /// The names of the series; one series needs none.
  public var series: [String]
  /// The rows, from the top.
  public var rows: [Row]
  /// What is measured.
  public var axis: Axis

  /// A chart.
  public init(series: [String] = [""], rows: [Row], axis: Axis) {
    self.series = series
    self.rows = rows
    self.axis = axis
  }

  /// The chart in SVG.
  public func markup(name: String, title: String) -> Markup {
    var picture = Picture(name: name)
    let estimates = rows.flatMap { $0.estimates.compactMap(\.self) }
    let room = estimates.map { TextWidth.of(axis.text($0.value), size: Picture.small) }.max() ?? 0
    let layout = RowLayout(labels: rows.map(\.label), room: room + 10)
    let scale = Scale(axis, values: estimates.flatMap { [$0.low, $0.value, $0.high] })
    let top = legend(top: 2, in: &picture)
    let line = 14.0
    let content = line * Double(series.count)
    let step = layout.height(content) + 6
    picture.horizontalAxis(
      axis, scale, left: layout.left, right: layout.right, top: top,
      bottom: top + step * Double(rows.count) + 2)
    for (place, row) in rows.enumerated() {
      let y = layout.write(
        place, top: top + step * Double(place) + 3, content: content, in: &picture)
      for (number, estimate) in row.estimates.prefix(series.count).enumerated() {
        let middle = y + line * (Double(number) + 0.5)
        guard let estimate, let value = scale.fraction(estimate.value) else { continue }
        let width = layout.right - layout.left
        let low = layout.left + (scale.fraction(estimate.low) ?? value) * width
        let high = layout.left + (scale.fraction(estimate.high) ?? value) * width
        for end in [low, high] {
          picture.line(x: end, y: middle - 4, toX: end, toY: middle + 4, stroke: "#222")
        }
        picture.line(x: low, y: middle, toX: high, toY: middle, stroke: "#222", width: "1.5")
        picture.mark(x: layout.left + value * width, y: middle, ink: .of(series: number))
        picture.write(
          axis.text(estimate.value), x: Picture.width, middle: middle, anchor: .end,
          size: Picture.small)
      }
    }
    return picture.markup(title: title)
  }

  private func legend(top: Double, in picture: inout Picture) -> Double {
    guard series.count > 1 else { return top }
    var (x, middle) = (8.0, top + 8)
    for (place, text) in series.enumerated() {
      let width = TextWidth.of(text, size: Picture.small)
      if x > 8 && x + 12 + width > Picture.width { (x, middle) = (8, middle + 17) }
      picture.mark(x: x, y: middle, ink: .of(series: place))
      picture.write(
        text, x: x + 10, middle: middle, size: Picture.small, limit: Picture.width - x - 12)
      x += 10 + width + 18
    }
    return middle + 14
  }
}
