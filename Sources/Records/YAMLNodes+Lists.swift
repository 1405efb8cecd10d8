import Yams

extension YAMLNodes {
  /// The most values of one key.
  package static let valueLimit = 10_000

  /// The values of a key that holds one value or a list of them; nil where it is left out or wrong.
  package mutating func values<Value>(
    _ key: String, of section: Section, allowed: Problem.Allowed, _ convert: (Node) -> Value?
  ) -> [Value]? {
    guard let node = section.values[key] else { return nil }
    let path = section.prefix + key
    guard let items = Self.items(of: node) else {
      return read(key, of: section, allowed: allowed, convert).map { [$0] }
    }
    if items.isEmpty {
      report(.emptyList, at: node, path)
      return nil
    }
    var values: [Value] = []
    for item in items {
      if let value = convert(item) {
        values.append(value)
      } else {
        report(.wrongValue(Self.found(item), allowed: allowed), at: item, path)
      }
    }
    return values.count == items.count ? values : nil
  }

  /// The whole numbers of a key that holds one, a list of them, or a range; nil where it is left out
  /// or wrong.
  package mutating func numbers(
    _ key: String, of section: Section, in range: ClosedRange<Int>
  ) -> [Int]? {
    guard let node = section.values[key] else { return nil }
    guard case .mapping = node else {
      return values(key, of: section, allowed: .numbers(range)) { Self.number(of: $0, in: range) }
    }
    return numbers(ofRange: node, section.prefix + key, in: range)
  }

  /// The numbers of a mapping `{from: 1, to: 9, step: 2}`.
  mutating func numbers(
    ofRange node: Node, _ path: String, in range: ClosedRange<Int>
  ) -> [Int]? {
    let section = top(node, keys: ["from", "to", "step"], path: path)
    for key in ["from", "to"] where section.values[key] == nil {
      report(.missingKey(key), at: node, path)
    }
    let from = number("from", of: section, in: range)
    let to = number("to", of: section, in: range)
    let step = number("step", of: section, in: 1...Int(Int32.max))
    guard let from, let to, step != nil || section.values["step"] == nil else { return nil }
    if from > to {
      report(.fromAboveTo(from: from, to: to), at: node, path)
      return nil
    }
    let numbers = stride(from: from, through: to, by: step ?? 1)
    if (to - from) / (step ?? 1) >= Self.valueLimit {
      report(.tooManyValues(limit: Self.valueLimit), at: node, path)
      return nil
    }
    return Array(numbers)
  }

  /// The mappings of a key that holds one or a list of them, each with its path; nil where it is left
  /// out or wrong.
  package mutating func mappings(
    _ key: String, of section: Section, keys: [String]
  ) -> [(node: Node, section: Section)]? {
    guard let node = section.values[key] else { return nil }
    let path = section.prefix + key
    if case .mapping = node { return [(node, top(node, keys: keys, path: path))] }
    guard let items = read(key, of: section, allowed: .mappings, Self.items) else { return nil }
    if items.isEmpty {
      report(.emptyList, at: node, path)
      return nil
    }
    return items.map { ($0, top($0, keys: keys, path: path)) }
  }

  /// Says that a key is missing which must be there.
  package mutating func require(_ keys: [String], in section: Section, at node: Node?) {
    for key in keys where section.values[key] == nil {
      report(.missingKey(key), at: node, nil)
    }
  }
}
