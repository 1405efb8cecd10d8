import Drawing
import Members
import Rules

extension Event {
  /// The event's own fields, in the order of the contract's table.
  ///
  /// - Parameter earlier: The bowls from which this one's is told; nil in a small cycle.
  func fields(after earlier: EarlierBowls?) -> [JSONField] {
    switch self {
    case .opened(let opened): opened.fields
    case .announced(let announced): announced.fields
    case .withdrawn(let withdrawn):
      [
        JSONField("draw", .text(withdrawn.draw.label)),
        JSONField("reason", .text(Label(withdrawn.reason))),
      ]
    case .seeded(let seeded): seeded.fields
    case .lot(let lot): lot.fields(after: earlier)
    case .waiver(let waiver):
      [
        JSONField("rule", .text(Label(waiver.rule.rawValue))),
        JSONField("state", .text(waiver.state)),
        JSONField("reason", .text(Label(waiver.reason))),
      ]
    case .redraw(let redraw): redraw.fields
    case .deferred(let deferral): deferral.fields
    case .stoodDown(let standDown): standDown.fields
    case .amended(let amended): amended.fields
    case .uniform(let drawn): drawn.fields
    case .tickets(let list): list.fields
    case .ticket(let drawn): drawn.fields
    }
  }
}

extension DrawName {
  var label: Label { Label(text) }
}

extension JSONField {
  /// A field with a whole number.
  init(_ key: Label, _ value: Int) { self.init(key, .integer(Int128(value))) }
}

extension Seeded {
  fileprivate var fields: [JSONField] {
    var fields = [JSONField("draw", .text(draw.label)), JSONField("seed", .text(seed))]
    // Bowls are what a seed means where nothing is said.
    if method != .bowls {
      fields.append(JSONField("method", .text(Label(method.rawValue))))
    }
    if let revealed {
      fields.append(JSONField("commitment", .text(Label(revealed.commitment))))
      fields.append(JSONField("public", .text(revealed.publicText)))
    }
    return fields
  }
}

extension Announced {
  fileprivate var fields: [JSONField] {
    var fields = [
      JSONField("draw", .text(draw.label)), JSONField("method", .text(Label(method.rawValue))),
      JSONField("source", .text(Label(source))),
    ]
    if let commitment { fields.append(JSONField("commitment", .text(Label(commitment)))) }
    if let experts { fields.append(JSONField("experts", .text(Label(experts)))) }
    return fields
  }
}

extension DrawnLot {
  fileprivate func fields(after earlier: EarlierBowls?) -> [JSONField] {
    [
      JSONField("draw", .text(draw.label)),
      JSONField("purpose", .text(purpose.label)),
      JSONField("bowl", ToldBowl(of: self, after: earlier).json),
      JSONField("counter", .integer(Int128(counter))),
      JSONField("index", index),
      JSONField("drawn", .text(drawn)),
    ] + purpose.fields
  }
}

extension DrawnLot.Purpose {
  package var label: Label {
    switch self {
    case .extraPlace: PurposeName.extraPlace.label
    case .first: PurposeName.first.label
    case .year: PurposeName.year.label
    case .turn: PurposeName.turn.label
    case .regionalReviewer(_, _, let kind), .openReviewer(_, _, let kind): Self.label(of: kind)
    case .supplementaryReviewer: PurposeName.supplementary.label
    case .replacement: PurposeName.replacement.label
    case .joining: PurposeName.joining.label
    }
  }

  /// The purpose of a lot for a kind of seat.
  static func label(of kind: Label) -> Label { Label("\(kind) reviewer") }

  package var fields: [JSONField] {
    switch self {
    case .extraPlace(let region), .first(let region): [JSONField("region", .text(region))]
    case .year(let region, let year):
      [JSONField("region", .text(region)), JSONField("year", year)]
    case .turn(let year): [JSONField("year", year)]
    case .regionalReviewer(let year, let state, _), .openReviewer(let year, let state, _):
      [JSONField("year", year), JSONField("under_review", .text(state))]
    case .supplementaryReviewer(let year, let state, let reviewer):
      [
        JSONField("year", year), JSONField("under_review", .text(state)),
        JSONField("for", .text(reviewer)),
      ]
    case .replacement(let state), .joining(let state): [JSONField("state", .text(state))]
    }
  }
}

extension WaiverVector {
  /// The counts by rule, most serious first.
  package var json: JSONValue {
    .object(
      zip(rules, counts).map {
        JSONField(Label($0.rawValue), .integer(Int128($1)))
      })
  }
}
