import Records
import Rules
import Yams

extension StressPlanReader {
  /// The rulebooks of a plan: of each file that it names, every combination of what it varies.
  mutating func readRulebooks(of top: YAMLNodes.Section) -> [Rulebook] {
    guard let node = top.values["rulebook"] else { return [Rulebook()] }
    var bases = [Rulebook()]
    // What the files are varied by, without the list of them.
    var varied = node
    if case .mapping(let mapping) = node,
      let file = mapping.first(where: { YAMLNodes.text(of: $0.key) == "file" })?.value
    {
      guard let names = names(of: file) else { return [] }
      let others = mapping.filter { YAMLNodes.text(of: $0.key) != "file" }
      varied = .mapping(.init(others.map { ($0, $1) }, mapping.tag, mapping.style, mapping.mark))
      // Each file is read, so that what is wrong is found in all of them.
      let read = names.map { rulebook(named: $0) }
      bases = read.compactMap(\.self)
      if bases.count < read.count { return [] }
    }
    var rulebooks: [Rulebook] = []
    for base in bases where rulebooks.count <= StressPlan.cellLimit {
      rulebooks += RulebookReader.grid(
        varied, path: "rulebook", others: ["file"], base: base, &nodes)
    }
    for what in Set(rulebooks.compactMap(Self.notDrawn)).sorted() {
      nodes.report(.rulebook(.notDrawn(what)), at: node, "rulebook")
    }
    return rulebooks
  }

  /// The names of files or presets: one, or a list.
  private mutating func names(of node: Node) -> [String]? {
    if case .sequence(let list) = node {
      if list.isEmpty {
        nodes.report(.emptyList, at: node, "rulebook.file")
        return nil
      }
      let names = list.compactMap { YAMLNodes.text(of: $0) }
      if names.count == list.count { return names }
    } else if let name = YAMLNodes.text(of: node) {
      return [name]
    }
    nodes.report(.wrongValue(YAMLNodes.found(node), allowed: .text), at: node, "rulebook.file")
    return nil
  }

  /// Reads a rulebook by the name of its file, relative to the plan, or of a preset.
  private mutating func rulebook(named name: String) -> Rulebook? {
    let path = place(name)
    return collect { () throws(RecordsFailure) in
      if let preset = Preset(rawValue: name) { return try RulebookReader.read(preset) }
      return try RulebookReader.read(path: path)
    }
  }

  /// What of a rulebook the laboratory does not draw; nil where it draws everything.
  private static func notDrawn(_ rulebook: Rulebook) -> String? {
    // Memberships of a plan change in the course of a cycle, and give no years.
    rulebook.selectionMethod == .given ? "`selection.method` is given" : nil
  }
}
