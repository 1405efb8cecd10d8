import Rules
import Yams

extension RulebookReader {
  private static let sections = ["cycle", "reviewers", "loads", "selection", "redraws"]
  /// Keys that may hold a range.
  private static let numberKeys = [
    "cycle.years", "cycle.selected", "reviewers.per_review", "reviewers.same_region",
    "loads.minimum", "loads.target", "loads.maximum", "loads.per_year", "redraws.limit",
  ]

  /// Keys whose one value is a list.
  private static let listKeys = ["reviewers.seats", "waivers"]

  /// Reads rulebooks from a mapping in which every key may hold a list of values, or a range of whole
  /// numbers: all combinations, the key written last varying fastest.
  ///
  /// - Parameters:
  ///   - root: The mapping.
  ///   - path: Where it stands in its file.
  ///   - others: Keys in it that are none of a rulebook.
  ///   - base: What holds for keys that are left out.
  ///   - nodes: Collects what is wrong; a fault may stand there several times.
  /// - Complexity: Linear in the number of combinations.
  package static func grid(
    _ root: Node, path: String, others: [String], base: Rulebook, _ nodes: inout YAMLNodes
  ) -> [Rulebook] {
    guard let variants = expand(root, path: path, &nodes) else { return [] }
    return variants.map { variant in
      var rulebook = base
      read(variant, &nodes, into: &rulebook, path: path, others: others)
      return rulebook
    }
  }

  /// Every combination of the values of a mapping, each as a mapping with one value for a key.
  private static func expand(
    _ node: Node, path: String, _ nodes: inout YAMLNodes, isTop: Bool = true
  ) -> [Node]? {
    guard case .mapping(let mapping) = node else { return [node] }
    var rows: [[(Node, Node)]] = [[]]
    for (key, value) in mapping {
      let name = YAMLNodes.text(of: key) ?? ""
      let own = "\(path).\(name)"
      let choices: [Node]?
      if isTop && sections.contains(name) {
        choices = expand(value, path: own, &nodes, isTop: false)
      } else {
        choices = alternatives(
          of: isTop ? name : "\(path.split(separator: ".").last ?? "").\(name)", value, path: own,
          &nodes)
      }
      // Its faults are known; what else is wrong is to be found too.
      guard let choices else { continue }
      guard rows.count * choices.count <= YAMLNodes.valueLimit else {
        nodes.report(.tooManyValues(limit: YAMLNodes.valueLimit), at: value, own)
        return nil
      }
      rows = rows.flatMap { row in choices.map { row + [(key, $0)] } }
    }
    return rows.map { row in
      .mapping(Node.Mapping(row, mapping.tag, mapping.style, mapping.mark))
    }
  }

  /// The values that one key may take; nil where that is a fault.
  ///
  /// - Parameter name: The path of the key in a rulebook.
  private static func alternatives(
    of name: String, _ node: Node, path: String, _ nodes: inout YAMLNodes
  ) -> [Node]? {
    switch node {
    case .sequence(let sequence):
      let isSingle =
        listKeys.contains(name)
        && !sequence.contains { if case .sequence = $0 { true } else { false } }
      if isSingle { return [node] }
      if sequence.isEmpty {
        nodes.report(.emptyList, at: node, path)
        return nil
      }
      return Array(sequence)
    case .mapping(let mapping) where numberKeys.contains(name):
      guard let numbers = nodes.numbers(ofRange: node, path, in: 0...1000) else { return nil }
      return numbers.map {
        .scalar(Node.Scalar(String($0), Tag.implicit, .plain, mapping.mark))
      }
    default: return [node]
    }
  }
}
