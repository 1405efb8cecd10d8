import Members
import Records
import Rules

/// The table `cells.csv`: what each cell of a plan is.
enum CellTable {
  private static let generatedKeys = ["states", "groups", "signatories", "coverage", "seed"]

  /// The names of the columns, in order.
  static let columns: [String] =
    ["cell", "cycles", "membership", "states", "reviewed", "conflicts"]
    + generatedKeys.map { "generate.\($0)" }
    + settings(of: Rulebook().json).map(\.key)
    + ["behaviour"] + Behaviour.rates.map(\.key) + ["worse", "groups"]

  /// The bytes of the table.
  static func bytes(of plan: StressPlan) -> [UInt8] {
    var bytes: [UInt8] = []
    DelimitedLine.append(columns, to: &bytes)
    for number in 1...plan.cellCount {
      DelimitedLine.append(row(of: plan.cell(number), cycles: plan.cycles), to: &bytes)
    }
    return bytes
  }

  /// The fields of a cell.
  static func row(of cell: StressCell, cycles: Int) -> [String] {
    [String(cell.number), String(cycles), cell.membership.name] + memberFields(of: cell.membership)
      + settings(of: cell.rulebook.json).map(\.value)
      + [cell.behaviour.name]
      + Behaviour.rates.map { cell.behaviour[keyPath: $0.path].text }
      + [cell.behaviour.worse.rawValue, cell.behaviour.groupsText]
  }

  private static func memberFields(of membership: PlannedMembership) -> [String] {
    let conflicts = String(membership.conflicts.count)
    switch membership.source {
    case .file(let states):
      return [String(states.states.count), String(states.reviewedCount), conflicts]
        + generatedKeys.map { _ in "" }
    case .generated(let synthetic):
      func text(_ number: Int?) -> String { number.map(String.init) ?? "" }
      return [
        text(synthetic.stateCount), text(synthetic.stateCount), conflicts,
        text(synthetic.stateCount), text(synthetic.groupCount), text(synthetic.signatoryPercent),
        text(synthetic.coveragePercent), synthetic.seed.text,
      ]
    }
  }

  /// The values of a rulebook with the paths of their keys.
  private static func settings(
    of value: JSONValue, path: String = ""
  ) -> [(key: String, value: String)] {
    switch value {
    case .null: [(path, "")]
    case .bool(let value): [(path, value ? "true" : "false")]
    case .integer(let value): [(path, String(value))]
    case .text(let label): [(path, label.text)]
    case .array(let values):
      [(path, values.flatMap { settings(of: $0) }.map(\.value).joined(separator: " "))]
    case .object(let fields):
      fields.flatMap { field in
        // A behaviour has a rate of this name.
        let key = path.isEmpty && field.key == "joining" ? "rulebook.joining" : field.key.text
        return settings(of: field.value, path: path.isEmpty ? key : "\(path).\(key)")
      }
    }
  }
}
