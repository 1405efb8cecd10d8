import CXLSXWriter

/// A workbook of Excel (Office Open XML), written by libxlsxwriter (John McNamara).
///
/// The same sheets give the same bytes: the document carries no date of its own.
public struct Workbook: Hashable, Sendable {
  /// The version of the library that runs, for instance `1.1.4`.
  public static var libraryVersion: String {
    unsafe lxw_version().map { unsafe String(cString: $0) } ?? ""
  }

  /// The most rows of a sheet, the header included.
  public static let mostRows = 1_048_576
  /// The most columns of a sheet.
  public static let mostColumns = 16_384
  /// The most characters of a cell.
  public static let mostCharacters = 32_767

  /// The sheets, in the order of their tabs.
  public let sheets: [Sheet]

  /// Makes a workbook.
  public init(_ sheets: [Sheet]) {
    self.sheets = sheets
  }

  /// Writes the workbook to a file, over what is there.
  ///
  /// - Throws: ``WorkbookFailure``; then the file may be there in part.
  /// - Complexity: Linear in the cells, which are all held in memory.
  public func write(to path: String) throws(WorkbookFailure) {
    for sheet in sheets { try check(sheet) }
    guard let book = unsafe workbook_new(path) else {
      throw .notWritten(path: path, reason: "there is no memory for it")
    }
    // Without a date of its own the library writes that of the day.
    var properties = unsafe lxw_doc_properties()
    unsafe properties.created = Self.created
    _ = unsafe workbook_set_properties(book, &properties)
    let bold = unsafe workbook_add_format(book)
    unsafe format_set_bold(bold)
    for sheet in sheets { unsafe Self.add(sheet, to: book, header: bold) }
    let code = unsafe workbook_close(book)
    guard code == LXW_NO_ERROR else {
      let reason = unsafe lxw_strerror(code).map { unsafe String(cString: $0) }
      throw .notWritten(path: path, reason: reason ?? "error \(code.rawValue) of libxlsxwriter")
    }
  }

  /// The first second of 2000, in seconds since 1970.
  private static let created = 946_684_800

  private func check(_ sheet: Sheet) throws(WorkbookFailure) {
    if sheet.rows.count >= Self.mostRows {
      throw .tooManyRows(sheet.rows.count, most: Self.mostRows - 1)
    }
    if sheet.header.count > Self.mostColumns {
      throw .tooManyColumns(sheet.header.count, most: Self.mostColumns)
    }
    for row in [sheet.header.map { Sheet.Cell.text($0) }] + sheet.rows {
      for case .text(let text) in row where text.utf16.count > Self.mostCharacters {
        throw .textTooLong(characters: text.utf16.count, most: Self.mostCharacters)
      }
    }
  }

  private static func add(
    _ sheet: Sheet, to book: UnsafeMutablePointer<lxw_workbook>,
    header bold: UnsafeMutablePointer<lxw_format>?
  ) {
    let page = unsafe workbook_add_worksheet(book, sheet.name)
    for (column, name) in sheet.header.enumerated() {
      let place = lxw_col_t(column)
      let width = Double(sheet.width(of: column))
      _ = unsafe worksheet_write_string(page, 0, place, name, bold)
      _ = unsafe worksheet_set_column(page, place, place, width, nil)
    }
    for (index, cells) in sheet.rows.enumerated() {
      let row = lxw_row_t(index + 1)
      for (column, cell) in cells.enumerated() {
        switch cell {
        case .text(let text):
          _ = unsafe worksheet_write_string(page, row, lxw_col_t(column), text, nil)
        case .number(let number):
          _ = unsafe worksheet_write_number(page, row, lxw_col_t(column), number, nil)
        case .empty: continue
        }
      }
    }
    unsafe worksheet_freeze_panes(page, 1, 0)
    if sheet.isFiltered && !sheet.header.isEmpty {
      let last = (row: lxw_row_t(sheet.rows.count), column: lxw_col_t(sheet.header.count - 1))
      _ = unsafe worksheet_autofilter(page, 0, 0, last.row, last.column)
    }
  }
}
