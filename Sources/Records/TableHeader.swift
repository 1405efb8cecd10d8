/// The first row of a table: which column stands where.
struct TableHeader {
  /// The columns the reader knows, with those of ``TableColumns/isKnownToo`` that stand here.
  private(set) var known: [String]
  /// For each of them its place in a row; nil where the header does not name it.
  private(set) var positions: [Int?]
  /// The name of each column of the row, fit for a message.
  private(set) var names: [String] = []
  /// The places of columns with names that the reader does not know.
  private(set) var unknown: [Int] = []
  /// The places of columns without a name.
  private(set) var unnamed: [Int] = []
  /// What is wrong, each with its line.
  private(set) var problems: [(problem: Problem, line: Int)] = []

  /// How many columns of the file a message names.
  private static let mostNamed = 12

  /// The line of a row further down that looks like the header.
  private let below: Int?

  /// A table without a header.
  init(known: [String], below: Int? = nil) {
    self.known = known
    self.below = below
    positions = Array(repeating: nil, count: known.count)
  }

  /// Reads the current row of a text; `below` is the line of a row that looks more like a header.
  init(_ text: DelimitedText, columns: TableColumns, below: Int?) {
    self.init(known: columns.known, below: below)
    var firsts: [String: Int] = [:]
    for (position, field) in text.fields.enumerated() {
      let content = Blanks.cut(text.content(of: field))
      names.append(Quotation(bytes: content).text)
      if let problem = field.problem ?? .notUTF8(in: content) {
        problems.append((problem, field.line))
      } else if content.isEmpty {
        unnamed.append(position)
      } else {
        let name = Self.name(content)
        if let first = firsts.updateValue(position, forKey: name) {
          firsts[name] = first
          let repeated = Problem.duplicateColumn(
            Quotation(bytes: content), first: first + 1, second: position + 1)
          problems.append((repeated, field.line))
        } else {
          place(name, at: position, columns)
        }
      }
    }
    for name in columns.required where positions[known.firstIndex(of: name)!] == nil {
      problems.append((missing(name), text.fields[0].line))
    }
  }

  /// The fault that a column is not named.
  func missing(_ name: String) -> Problem {
    let found = Array(names.lazy.filter { !$0.isEmpty }.prefix(Self.mostNamed))
    let others = names.count - unnamed.count - found.count
    return .missingColumn(name, found: found, others: others, below: below)
  }

  /// The place in ``known`` of a column; nil where the header does not name it.
  func column(_ name: String) -> Int? {
    known.firstIndex(of: name).flatMap { positions[$0] == nil ? nil : $0 }
  }

  /// Whether a row is a header that names one of some columns.
  static func isHeader(_ text: DelimitedText, naming columns: [String]) -> Bool {
    text.fields.contains { field in
      // No longer name is looked for; a long field is not looked at.
      guard field.range.count < 64 else { return false }
      return columns.contains(name(Blanks.cut(text.content(of: field))))
    }
  }

  private mutating func place(_ name: String, at position: Int, _ columns: TableColumns) {
    if let column = known.firstIndex(of: name) {
      positions[column] = position
    } else if columns.isKnownToo(name) {
      known.append(name)
      positions.append(position)
    } else {
      unknown.append(position)
    }
  }

  /// A name in small letters; letters outside ASCII stand in no name.
  private static func name(_ content: ArraySlice<UInt8>) -> String {
    String(
      decoding: content.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
