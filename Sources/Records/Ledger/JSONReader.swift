import Members

/// Reads one JSON text, strictly (RFC 8259), and only what a ledger can hold.
///
/// Foundation's decoder takes 1.0 for a whole number, keeps one of two fields with the same key, and
/// loses the order of keys. Two verifiers could then read one line differently, so this one takes
/// whole numbers only, refuses a repeated key and half a surrogate pair, and keeps the order.
package struct JSONReader {
  /// How deep arrays and objects may be nested, so that no line can exhaust the stack.
  package static let depthLimit = 32

  let bytes: [UInt8]
  let start: Int
  let end: Int
  var position: Int
  private var depth = 0

  /// Reads the JSON text that the bytes are; blanks may stand around it.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - range: The part of them to be read; nil for all of them. Offsets in a failure are counted
  ///     from its start.
  /// - Complexity: Linear in the number of bytes.
  package static func value(
    of bytes: [UInt8], in range: Range<Int>? = nil
  ) throws(JSONFailure) -> JSONValue {
    var reader = JSONReader(bytes: bytes, range: range ?? bytes.indices)
    let value = try reader.value()
    reader.skipBlanks()
    if reader.position < reader.end {
      throw reader.failure(.trailingByte(bytes[reader.position]))
    }
    return value
  }

  private init(bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    start = range.lowerBound
    end = range.upperBound
    position = start
  }

  /// A failure here, or at another position.
  func failure(_ problem: JSONFailure.Problem, at position: Int? = nil) -> JSONFailure {
    JSONFailure(problem, offset: (position ?? self.position) - start)
  }

  /// A failure for the byte here, or for the end.
  func unexpected() -> JSONFailure {
    failure(position < end ? .unexpectedByte(bytes[position]) : .unexpectedEnd)
  }

  /// The byte here, or nil at the end.
  var byte: UInt8? { position < end ? bytes[position] : nil }

  private mutating func skipBlanks() {
    while let byte, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  private mutating func value() throws(JSONFailure) -> JSONValue {
    skipBlanks()
    guard let byte else { throw unexpected() }
    switch byte {
    case UInt8(ascii: "{"): return .object(try object())
    case UInt8(ascii: "["): return .array(try array())
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .integer(try integer())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: throw unexpected()
    }
  }

  private mutating func word(
    _ word: StaticString, _ value: JSONValue
  ) throws(JSONFailure) -> JSONValue {
    for expected in word.description.utf8 {
      guard byte == expected else { throw unexpected() }
      position += 1
    }
    return value
  }

  private mutating func array() throws(JSONFailure) -> [JSONValue] {
    try enter()
    var values: [JSONValue] = []
    skipBlanks()
    if byte == UInt8(ascii: "]") {
      leave()
      return values
    }
    while true {
      values.append(try value())
      if try !another(before: UInt8(ascii: "]")) { return values }
    }
  }

  private mutating func object() throws(JSONFailure) -> [JSONField] {
    try enter()
    var fields: [JSONField] = []
    var keys = SeenKeys()
    skipBlanks()
    if byte == UInt8(ascii: "}") {
      leave()
      return fields
    }
    while true {
      skipBlanks()
      let place = position
      guard byte == UInt8(ascii: "\"") else { throw unexpected() }
      let key = try text()
      guard keys.insert(key, fields) else { throw failure(.repeatedKey(key), at: place) }
      skipBlanks()
      guard byte == UInt8(ascii: ":") else { throw unexpected() }
      position += 1
      fields.append(JSONField(key, try value()))
      if try !another(before: UInt8(ascii: "}")) { return fields }
    }
  }

  /// Takes the comma before another entry, or the bracket after the last one.
  private mutating func another(before bracket: UInt8) throws(JSONFailure) -> Bool {
    skipBlanks()
    if byte == UInt8(ascii: ",") {
      position += 1
      return true
    }
    guard byte == bracket else { throw unexpected() }
    leave()
    return false
  }

  private mutating func enter() throws(JSONFailure) {
    guard depth < Self.depthLimit else { throw failure(.tooDeep(limit: Self.depthLimit)) }
    depth += 1
    position += 1
  }

  private mutating func leave() {
    depth -= 1
    position += 1
  }
}

/// The keys of an object so far: compared one by one while they are few, then kept in a set, so that
/// an object of any size is read in linear time.
private struct SeenKeys {
  private static let few = 16
  private var set: Set<Label> = []

  /// Whether a key is new; `fields` are those before it.
  mutating func insert(_ key: Label, _ fields: [JSONField]) -> Bool {
    if fields.count < Self.few { return !fields.contains { $0.key == key } }
    if set.isEmpty { set.formUnion(fields.lazy.map(\.key)) }
    return set.insert(key).inserted
  }
}
