import Drawing
import Members
import Records

/// Who the States are, and what they have to do.
struct StatesTable {
  /// One State.
  struct Line {
    let state: State
    /// Whether it left in the course of the cycle.
    var hasLeft = false
    /// The year it is under review in; nil where none is drawn.
    let year: Int?
    /// The reviews it does, as far as they are drawn.
    let reviews: Int
  }

  let lines: [Line]
  /// Whether something may be drawn already, so that the text has years and reviews.
  private let isOfCycle: Bool

  init(_ lines: [Line], isOfCycle: Bool) {
    self.lines = lines
    self.isOfCycle = isOfCycle
  }

  /// The States of a cycle, those that left included, in canonical order.
  static func lines(of cycle: Cycle) -> [Line] {
    zip(cycle.roster.states, cycle.loads).map { state, load in
      Line(
        state: state, hasLeft: cycle.membership.index(of: state.code) == nil,
        year: cycle.year(of: state.code), reviews: load)
    }
  }

  /// Writes the table to standard output.
  func write(as format: TableFormat) throws {
    switch format {
    case .text: try writeText()
    case .csv: try Console.write(csv, as: .data)
    case .json: try Console.write(json, as: .json)
    }
  }

  private static func joined(_ labels: [Label]) -> String {
    labels.map(\.text).joined(separator: " ")
  }

  private static func role(_ line: Line) -> String {
    if line.hasLeft { return "left" }
    switch (line.state.isReviewed, line.state.isReviewer) {
    case (true, true): return "reviewed, reviews"
    case (true, false): return "reviewed"
    case (false, true): return "reviews"
    case (false, false): return ""
    }
  }

  private func writeText() throws {
    let drawn = isOfCycle ? ["year", "reviews done"] : []
    var table = TextTable(["State", "group", "Protocols", "legal systems", "role"] + drawn)
    for line in lines {
      let state = [
        Quotation.title(of: line.state), Quotation.escaped(line.state.region.text),
        Self.joined(line.state.protocols), Self.joined(line.state.legalSystems), Self.role(line),
      ]
      table.append(
        state + (isOfCycle ? [line.year.map(String.init) ?? "", String(line.reviews)] : []))
    }
    try table.write()
  }

  /// The columns of the forms for programs.
  static let header = [
    "state", "name", "region", "protocols", "legal_systems", "reviewed", "reviewer", "left", "year",
    "reviews",
  ]

  /// The fields of a State that are texts, in the order of ``header``.
  func texts(_ line: Line) -> [String] {
    func yes(_ value: Bool) -> String { value ? "yes" : "no" }
    let state = line.state
    return [
      state.code.text, state.name, state.region.text, Self.joined(state.protocols),
      Self.joined(state.legalSystems), yes(state.isReviewed), yes(state.isReviewer),
      yes(line.hasLeft),
    ]
  }

  private var csv: [UInt8] {
    var bytes: [UInt8] = []
    DelimitedLine.append(Self.header, to: &bytes)
    for line in lines {
      DelimitedLine.append(
        texts(line) + [line.year.map(String.init) ?? "", String(line.reviews)], to: &bytes)
    }
    return bytes
  }

  private var json: [UInt8] {
    let rows = lines.map { line in
      let state = line.state
      return JSONValue.object([
        JSONField("state", .text(state.code)),
        JSONField("name", .text(Label(state.name))),
        JSONField("region", .text(state.region)),
        JSONField("protocols", .array(state.protocols.map { .text($0) })),
        JSONField("legal_systems", .array(state.legalSystems.map { .text($0) })),
        JSONField("reviewed", .bool(state.isReviewed)),
        JSONField("reviewer", .bool(state.isReviewer)),
        JSONField("left", .bool(line.hasLeft)),
        JSONField("year", line.year.map { .integer(Int128($0)) } ?? .null),
        JSONField("reviews", .integer(Int128(line.reviews))),
      ])
    }
    var bytes: [UInt8] = []
    JSONValue.array(rows).write(to: &bytes)
    return bytes + [UInt8(ascii: "\n")]
  }
}
