import IntegerProgramming
import Members

/// Para. 20: no State does more than three reviews in a cycle (the rulebook's maximum). Never
/// waived. A State's own maximum comes before the rulebook's.
///
/// Rows, for each reviewing block b: Σ_a pairs[a, b] ≤ maximum·|b| − done.
public struct MaximumLoad: Provision {
  /// The rule's name.
  public let name = "maximum_load"
  /// The paragraph.
  public let paragraph = "para. 20"
  private let rulebook: Rulebook

  /// Makes the provision of a rulebook.
  public init(_ rulebook: Rulebook) { self.rulebook = rulebook }

  /// The demand.
  public var clause: String {
    let maximum = rulebook.maximumLoad
    return "does at most \(maximum) \(maximum == 1 ? "review" : "reviews") in the cycle"
  }

  /// The demand in the sentence of a conflict.
  public func clause(_ subject: Subject, count: Int, of state: State) -> String {
    let each = subject.word("", "each ")
    let most = NumberWord.of(rulebook.maximumLoad(of: state), "review")
    return "may \(each)do at most \(most) (\(paragraph))"
  }

  /// No block does more than its States may.
  public func addRows(to encoding: inout Encoding) {
    for (b, block) in encoding.blocks.enumerated() {
      let maximum = rulebook.maximumLoad(of: block.state)
      if encoding.asReviewer[b].isEmpty && block.reviewsDone <= maximum { continue }
      encoding.program.addRow(
        "maximum(\(block.name))", encoding.asReviewer[b].flatMap { encoding.pairs[$0].terms },
        upper: (maximum - block.reviewsDone) * block.size)
    }
  }

  /// One breach for each State above the maximum.
  public func breaches(in draw: FinishedDraw) -> [Breach] {
    let loads = draw.loads
    return draw.membership.states.enumerated().compactMap { index, state in
      let maximum = rulebook.maximumLoad(of: state)
      guard loads[index] > maximum else { return nil }
      return Breach(
        self, state: index,
        sentence: "\(state.title) does \(loads[index]) reviews, more than the \(maximum) it may do")
    }
  }
}
