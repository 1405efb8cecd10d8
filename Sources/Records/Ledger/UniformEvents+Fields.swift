import Drawing
import Members

extension UniformDraw {
  /// The event's own fields.
  var fields: [JSONField] {
    [
      JSONField("draw", .text(draw.label)), JSONField("year", year),
    ] + way.fields + [
      JSONField("blocks", .integer(Int128(blocks))), JSONField("outcome", outcome.json),
    ]
  }
}

extension UniformDraw.Way {
  /// The fields that say how the outcome was come to.
  fileprivate var fields: [JSONField] {
    switch self {
    case .number(let number, let outcomes):
      [JSONField("outcomes", .text(outcomes.text)), JSONField("number", .text(number.text))]
    case .chain(let lawfulSweeps, let sweeps):
      [JSONField("lawful_sweeps", lawfulSweeps), JSONField("sweeps", sweeps)]
    }
  }
}

extension TicketList {
  /// The event's own fields.
  var fields: [JSONField] {
    [
      JSONField("draw", .text(draw.label)), JSONField("count", count),
    ] + (outcomes.map { [JSONField("outcomes", .text($0.text))] } ?? []) + [
      JSONField("sha256", .text(Label(sha256)))
    ]
  }
}

extension TicketDraw {
  /// The event's own fields.
  var fields: [JSONField] {
    [
      JSONField("draw", .text(draw.label)), JSONField("ticket", ticket),
      JSONField("outcome", outcome.json),
    ]
  }
}

extension [DrawnReviewers] {
  fileprivate var json: JSONValue {
    .array(
      map { drawn in
        .object([
          JSONField("under_review", .text(drawn.underReview)),
          JSONField("reviewers", .texts(drawn.reviewers)),
        ])
      })
  }
}

extension EventReader {
  /// Reads a uniform outcome.
  mutating func uniform() throws(LedgerFailure) -> UniformDraw {
    UniformDraw(
      draw: try fields.draw("draw", years: rulebook.years),
      year: try fields.int("year", in: 1...rulebook.years),
      way: try way(),
      blocks: UInt64(try fields.integer("blocks", in: 0...Int128(UInt64.max))),
      outcome: try outcome())
  }

  private mutating func way() throws(LedgerFailure) -> UniformDraw.Way {
    if fields.has("outcomes") {
      let outcomes = try fields.number("outcomes")
      return .number(try fields.number("number"), of: outcomes)
    }
    let lawfulSweeps = try fields.int("lawful_sweeps", in: 1...Int.max)
    return .chain(lawfulSweeps: lawfulSweeps, sweeps: try fields.int("sweeps", in: 1...Int.max))
  }

  /// Reads a list of tickets.
  mutating func tickets() throws(LedgerFailure) -> TicketList {
    TicketList(
      draw: try fields.draw("draw", years: rulebook.years),
      count: try fields.int("count", in: Drawer.ticketCounts),
      outcomes: fields.has("outcomes") ? try fields.number("outcomes") : nil,
      sha256: try fields.hash("sha256").text)
  }

  /// Reads a drawn ticket.
  mutating func ticket() throws(LedgerFailure) -> TicketDraw {
    TicketDraw(
      draw: try fields.draw("draw", years: rulebook.years),
      ticket: try fields.int("ticket", in: 0...Drawer.ticketCounts.upperBound - 1),
      outcome: try outcome())
  }

  private mutating func outcome() throws(LedgerFailure) -> [DrawnReviewers] {
    var outcome: [DrawnReviewers] = []
    for (place, value) in try fields.array("outcome").enumerated() {
      var entry = try fields.object(value, "outcome", place)
      outcome.append(
        DrawnReviewers(
          underReview: try entry.text("under_review"),
          reviewers: try entry.orderedLabels("reviewers")))
      try entry.finish()
    }
    return outcome
  }
}
