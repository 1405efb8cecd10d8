/// The rows of a chart: their labels to the left where those are short, else each above its row, in
/// as many lines as it needs.
struct RowLayout {
  /// Where what the rows show begins and ends.
  let left: Double
  let right: Double
  /// Whether the labels stand above.
  private let isAbove: Bool
  private let labels: [[String]]
  /// The height of the tallest label where they stand above.
  private let labelHeight: Double

  private static let lineHeight = 15.0
  private static let columnLimit = 165.0

  /// Rows with these labels; some room is kept free at the right.
  init(labels: [String], room: Double = 0) {
    let widest = labels.map { TextWidth.of($0, size: Picture.size) }.max() ?? 0
    isAbove = widest > Self.columnLimit
    self.labels =
      isAbove
      ? labels.map { TextWidth.lines($0, size: Picture.size, in: Picture.width - 8) }
      : labels.map { [$0] }
    labelHeight = isAbove ? Self.lineHeight * Double(self.labels.map(\.count).max() ?? 0) : 0
    left = isAbove ? 4 : widest + 8
    right = Picture.width - max(room, 14)
  }

  /// The height of a row, given that of what it shows.
  func height(_ content: Double) -> Double { content + labelHeight }

  /// Writes the label of a row that begins at a height; returns where what it shows begins.
  func write(_ row: Int, top: Double, content: Double, in picture: inout Picture) -> Double {
    guard isAbove else {
      let label = labels[row].first ?? ""
      picture.write(label, x: left - 6, middle: top + content / 2, anchor: .end, limit: left)
      return top
    }
    // No line of the scale runs through the letters.
    picture.rectangle(
      x: left + 0.6, y: top - 2, width: right - left, height: labelHeight + 1, fill: "#fff",
      stroke: "none")
    // A short label stands close to its row, not where a long one begins.
    var middle = top + labelHeight - Self.lineHeight * (Double(labels[row].count) - 0.5)
    for line in labels[row] {
      picture.write(line, x: left, middle: middle, limit: Picture.width - left)
      middle += Self.lineHeight
    }
    return top + labelHeight
  }
}

extension Picture {
  /// A scale from left to right with its lines, numbers and title below them.
  mutating func horizontalAxis(
    _ axis: Axis, _ scale: Scale, left: Double, right: Double, top: Double, bottom: Double
  ) {
    var free = -1.0
    for tick in scale.ticks {
      guard let share = scale.fraction(tick.value) else { continue }
      let x = left + share * (right - left)
      line(x: x, y: top, toX: x, toY: bottom, stroke: "#ccc")
      // A number that would touch the one before is left out; its line stays.
      let half = TextWidth.of(tick.text, size: Self.small) / 2
      let middle = max(half, min(x, Self.width - half))
      if middle - half < free { continue }
      write(tick.text, x: middle, middle: bottom + 10, anchor: .middle, size: Self.small)
      free = middle + half + 5
    }
    line(x: left, y: bottom, toX: right, toY: bottom, stroke: "#444")
    height = writeLines(
      axis.title, x: (left + right) / 2, top: bottom + 18, anchor: .middle, size: Self.small,
      limit: 2 * min((left + right) / 2, Self.width - (left + right) / 2))
    height += 2
  }

  /// What each series is, in as many lines as needed; returns the height below.
  mutating func legend(_ names: [String], top: Double, fills: [String]) -> Double {
    guard names.count > 1 else { return top }
    var (x, middle) = (2.0, top + 8)
    for (name, fill) in zip(names, fills) {
      let width = min(TextWidth.of(name, size: Self.small), Self.width - 24)
      if x > 2 && x + 18 + width > Self.width {
        (x, middle) = (2, middle + 17)
      }
      rectangle(x: x, y: middle - 5.5, width: 13, height: 11, fill: fill)
      write(name, x: x + 17, middle: middle, size: Self.small, limit: Self.width - x - 18)
      x += 17 + width + 12
    }
    return middle + 14
  }
}
