import IntegerProgramming
import Members

/// Rulebook, `target`: each State does, if possible, so many reviews, or as many as its own maximum
/// where that is lower. A target of 0 asks for nothing.
///
/// Rows, for each reviewing block b: Σ_a pairs[a, b] + short[b] ≥ target·|b| − done.
public struct TargetLoad: Provision {
  /// The rule's name.
  public let name = "target_load"
  /// The paragraph.
  public let paragraph = "rulebook, target"
  /// The waiver that lets reviews be short of the target.
  public let waiver: WaivableRule? = .targetLoad
  private let rulebook: Rulebook

  /// Makes the provision of a rulebook.
  public init(_ rulebook: Rulebook) { self.rulebook = rulebook }

  /// The demand.
  public var clause: String {
    "does, if possible, \(NumberWord.of(rulebook.targetLoad, "review")) in the cycle"
  }

  /// Every review below the target is done or counted as missing.
  public func addRows(to encoding: inout Encoding) {
    for (b, block) in encoding.blocks.enumerated() where block.state.isReviewer {
      let due = max(0, rulebook.targetLoad(of: block.state) - block.reviewsDone) * block.size
      if due == 0 { continue }
      var terms = encoding.asReviewer[b].flatMap { encoding.pairs[$0].terms }
      if let short = encoding.waiverVariable(.targetLoad, block: b, upper: due) {
        terms.append(Term(1, short))
      }
      encoding.program.addRow("target(\(block.name))", terms, lower: due)
    }
  }

  /// One breach for each review a State falls short of the target.
  public func breaches(in draw: FinishedDraw) -> [Breach] {
    if rulebook.targetLoad == 0 { return [] }
    let loads = draw.loads
    return draw.membership.states.enumerated().flatMap { index, state in
      let target = rulebook.targetLoad(of: state)
      guard state.isReviewer, loads[index] < target else { return [Breach]() }
      let sentence =
        "\(state.title) has done \(loads[index]) of the \(target) reviews it should do"
      return Array(
        repeating: Breach(self, state: index, sentence: sentence), count: target - loads[index])
    }
  }
}
