/// A table with a header row; the first column names the row.
public struct DataTable: Hashable, Sendable {
  /// What the table holds, above it; none where empty.
  public var caption: String
  /// The columns' headings.
  public var columns: [Column]
  /// The rows, each with one text a column.
  public var rows: [[String]]

  /// A column.
  public struct Column: Hashable, Sendable {
    /// The heading.
    public var title: String
    /// Whether it holds numbers, which stand to the right.
    public var isNumber: Bool

    /// A column with this heading.
    public init(_ title: String, isNumber: Bool = false) {
      self.title = title
      self.isNumber = isNumber
    }

    /// A column of numbers with this heading.
    public static func number(_ title: String) -> Column { Column(title, isNumber: true) }
  }

  /// A table; a row may have fewer texts than there are columns.
  public init(caption: String = "", columns: [Column], rows: [[String]]) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }

  /// The table in HTML; where it is wider than the window, it alone scrolls, not the page.
  public var markup: Markup {
    let head = columns.map { column in
      Markup.element("th", scope("col", column), [.text(column.title)])
    }
    let body = rows.map { row in
      Markup.element(
        "tr",
        zip(row, columns).enumerated().map { place, cell in
          place == 0
            ? .element("th", scope("row", cell.1), [.text(cell.0)])
            : .element("td", number([:], cell.1), [.text(cell.0)])
        })
    }
    let title: [Markup] = caption.isEmpty ? [] : [.element("caption", [.text(caption)])]
    return .element(
      "div", ["class": "scroll"],
      [
        .element(
          "table",
          title + [.element("thead", [.element("tr", head)]), .element("tbody", body)])
      ])
  }

  private func scope(_ name: String, _ column: Column) -> Attributes {
    number(["scope": name], column)
  }

  private func number(_ attributes: Attributes, _ column: Column) -> Attributes {
    column.isNumber ? attributes.adding("class", "number") : attributes
  }
}
