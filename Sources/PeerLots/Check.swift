internal import Drawing
internal import Explanations
internal import Members
internal import Pairing
internal import Records
internal import Rules

/// Whether the rules can be kept by a membership, and if not, why and what would help.
public struct Check: Sendable {
  /// The least that must be waived; nil where no completion keeps the rules that are never waived.
  public let best: Waivers?
  /// The smallest sets of rules and States that cannot hold together, each in a few sentences.
  public let reasons: [String]
  /// The smallest changes that would help, a sentence each, the least first.
  public let remedies: [String]
  /// What is worth knowing before a draw: States that depend on one another, probable slips.
  public let warnings: [String]

  /// Whether nothing is waived but what is only preferred.
  public var isKept: Bool { best?.isKept ?? false }

  /// Checks a membership.
  ///
  /// - Complexity: Finding the smallest reasons can take seconds; where nothing is waived there are
  ///   none to find.
  public init(
    _ membership: Membership, rulebook: Rulebook = Rulebook(), conflicts: Conflicts = Conflicts()
  ) throws(PeerLotsFailure) {
    let question = try Question(membership, rulebook, conflicts)
    do throws(PairingFailure) {
      let problem = question.problem
      let isSmall = question.membership.states.count <= WarningSearch.mostStatesWithBowls
      let ahead = isSmall ? try Lookahead.from(problem) : nil
      let best = isSmall ? ahead?.best : try Lookahead.best(of: problem)
      let writer = ConflictText(question.membership, question.rulebook) {
        Quotation.title(of: $0)
      }
      self.best = best.map(Waivers.init)
      if best?.isZero == true {
        (reasons, remedies) = ([], [])
      } else {
        let why = try Explanation(problem, best: best)
        reasons = why.conflicts.map { writer.text($0) }
        remedies = why.remedies.map { writer.text($0, before: why.relaxed) }
      }
      let found =
        problem.rulesBeyondReasons == nil ? try WarningSearch(problem).all(ahead) : []
      warnings = question.warnings + writer.texts(found)
    } catch { throw PeerLotsFailure(.undecided(error)) }
  }
}
