import Members
import Rules

extension Rulebook {
  /// The rulebook as the ledger holds it: every key of the contract's section 4, nested as there.
  package var json: JSONValue {
    .object([
      JSONField("name", .text(Label(name))),
      JSONField("source", .text(Label(source))),
      JSONField("cycle", .object([JSONField("years", .integer(Int128(years)))])),
      JSONField(
        "reviewers",
        .object([
          JSONField("per_review", .integer(Int128(reviewersPerReview))),
          JSONField("same_region", .integer(Int128(regionalSeats))),
          JSONField("protocols", .text(Label(protocols.rawValue))),
          JSONField("mutual_reviews", .text(Label(mutualReviews.rawValue))),
          JSONField("open_seats", .text(Label(openSeats.rawValue))),
          JSONField("similar_legal_system", .text(Label(similarLegalSystem.rawValue))),
        ])),
      JSONField(
        "loads",
        .object([
          JSONField("minimum", .integer(Int128(minimumLoad))),
          JSONField("maximum", .integer(Int128(maximumLoad))),
        ])),
      JSONField("selection", .object([JSONField("proportional", .bool(isSelectionProportional))])),
      JSONField(
        "redraws",
        .object([
          JSONField("limit", .integer(Int128(redrawLimit))),
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
    try cycle.finish()
    try readReviewers(try fields.object("reviewers"))
    var loads = try fields.object("loads")
    minimumLoad = try loads.int("minimum", in: 0...1000)
    maximumLoad = try loads.int("maximum", in: minimumLoad...1000)
    try loads.finish()
    var selection = try fields.object("selection")
    isSelectionProportional = try selection.bool("proportional")
    try selection.finish()
    var redraws = try fields.object("redraws")
    redrawLimit = try redraws.int("limit", in: 0...Int.max)
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
    reviewersPerReview = try fields.int("per_review", in: 1...8)
    regionalSeats = try fields.int("same_region", in: 0...1)
    protocols = try fields.choice("protocols")
    mutualReviews = try fields.choice("mutual_reviews")
    openSeats = try fields.choice("open_seats")
    similarLegalSystem = try fields.choice("similar_legal_system")
    try fields.finish()
  }
}
