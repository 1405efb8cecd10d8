import Drawing
import Members
import Rules

/// Which States may not sit on one review: of one group where the rulebook asks for distinct groups,
/// and pairs excluded.
struct Apart: Sendable {
  /// The States of each group, in order; none where groups do not matter.
  private(set) var groups: [[Int]] = []
  /// The group of each State; −1 where it is none of the matter.
  private(set) var groupOf: [Int]
  /// The pairs excluded, each once, in order.
  private(set) var excluded: [(Int, Int)] = []
  private var others: [Int: Set<Int>] = [:]

  /// The rules of a cycle.
  init(_ cycle: Cycle) {
    let states = cycle.roster.states
    groupOf = Array(repeating: -1, count: states.count)
    if cycle.rulebook.distinctGroups {
      for name in Set(states.map(\.region)).sorted() where !name.isEmpty {
        let members = states.indices.filter { states[$0].region == name }
        for member in members { groupOf[member] = groups.count }
        groups.append(members)
      }
    }
    for pair in cycle.exclusions {
      guard let one = cycle.roster.index(of: pair.reviewer),
        let other = cycle.roster.index(of: pair.other)
      else { continue }
      if others[one]?.contains(other) ?? false { continue }
      excluded.append((min(one, other), max(one, other)))
      others[one, default: []].insert(other)
      others[other, default: []].insert(one)
    }
  }

  /// The number of groups that matter.
  var groupCount: Int { groups.count }

  /// Whether all States may sit together.
  var isEmpty: Bool { groups.isEmpty && excluded.isEmpty }

  /// Whether two States are of one group, where that matters.
  func areOfOneGroup(_ one: Int, _ other: Int) -> Bool {
    groupOf[one] >= 0 && groupOf[one] == groupOf[other]
  }

  /// Whether two States may not sit together.
  func areApart(_ one: Int, _ other: Int) -> Bool {
    areOfOneGroup(one, other) || !excluded.isEmpty && others[one]?.contains(other) ?? false
  }
}
