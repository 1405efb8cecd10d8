/// Bars from left to right, one row for each thing compared, in it one bar for each series; the
/// value stands at the end of its bar, or of the line over its interval.
public struct BarChart: Chart, Hashable {
  /// What is compared.
  public struct Row: Hashable, Sendable {
    /// Its name.
    public var label: String
    /// One value a series; nil where there is none.
    public var values: [Double?]
    /// In what bounds each value lies, one entry a series; nil where that is not known.
    public var intervals: [ClosedRange<Double>?]

    /// A row.
    public init(
      _ label: String, _ values: [Double?], intervals: [ClosedRange<Double>?] = []
    ) {
      self.label = label
      self.values = values
      self.intervals = intervals
    }
  }

  /// The names of the series; one series needs none.
  public var series: [String]
  /// The rows, from the top.
  public var rows: [Row]
  /// What the bars measure; from zero.
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
    picture.use(seriesCount: series.count)
    let fills = series.indices.map { Ink.fill(series: $0, in: name) }
    let values = rows.flatMap { $0.values.compactMap(\.self) }
    let ends = rows.flatMap { $0.intervals.compactMap(\.self) }.map(\.upperBound)
    let room = values.map { TextWidth.of(axis.text($0), size: Picture.small) }.max() ?? 0
    let layout = RowLayout(labels: rows.map(\.label), room: room + 6)
    let scale = Scale(axis, values: values + ends)
    let top = picture.legend(series, top: 2, fills: fills)
    let bar = series.count == 1 ? 14.0 : 12.0
    let content = bar * Double(series.count)
    let step = layout.height(content) + (series.count == 1 ? 6 : 10)
    picture.horizontalAxis(
      axis, scale, left: layout.left, right: layout.right, top: top,
      bottom: top + step * Double(rows.count) + 2)
    for (place, row) in rows.enumerated() {
      var y = layout.write(
        place, top: top + step * Double(place) + 3, content: content, in: &picture)
      for (place, (value, fill)) in zip(row.values, fills).enumerated() {
        if let value, let share = scale.fraction(value) {
          let width = share * (layout.right - layout.left)
          picture.rectangle(x: layout.left, y: y + 1, width: width, height: bar - 2, fill: fill)
          let interval = row.intervals.indices.contains(place) ? row.intervals[place] : nil
          let end =
            interval.map { write($0, scale, layout, middle: y + bar / 2, in: &picture) } ?? 0
          picture.write(
            axis.text(value), x: max(layout.left + width, end) + 4, middle: y + bar / 2,
            size: Picture.small)
        } else {
          picture.write("–", x: layout.left + 4, middle: y + bar / 2, size: Picture.small)
        }
        y += bar
      }
    }
    return picture.markup(title: title)
  }

  /// Draws the line over an interval; returns where it ends.
  private func write(
    _ interval: ClosedRange<Double>, _ scale: Scale, _ layout: RowLayout, middle: Double,
    in picture: inout Picture
  ) -> Double {
    let width = layout.right - layout.left
    let ends = [interval.lowerBound, interval.upperBound].map {
      layout.left + (scale.fraction($0) ?? 0) * width
    }
    // White below black, so that it is seen on a dark bar too.
    picture.line(x: ends[0], y: middle, toX: ends[1], toY: middle, stroke: "#fff", width: "3.5")
    picture.line(x: ends[0], y: middle, toX: ends[1], toY: middle, stroke: "#222", width: "1.5")
    for end in ends {
      picture.line(x: end, y: middle - 3.5, toX: end, toY: middle + 3.5, stroke: "#222")
    }
    return ends[1]
  }
}
