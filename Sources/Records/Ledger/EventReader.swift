import Drawing
import Members
import Rules

/// Reads the own fields of an event, under the rulebook in force.
struct EventReader {
  var fields: FieldReader
  let rulebook: Rulebook
  /// The bowls from which the bowl of a lot is told; nil in a small cycle.
  let earlier: EarlierBowls?

  private var years: ClosedRange<Int> { 1...rulebook.years }

  /// Reads an event that is not `opened`.
  mutating func event(_ name: EventName) throws(LedgerFailure) -> Event {
    let event: Event
    switch name {
    case .opened: throw .openedAgain(line: fields.line)
    case .announced: event = .announced(try announced())
    case .withdrawn:
      event = .withdrawn(
        Withdrawn(
          draw: try fields.draw("draw", years: rulebook.years),
          reason: try fields.text("reason").text))
    case .seeded: event = .seeded(try seeded())
    case .lot: event = .lot(try lot())
    case .waiver:
      event = .waiver(
        Waiver(
          rule: try fields.choice("rule"), state: try fields.text("state"),
          reason: try fields.text("reason").text))
    case .redraw: event = .redraw(try redraw())
    case .deferred: event = .deferred(try deferral())
    case .stoodDown: event = .stoodDown(try standDown())
    case .amended: event = .amended(try amended())
    case .uniform: event = .uniform(try uniform())
    case .tickets: event = .tickets(try tickets())
    case .ticket: event = .ticket(try ticket())
    }
    try fields.finish()
    return event
  }

  /// Takes a best vector of the rules in force.
  mutating func best() throws(LedgerFailure) -> WaiverVector {
    try WaiverVector(&fields, "best", rules: rulebook.waivers)
  }

  private mutating func announced() throws(LedgerFailure) -> Announced {
    Announced(
      draw: try fields.draw("draw", years: rulebook.years), method: try fields.choice("method"),
      source: try fields.text("source").text,
      commitment: fields.has("commitment") ? try fields.hash("commitment").text : nil,
      experts: fields.has("experts") ? try fields.hash("experts").text : nil)
  }

  private mutating func seeded() throws(LedgerFailure) -> Seeded {
    var seeded = Seeded(
      draw: try fields.draw("draw", years: rulebook.years), seed: try fields.text("seed"))
    if fields.has("commitment") || fields.has("public") {
      seeded.revealed = Seeded.Revealed(
        commitment: try fields.hash("commitment").text, publicText: try fields.text("public"))
    }
    if fields.has("method") {
      seeded.method = try fields.choice("method")
      // Bowls go without saying, so that a line has one form.
      if seeded.method == .bowls {
        throw fields.failure("method", .unknownValue("bowls", allowed: ["uniform", "tickets"]))
      }
    }
    return seeded
  }

  private mutating func lot() throws(LedgerFailure) -> DrawnLot {
    let draw = try fields.draw("draw", years: rulebook.years)
    let purpose = try fields.text("purpose")
    let bowl = earlier == nil ? Choices(try fields.labels("bowl")) : nil
    let counter = UInt64(try fields.integer("counter", in: 0...Int128(UInt64.max)))
    let index = try fields.int("index", in: 0...Int.max)
    let drawn = try fields.text("drawn")
    var lot = DrawnLot(
      draw: draw, purpose: try self.purpose(purpose), choices: bowl ?? Choices([]),
      counter: counter, index: index, drawn: drawn)
    if let earlier { lot.choices = try ToldBowl(&fields).choices(of: lot, earlier, fields) }
    return lot
  }

  private mutating func purpose(_ text: Label) throws(LedgerFailure) -> DrawnLot.Purpose {
    for kind in rulebook.seats where DrawnLot.Purpose.label(of: kind.name) == text {
      let (year, state) = (try fields.int("year", in: years), try fields.text("under_review"))
      return kind.group == .same
        ? .regionalReviewer(year: year, underReview: state, kind: kind.name)
        : .openReviewer(year: year, underReview: state, kind: kind.name)
    }
    let names = PurposeName.allCases.filter {
      $0 != .supplementary || rulebook.protocols == .supplement
    }
    guard let name = names.first(where: { $0.label == text }) else {
      let kinds = rulebook.seats.map { DrawnLot.Purpose.label(of: $0.name).text }
      let allowed = names.map(\.rawValue) + kinds
      throw fields.failure("purpose", .unknownValue(text, allowed: allowed))
    }
    switch name {
    case .extraPlace: return .extraPlace(region: try fields.text("region"))
    case .first: return .first(region: try fields.text("region"))
    case .year:
      return .year(region: try fields.text("region"), year: try fields.int("year", in: years))
    case .turn: return .turn(year: try fields.int("year", in: years))
    case .supplementary:
      return .supplementaryReviewer(
        year: try fields.int("year", in: years), underReview: try fields.text("under_review"),
        reviewer: try fields.text("for"))
    case .replacement: return .replacement(state: try fields.text("state"))
    case .joining: return .joining(state: try fields.text("state"))
    }
  }
}

extension WaiverVector {
  /// Takes the counts of a line: one for each rule of the rulebook, and no other.
  init(
    _ fields: inout FieldReader, _ key: Label, rules: [WaivableRule]
  ) throws(LedgerFailure) {
    var object = try fields.object(key)
    var counts: [Int] = []
    for rule in rules { counts.append(try object.int(Label(rule.rawValue), in: 0...Int.max)) }
    try object.finish()
    self.init(rules: rules, counts: counts)
  }
}
