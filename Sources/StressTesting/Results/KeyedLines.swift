/// The lines of a table with what they are ordered by: some numbers, then texts.
struct KeyedLines {
  private(set) var line: ArraySlice<UInt8>?
  private(set) var key: [Int] = []
  private(set) var texts: [ArraySlice<UInt8>] = []
  private(set) var count = 0
  private var reader: LineReader
  private let keyFields: Int

  init(_ reader: LineReader, keyFields: Int) {
    self.reader = reader
    self.keyFields = keyFields
  }

  /// Goes to the next line, which must come after this one.
  mutating func advance() throws(StressFailure) {
    let before = line == nil ? nil : (key, texts)
    line = try reader.next()
    guard let line else { return }
    var fields = FieldCursor(line)
    key = []
    for _ in 0..<keyFields { key.append(fields.number() ?? -1) }
    texts = keyFields == 1 ? [fields.next(), fields.next()] : []
    count = fields.number() ?? -1
    guard !fields.isWrong, fields.isAtEnd else { throw reader.damage("this is no such line") }
    if let before, !Self.precedes(before, (key, texts)) {
      throw reader.damage("the lines are not in their order")
    }
  }

  func close() { reader.close() }

  private static func precedes(
    _ one: ([Int], [ArraySlice<UInt8>]), _ other: ([Int], [ArraySlice<UInt8>])
  ) -> Bool {
    if one.0 != other.0 { return one.0.lexicographicallyPrecedes(other.0) }
    for (left, right) in zip(one.1, other.1) where left != right {
      return left.lexicographicallyPrecedes(right)
    }
    return false
  }

  /// The place of the stream whose line comes first; nil at the end of all.
  static func first(of streams: [KeyedLines]) -> Int? {
    var first: Int?
    for (place, stream) in streams.enumerated() where stream.line != nil {
      guard let known = first else {
        first = place
        continue
      }
      if precedes((stream.key, stream.texts), (streams[known].key, streams[known].texts)) {
        first = place
      }
    }
    return first
  }
}
