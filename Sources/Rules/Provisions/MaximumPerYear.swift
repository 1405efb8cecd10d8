import IntegerProgramming
import Members

/// Rulebook, `per_year`: no State does more than so many reviews in one year. Never waived.
///
/// Rows, for each reviewing block b and each year y that is known:
/// Σ_{a of y} pairs[a, b] ≤ per year·|b| − done in y.
public struct MaximumPerYear: Provision {
  /// The rule's name.
  public let name = "per_year"
  /// The paragraph.
  public let paragraph = "rulebook, per_year"
  private let rulebook: Rulebook

  /// Makes the provision of a rulebook.
  public init(_ rulebook: Rulebook) { self.rulebook = rulebook }

  /// The demand.
  public var clause: String {
    "does at most \(NumberWord.of(rulebook.maximumPerYear, "review")) in one year"
  }

  /// No block does more in a year than its States may.
  public func addRows(to encoding: inout Encoding) {
    let most = rulebook.maximumPerYear
    for (b, block) in encoding.blocks.enumerated()
    where rulebook.maximumLoad(of: block.state) > most {
      let years = Dictionary(grouping: encoding.asReviewer[b]) {
        encoding.blocks[encoding.pairs[$0].pair.underReview].year
      }
      for (year, positions) in years.sorted(by: { $0.key < $1.key }) where year > 0 {
        encoding.program.addRow(
          "year(\(block.name),\(year))",
          positions.flatMap { encoding.pairs[$0].terms },
          upper: max(0, most * block.size - block.reviewsDoneInYear[year, default: 0]))
      }
    }
  }

  /// One breach for each State and year above the limit.
  public func breaches(in draw: FinishedDraw) -> [Breach] {
    let states = draw.membership.states
    let most = rulebook.maximumPerYear
    // A State that may not do more in the whole cycle is a matter of that rule.
    let isBound = states.map { rulebook.maximumLoad(of: $0) > most }
    if !isBound.contains(true) { return [] }
    var counts = states.map { _ in [Int: Int]() }
    for review in draw.assignment.reviews where review.year > 0 {
      for reviewer in review.reviewers { counts[reviewer][review.year, default: 0] += 1 }
    }
    return states.indices.filter { isBound[$0] }.flatMap { state in
      counts[state].sorted { $0.key < $1.key }.filter { $0.value > most }.map { year, count in
        Breach(
          self, state: state,
          sentence: "\(states[state].title) does \(NumberWord.of(count, "review")) in year "
            + "\(year), more than the \(most) it may do in one")
      }
    }
  }
}
