import Drawing
import Lots
import Members
import Records
import Rules

/// Writes what the screens show of each line of a ledger: what happened, and what it changed in the
/// table of reviews.
struct SceneWriter {
  /// The cycle after the lines so far.
  private(set) var cycle: Cycle
  private var seeds: [DrawName: Seed] = [:]

  /// Begins with the first line.
  init(opening opened: Opened) { cycle = Cycle(opening: opened) }

  /// The scene of the first line.
  func opening(_ opened: Opened, _ entry: Ledger.Entry) -> [UInt8] {
    let rulebook = opened.rulebook
    let fields = [
      JSONField("rulebook", Self.rules(rulebook)),
      JSONField("states", states),
      JSONField("conflicts", .integer(Int128(opened.conflicts.count))),
      JSONField("software", .text(Label(opened.software))),
      JSONField("after", .text(Label(opened.after))),
      JSONField("changes", changes(from: nil)),
    ]
    return Self.scene(entry, "opened", fields)
  }

  /// The scene of a later line; the cycle then stands after it.
  mutating func scene(_ entry: Ledger.Entry) -> [UInt8] {
    let before = cycle
    cycle.fold(entry.event)
    var (name, fields) = tell(entry.event)
    // An amendment may name States anew: then the whole table is told.
    if case .amended = entry.event {
      fields.append(JSONField("changes", changes(from: nil)))
    } else {
      fields.append(JSONField("changes", changes(from: before)))
    }
    return Self.scene(entry, name, fields)
  }

  private static func scene(
    _ entry: Ledger.Entry, _ name: Label, _ fields: [JSONField]
  ) -> [UInt8] {
    JSONValue.object(
      [
        JSONField("line", .integer(Int128(entry.line))), JSONField("event", .text(name)),
        JSONField("hash", .text(Label(entry.hash.text))),
      ] + fields
    ).bytes
  }

  private mutating func tell(_ event: Event) -> (Label, [JSONField]) {
    func text(_ key: Label, _ text: String) -> JSONField { JSONField(key, .text(Label(text))) }
    func number(_ key: Label, _ number: Int) -> JSONField {
      JSONField(key, .integer(Int128(number)))
    }
    switch event {
    case .opened: return ("opened", [])
    case .announced(let announced):
      return (
        "announced",
        Self.draw(announced.draw) + [
          text("method", announced.method.rawValue), text("source", announced.source),
          text("commitment", announced.commitment ?? ""), text("experts", announced.experts ?? ""),
        ]
      )
    case .withdrawn(let withdrawn):
      return ("withdrawn", Self.draw(withdrawn.draw) + [text("reason", withdrawn.reason)])
    case .seeded(let seeded):
      seeds[seeded.draw] = Seed(seeded.seed.text)
      return (
        "seeded",
        Self.draw(seeded.draw) + [
          text("seed", seeded.seed.text), text("public", seeded.revealed?.publicText.text ?? ""),
          text("commitment", seeded.revealed?.commitment ?? ""),
          text("method", seeded.method.rawValue),
        ]
      )
    case .lot(let lot): return ("lot", Self.draw(lot.draw) + tell(lot))
    case .waiver(let waiver):
      return (
        "waiver",
        [
          text("rule", waiver.rule.rawValue), JSONField("state", .text(waiver.state)),
          text("reason", waiver.reason),
        ]
      )
    case .redraw(let redraw):
      return (
        "redraw",
        [
          JSONField("state", .text(redraw.state)), number("request", redraw.request),
          JSONField("released", .texts(redraw.released)),
        ]
      )
    case .deferred(let deferral):
      return (
        "deferred",
        [
          JSONField("state", .text(deferral.state)), number("from", deferral.from),
          number("to", deferral.to), text("reason", deferral.reason),
        ]
      )
    case .stoodDown(let standDown):
      return (
        "stood down",
        [
          JSONField("state", .text(standDown.state)), number("year", standDown.year),
          JSONField("released", .texts(standDown.released)),
        ]
      )
    case .amended(let amended):
      return (
        "amended",
        [
          JSONField("left", .texts(amended.left)), JSONField("joined", .texts(amended.joined)),
          JSONField("states", states), JSONField("rulebook", Self.rules(cycle.rulebook)),
        ]
      )
    case .uniform(let drawn):
      return ("uniform", Self.draw(drawn.draw) + [number("year", drawn.year)])
    case .tickets(let list):
      return (
        "tickets",
        Self.draw(list.draw) + [number("count", list.count), text("sha256", list.sha256)]
      )
    case .ticket(let drawn):
      return ("ticket", Self.draw(drawn.draw) + [number("ticket", drawn.ticket)])
    }
  }

  // MARK: Lots

  private func tell(_ lot: DrawnLot) -> [JSONField] {
    var fields = [
      JSONField("bowl", .texts(lot.bowl)), JSONField("index", .integer(Int128(lot.index))),
      JSONField("drawn", .text(lot.drawn)),
    ]
    if let seed = seeds[lot.draw] {
      fields.append(JSONField("blocks", Self.blocks(seed, lot)))
    }
    return fields + Self.purpose(lot.purpose)
  }

  /// The blocks that a lot used, in order, each with its number; all but the last were passed over,
  /// because they would favour some State.
  private static func blocks(_ seed: Seed, _ lot: DrawnLot) -> JSONValue {
    let size = UInt64(lot.bowl.count)
    let last = UInt64.max - (0 &- size) % size
    var stream = LotStream(seed: seed, counter: lot.counter)
    var blocks: [JSONValue] = []
    while true {
      let counter = stream.counter
      let number = stream.nextNumber()
      // A text, since scripts count exactly only up to 2⁵³.
      blocks.append(
        .object([
          JSONField("counter", .text(Label(String(counter)))),
          JSONField("number", .text(Label(String(number)))),
        ]))
      if number <= last { return .array(blocks) }
    }
  }

  private static func purpose(_ purpose: DrawnLot.Purpose) -> [JSONField] {
    func make(
      _ name: Label, year: Int? = nil, region: Label? = nil, state: Label? = nil,
      kind: Label? = nil
    ) -> [JSONField] {
      [JSONField("purpose", .text(name))]
        + [
          year.map { JSONField("year", .integer(Int128($0))) },
          region.map { JSONField("region", .text($0)) },
          state.map { JSONField("state", .text($0)) },
          kind.map { JSONField("kind", .text($0)) },
        ].compactMap(\.self)
    }
    switch purpose {
    case .extraPlace(let region): return make("place", region: region)
    case .first(let region): return make("first", region: region)
    case .year(let region, let year): return make("year", year: year, region: region)
    case .turn(let year): return make("turn", year: year)
    case .regionalReviewer(let year, let state, let kind):
      return make("seat", year: year, state: state, kind: kind)
    case .openReviewer(let year, let state, let kind):
      return make("seat", year: year, state: state, kind: kind)
    case .supplementaryReviewer(let year, let state, _):
      return make("seat", year: year, state: state, kind: "supplementary")
    case .replacement(let state): return make("replacement", state: state)
    case .joining(let state): return make("joining", state: state)
    }
  }

  private static func draw(_ draw: DrawName) -> [JSONField] {
    let draw = JSONField("draw", .text(Label(draw.text)))
    return [draw]
  }

  // MARK: The table

  /// The States, in canonical order.
  private var states: JSONValue {
    .array(
      cycle.roster.states.map { state in
        .object([
          JSONField("code", .text(state.code)), JSONField("group", .text(state.region)),
          JSONField("protocols", .texts(state.protocols.sorted())),
          JSONField("reviewer", .bool(state.isReviewer)),
        ])
      })
  }

  private static func rules(_ rulebook: Rulebook) -> JSONValue {
    .object([
      JSONField("name", .text(Label(rulebook.name))),
      JSONField("source", .text(Label(rulebook.source))),
      JSONField("years", .integer(Int128(rulebook.years))),
      JSONField("reviewers", .integer(Int128(rulebook.reviewersPerReview))),
      JSONField("minimum", .integer(Int128(rulebook.minimumLoad))),
      JSONField("maximum", .integer(Int128(rulebook.maximumLoad))),
      JSONField("byLot", .bool(rulebook.selectionMethod == .lots)),
      JSONField("protocols", .bool(rulebook.protocols == .all)),
      JSONField("mutual", .bool(rulebook.mutualReviews == .allowed)),
      JSONField("sameGroup", .bool(rulebook.seats.contains { $0.group == .same })),
    ])
  }

  /// The reviews that stand otherwise than before; where there was no before, all that stand
  /// anywhere.
  private func changes(from before: Cycle?) -> JSONValue {
    var changes: [JSONValue] = []
    for (place, review) in cycle.reviews.enumerated() {
      let code = cycle.roster.states[place].code
      if let before {
        if before.reviews[place] == review { continue }
      } else if review.year == 0 && review.holders.isEmpty {
        continue
      }
      changes.append(
        .object([
          JSONField("state", .text(code)), JSONField("year", .integer(Int128(review.year))),
          JSONField("planned", .bool(review.isPlanned)),
          JSONField("served", .bool(review.isServed)),
          JSONField(
            "reviewers", .texts(review.reviewers.map { cycle.roster.states[$0].code })),
          JSONField("left", .integer(Int128(review.left.total))),
          JSONField("empty", .integer(Int128(review.emptySeats))),
        ]))
    }
    return .array(changes)
  }
}
