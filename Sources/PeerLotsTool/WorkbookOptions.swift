import ArgumentParser

/// The form of a table that can be a workbook, too.
enum SheetFormat: String, CaseIterable, ExpressibleByArgument {
  case text, csv, json, xlsx

  /// The form on standard output; nil for a workbook, which is a file.
  var plain: TableFormat? { TableFormat(rawValue: rawValue) }
}

/// The form of a table, and the file where it is a workbook.
struct SheetOptions: ParsableArguments {
  @Option(help: "The form of the table: text, csv or json; or xlsx, a workbook (with --output).")
  var format = SheetFormat.text

  @Option(
    help: "The workbook to write (with --format xlsx).", completion: .file(extensions: ["xlsx"]))
  var output: String?

  @Flag(help: "Write over a file that is there with another content.")
  var replace = false

  func validate() throws {
    if format == .xlsx && output == nil {
      throw ValidationError("a workbook is a file: give --output FILE.xlsx")
    }
    if format != .xlsx && output != nil {
      throw ValidationError("--output goes with --format xlsx")
    }
  }
}
