import Members

extension Membership {
  /// The States as a ledger holds them, in canonical order.
  package var json: JSONValue { .array(states.map(\.json)) }

  /// Takes the membership of a line.
  init(_ fields: inout FieldReader, _ key: Label) throws(LedgerFailure) {
    let values = try fields.array(key)
    var states: [State] = []
    states.reserveCapacity(values.count)
    for (place, value) in values.enumerated() {
      let state = try State(try fields.object(value, key, place))
      if let before = states.last?.code, !(before < state.code) {
        throw fields.failure(
          key,
          before == state.code ? .repeated(before) : .outOfOrder(state.code, after: before))
      }
      states.append(state)
    }
    self.init(states)
  }
}

extension State {
  fileprivate var json: JSONValue {
    let own = [
      ("year", year), ("seats", own.seats), ("minimum", own.minimum), ("maximum", own.maximum),
    ]
    return .object(
      [
        JSONField("state", .text(code)),
        JSONField("name", .text(Label(name))),
        JSONField("region", .text(region)),
        JSONField("protocols", .texts(protocols)),
        JSONField("legal_systems", .texts(legalSystems)),
        JSONField("languages", .texts(languages)),
        JSONField("reviewed", .bool(isReviewed)),
        JSONField("reviewer", .bool(isReviewer)),
      ] + own.compactMap { name, number in number.map { JSONField(Label(name), $0) } })
  }

  fileprivate init(_ reader: FieldReader) throws(LedgerFailure) {
    var fields = reader
    let code = try fields.text("state")
    guard Self.isCode(code) else { throw fields.failure("state", .notACode(code)) }
    let name = try fields.text("name").text
    let region = try fields.text("region")
    let protocols = try fields.words("protocols")
    let legalSystems = try fields.words("legal_systems")
    let languages = try fields.words("languages")
    let isReviewed = try fields.bool("reviewed")
    let isReviewer = try fields.bool("reviewer")
    let year = try fields.optionalInt("year", in: State.yearRange)
    let seats = try fields.optionalInt("seats", in: OwnNumbers.seatRange)
    let minimum = try fields.optionalInt("minimum", in: OwnNumbers.loadRange)
    let least = minimum ?? OwnNumbers.loadRange.lowerBound
    let maximum = try fields.optionalInt("maximum", in: least...OwnNumbers.loadRange.upperBound)
    try fields.finish()
    self.init(
      code: code, name: name, region: region, protocols: protocols, legalSystems: legalSystems,
      languages: languages, isReviewed: isReviewed, isReviewer: isReviewer,
      own: OwnNumbers(seats: seats, minimum: minimum, maximum: maximum), year: year)
  }

  /// Whether a text is `[A-Za-z0-9][A-Za-z0-9_-]*`.
  private static func isCode(_ label: Label) -> Bool {
    var isFirst = true
    for byte in label.text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        break
      case UInt8(ascii: "_"), UInt8(ascii: "-"):
        if isFirst { return false }
      default: return false
      }
      isFirst = false
    }
    return !isFirst
  }
}

extension FieldReader {
  /// Takes an array of codes in canonical order, each once; a membership writes them with spaces
  /// between, so that none is empty or holds one.
  fileprivate mutating func words(_ key: Label) throws(LedgerFailure) -> [Label] {
    let words = try orderedLabels(key)
    for word in words where word.isEmpty || word.text.utf8.contains(UInt8(ascii: " ")) {
      throw failure(key, .notAWord(word))
    }
    return words
  }
}
