/// A table of numbers in which the larger is the darker.
public struct HeatChart: Chart, Hashable {
  /// A row of numbers.
  public struct Row: Hashable, Sendable {
    /// Its name.
    public var label: String
    /// One value a column; nil where there is none.
    public var values: [Double?]

    /// A row.
    public init(_ label: String, _ values: [Double?]) {
      self.label = label
      self.values = values
    }
  }

  /// The names of the columns.
  public var columns: [String]
  /// The rows, from the top.
  public var rows: [Row]
  /// What the numbers are; its bounds are the lightest and the darkest shade.
  public var axis: Axis
  /// Whether it is read from right to left.
  public var isRightToLeft = false

  /// A chart.
  public init(columns: [String], rows: [Row], axis: Axis) {
    self.columns = columns
    self.rows = rows
    self.axis = axis
  }

  private static let cellHeight = 20.0

  /// The chart in SVG.
  public func markup(name: String, title: String) -> Markup {
    var picture = Picture(name: name, isMirrored: isRightToLeft)
    let layout = RowLayout(labels: rows.map(\.label))
    let values = rows.flatMap { $0.values.compactMap(\.self) }.filter(\.isFinite)
    // Headings are broken at spaces, so a column is as wide as a word.
    let words = columns.flatMap { $0.split(separator: " ").map(String.init) }
    let texts = values.map { axis.bare($0) } + words
    let widest = texts.map { TextWidth.of($0, size: Picture.small) }.max() ?? 0
    // Columns that do not fit side by side go on below.
    let fitting = max(1, Int((layout.right - layout.left) / (widest + 4)))
    let bands = max(1, (columns.count + fitting - 1) / fitting)
    let perBand = max(1, (columns.count + bands - 1) / bands)
    let low = axis.bounds?.lowerBound ?? values.min() ?? 0
    let high = axis.bounds?.upperBound ?? values.max() ?? 1
    var top = picture.writeLines(
      axis.title, x: 2, top: 6, size: Picture.small, limit: Picture.width - 4)
    let width = (layout.right - layout.left) / Double(perBand)
    for first in stride(from: 0, to: columns.count, by: perBand) {
      let band = first..<min(first + perBand, columns.count)
      top = write(Array(columns[band]), left: layout.left, width: width, top: top, in: &picture)
      for (place, row) in rows.enumerated() {
        let y = layout.write(place, top: top, content: Self.cellHeight, in: &picture)
        for column in band where column < row.values.count {
          let value = row.values[column].flatMap { $0.isFinite ? $0 : nil }
          let share = value.map { high > low ? ($0 - low) / (high - low) : 0 }
          let shade = share.map(Ink.shade) ?? ("#fff", "#111")
          let x = layout.left + width * Double(column - first)
          picture.rectangle(
            x: x, y: y, width: width, height: Self.cellHeight, fill: shade.0, stroke: "#fff")
          picture.write(
            value.map { axis.bare($0) } ?? "–",
            x: x + width / 2, middle: y + Self.cellHeight / 2, anchor: .middle,
            size: Picture.small, fill: shade.1)
        }
        top += layout.height(Self.cellHeight)
      }
      top += 8
    }
    picture.height = top
    return picture.markup(title: title)
  }

  /// Writes headings side by side, their last lines level; returns the height below them.
  private func write(
    _ columns: [String], left: Double, width: Double, top: Double, in picture: inout Picture
  ) -> Double {
    let lineHeight = 15.0
    let headings = columns.map { TextWidth.lines($0, size: Picture.small, in: width) }
    let bottom = top + lineHeight * Double(headings.map(\.count).max() ?? 1)
    for (place, lines) in headings.enumerated() {
      for (number, line) in lines.enumerated() {
        picture.write(
          line, x: left + width * (Double(place) + 0.5),
          middle: bottom - lineHeight * (Double(lines.count - number) - 0.5), anchor: .middle,
          size: Picture.small)
      }
    }
    return bottom + 2
  }
}
