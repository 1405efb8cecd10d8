import Rules
import Yams

/// Reads rulebooks (contract, section 4).
public enum RulebookReader {
  /// The most bytes a rulebook has.
  public static let limitInBytes = 1 << 16

  static let keys = [
    "name", "source", "cycle", "joining", "reviewers", "loads", "selection", "redraws", "waivers",
  ]
  private static let reviewerKeys =
    ["seats", "distinct_groups", "protocols", "mutual_reviews"] + shortKeys

  /// Reads a rulebook from a file.
  ///
  /// - Throws: ``RecordsFailure`` with every fault of the file.
  public static func read(path: String) throws(RecordsFailure) -> Rulebook {
    try read(InputFile.read(path: path, limitInBytes: limitInBytes), file: path)
  }

  /// Reads a rulebook from the bytes of a file; `file` is its name in messages. A file with nothing
  /// but comments is the built-in rulebook, since every key left out takes its default.
  ///
  /// - Throws: ``RecordsFailure`` with every fault of the file.
  public static func read(_ bytes: [UInt8], file: String) throws(RecordsFailure) -> Rulebook {
    guard bytes.count <= limitInBytes else {
      let fault = Fault(.tooLarge(limitInBytes: limitInBytes), at: Place(file: file))
      throw .data(faults: [fault], warnings: [])
    }
    var document = YAMLDocument(file: file)
    let root = document.compose(bytes)
    var nodes = YAMLNodes(file: file, maskedKeys: document.maskedKeys)
    var rulebook = Rulebook()
    if let root, !isEmpty(root) { read(root, &nodes, into: &rulebook) }
    if let failure = RecordsFailure.of(document.faults + nodes.faults) { throw failure }
    return rulebook
  }

  /// Whether a document begins but holds nothing.
  private static func isEmpty(_ root: Node) -> Bool {
    guard case .scalar(let scalar) = root else { return false }
    return scalar.style == .plain && scalar.string.isEmpty && scalar.tag.rawValue.isEmpty
  }

  /// Reads the keys that are there; `path` is where they stand in a larger file, and `others` are
  /// keys there that are none of a rulebook.
  static func read(
    _ root: Node, _ nodes: inout YAMLNodes, into rulebook: inout Rulebook, path: String? = nil,
    others: [String] = []
  ) {
    let top = nodes.top(root, keys: keys + others, path: path)
    set(&rulebook.name, line("name", of: top, &nodes))
    set(&rulebook.source, line("source", of: top, &nodes))

    readCycle(of: top, &nodes, into: &rulebook)
    set(&rulebook.joining, nodes.word("joining", of: top))

    let reviewers = nodes.section("reviewers", of: top, keys: reviewerKeys)
    readSeats(of: reviewers, &nodes, into: &rulebook)
    set(&rulebook.distinctGroups, nodes.truth("distinct_groups", of: reviewers))
    set(&rulebook.protocols, nodes.word("protocols", of: reviewers))
    set(&rulebook.mutualReviews, nodes.word("mutual_reviews", of: reviewers))

    readLoads(of: top, &nodes, into: &rulebook)

    let selection = nodes.section("selection", of: top, keys: ["method", "proportional"])
    set(&rulebook.selectionMethod, nodes.word("method", of: selection))
    set(&rulebook.isSelectionProportional, nodes.truth("proportional", of: selection))

    let redraws = nodes.section("redraws", of: top, keys: ["limit", "scope", "exclude_previous"])
    set(&rulebook.redrawLimit, nodes.number("limit", of: redraws, in: 0...1000))
    set(&rulebook.redrawScope, nodes.word("scope", of: redraws))
    set(&rulebook.excludesPreviousReviewers, nodes.truth("exclude_previous", of: redraws))

    set(&rulebook.waivers, nodes.words("waivers", of: top))
  }

  /// A text that is one line.
  private static func line(
    _ key: String, of top: YAMLNodes.Section, _ nodes: inout YAMLNodes
  ) -> String? {
    guard let text = nodes.text(key, of: top) else { return nil }
    guard let (scalar, index) = FitText.firstLineBreak(in: text) else { return text }
    nodes.report(
      .unfitCharacter(scalar.value, position: index + 1), at: top.values[key], top.prefix + key)
    return nil
  }

  private static func readCycle(
    of top: YAMLNodes.Section, _ nodes: inout YAMLNodes, into rulebook: inout Rulebook
  ) {
    let cycle = nodes.section("cycle", of: top, keys: ["years", "selected"])
    let years = nodes.number("years", of: cycle, in: 1...50)
    let selected = nodes.number("selected", of: cycle, in: 1...50)
    set(&rulebook.years, years)
    rulebook.unselectedYears = min(rulebook.unselectedYears, rulebook.years - 1)
    guard let selected else { return }
    if selected <= rulebook.years {
      rulebook.selectedYears = selected
    } else if years != nil || cycle.values["years"] == nil {
      nodes.report(
        .rulebook(.selectedAboveYears(selected: selected, years: rulebook.years)),
        at: cycle.values["selected"], cycle.prefix + "selected")
    }
  }

  private static func readLoads(
    of top: YAMLNodes.Section, _ nodes: inout YAMLNodes, into rulebook: inout Rulebook
  ) {
    let loads = nodes.section("loads", of: top, keys: ["minimum", "target", "maximum", "per_year"])
    let minimum = nodes.number("minimum", of: loads, in: 0...1000)
    let target = nodes.number("target", of: loads, in: 0...1000)
    let maximum = nodes.number("maximum", of: loads, in: 0...1000)
    set(&rulebook.minimumLoad, minimum)
    set(&rulebook.targetLoad, target)
    set(&rulebook.maximumLoad, maximum)
    set(&rulebook.maximumPerYear, nodes.number("per_year", of: loads, in: 0...1000))
    // A value that is wrong by itself has its own fault already.
    if loads.values["minimum"] != nil && minimum == nil { return }
    if loads.values["maximum"] != nil && maximum == nil { return }
    if rulebook.minimumLoad > rulebook.maximumLoad {
      let key = minimum == nil ? "maximum" : "minimum"
      nodes.report(
        .minimumAboveMaximum(minimum: rulebook.minimumLoad, maximum: rulebook.maximumLoad),
        at: loads.values[key], loads.prefix + key)
    } else if rulebook.targetLoad != 0,
      !(rulebook.minimumLoad...rulebook.maximumLoad ~= rulebook.targetLoad)
    {
      let key = target != nil ? "target" : minimum != nil ? "minimum" : "maximum"
      nodes.report(
        .rulebook(
          .target(
            rulebook.targetLoad, minimum: rulebook.minimumLoad, maximum: rulebook.maximumLoad)),
        at: loads.values[key], loads.prefix + key)
    }
  }

  private static func set<Value>(_ value: inout Value, _ read: Value?) {
    if let read { value = read }
  }
}
