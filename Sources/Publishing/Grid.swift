import Reports

/// A table whose cells are markup; the first column names the row.
struct Grid {
  /// A column's heading, and what stands under it.
  struct Column {
    let title: Wording
    /// Whether numbers stand in it.
    var isNumber = false
    /// Whether long texts stand in it, which take a line of their own on a narrow screen.
    var isBroad = false
  }

  let caption: Wording
  let columns: [Column]
  var rows: [[Markup]] = []

  init(_ caption: Wording, _ columns: [Column]) {
    self.caption = caption
    self.columns = columns
  }

  mutating func append(_ row: [Markup]) { rows.append(row) }

  /// The table; where it is wider than the window it alone scrolls, also by the keyboard.
  var markup: Markup {
    let head = columns.map { column in
      Markup.element("th", attributes(["scope": "col"], column), [column.title.markup])
    }
    let body = rows.map { row in
      Markup.element(
        "tr",
        zip(row, columns).enumerated().map { place, cell in
          place == 0
            ? .element("th", attributes(["scope": "row"], cell.1), [cell.0])
            : .element("td", attributes([:], cell.1), [cell.0])
        })
    }
    return .element(
      "div", ["class": "scroll", "tabindex": "0", "role": "group", "aria-label": caption.plain],
      [
        .element(
          "table", columns.contains(where: \.isBroad) ? ["class": "stack"] : [:],
          [
            .element("caption", [caption.markup]), .element("thead", [.element("tr", head)]),
            .element("tbody", body),
          ])
      ])
  }

  private func attributes(_ attributes: Attributes, _ column: Column) -> Attributes {
    if column.isBroad { return attributes.adding("class", "broad") }
    return column.isNumber ? attributes.adding("class", "number") : attributes
  }
}
