/// One sheet of a workbook: a header row and rows of cells.
public struct Sheet: Hashable, Sendable {
  /// What a cell holds.
  public enum Cell: Hashable, Sendable {
    /// A text, never a formula.
    case text(String)
    /// A number.
    case number(Double)
    /// Nothing.
    case empty
  }

  /// The name on the tab, at most 31 characters.
  public let name: String
  /// The names of the columns.
  public let header: [String]
  /// The rows, each as wide as the header.
  public let rows: [[Cell]]
  /// Whether the columns can be filtered.
  public let isFiltered: Bool

  /// Makes a sheet.
  ///
  /// - Precondition: Every row is as wide as the header, and the name is one that a spreadsheet
  ///   takes: 1 to 31 characters, none of `[]:*?/\`.
  public init(_ name: String, header: [String], rows: [[Cell]], isFiltered: Bool = true) {
    precondition(rows.allSatisfy { $0.count == header.count }, "a row of another width")
    (self.name, self.header, self.rows, self.isFiltered) = (name, header, rows, isFiltered)
  }

  /// The width of a column in characters: that of its widest text, within bounds.
  func width(of column: Int) -> Int {
    let cells = rows.map { row in
      switch row[column] {
      case .text(let text): text.count
      case .number(let number): "\(number)".count
      case .empty: 0
      }
    }
    // A filter's arrow takes the room of two characters.
    return min(max(8, header[column].count + 3, (cells.max() ?? 0) + 1), 60)
  }
}
