/// Writes rows of a comma-separated text (RFC 4180) that ``MembershipReader`` and any other reader
/// take back as they were.
public enum DelimitedLine {
  /// Appends a row, ended by `\n`; a field is quoted where it must be, and a text that a spreadsheet
  /// would take for a formula has an apostrophe before it.
  public static func append(_ fields: some Sequence<String>, to bytes: inout [UInt8]) {
    var isFirst = true
    for field in fields {
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      append(field: field, to: &bytes)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private static func append(field: String, to bytes: inout [UInt8]) {
    append(
      verbatim: FormulaGuard.guards(field.utf8) ? "'" + field : field, to: &bytes)
  }

  private static func append(verbatim field: String, to bytes: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    let needsQuotes = field.utf8.contains {
      $0 == quote || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
    }
    guard needsQuotes else {
      bytes.append(contentsOf: field.utf8)
      return
    }
    bytes.append(quote)
    for byte in field.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }
}

extension DelimitedLine {
  /// The rows of a text that was written by ``append(_:to:)``; nil where a row cannot be told.
  package static func rows(of bytes: [UInt8]) -> [[String]]? {
    var text = DelimitedText(bytes)
    var rows: [[String]] = []
    while text.nextRow() {
      if text.fields.contains(where: { $0.problem != nil }) { return nil }
      rows.append(
        text.fields.map {
          String(decoding: FormulaGuard.removed(from: text.content(of: $0)), as: UTF8.self)
        })
    }
    return rows
  }
}
