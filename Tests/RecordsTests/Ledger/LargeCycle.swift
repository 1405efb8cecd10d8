import Drawing
import Members
import Records
import Rules

/// A cycle of many States, few of which are reviewed, so that it is drawn fast.
enum LargeCycle {
  /// The events of a cycle: a year, an amendment by which one State leaves and one is renamed, a
  /// redraw and another year.
  static func events(states count: Int) throws -> [Event] {
    var events: [Event] = []
    var rulebook = Rulebook()
    (rulebook.years, rulebook.selectedYears, rulebook.minimumLoad) = (2, 2, 0)
    let drawer = try Drawer.open(
      Membership((0..<count).map(state)), rulebook: rulebook, conflicts: [], software: "test",
      acceptsWaivers: true
    ) { events.append($0) }
    try drawer.select(.plain("s selection"))
    try drawer.draw(year: 1, .plain("s year 1"))
    let new = State(code: "T", region: "A", isReviewed: false)
    let amendment = Amendment(
      membership: Membership((1..<count - 1).map(state) + [new]),
      leaves: ["S0000"], renames: [.init(from: state(count - 1).code, to: "T")])
    try drawer.amend(amendment, nil, acceptsWaivers: true)
    let reviewed = drawer.cycle.roster.states[drawer.cycle.states(year: 1)[1]].code
    try drawer.redraw(reviewed, .plain("s redraw"), acceptsWaivers: true)
    try drawer.draw(year: 2, .plain("s year 2"))
    return events
  }

  private static func state(_ number: Int) -> State {
    let digits = String(number)
    return State(
      code: Label("S" + String(repeating: "0", count: 4 - digits.count) + digits),
      region: number % 3 == 0 ? "A" : "B", protocols: number % 2 == 0 ? ["P"] : [],
      legalSystems: number % 5 == 0 ? ["civil"] : ["common"],
      isReviewed: (100..<124).contains(number))
  }

  /// What lots have in common whose bowls are told one from another; nil where they are of years.
  /// Plainly, as the page Ledger says it.
  private static func likeness(
    _ lot: DrawnLot, _ rows: [Label: State], _ rulebook: Rulebook
  ) -> [String]? {
    switch lot.purpose {
    case .extraPlace, .joining: return nil
    case .year(let region, _), .first(let region): return [lot.purpose.label.text, region.text]
    case .turn, .replacement: return [lot.purpose.label.text]
    case .regionalReviewer(_, let state, let kind), .openReviewer(_, let state, let kind):
      guard let row = rows[state], let seat = rulebook.seats.first(where: { $0.name == kind })
      else { return nil }
      return [lot.purpose.label.text] + row.protocols.map(\.text)
        + (seat.group == .any ? [] : ["of", row.region.text])
        + (seat.legalSystem == .ignored ? [] : ["by"] + row.legalSystems.map(\.text))
    case .supplementaryReviewer(_, let state, _):
      return [lot.purpose.label.text] + (rows[state]?.protocols.map(\.text) ?? [])
    }
  }

  /// The field `bowl` of each lot, in full and as the page Ledger has it; nil for other events.
  static func bowls(_ events: [Event]) -> [(full: JSONValue, told: JSONValue)?] {
    var (rows, rulebook, isLarge) = ([Label: State](), Rulebook(), false)
    var before: [[String]: (Int, [Label])] = [:]
    return events.enumerated().map { sequence, event in
      switch event {
      case .opened(let opened):
        rows = Dictionary(uniqueKeysWithValues: opened.membership.states.map { ($0.code, $0) })
        (rulebook, isLarge) = (opened.rulebook, rows.count >= 1_000)
      case .amended(let amended):
        for state in amended.membership?.states ?? [] { rows[state.code] = state }
        rulebook = amended.rulebook ?? rulebook
      case .lot(let lot):
        let full = JSONValue.texts(lot.bowl)
        guard isLarge, let likeness = likeness(lot, rows, rulebook) else { return (full, full) }
        defer { before[likeness] = (sequence, lot.bowl) }
        guard let (line, bowl) = before[likeness] else { return (full, full) }
        let without = Set(bowl).subtracting(lot.bowl).sorted()
        let with = Set(lot.bowl).subtracting(bowl).sorted()
        if without.count + with.count >= lot.bowl.count { return (full, full) }
        return (full, told(line, without, with))
      default: break
      }
      return nil
    }
  }

  /// The field of a bowl that is told from another.
  static func told(_ line: Int, _ without: [Label], _ with: [Label]) -> JSONValue {
    .object([
      JSONField("from", .integer(Int128(line))), JSONField("without", .texts(without)),
      JSONField("with", .texts(with)),
    ])
  }

  /// The lines of a ledger with other bowls in it, chained anew.
  static func lines(
    _ lines: [JSONValue], _ bowls: [Int: JSONValue] = [:]
  ) -> [UInt8] {
    var (file, previous) = ([UInt8](), LineHash.none)
    for (number, line) in lines.enumerated() {
      guard case .object(let fields) = line else { continue }
      let bytes = JSONValue.object(
        fields.map { field in
          switch field.key {
          case "previous": JSONField("previous", .text(Label(previous.text)))
          case "bowl": JSONField("bowl", bowls[number] ?? field.value)
          default: field
          }
        }
      ).bytes
      previous = LineHash(of: bytes)
      file += bytes + [UInt8(ascii: "\n")]
    }
    return file
  }
}
