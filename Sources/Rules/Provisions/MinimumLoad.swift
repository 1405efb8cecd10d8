import IntegerProgramming
import Members

/// Para. 20: by the end of the cycle each State has done at least one review (the rulebook's
/// minimum). A State's own minimum comes before the rulebook's.
///
/// Rows, for each reviewing block b: Σ_a pairs[a, b] + missing[b] ≥ minimum·|b| − done. Within a
/// block, States may share missing reviews unevenly; the count is the same.
public struct MinimumLoad: Provision {
  /// The rule's name.
  public let name = "minimum_load"
  /// The paragraph.
  public let paragraph = "para. 20"
  /// The waiver that lets reviews be missing.
  public let waiver: WaivableRule? = .minimumLoad
  private let rulebook: Rulebook

  /// Makes the provision of a rulebook.
  public init(_ rulebook: Rulebook) { self.rulebook = rulebook }

  /// The demand.
  public var clause: String {
    let minimum = rulebook.minimumLoad
    return "does at least \(minimum) \(minimum == 1 ? "review" : "reviews") in the cycle"
  }

  /// The demand in the sentence of a conflict.
  public func clause(_ subject: Subject, count: Int, of state: State) -> String {
    let each = subject.word("", "each ")
    return "must \(each)do at least \(NumberWord.of(count, "review")) (\(paragraph))"
  }

  /// Every review below the minimum is done or counted as missing.
  public func addRows(to encoding: inout Encoding) {
    for (b, block) in encoding.blocks.enumerated() where block.state.isReviewer {
      let due = max(0, rulebook.minimumLoad(of: block.state) - block.reviewsDone) * block.size
      if due == 0 { continue }
      var terms = encoding.asReviewer[b].flatMap { encoding.pairs[$0].terms }
      if let missing = encoding.waiverVariable(.minimumLoad, block: b, upper: due) {
        terms.append(Term(1, missing))
      }
      encoding.program.addRow("minimum(\(block.name))", terms, lower: due)
    }
  }

  /// One breach for each review a State falls short of the minimum.
  public func breaches(in draw: FinishedDraw) -> [Breach] {
    let loads = draw.loads
    return draw.membership.states.enumerated().flatMap { index, state in
      let minimum = rulebook.minimumLoad(of: state)
      guard state.isReviewer, loads[index] < minimum else { return [Breach]() }
      let sentence =
        "\(state.title) has done \(loads[index]) of the \(minimum) reviews it must at least do"
      return Array(
        repeating: Breach(self, state: index, sentence: sentence), count: minimum - loads[index])
    }
  }
}
