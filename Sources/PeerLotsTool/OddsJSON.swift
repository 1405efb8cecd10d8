import Chances
import Members
import Records

/// Odds as a program reads them. Chances are texts: decimals, and where they are exact also
/// fractions.
struct OddsJSON {
  private let report: OddsReport

  init(_ report: OddsReport) { self.report = report }

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    JSONValue.object([
      JSONField("method", text(report.method.rawValue)),
      JSONField("year", report.year.map(number) ?? .null),
      JSONField("head", report.head.map(text) ?? .null),
      JSONField("exact", .bool(report.exact != nil)),
      JSONField("samples", report.sampled.map { number($0.samples) } ?? .null),
      JSONField("summary", summary),
      JSONField("pairs", .array(report.rows.map(pair))),
      JSONField("reviews", .array(report.reviewers.map(reviews))),
    ]).write(to: &bytes)
    return bytes + [UInt8(ascii: "\n")]
  }

  private func text(_ value: String) -> JSONValue { .text(Label(value)) }
  private func number(_ value: Int) -> JSONValue { .integer(Int128(value)) }
  private func decimal(_ value: Rational) -> JSONValue {
    text(value.decimal(digits: report.digits))
  }
  private func optional(_ value: Rational?) -> JSONValue { value.map(decimal) ?? .null }

  private func pair(_ row: OddsReport.Row) -> JSONValue {
    .object(
      [
        JSONField("under_review", text(report.code(row.underReview))),
        JSONField("reviewer", text(report.code(row.reviewer))),
        JSONField("probability", decimal(row.chance)),
        JSONField("low", decimal(row.low)),
        JSONField("high", decimal(row.high)),
      ] + (report.exact == nil ? [] : [JSONField("fraction", text(row.chance.description))]))
  }

  private func reviews(_ state: Int) -> JSONValue {
    .object([
      JSONField("state", text(report.code(state))),
      JSONField("expected", decimal(report.expected(state))),
      JSONField("distribution", .array(report.reviews[state].map(decimal))),
    ])
  }

  private func names(_ row: OddsReport.Row) -> JSONValue {
    .object([
      JSONField("under_review", text(report.code(row.underReview))),
      JSONField("reviewer", text(report.code(row.reviewer))),
      JSONField("probability", decimal(row.chance)),
    ])
  }

  private var summary: JSONValue {
    let estimate = report.sampled?.outcomes
    let outcomes =
      report.exact.map { text("\($0.outcomes)") } ?? estimate.map { text($0.mean.magnitude) }
    return .object([
      JSONField("outcomes", outcomes ?? .null),
      JSONField(
        "outcomes_relative_error",
        estimate?.errorInThousandths.map { text(Rational($0, 1000).decimal(digits: 3)) } ?? .null),
      JSONField("outcomes_at_least", .bool(estimate?.isLowerBound ?? false)),
      JSONField("largest_gap", optional(report.exact?.largestGap)),
      JSONField("mean_gap", optional(report.exact?.meanGap)),
      JSONField("distance_over_pairs", optional(report.exact?.pairDistance)),
      JSONField("distance_over_outcomes", optional(report.exact?.comparison?.distance)),
      JSONField("certain", .array(report.certain.map(names))),
      JSONField(
        "most_predictable",
        .array(report.likeliest.filter { $0.chance < .one }.prefix(10).map(names))),
    ])
  }
}
