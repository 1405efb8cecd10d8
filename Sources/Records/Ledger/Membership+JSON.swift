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
    guard FitText.isCode(code.text.utf8, allowsPoints: false) else {
      throw fields.failure("state", .notACode(code))
    }
    let name = try fields.readable("name").text
    let region = try fields.readable("region")
    let protocols = try fields.codes("protocols")
    let legalSystems = try fields.codes("legal_systems")
    let languages = try fields.codes("languages")
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
}

extension FieldReader {
  /// Takes a text that people read, without a character that would steer what shows it.
  fileprivate mutating func readable(_ key: Label) throws(LedgerFailure) -> Label {
    let text = try text(key)
    if let (scalar, index) = FitText.firstUnfit(in: text.text) {
      throw failure(key, .unfitCharacter(scalar.value, position: index + 1))
    }
    return text
  }

  /// Takes an array of codes in canonical order, each once.
  fileprivate mutating func codes(_ key: Label) throws(LedgerFailure) -> [Label] {
    let codes = try orderedLabels(key)
    for code in codes where !FitText.isCode(code.text.utf8, allowsPoints: true) {
      throw failure(key, .notAListCode(code))
    }
    return codes
  }
}
