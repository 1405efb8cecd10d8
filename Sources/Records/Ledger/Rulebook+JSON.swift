import Members
import Rules

extension Rulebook {
  /// The rulebook as the ledger holds it: every key of the contract's section 4, nested as there.
  package var json: JSONValue {
    .object([
      JSONField("name", .text(Label(name))),
      JSONField("source", .text(Label(source))),
      JSONField(
        "cycle",
        .object([
          JSONField("years", .integer(Int128(years))),
          JSONField("selected", .integer(Int128(selectedYears))),
        ])),
      JSONField("joining", .text(Label(joining.rawValue))),
      JSONField(
        "reviewers",
        .object([
          JSONField("seats", .array(seats.map(\.json))),
          JSONField("distinct_groups", .bool(distinctGroups)),
          JSONField("protocols", .text(Label(protocols.rawValue))),
          JSONField("mutual_reviews", .text(Label(mutualReviews.rawValue))),
        ])),
      JSONField(
        "loads",
        .object([
          JSONField("minimum", .integer(Int128(minimumLoad))),
          JSONField("target", .integer(Int128(targetLoad))),
          JSONField("maximum", .integer(Int128(maximumLoad))),
          JSONField("per_year", .integer(Int128(maximumPerYear))),
        ])),
      JSONField(
        "selection",
        .object([
          JSONField("method", .text(Label(selectionMethod.rawValue))),
          JSONField("proportional", .bool(isSelectionProportional)),
        ])),
      JSONField(
        "redraws",
        .object([
          JSONField("limit", .integer(Int128(redrawLimit))),
          JSONField("scope", .text(Label(redrawScope.rawValue))),
          JSONField("exclude_previous", .bool(excludesPreviousReviewers)),
        ])),
      JSONField("waivers", .texts(waivers.map { Label($0.rawValue) })),
    ])
  }

  /// Reads the rulebook of a ledger; nothing may be left out there.
  init(_ reader: FieldReader) throws(LedgerFailure) {
    self.init()
    var fields = reader
    name = try fields.text("name").text
    source = try fields.text("source").text
    var cycle = try fields.object("cycle")
    years = try cycle.int("years", in: 1...50)
    selectedYears = try cycle.int("selected", in: 1...years)
    try cycle.finish()
    joining = try fields.choice("joining")
    try readReviewers(try fields.object("reviewers"))
    var loads = try fields.object("loads")
    minimumLoad = try loads.int("minimum", in: 0...1000)
    targetLoad = try loads.int("target", in: 0...1000)
    maximumLoad = try loads.int("maximum", in: max(minimumLoad, targetLoad)...1000)
    if targetLoad != 0 && targetLoad < minimumLoad {
      throw loads.failure(
        "target",
        .outOfRange(
          Int128(targetLoad), lower: Int128(minimumLoad), upper: Int128(maximumLoad)))
    }
    maximumPerYear = try loads.int("per_year", in: 0...1000)
    try loads.finish()
    var selection = try fields.object("selection")
    selectionMethod = try selection.choice("method")
    isSelectionProportional = try selection.bool("proportional")
    try selection.finish()
    var redraws = try fields.object("redraws")
    redrawLimit = try redraws.int("limit", in: 0...1000)
    redrawScope = try redraws.choice("scope")
    excludesPreviousReviewers = try redraws.bool("exclude_previous")
    try redraws.finish()
    waivers = []
    for text in try fields.labels("waivers") {
      let rule: WaivableRule = try fields.choice(text, "waivers")
      if waivers.contains(rule) { throw fields.failure("waivers", .repeated(text)) }
      waivers.append(rule)
    }
    try fields.finish()
  }

  private mutating func readReviewers(_ reader: FieldReader) throws(LedgerFailure) {
    var fields = reader
    seats = []
    for (place, value) in try fields.array("seats").enumerated() {
      let kind = try SeatKind(try fields.object(value, "seats", place))
      if seats.contains(where: { $0.name == kind.name }) {
        throw fields.failure("seats", .repeated(kind.name))
      }
      seats.append(kind)
    }
    guard 1...SeatKind.mostKinds ~= seats.count, 1...SeatKind.mostSeats ~= reviewersPerReview,
      seats.count(where: { $0.group == .same }) <= 1,
      seats.contains(where: { $0.group != .same }),
      seats.allSatisfy({ $0.group == .same || $0.legalSystem == .ignored })
    else { throw fields.failure("seats", .seatsDoNotFit) }
    distinctGroups = try fields.bool("distinct_groups")
    protocols = try fields.choice("protocols")
    mutualReviews = try fields.choice("mutual_reviews")
    try fields.finish()
  }
}

extension SeatKind {
  fileprivate var json: JSONValue {
    .object([
      JSONField("name", .text(name)), JSONField("count", .integer(Int128(count))),
      JSONField("group", .text(Label(group.rawValue))),
      JSONField("legal_system", .text(Label(legalSystem.rawValue))),
    ])
  }

  fileprivate init(_ reader: FieldReader) throws(LedgerFailure) {
    var fields = reader
    let name = try fields.text("name")
    guard Self.isName(name.text) else { throw fields.failure("name", .notAKind(name)) }
    self.init(
      name: name, count: try fields.int("count", in: 0...Self.mostSeats),
      group: try fields.choice("group"), legalSystem: try fields.choice("legal_system"))
    try fields.finish()
  }
}
