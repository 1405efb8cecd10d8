/// A cursor over the rows of a comma-separated text (RFC 4180), on its bytes.
///
/// Lines end in `\n` or `\r\n`; a line break inside a quoted field belongs to the field. What breaks
/// the quoting is noted at its field, and reading goes on at the next comma or line, so that one
/// pass finds every fault.
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
  /// The fields of the current row; never empty after ``nextRow()`` said true.
  private(set) var fields: [Field] = []
  private var position: Int
  private var line = 1

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Begins at the first row, after the byte order mark where there is one.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Whether nothing is left, so that at the start the file is empty.
  var isAtEnd: Bool { position == bytes.count }

  /// Whether the current row is a line without anything on it.
  var isEmptyLine: Bool {
    fields.count == 1 && fields[0].range.isEmpty && fields[0].problem == nil
      && (fields[0].range.lowerBound == 0 || bytes[fields[0].range.lowerBound - 1] != Self.quote)
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
      if byte == Self.comma || byte == Self.lineFeed || byte == Self.carriageReturn {
        if let length = delimiterLength() {
          field.range = start..<position
          fields.append(field)
          return step(over: length)
        }
        field.problem = field.problem ?? .bareCarriageReturn
      } else if byte == Self.quote {
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
      } else if byte == Self.lineFeed {
        line += 1
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

  /// The length of the comma or line end at the position; nil where there is none.
  private func delimiterLength() -> Int? {
    guard position < bytes.count else { return nil }
    switch bytes[position] {
    case Self.comma, Self.lineFeed: return 1
    case Self.carriageReturn:
      let next = position + 1
      return next < bytes.count && bytes[next] == Self.lineFeed ? 2 : nil
    default: return nil
    }
  }

  /// Steps over a delimiter; whether another field follows in the row.
  private mutating func step(over length: Int) -> Bool {
    let isComma = length == 1 && bytes[position] == Self.comma
    position += length
    if length > 0 && !isComma { line += 1 }
    return isComma
  }
}
