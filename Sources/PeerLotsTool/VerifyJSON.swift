import Drawing
import Members
import Records

extension VerifyReport {
  /// The report as one JSON object.
  var json: [UInt8] {
    Self.bytes([
      JSONField("verified", .bool(true)),
      JSONField("lines", Self.number(ledger.entries.count)),
      JSONField("lots", Self.number(lotCount)),
      JSONField("head", Self.text(ledger.lastHash.text)),
      JSONField("head_checked", .bool(head != nil)),
      JSONField("complete", .bool(replay.cycle.isComplete)),
      JSONField("unfinished", Self.optional(replay.unfinishedDraw?.text)),
      JSONField("draws", .array(report.draws.map(value))),
      JSONField("withdrawn", .array(report.withdrawn.map(value))),
      JSONField("announced", .array(report.standing.map(value))),
      JSONField("redraws", .array(report.redraws.map(value))),
      JSONField("unchecked", .array(unchecked.map(Self.text))),
    ])
  }

  /// What is said as JSON of a ledger that is wrong.
  static func fault(_ description: String, line: Int?) -> [UInt8] {
    bytes([
      JSONField("verified", .bool(false)), JSONField("line", line.map(number) ?? .null),
      JSONField("fault", text(description)),
    ])
  }

  private func value(_ draw: LedgerReport.Draw) -> JSONValue {
    .object([
      JSONField("draw", Self.text(draw.name.text)),
      JSONField("line", Self.number(draw.index + 1)),
      JSONField("method", Self.text(draw.method.rawValue)),
      JSONField("seed", Self.optional(draw.seed?.text)),
      JSONField("ticket", draw.ticket.map(Self.number) ?? .null),
      JSONField("lots", Self.number(draw.lots)),
      JSONField("tickets", draw.tickets.map(Self.number) ?? .null),
      JSONField("announced", draw.announcement.map(value) ?? .null),
      JSONField(
        "between",
        .array(
          between(draw).map { piece in
            .object([
              JSONField("first_line", Self.number(piece.lines.lowerBound)),
              JSONField("last_line", Self.number(piece.lines.upperBound)),
              JSONField("what", Self.text(piece.what)),
            ])
          })),
    ])
  }

  private func value(_ announcement: LedgerReport.Announcement) -> JSONValue {
    let announced = announcement.announced
    return .object([
      JSONField("draw", Self.text(announced.draw.text)),
      JSONField("line", Self.number(announcement.index + 1)),
      JSONField("method", Self.text(announced.method.rawValue)),
      JSONField("source", Self.text(announced.source)),
      JSONField("commitment", Self.optional(announced.commitment)),
      JSONField("experts", Self.optional(announced.experts)),
      JSONField(
        "withdrawn_line", announcement.withdrawal.map { Self.number($0.index + 1) } ?? .null),
      JSONField("reason", Self.optional(announcement.withdrawal?.reason)),
    ])
  }

  private func value(
    _ redraws: (state: Label, requests: [LedgerReport.Request])
  ) -> JSONValue {
    .object([
      JSONField("state", .text(redraws.state)),
      JSONField(
        "requests",
        .array(
          redraws.requests.map { request in
            .object([
              JSONField("line", Self.number(request.index + 1)),
              JSONField("request", Self.number(request.redraw.request)),
              JSONField("only", Self.optional(request.redraw.only?.text)),
              JSONField("released", .texts(request.redraw.released)),
              JSONField("reason", Self.optional(request.redraw.reason)),
              JSONField("exceptional", Self.optional(request.redraw.exceptional)),
            ])
          })),
    ])
  }

  private static func number(_ value: Int) -> JSONValue { .integer(Int128(value)) }
  private static func text(_ text: String) -> JSONValue { .text(Label(text)) }
  private static func optional(_ text: String?) -> JSONValue { text.map(Self.text) ?? .null }

  private static func bytes(_ fields: [JSONField]) -> [UInt8] {
    JSONValue.object(fields).bytes + [UInt8(ascii: "\n")]
  }
}
