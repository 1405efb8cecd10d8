/// A cursor over the rows of a text with separators (RFC 4180), on its bytes.
///
/// Lines end in `\n`, `\r\n` or `\r`; a line break inside a quoted field belongs to the field. What
/// breaks the quoting is noted at its field, and reading goes on at the next separator or line, so
/// that one pass finds every fault.
///
/// Bytes, because Swift's characters join what must stay apart: `\r\n` is one `Character`, and a
/// comma before a combining mark is no comma.
struct DelimitedText {
  /// A field of the current row.
  struct Field {
    /// The bytes between the delimiters, or between the quotation marks.
    var range: Range<Int>
    /// The line on which it begins, from 1.
    var line: Int
    /// Whether quotation marks inside are written twice.
    var hasDoubledQuotes = false
    /// What breaks the quoting.
    var problem: Problem?
  }

  /// The text.
  let bytes: [UInt8]
  /// What stands between two fields.
  let separator: UInt8
  /// The fields of the current row; never empty after ``nextRow()`` said true.
  private(set) var fields: [Field] = []
  private var position: Int
  private var line: Int

  static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Begins at the first row, after the byte order mark where there is one.
  init(_ bytes: [UInt8], separator: UInt8 = DelimitedText.comma) {
    self.bytes = bytes
    self.separator = separator
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    line = 1
  }

  /// Whether nothing is left, so that at the start the file is empty.
  var isAtEnd: Bool { position == bytes.count }

  /// Whether the current row has any text but blanks.
  var hasText: Bool {
    fields.contains { $0.problem != nil || !Blanks.cut(bytes[$0.range]).isEmpty }
  }

  /// The line that begins at the position, without its end.
  var restOfLine: ArraySlice<UInt8> {
    bytes[position...].prefix { $0 != Self.lineFeed && $0 != Self.carriageReturn }
  }

  /// Steps over the line that begins at the position, whatever is in it.
  mutating func skipLine() {
    position += restOfLine.count
    _ = step(over: delimiterLength() ?? 0)
  }

  /// Goes to the next row; false at the end of the text.
  ///
  /// - Complexity: Linear in the bytes of the row.
  mutating func nextRow() -> Bool {
    fields.removeAll(keepingCapacity: true)
    if isAtEnd { return false }
    while readField() {}
    return true
  }

  /// The bytes of a field as they are meant, doubled quotation marks made single.
  func content(of field: Field) -> ArraySlice<UInt8> {
    guard field.hasDoubledQuotes else { return bytes[field.range] }
    var content: [UInt8] = []
    content.reserveCapacity(field.range.count)
    var skipsQuote = false
    for byte in bytes[field.range] {
      if byte == Self.quote {
        skipsQuote.toggle()
        if !skipsQuote { continue }
      }
      content.append(byte)
    }
    return content[...]
  }

  /// Reads one field; whether another follows in the row.
  private mutating func readField() -> Bool {
    if position < bytes.count && bytes[position] == Self.quote { return readQuotedField() }
    let field = Field(range: position..<position, line: line)
    return readToDelimiter(field, from: position)
  }

  /// Reads on to the end of an unquoted field.
  private mutating func readToDelimiter(_ begun: Field, from start: Int) -> Bool {
    var field = begun
    while position < bytes.count {
      let byte = bytes[position]
      if byte == separator || byte == Self.lineFeed || byte == Self.carriageReturn {
        field.range = start..<position
        fields.append(field)
        return step(over: delimiterLength() ?? 0)
      }
      if byte == Self.quote {
        field.problem = field.problem ?? .strayQuote
      }
      position += 1
    }
    field.range = start..<position
    fields.append(field)
    return false
  }

  /// Reads a quoted field, from its first quotation mark on.
  private mutating func readQuotedField() -> Bool {
    position += 1
    let start = position
    var field = Field(range: start..<start, line: line)
    while position < bytes.count {
      let byte = bytes[position]
      if byte == Self.quote {
        let isDoubled = position + 1 < bytes.count && bytes[position + 1] == Self.quote
        guard isDoubled else { break }
        field.hasDoubledQuotes = true
        position += 1
      } else if let length = lineEndLength() {
        line += 1
        position += length
        continue
      }
      position += 1
    }
    field.range = start..<position
    guard position < bytes.count else {
      field.problem = .unclosedQuote
      fields.append(field)
      return false
    }
    position += 1
    if position < bytes.count && delimiterLength() == nil {
      field.problem = .textAfterQuote
      return readToDelimiter(field, from: start)
    }
    fields.append(field)
    return step(over: delimiterLength() ?? 0)
  }

  /// The length of the separator or line end at the position; nil where there is none.
  private func delimiterLength() -> Int? {
    guard position < bytes.count else { return nil }
    return bytes[position] == separator ? 1 : lineEndLength()
  }

  /// The length of the line end at the position; nil where there is none.
  private func lineEndLength() -> Int? {
    switch bytes[position] {
    case Self.lineFeed: return 1
    case Self.carriageReturn:
      let next = position + 1
      return next < bytes.count && bytes[next] == Self.lineFeed ? 2 : 1
    default: return nil
    }
  }

  /// Steps over a delimiter; whether another field follows in the row.
  private mutating func step(over length: Int) -> Bool {
    let isSeparator = length == 1 && bytes[position] == separator
    position += length
    if length > 0 && !isSeparator { line += 1 }
    return isSeparator
  }
}
