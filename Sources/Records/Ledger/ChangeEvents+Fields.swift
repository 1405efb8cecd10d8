import Drawing
import Members
import Rules

extension Redraw {
  /// The event's own fields, in the order of the contract's table.
  var fields: [JSONField] {
    var fields = [JSONField("state", .text(state)), JSONField("request", request)]
    if let only { fields.append(JSONField("only", .text(only))) }
    fields.append(JSONField("released", .texts(released)))
    fields.append(JSONField("exclusion", .bool(exclusion)))
    if let reason { fields.append(JSONField("reason", .text(Label(reason)))) }
    if let exceptional { fields.append(JSONField("exceptional", .text(Label(exceptional)))) }
    fields.append(JSONField("best", best.json))
    return fields
  }
}

extension Deferral {
  /// The event's own fields, in the order of the contract's table.
  var fields: [JSONField] {
    [
      JSONField("state", .text(state)), JSONField("from", from), JSONField("to", to),
      JSONField("reason", .text(Label(reason))), JSONField("released", .texts(released)),
      JSONField("best", best.json),
    ]
  }
}

extension StandDown {
  /// The event's own fields, in the order of the contract's table.
  var fields: [JSONField] {
    [
      JSONField("state", .text(state)), JSONField("year", year),
      JSONField("released", .texts(released)), JSONField("best", best.json),
    ]
  }
}

extension Amended {
  /// The event's own fields, in the order of the contract's table.
  var fields: [JSONField] {
    var fields: [JSONField] = []
    if let membership { fields.append(JSONField("membership", membership.json)) }
    if let rulebook { fields.append(JSONField("rulebook", rulebook.json)) }
    if let conflicts { fields.append(JSONField("conflicts", conflicts.json)) }
    if let exclusions { fields.append(JSONField("exclusions", exclusions.json)) }
    fields += [
      JSONField("left", .texts(left)), JSONField("joined", .texts(joined)),
      JSONField(
        "renamed",
        .array(
          renamed.map {
            .object([JSONField("from", .text($0.from)), JSONField("to", .text($0.to))])
          })),
      JSONField("best", best.json),
    ]
    return fields
  }
}

extension EventReader {
  /// Reads a redraw.
  mutating func redraw() throws(LedgerFailure) -> Redraw {
    let state = try fields.text("state")
    let request = try fields.int("request", in: 0...Int.max)
    let only = try fields.optionalText("only")
    let released = try fields.orderedLabels("released")
    let exclusion = try fields.bool("exclusion")
    let reason = try fields.optionalText("reason")?.text
    // What the record shows is of one reviewer, and is no request.
    if (request == 0) != (reason != nil) || (request == 0 && only == nil) {
      throw fields.failure("request", .requestDoesNotFit(Int128(request)))
    }
    return Redraw(
      state: state, request: request, only: only, released: released, exclusion: exclusion,
      reason: reason, exceptional: try fields.optionalText("exceptional")?.text, best: try best())
  }

  /// Reads a deferral; from the last year it goes to the next cycle.
  mutating func deferral() throws(LedgerFailure) -> Deferral {
    let state = try fields.text("state")
    let from = try fields.int("from", in: 1...rulebook.years)
    let to = try fields.int("to", in: 0...rulebook.years)
    return Deferral(
      state: state, from: from, to: to, reason: try fields.text("reason").text,
      released: try fields.orderedLabels("released"), best: try best())
  }

  /// Reads a stand-down.
  mutating func standDown() throws(LedgerFailure) -> StandDown {
    StandDown(
      state: try fields.text("state"), year: try fields.int("year", in: 1...rulebook.years),
      released: try fields.orderedLabels("released"), best: try best())
  }

  /// Reads an amendment; its best vector is of the rules that it brings.
  mutating func amended() throws(LedgerFailure) -> Amended {
    let new = fields.has("membership") ? try Membership(&fields, "membership") : nil
    let rules = fields.has("rulebook") ? try Rulebook(try fields.object("rulebook")) : nil
    let conflicts = fields.has("conflicts") ? try fields.conflicts("conflicts", nil) : nil
    let exclusions = fields.has("exclusions") ? try fields.exclusions("exclusions", nil) : nil
    let (left, joined) = (try fields.orderedLabels("left"), try fields.orderedLabels("joined"))
    return Amended(
      membership: new, rulebook: rules, conflicts: conflicts, exclusions: exclusions, left: left,
      joined: joined, renamed: try renamed(),
      best: try WaiverVector(&fields, "best", rules: (rules ?? rulebook).waivers))
  }

  private mutating func renamed() throws(LedgerFailure) -> [Amended.Renaming] {
    var renamed: [Amended.Renaming] = []
    for (place, value) in try fields.array("renamed").enumerated() {
      var pair = try fields.object(value, "renamed", place)
      let renaming = Amended.Renaming(from: try pair.text("from"), to: try pair.text("to"))
      try pair.finish()
      if let before = renamed.last, !(before < renaming) {
        throw fields.failure(
          "renamed",
          before == renaming
            ? .repeated(renaming.from) : .outOfOrder(renaming.from, after: before.from))
      }
      renamed.append(renaming)
    }
    return renamed
  }
}
