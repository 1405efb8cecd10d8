import Reports
import StressTesting

/// What distinguishes cells, in words: only what varies is said, and nothing that follows from what
/// is said already.
enum CellLabels {
  /// The cells with their labels. A cell that nothing distinguishes has its number.
  static func labelled(_ cells: [CellSummary]) -> [PageCell] {
    let names = distinguishing(cells)
    return cells.map { cell in
      PageCell(summary: cell, label: names.isEmpty ? "cell \(cell.number)" : text(cell, names))
    }
  }

  /// A cell in the words of these settings.
  static func text(_ cell: CellSummary, _ names: [String]) -> String {
    // A membership from a file has no settings of a made-up one.
    let isMade = !cell.setting("generate.states").isEmpty
    return names.filter { isMade || !$0.hasPrefix("generate.") }
      .map { phrase($0, cell.setting($0)) }.joined(separator: ", ")
  }

  /// Names of settings, in their order, each of which tells some cells apart that those before it
  /// do not.
  static func distinguishing(_ cells: [CellSummary]) -> [String] {
    // Sizes follow from the membership, which is named.
    let never: Set = ["states", "reviewed", "conflicts", "generate.seed"]
    // What rules are called says less than what they are.
    let late: Set = ["name", "source"]
    let all = (cells.first?.settings.map(\.name) ?? []).filter { !never.contains($0) }
    var keys = cells.map { _ in "" }
    var chosen: [String] = []
    var kinds = 1
    for name in all.filter({ !late.contains($0) }) + all.filter(late.contains) {
      let finer = zip(keys, cells).map { "\($0)\u{1}\($1.setting(name))" }
      let count = Set(finer).count
      if count > kinds {
        (keys, kinds) = (finer, count)
        chosen.append(name)
      }
    }
    return chosen
  }

  private static func phrase(_ name: String, _ value: String) -> String {
    switch name {
    case "membership", "behaviour": value
    case "generate.states": "\(grouped(value)) States"
    case "generate.groups": value.isEmpty ? "the real groups" : "\(value) groups"
    case "generate.signatories": "\(value) % signatories"
    case "generate.coverage":
      value.isEmpty ? "the real Protocols" : "\(value) % party to each Protocol"
    case "cycle.years": value == "1" ? "1 year" : "\(value) years"
    case "reviewers.seats": seats(value)
    case "reviewers.protocols":
      value == "supplement" ? "Protocols supplemented" : "\(value) Protocols"
    case "reviewers.mutual_reviews": "mutual reviews \(value)"
    case "loads.minimum": "minimum \(value)"
    case "loads.maximum": "maximum \(value)"
    case "selection.proportional": value == "true" ? "years in proportion" : "years as it falls"
    case "redraws.limit": value == "1" ? "1 redraw" : "\(value) redraws"
    case "waivers": value.isEmpty ? "no waivers" : "waivers: \(value)"
    case "stand_down": "stand-down \(value)"
    default: "\(name) \(value)"
    }
  }

  /// The kinds of seats, each with its name, count, group and legal system in `cells.csv`.
  private static func seats(_ value: String) -> String {
    let words = value.split(separator: " ")
    return stride(from: 0, to: words.count - 3, by: 4).map { first in
      let (name, count, group, legalSystem) = (
        words[first], words[first + 1], words[first + 2], words[first + 3]
      )
      var asked = group == "any" ? [] : ["\(group) group"]
      if legalSystem == "preferred" { asked.append("similar") }
      return "\(count) \(name)" + (asked.isEmpty ? "" : " (\(asked.joined(separator: ", ")))")
    }.joined(separator: " and ")
  }

  private static func grouped(_ digits: String) -> String {
    Int(digits).map { NumberText.text($0) } ?? digits
  }
}
