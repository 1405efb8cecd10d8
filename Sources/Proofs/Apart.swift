import Drawing
import Members
import Rules

/// Which States may not sit on one review: of one group where the rulebook asks for distinct groups,
/// and pairs excluded.
///
/// Completions keep these rules. Bounds leave them aside, which makes them lower and no less right.
struct Apart: Sendable {
  /// The group of each State; −1 where it is none of the matter.
  private let groups: [Int]
  private let excluded: Set<Int>
  /// The reviewers drawn for each State.
  private var drawn: [[Int]]

  /// The rules of a cycle; nil where it has none of this kind.
  init?(_ cycle: Cycle) {
    let states = cycle.roster.states
    if !cycle.rulebook.distinctGroups && cycle.exclusions.isEmpty { return nil }
    let names = Set(states.map(\.region)).sorted()
    groups = states.map { state in
      cycle.rulebook.distinctGroups && !state.region.isEmpty
        ? names.firstIndex(of: state.region) ?? -1 : -1
    }
    excluded = Set(
      cycle.exclusions.flatMap { pair -> [Int] in
        guard let one = cycle.roster.index(of: pair.reviewer),
          let other = cycle.roster.index(of: pair.other)
        else { return [] }
        return [one * states.count + other, other * states.count + one]
      })
    drawn = cycle.reviews.map(\.reviewers)
  }

  private func areApart(_ one: Int, _ other: Int) -> Bool {
    groups[one] >= 0 && groups[one] == groups[other]
      || excluded.contains(one * groups.count + other)
  }

  /// Whether a reviewer may sit with those that are drawn for a State.
  func may(_ reviewer: Int, _ state: Int) -> Bool {
    !drawn[state].contains { areApart($0, reviewer) }
  }

  /// The reviewers of a State of whom one at least must go; none where all may sit together.
  func breach(_ state: Int, _ reviewers: [Int]) -> [Int] {
    if let one = reviewers.first(where: { !may($0, state) }) { return [one] }
    for (place, one) in reviewers.enumerated() {
      if let other = reviewers[..<place].first(where: { areApart(one, $0) }) {
        return [other, one]
      }
    }
    return []
  }

  /// Takes a reviewer as drawn.
  mutating func draw(_ state: Int, _ reviewer: Int) { drawn[state].append(reviewer) }
}
