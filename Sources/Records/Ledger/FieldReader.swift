import Drawing
import Members

/// Takes the fields of one object of a ledger's line, one after another; what is left over at the
/// end is an unknown field.
struct FieldReader {
  let line: Int
  /// What stands before a field's name in a message, for instance `rulebook.cycle.`.
  private let path: String
  private let fields: [JSONField]
  private var isTaken: [Bool]
  /// The field after the one taken last: in a ledger of ours it is the one that is asked for next.
  private var next = 0

  /// - Parameter path: The path of the value; empty for the line itself.
  init(_ value: JSONValue, line: Int, path: String) throws(LedgerFailure) {
    guard case .object(let fields) = value else {
      throw .wrongField(
        line: line, field: path.isEmpty ? "(the line)" : path,
        .wrongKind(value.kind, expected: .object))
    }
    self.line = line
    self.path = path.isEmpty ? "" : path + "."
    self.fields = fields
    isTaken = Array(repeating: false, count: fields.count)
  }

  /// A failure that names a field.
  func failure(_ key: Label, _ fault: FieldFault) -> LedgerFailure {
    .wrongField(line: line, field: path + Excerpt.key(key), fault)
  }

  /// Fails if a field was not taken.
  func finish() throws(LedgerFailure) {
    if let left = isTaken.firstIndex(of: false) { throw failure(fields[left].key, .unknown) }
  }

  /// Whether there is such a field.
  func has(_ key: Label) -> Bool { fields.contains { $0.key == key } }

  /// A field, which is not taken yet.
  func peek(_ key: Label) throws(LedgerFailure) -> JSONValue {
    guard let field = fields.first(where: { $0.key == key }) else { throw failure(key, .missing) }
    return field.value
  }

  /// Takes a field that may be missing.
  mutating func optional(_ key: Label) -> JSONValue? {
    let isNext = next < fields.count && fields[next].key == key
    guard let place = isNext ? next : fields.firstIndex(where: { $0.key == key }) else {
      return nil
    }
    isTaken[place] = true
    next = place + 1
    return fields[place].value
  }

  /// Takes a field.
  mutating func value(_ key: Label) throws(LedgerFailure) -> JSONValue {
    guard let value = optional(key) else { throw failure(key, .missing) }
    return value
  }

  /// Takes a text, which is one line.
  mutating func text(_ key: Label) throws(LedgerFailure) -> Label {
    try text(try value(key), key)
  }

  /// Takes a text that may be missing.
  mutating func optionalText(_ key: Label) throws(LedgerFailure) -> Label? {
    guard let value = optional(key) else { return nil }
    return try text(value, key)
  }

  private func text(_ value: JSONValue, _ key: Label) throws(LedgerFailure) -> Label {
    guard case .text(let text) = value else {
      throw failure(key, .wrongKind(value.kind, expected: .text))
    }
    if let (scalar, index) = FitText.firstLineBreak(in: text.text) {
      throw failure(key, .unfitCharacter(scalar.value, position: index + 1))
    }
    return text
  }

  /// Takes true or false.
  mutating func bool(_ key: Label) throws(LedgerFailure) -> Bool {
    let value = try value(key)
    guard case .bool(let bool) = value else {
      throw failure(key, .wrongKind(value.kind, expected: .bool))
    }
    return bool
  }

  /// Takes a whole number of a range.
  mutating func integer(
    _ key: Label, in range: ClosedRange<Int128>
  ) throws(LedgerFailure) -> Int128 {
    let value = try value(key)
    guard case .integer(let integer) = value else {
      throw failure(key, .wrongKind(value.kind, expected: .integer))
    }
    guard range.contains(integer) else {
      throw failure(
        key, .outOfRange(integer, lower: range.lowerBound, upper: range.upperBound))
    }
    return integer
  }

  /// Takes a whole number of a range.
  mutating func int(_ key: Label, in range: ClosedRange<Int>) throws(LedgerFailure) -> Int {
    Int(try integer(key, in: Int128(range.lowerBound)...Int128(range.upperBound)))
  }

  /// Takes a whole number of a range that may be missing.
  mutating func optionalInt(
    _ key: Label, in range: ClosedRange<Int>
  ) throws(LedgerFailure) -> Int? {
    has(key) ? try int(key, in: range) : nil
  }

  /// Takes a hash.
  mutating func hash(_ key: Label) throws(LedgerFailure) -> LineHash {
    let text = try text(key)
    guard let hash = LineHash(text.text) else { throw failure(key, .notAHash(text)) }
    return hash
  }

  /// Takes a number of outcomes, a text.
  mutating func number(_ key: Label) throws(LedgerFailure) -> OutcomeNumber {
    let text = try text(key)
    guard let number = OutcomeNumber(text) else { throw failure(key, .notANumber(text)) }
    return number
  }

  /// Takes the name of a draw of a cycle with so many years.
  mutating func draw(_ key: Label, years: Int) throws(LedgerFailure) -> DrawName {
    let text = try text(key)
    guard let draw = DrawName(text: text.text), draw.label == text else {
      throw failure(key, .notADraw(text))
    }
    switch draw {
    case .year(let year) where year > years, .tickets(let year) where year > years:
      throw failure(key, .outOfRange(Int128(year), lower: 1, upper: Int128(years)))
    default: return draw
    }
  }

  /// Takes a text that is one of the values of a type.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: Label
  ) throws(LedgerFailure) -> Choice where Choice.RawValue == String {
    try choice(try text(key), key)
  }

  /// The value of a type that a text names.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ text: Label, _ key: Label
  ) throws(LedgerFailure) -> Choice where Choice.RawValue == String {
    guard let choice = Choice.allCases.first(where: { Label($0.rawValue) == text }) else {
      throw failure(key, .unknownValue(text, allowed: Choice.allCases.map(\.rawValue)))
    }
    return choice
  }

  /// Takes an array.
  mutating func array(_ key: Label) throws(LedgerFailure) -> [JSONValue] {
    let value = try value(key)
    guard case .array(let values) = value else {
      throw failure(key, .wrongKind(value.kind, expected: .array))
    }
    return values
  }

  /// Takes an array of texts, as they stand.
  mutating func labels(_ key: Label) throws(LedgerFailure) -> [Label] {
    let values = try array(key)
    var labels: [Label] = []
    labels.reserveCapacity(values.count)
    for (place, value) in values.enumerated() {
      guard case .text(let label) = value else {
        throw failure(Self.element(key, place), .wrongKind(value.kind, expected: .text))
      }
      labels.append(label)
    }
    return labels
  }

  /// Takes an array of texts in canonical order, each once.
  mutating func orderedLabels(_ key: Label) throws(LedgerFailure) -> [Label] {
    let labels = try labels(key)
    for (before, label) in zip(labels, labels.dropFirst()) where !(before < label) {
      throw failure(
        key, before == label ? .repeated(label) : .outOfOrder(label, after: before))
    }
    return labels
  }

  /// Takes an object.
  mutating func object(_ key: Label) throws(LedgerFailure) -> FieldReader {
    try FieldReader(try value(key), line: line, path: path + key.text)
  }

  /// Reads one element of an array as an object.
  func object(_ value: JSONValue, _ key: Label, _ place: Int) throws(LedgerFailure) -> FieldReader {
    try FieldReader(value, line: line, path: path + Self.element(key, place).text)
  }

  /// The name of an element of an array, counted from 1 as a person counts.
  static func element(_ key: Label, _ place: Int) -> Label { Label("\(key)[\(place + 1)]") }
}
