/// How one quantity goes with another: a line with marks for each series, its name at its end.
public struct LineChart: Chart, Hashable {
  /// A line.
  public struct Series: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its points, each an abscissa and an ordinate.
    public var points: [Point]

    /// A line through points, which are put in the order of their abscissas.
    public init(_ name: String, _ points: [Point]) {
      self.name = name
      self.points = points
    }
  }

  /// A point.
  public struct Point: Hashable, Sendable {
    /// The abscissa.
    public var x: Double
    /// The ordinate.
    public var y: Double

    /// A point.
    public init(_ x: Double, _ y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// The lines.
  public var series: [Series]
  /// What runs from left to right.
  public var horizontal: Axis
  /// What runs upwards; its title stands above.
  public var vertical: Axis

  /// A chart.
  public init(series: [Series], horizontal: Axis, vertical: Axis) {
    self.series = series
    self.horizontal = horizontal
    self.vertical = vertical
  }

  private static let plotHeight = 220.0

  /// The chart in SVG.
  public func markup(name: String, title: String) -> Markup {
    var picture = Picture(name: name)
    let points = series.flatMap(\.points)
    let across = Scale(horizontal, values: points.map(\.x))
    let up = Scale(vertical, values: points.map(\.y))
    let widest = up.ticks.map { TextWidth.of($0.text, size: Picture.small) }.max() ?? 0
    let names = series.map { TextWidth.of($0.name, size: Picture.small) }.max() ?? 0
    let left = widest + 8
    let right = Picture.width - max(14, min(names, 120) + (series.count > 1 ? 26 : 12))
    let top =
      picture.writeLines(
        vertical.title, x: 2, top: 2, size: Picture.small, limit: Picture.width - 4) + 8
    let bottom = top + Self.plotHeight
    for tick in up.ticks {
      guard let share = up.fraction(tick.value) else { continue }
      let y = bottom - share * Self.plotHeight
      picture.line(x: left, y: y, toX: right, toY: y, stroke: "#ccc")
      picture.write(tick.text, x: left - 5, middle: y, anchor: .end, size: Picture.small)
    }
    picture.horizontalAxis(horizontal, across, left: left, right: right, top: top, bottom: bottom)

    var ends: [End] = []
    for (place, line) in series.enumerated() {
      let drawn = line.points.sorted { ($0.x, $0.y) < ($1.x, $1.y) }.compactMap { point in
        across.fraction(point.x).flatMap { x in
          up.fraction(point.y).map { y in
            (x: left + x * (right - left), y: bottom - y * Self.plotHeight)
          }
        }
      }
      let ink = Ink.of(series: place)
      picture.polyline(drawn, ink: ink)
      for point in drawn { picture.mark(x: point.x, y: point.y, ink: ink) }
      if let last = drawn.last { ends.append(End(y: last.y, series: place)) }
    }
    label(ends, from: right + 9, below: top, above: bottom, in: &picture)
    return picture.markup(title: title)
  }

  /// Where a line ends.
  private struct End {
    var y: Double
    var series: Int
  }

  /// Writes the lines' names at their ends, moved apart where they would touch; of several lines
  /// each name has its line's mark.
  private func label(
    _ ends: [End], from x: Double, below top: Double, above bottom: Double,
    in picture: inout Picture
  ) {
    let ordered = ends.sorted { ($0.y, $0.series) < ($1.y, $1.series) }
    let start = ends.count > 1 ? x + 14 : x
    var free = top
    for (place, end) in ordered.enumerated() {
      // Enough room is left below for the names that follow.
      let last = bottom - 14 * Double(ordered.count - 1 - place)
      let y = max(free, min(end.y, last))
      if ends.count > 1 { picture.mark(x: x + 5, y: y, ink: .of(series: end.series)) }
      picture.write(
        series[end.series].name, x: start, middle: y, size: Picture.small,
        limit: Picture.width - start)
      free = y + 14
    }
  }
}
