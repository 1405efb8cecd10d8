import Records
import Yams

/// Reads timetables, and the holidays in them.
///
/// ```yaml
/// name: Guidelines of 2010
/// holidays: [2027-01-01]
/// steps:
///   - {step: notification}
///   - {step: focal_point, after: notification, weeks: 3, paragraph: "13"}
/// ```
public enum TimetableReader {
  /// The most bytes a timetable has.
  public static let limitInBytes = 1 << 16
  private static let counts = 0...10_000

  /// Reads a timetable from the bytes of a file; `file` is its name in messages.
  ///
  /// - Throws: ``RecordsFailure`` with every fault of the file.
  public static func read(
    _ bytes: [UInt8], file: String
  ) throws(RecordsFailure) -> (timetable: Timetable, holidays: Set<CivilDate>) {
    var document = YAMLDocument(file: file)
    let root = document.compose(bytes)
    var nodes = YAMLNodes(file: file, maskedKeys: document.maskedKeys)
    var timetable = Timetable(name: "", entries: [])
    var holidays: Set<CivilDate> = []
    if let root {
      let top = nodes.top(root, keys: ["name", "holidays", "steps"])
      nodes.require(["name", "steps"], in: top, at: root)
      timetable.name = nodes.text("name", of: top) ?? ""
      holidays = Set(
        nodes.values("holidays", of: top, allowed: .word(["2027-01-31"])) { node in
          YAMLNodes.plainText(of: node).flatMap { CivilDate($0) }
        } ?? [])
      timetable.entries = entries(of: top, &nodes)
    } else if document.faults.isEmpty {
      throw .data(faults: [Fault(.empty, at: Place(file: file))], warnings: [])
    }
    let faults = document.faults + nodes.faults
    if !faults.isEmpty { throw .data(faults: faults, warnings: []) }
    return (timetable, holidays)
  }

  private static func entries(
    of top: YAMLNodes.Section, _ nodes: inout YAMLNodes
  ) -> [Timetable.Entry] {
    let units = ["days", "weeks", "months"]
    var entries: [Timetable.Entry] = []
    let keys = ["step", "after", "paragraph"] + units
    for (node, section) in nodes.mappings("steps", of: top, keys: keys) ?? [] {
      nodes.require(["step"], in: section, at: node)
      // Each step once, the notification first; each after one that stands before it.
      let earlier = entries.map(\.step.rawValue)
      let possible =
        entries.isEmpty
        ? [ReviewStep.notification.rawValue]
        : ReviewStep.allCases.map(\.rawValue).filter { !earlier.contains($0) }
      let step = word("step", of: section, possible, &nodes)
      let after = entries.isEmpty ? nil : word("after", of: section, earlier, &nodes)
      if entries.isEmpty {
        if section.values["after"] != nil {
          nodes.report(.eitherKey("step: notification", "after"), at: node, "steps")
        }
      } else {
        nodes.require(["after"], in: section, at: node)
      }
      let given = units.filter { section.values[$0] != nil }
      if given.count != (entries.isEmpty ? 0 : 1) {
        nodes.report(.eitherKey("weeks", "months"), at: node, "steps")
      }
      let counts = units.map { nodes.number($0, of: section, in: Self.counts) }
      let allowance =
        counts[1].map { Allowance.weeks($0) } ?? counts[2].map { Allowance.months($0) }
        ?? .days(counts[0] ?? 0)
      let paragraph = nodes.text("paragraph", of: section) ?? ""
      guard let step else { continue }
      entries.append(Timetable.Entry(step, after: after, allowance, paragraph: paragraph))
    }
    return entries
  }

  private static func word(
    _ key: String, of section: YAMLNodes.Section, _ possible: [String], _ nodes: inout YAMLNodes
  ) -> ReviewStep? {
    nodes.read(key, of: section, allowed: .word(possible)) { node in
      YAMLNodes.text(of: node).flatMap { possible.contains($0) ? ReviewStep(rawValue: $0) : nil }
    }
  }
}
