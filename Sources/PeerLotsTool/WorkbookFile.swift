import Records
import Workbooks

/// Workbooks on the disk.
enum WorkbookFile {
  /// Writes a workbook whole or not at all; one with the same bytes is left as it is, another file is
  /// not written over unless it is asked for.
  static func write(_ sheets: [Sheet], to path: String, replaces: Bool) throws {
    try OutputFile.write(to: path, replaces: replaces) { try Workbook(sheets).write(to: $0) }
    Console.say("The workbook is in \(path).")
  }

  /// The sheet that says where a table is from.
  static func origin(_ facts: [(what: String, is: String)]) -> Sheet {
    Sheet(
      "Origin", header: ["What", "Is"], rows: facts.map { [.text($0.what), .text($0.is)] },
      isFiltered: false)
  }

  /// The name of a column of a CSV as the title of a column for people: `open_reviewer` is
  /// "Open reviewer".
  static func title(_ column: String) -> String {
    let words = column.replacing("_", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
