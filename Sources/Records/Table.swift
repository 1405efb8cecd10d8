/// A comma-separated table with named columns, read row by row; every fault is collected.
struct Table {
  /// The columns the reader knows, in the order by which it names them.
  struct Columns {
    /// The names, exactly as they stand in a header.
    let known: [String]
    /// Those that must be there.
    let required: [String]
  }

  /// The file, as the user named it.
  let file: String
  /// What is wrong so far.
  private(set) var faults: [Fault] = []
  /// What is probably not meant so far.
  private(set) var warnings: [Warning] = []
  /// The line on which the current row begins.
  private(set) var line = 1
  /// How many rows stand below the header, so far.
  private(set) var rowCount = 0
  /// How many of them cannot be read, because their fields cannot be told.
  private(set) var unreadableRowCount = 0

  private var text: DelimitedText
  private let columns: Columns
  /// For each known column its place in a row; nil where the header does not name it.
  private var positions: [Int?]
  /// The name of each column of the header, fit for a message.
  private var names: [String] = []
  private var unknownPositions: [Int] = []

  /// Reads the header.
  init(_ bytes: [UInt8], file: String, columns: Columns) {
    self.file = file
    self.columns = columns
    text = DelimitedText(bytes)
    positions = Array(repeating: nil, count: columns.known.count)
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      faults.append(Fault(.utf16, at: Place(file: file)))
      text = DelimitedText([])
    } else if text.isAtEnd {
      faults.append(Fault(.empty, at: Place(file: file)))
    } else if text.nextRow() {
      readHeader()
    }
  }

  /// Whether there is a header and it names at least one column that the reader knows, so that
  /// reading on makes sense.
  var hasHeader: Bool { positions.contains { $0 != nil } }

  /// How many lines the text has, those inside quoted fields included: at least as many as rows.
  var lineCount: Int { text.bytes.reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) } }

  /// Goes to the next row whose fields can be told; false at the end.
  mutating func nextRow() -> Bool {
    guard hasHeader else { return false }
    while text.nextRow() {
      line = text.fields[0].line
      rowCount += 1
      if checkFields() { return true }
      unreadableRowCount += 1
    }
    return false
  }

  /// The bytes of the current row in a known column; nil where the header does not name the column
  /// or the quoting of the field is broken.
  func bytes(in column: Int) -> ArraySlice<UInt8>? {
    guard let position = positions[column] else { return nil }
    let field = text.fields[position]
    return field.problem == nil ? text.content(of: field) : nil
  }

  /// The text of some bytes of the current row; nil where they are not UTF-8, which is a fault then.
  mutating func text(of bytes: ArraySlice<UInt8>, in column: Int) -> String? {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    report(.firstInvalid(in: bytes), in: column)
    return nil
  }

  /// The line of the current row's field in a known column.
  func line(of column: Int) -> Int {
    positions[column].map { text.fields[$0].line } ?? line
  }

  /// Collects a fault of the current row.
  mutating func report(_ problem: Problem, in column: Int) {
    report(problem, line: line(of: column), column: columns.known[column])
  }

  /// Collects a fault of any line, or of the file as a whole.
  mutating func report(_ problem: Problem, line: Int?, column: String? = nil) {
    faults.append(
      Fault(problem, at: Place(file: file, line: line, field: column.map(Place.Field.column))))
  }

  /// Collects a warning.
  mutating func warn(_ remark: Warning.Remark, line: Int?, column: Int? = nil) {
    let field = column.map { Place.Field.column(columns.known[$0]) }
    warnings.append(Warning(remark, at: Place(file: file, line: line, field: field)))
  }

  /// What went wrong, in the order of the lines; nil where nothing did.
  var failure: RecordsFailure? { .of(faults, warnings: warnings) }

  private mutating func readHeader() {
    var firsts: [ArraySlice<UInt8>: Int] = [:]
    var found: [Quotation] = []
    for (position, field) in text.fields.enumerated() {
      let content = text.content(of: field)
      let name = Quotation(bytes: content)
      names.append(name.text)
      if let problem = field.problem ?? .notUTF8(in: content) {
        report(problem, line: field.line)
        continue
      }
      if content.isEmpty {
        report(.unnamedColumn(position: position + 1), line: field.line)
        continue
      }
      found.append(name)
      if let first = firsts.updateValue(position, forKey: content) {
        firsts[content] = first
        report(
          .duplicateColumn(name, first: first + 1, second: position + 1), line: field.line)
      } else if let column = columns.known.firstIndex(where: { $0.utf8.elementsEqual(content) }) {
        positions[column] = position
      } else {
        unknownPositions.append(position)
        warn(.unknownColumn(name, known: columns.known), line: field.line)
      }
    }
    for name in columns.required where positions[columns.known.firstIndex(of: name)!] == nil {
      report(.missingColumn(name, found: found), line: 1)
    }
  }

  /// Checks what can be checked of a row without knowing its columns; whether it has as many fields
  /// as the header.
  private mutating func checkFields() -> Bool {
    let count = text.fields.count
    var endsInside = false
    for (position, field) in text.fields.enumerated() {
      guard let problem = field.problem else { continue }
      report(problem, line: field.line, column: position < names.count ? names[position] : nil)
      if problem == .unclosedQuote { endsInside = true }
    }
    for position in unknownPositions where position < count {
      let field = text.fields[position]
      if field.problem == nil, let problem = Problem.notUTF8(in: text.content(of: field)) {
        report(problem, line: field.line, column: names[position])
      }
    }
    if count == names.count && !(text.isEmptyLine && count > 1) { return true }
    // An unclosed quotation mark has swallowed the other fields: one fault is enough.
    if endsInside { return false }
    if text.isEmptyLine {
      report(.emptyLine, line: line, column: names[0])
    } else if count < names.count {
      report(.tooFewFields(found: count, expected: names.count), line: line, column: names[count])
    } else {
      let surplus = Quotation(bytes: text.content(of: text.fields[names.count]))
      report(
        .tooManyFields(found: count, expected: names.count, surplus: surplus), line: line,
        column: names.last)
    }
    return false
  }
}

extension Problem {
  /// The first byte that is not UTF-8; nil where all are.
  static func notUTF8(in bytes: ArraySlice<UInt8>) -> Problem? {
    String(validating: bytes, as: UTF8.self) == nil ? firstInvalid(in: bytes) : nil
  }

  /// The first byte that is not UTF-8, in bytes of which at least one is not.
  fileprivate static func firstInvalid(in bytes: ArraySlice<UInt8>) -> Problem {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while case .valid(let scalar) = parser.parseScalar(from: &iterator) { offset += scalar.count }
    return .notUTF8(byte: bytes[bytes.startIndex + offset], position: offset + 1)
  }
}
