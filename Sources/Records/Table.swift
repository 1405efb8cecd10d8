/// A table with named columns, read row by row; every fault is collected.
struct Table {
  /// The largest table that is read.
  static let limitInBytes = 64 << 20

  /// The file, as the user named it.
  let file: String
  /// The first row, which names the columns.
  let header: TableHeader
  /// The line on which the first row begins.
  private let headerLine: Int
  /// The line on which the current row begins.
  private(set) var line = 1
  /// How many rows stand below the header, so far.
  private(set) var rowCount = 0
  /// How many of them cannot be read, because their fields cannot be told.
  private(set) var unreadableRowCount = 0

  private var text: DelimitedText
  private var faults = RemarkList<Problem>()
  private var remarks = RemarkList<Warning.Remark>()
  /// Whether what is not UTF-8 is Windows-1252; told where it is first needed.
  private var isWindows1252: Bool?

  /// Reads the header.
  init(_ bytes: [UInt8], file: String, columns: TableColumns) {
    self.file = file
    text = DelimitedText(bytes)
    if let kind = FileKind.of(bytes) {
      (header, headerLine) = (TableHeader(known: columns.known), 1)
      faults.add(.foreign(kind), at: Place(file: file))
      text = DelimitedText([])
      return
    }
    let (found, problem) = Self.firstRow(of: bytes, telling: columns.telling)
    if let problem { faults.add(problem, at: Place(file: file, line: 1)) }
    guard let found, problem == nil else {
      (header, headerLine) = (TableHeader(known: columns.known), 1)
      if problem == nil { faults.add(.empty, at: Place(file: file)) }
      return
    }
    text = found
    let below = Self.laterHeader(of: bytes, below: text, telling: columns.telling)
    header = TableHeader(text, columns: columns, below: below)
    headerLine = text.fields[0].line
    for (problem, line) in header.problems { add(problem, line: line) }
    // Of another table the columns are not said to be unknown, one by one.
    if !columns.allowsOthers && header.problems.isEmpty { warnOfUnknownColumns() }
  }

  /// Whether there is a header and it names at least one column that the reader knows, so that
  /// reading on makes sense.
  var hasHeader: Bool { header.positions.contains { $0 != nil } }

  /// How many lines the text has, those inside quoted fields included: about as many as rows.
  var lineCount: Int { text.bytes.reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) } }

  /// Goes to the next row that has any text and whose fields can be told; false at the end.
  mutating func nextRow() -> Bool {
    guard hasHeader else { return false }
    while text.nextRow() {
      guard text.hasText else { continue }
      line = text.fields[0].line
      rowCount += 1
      if checkFields() { return true }
      unreadableRowCount += 1
    }
    return false
  }

  /// The bytes of the current row in a known column, without blanks at the ends; nil where the
  /// header does not name the column or the quoting of the field is broken.
  func bytes(in column: Int) -> ArraySlice<UInt8>? {
    guard let position = header.positions[column] else { return nil }
    let field = text.fields[position]
    return field.problem == nil ? Blanks.cut(text.content(of: field)) : nil
  }

  /// The text of some bytes of the current row; nil where they are not UTF-8, which is a fault then.
  mutating func text(of bytes: ArraySlice<UInt8>, in column: Int) -> String? {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    report(.firstInvalid(in: bytes), in: column)
    return nil
  }

  /// The line of the current row's field in a known column.
  func line(of column: Int) -> Int {
    header.positions[column].map { text.fields[$0].line } ?? line
  }

  /// Collects a fault of the current row.
  mutating func report(_ problem: Problem, in column: Int) {
    add(problem, line: line(of: column), column: header.known[column])
  }

  /// Collects a fault of any line, or of the file as a whole.
  mutating func add(_ problem: Problem, line: Int?, column: String? = nil) {
    var problem = problem
    if case .notUTF8(let byte, let position) = problem, seemsWindows1252() {
      problem = .windows1252(byte: byte, position: position)
    }
    let place = Place(file: file, line: line, field: column.map(Place.Field.column))
    faults.add(problem, kind: problem.kind, at: place)
  }

  /// Collects the fault that the header does not name a column; nothing where there is no header.
  mutating func miss(_ column: String) {
    guard !header.names.isEmpty else { return }
    add(header.missing(column), line: headerLine)
  }

  /// Collects a warning.
  mutating func warn(_ remark: Warning.Remark, line: Int?, column: Int? = nil) {
    let field = column.map { Place.Field.column(header.known[$0]) }
    remarks.add(remark, at: Place(file: file, line: line, field: field))
  }

  /// The warnings so far.
  var warnings: [Warning] {
    let listed = remarks.entries.map { Warning($0.content, at: $0.place, others: $0.others) }
    if remarks.furtherCount == 0 { return listed }
    return listed + [Warning(.further(remarks.furtherCount), at: Place(file: file))]
  }

  /// What went wrong, in the order of the lines; nil where nothing did.
  var failure: RecordsFailure? {
    let listed = faults.entries.map { Fault($0.content, at: $0.place, others: $0.others) }
    guard let failure = RecordsFailure.of(listed, warnings: warnings) else { return nil }
    if faults.furtherCount == 0 { return failure }
    let further = Fault(.further(faults.furtherCount), at: Place(file: file))
    return .data(faults: failure.faults + [further], warnings: failure.warnings)
  }
}

/// The header.
extension Table {
  /// The text at its first row with anything in it, its separator told: by a line `sep=;`, or by
  /// the columns; nil where there is no such row.
  private static func firstRow(
    of bytes: [UInt8], telling: [String]
  ) -> (DelimitedText?, Problem?) {
    var separators = [DelimitedText.comma, UInt8(ascii: ";"), UInt8(ascii: "\t")]
    let firstLine = DelimitedText(bytes).restOfLine
    let isSaid = firstLine.prefix(4).elementsEqual("sep=".utf8)
    if isSaid {
      guard let said = firstLine.dropFirst(4).first, separators.contains(said),
        Blanks.cut(firstLine.dropFirst(5)).isEmpty
      else { return (nil, .unknownSeparator(Quotation(bytes: firstLine))) }
      separators = [said]
    }
    let rows = separators.compactMap { separator -> DelimitedText? in
      var text = DelimitedText(bytes, separator: separator)
      if isSaid { text.skipLine() }
      while text.nextRow() {
        if text.hasText { return text }
      }
      return nil
    }
    if let told = rows.first(where: { TableHeader.isHeader($0, naming: telling) }) {
      return (told, nil)
    }
    // Where one separator leaves no text, there is nothing but that separator.
    if rows.count < separators.count { return (nil, nil) }
    // Without such a column the separator that stands there most often makes the best message.
    return (rows.max { $0.fields.count < $1.fields.count }, nil)
  }

  /// The line of a row that looks like the header, where a title and the like stand above it.
  private static func laterHeader(
    of bytes: [UInt8], below first: DelimitedText, telling: [String]
  ) -> Int? {
    if TableHeader.isHeader(first, naming: telling) { return nil }
    for separator in [DelimitedText.comma, UInt8(ascii: ";"), UInt8(ascii: "\t")] {
      var text = DelimitedText(bytes, separator: separator)
      for _ in 0..<rowsLookedAt where text.nextRow() {
        if TableHeader.isHeader(text, naming: telling) { return text.fields[0].line }
      }
    }
    return nil
  }

  /// How many rows are looked at for a header below a title.
  private static let rowsLookedAt = 20

  private mutating func warnOfUnknownColumns() {
    guard let first = header.unknown.first else { return }
    let names = header.unknown.prefix(Warning.mostColumnsNamed).map { header.names[$0] }
    warn(
      .unknownColumns(names, count: header.unknown.count, known: header.known),
      line: text.fields[first].line)
  }
}

/// The rows.
extension Table {
  /// Checks what can be checked of a row without knowing its columns; whether it has as many fields
  /// as the header.
  private mutating func checkFields() -> Bool {
    let names = header.names
    let count = text.fields.count
    var endsInside = false
    for (position, field) in text.fields.enumerated() {
      guard let problem = field.problem else { continue }
      add(problem, line: field.line, column: position < names.count ? names[position] : nil)
      if problem == .unclosedQuote { endsInside = true }
    }
    checkOtherColumns()
    if count == names.count { return true }
    // An unclosed quotation mark has swallowed the other fields: one fault is enough.
    if endsInside { return false }
    if count < names.count {
      add(.tooFewFields(found: count, expected: names.count), line: line, column: names[count])
    } else {
      let surplus = Quotation(bytes: text.content(of: text.fields[names.count]))
      add(
        .tooManyFields(found: count, expected: names.count, surplus: surplus), line: line,
        column: names.last)
    }
    return false
  }

  /// Checks the columns that no reader looks at.
  private mutating func checkOtherColumns() {
    for position in header.unknown where position < text.fields.count {
      let field = text.fields[position]
      if field.problem == nil, let problem = Problem.notUTF8(in: text.content(of: field)) {
        add(problem, line: field.line, column: header.names[position])
      }
    }
    for position in header.unnamed where position < text.fields.count {
      let field = text.fields[position]
      let content = Blanks.cut(text.content(of: field))
      if field.problem == nil && !content.isEmpty {
        add(
          .unnamedColumn(position: position + 1, holds: Quotation(bytes: content)),
          line: field.line)
      }
    }
  }

  /// Whether the bytes that are not UTF-8 are letters of Windows-1252, of which Latin-1 is a part:
  /// nothing outside ASCII is UTF-8, and every byte means something there.
  private mutating func seemsWindows1252() -> Bool {
    if let isWindows1252 { return isWindows1252 }
    let answer = Windows1252.isLikely(text.bytes)
    isWindows1252 = answer
    return answer
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

  /// What makes two faults of one column the same, although they show other values.
  fileprivate var kind: Problem {
    switch self {
    case .notUTF8: .notUTF8(byte: 0, position: 0)
    case .windows1252: .windows1252(byte: 0, position: 0)
    case .tooManyFields(let found, let expected, _):
      .tooManyFields(found: found, expected: expected, surplus: Quotation(""))
    // Of a column that stands there many times, the first two are told.
    case .duplicateColumn(let name, let first, _):
      .duplicateColumn(name, first: first, second: 0)
    case .unnamedColumn(let position, _): .unnamedColumn(position: position, holds: Quotation(""))
    default: self
    }
  }
}
