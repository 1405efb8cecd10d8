import Yams

/// Reads typed values from the nodes of a YAML file and collects what is wrong with them.
package struct YAMLNodes {
  /// The values of a mapping, by key, and where the mapping stands among the others.
  package struct Section {
    /// The path of the mapping, with a full stop at its end; empty at the top.
    package let prefix: String
    /// The value of each key that is there and known.
    package let values: [String: Node]
  }

  /// What is wrong so far.
  package private(set) var faults: [Fault] = []
  private let file: String
  private let maskedKeys: [String: String]

  /// Begins with the name of the file in messages, and the keys that its document masked.
  package init(file: String, maskedKeys: [String: String]) {
    self.file = file
    self.maskedKeys = maskedKeys
  }

  /// The values of the mapping at the top of a document, or at a path in one.
  package mutating func top(_ root: Node, keys: [String], path: String? = nil) -> Section {
    Section(
      prefix: path.map { $0 + "." } ?? "", values: values(of: root, path: path, keys: keys))
  }

  /// The values of a mapping inside another; none where it is left out.
  package mutating func section(_ key: String, of parent: Section, keys: [String]) -> Section {
    let path = parent.prefix + key
    guard let node = parent.values[key] else { return Section(prefix: path + ".", values: [:]) }
    return Section(prefix: path + ".", values: values(of: node, path: path, keys: keys))
  }

  /// A whole number; nil where it is left out or wrong.
  package mutating func number(_ key: String, of section: Section, in range: ClosedRange<Int>)
    -> Int?
  {
    read(key, of: section, allowed: .number(range)) { Self.number(of: $0, in: range) }
  }

  /// True or false; nil where it is left out or wrong.
  package mutating func truth(_ key: String, of section: Section) -> Bool? {
    read(key, of: section, allowed: .word(["true", "false"])) { node in
      switch Self.plainText(of: node) {
      case "true": true
      case "false": false
      default: nil
      }
    }
  }

  /// One of the words of an enumeration; nil where it is left out or wrong.
  package mutating func word<Word>(_ key: String, of section: Section) -> Word?
  where Word: CaseIterable & RawRepresentable<String> {
    read(key, of: section, allowed: .word(Word.allCases.map(\.rawValue))) { node in
      Self.text(of: node).flatMap(Word.init(rawValue:))
    }
  }

  /// Any text; nil where it is left out or is no text.
  package mutating func text(_ key: String, of section: Section) -> String? {
    read(key, of: section, allowed: .text, Self.text)
  }

  /// A list of words of an enumeration, each at most once; nil where it is left out.
  package mutating func words<Word>(_ key: String, of section: Section) -> [Word]?
  where Word: CaseIterable & RawRepresentable<String> & Hashable {
    let allowed = Word.allCases.map(\.rawValue)
    let path = section.prefix + key
    guard let items: [Node] = read(key, of: section, allowed: .list(allowed), Self.items) else {
      return nil
    }
    var lines: [Word: Int] = [:]
    var words: [Word] = []
    for item in items {
      guard let word = Self.text(of: item).flatMap(Word.init(rawValue:)) else {
        report(.wrongValue(Self.found(item), allowed: .word(allowed)), at: item, path)
        continue
      }
      if let line = lines[word] {
        report(.duplicateWaiver(Quotation(word.rawValue), earlierLine: line), at: item, path)
      } else {
        lines[word] = item.mark?.line ?? 0
        words.append(word)
      }
    }
    return words
  }

  /// Collects a fault of the value at a key.
  package mutating func report(_ problem: Problem, at node: Node?, _ path: String?) {
    faults.append(
      Fault(
        problem, at: Place(file: file, line: node?.mark?.line, field: path.map(Place.Field.key))))
  }

  /// The value of a key as a function reads it; nil where it is left out or wrong.
  package mutating func read<Value>(
    _ key: String, of section: Section, allowed: Problem.Allowed, _ convert: (Node) -> Value?
  ) -> Value? {
    guard let node = section.values[key] else { return nil }
    if let value = convert(node) { return value }
    report(.wrongValue(Self.found(node), allowed: allowed), at: node, section.prefix + key)
    return nil
  }

  mutating func values(of node: Node, path: String?, keys: [String]) -> [String: Node] {
    guard case .mapping(let mapping) = node, Self.tag(of: node) == nil else {
      report(.wrongValue(Self.found(node), allowed: .mapping(keys)), at: node, path)
      return [:]
    }
    let prefix = path.map { $0 + "." } ?? ""
    var values: [String: Node] = [:]
    var duplicates: [(key: String, node: Node)] = []
    var lines: [String: Int] = [:]
    for (keyNode, value) in mapping {
      let text = Self.text(of: keyNode)
      if let text, let key = maskedKeys[text] {
        duplicates.append((key, keyNode))
        continue
      }
      guard let text, keys.contains(where: { $0.utf8.elementsEqual(text.utf8) }) else {
        let name = text.map { Quotation($0) } ?? Quotation("\(Self.found(keyNode))")
        report(.unknownKey(name, allowed: keys), at: keyNode, prefix + name.text)
        continue
      }
      values[text] = value
      lines[text] = keyNode.mark?.line
    }
    for (key, node) in duplicates {
      report(
        .duplicateKey(otherLine: lines[key]), at: node, prefix + Quotation(key).text)
    }
    return values
  }

  /// The text of a scalar without an explicit tag but that of a text; nil for any other node.
  package static func text(of node: Node) -> String? {
    guard case .scalar(let scalar) = node, tag(of: node) == nil else { return nil }
    return scalar.string
  }

  /// The text of a scalar without quotation marks and tag; nil for any other node.
  package static func plainText(of node: Node) -> String? {
    guard case .scalar(let scalar) = node, scalar.style == .plain, scalar.tag.rawValue.isEmpty
    else { return nil }
    return scalar.string
  }

  /// The whole number that a scalar is, written in the only way; nil for any other node.
  package static func number(of node: Node, in range: ClosedRange<Int>) -> Int? {
    guard let text = plainText(of: node), let number = Int(text),
      String(number).utf8.elementsEqual(text.utf8)
    else { return nil }
    return range.contains(number) ? number : nil
  }

  /// The items of a list; nil for any other node.
  package static func items(of node: Node) -> [Node]? {
    guard case .sequence(let sequence) = node, tag(of: node) == nil else { return nil }
    return Array(sequence)
  }

  /// The explicit tag of a node where it is not the ordinary one of its kind.
  static func tag(of node: Node) -> String? {
    let (tag, ordinary): (Tag, Tag.Name)
    switch node {
    case .scalar(let scalar): (tag, ordinary) = (scalar.tag, .str)
    case .sequence(let sequence): (tag, ordinary) = (sequence.tag, .seq)
    case .mapping(let mapping): (tag, ordinary) = (mapping.tag, .map)
    case .alias(let alias): (tag, ordinary) = (alias.tag, .str)
    }
    let names = ["", Tag.Name.nonSpecific.rawValue, ordinary.rawValue]
    return names.contains(tag.rawValue) ? nil : tag.rawValue
  }

  package static func found(_ node: Node) -> Problem.Found {
    if let tag = tag(of: node) { return .tagged(Quotation(tag)) }
    switch node {
    case .scalar(let scalar):
      if scalar.style != .plain { return .quoted(Quotation(scalar.string)) }
      return scalar.string.isEmpty ? .nothing : .plain(Quotation(scalar.string))
    case .sequence: return .list
    case .mapping: return .mapping
    case .alias: return .nothing
    }
  }
}
