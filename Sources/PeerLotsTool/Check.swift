import ArgumentParser
import Drawing
import Explanations
import Members
import Pairing
import Records
import Rules

/// `peerlots check`: whether the rules can be kept, and why not.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reads the data and says whether the rules can be kept, and if not, why.")

  @OptionGroup var data: DataOptions

  @Option(
    help: """
      A list of experts (CSV: `state,expert`, and `fields`, `protocols`, `languages`): States \
      without one are named (para. 21).
      """,
    completion: .file(extensions: ["csv"]))
  var experts: String?

  @Option(help: "The form of the answer.")
  var format = AnswerFormat.text

  func run() throws {
    try Exit.reporting {
      let data = try data.read()
      let experts = try experts.map { try ExpertLists.read($0, data.membership) }
      Patience.note("working out the best waivers")
      let (best, ahead) = try Self.best(of: data.problem)
      if format == .text { try Console.tell(Self.opening(data, best)) }
      Patience.note("looking for the reasons and for what would help")
      let explanation =
        best?.isZero == true ? nil : try ExplanationText(data, best: best)
      if format == .text, let explanation {
        try Console.tell(
          explanation.lines(atMost: Screen.lines - 10).joined(separator: "\n") + "\n")
      }
      Patience.note("looking for States that depend on one another")
      let warnings: [MembershipWarning]
      do throws(PairingFailure) {
        warnings =
          data.problem.rulesBeyondReasons == nil
          ? try WarningSearch(data.problem).all(ahead) : []
      } catch { throw DrawingFailure.undecided(error) }
      var remarks: [String] = []
      if let ahead, ahead.proof == .flow, data.problem.rulesOfBowlsOnly == nil {
        remarks.append("The best waivers are proven by \(ahead.proof.text).")
      }
      if ahead == nil && best != nil {
        remarks.append("Of so many States the bowls were not looked at for forced reviewers.")
      }
      if let experts { remarks.append(experts.remark) }
      let writer = ConflictText(data.membership, data.rulebook) { Quotation.title(of: $0) }
      switch format {
      case .json:
        let json = CheckJSON(
          data: data, best: best, explanation: explanation,
          warnings: warnings.map { ($0, writer.text($0)) }, remarks: remarks,
          withoutExperts: experts?.without.map(\.code))
        try Console.write(json.bytes, as: .json)
      case .text:
        let texts = writer.texts(warnings).map { "- \($0)" }
        let lines = Screen.first(Screen.shares(of: [texts], in: 5)[0], of: texts)
        let told = lines.isEmpty ? [] : ["Worth knowing before a draw:"] + lines
        try Console.tell((told + remarks).map { $0 + "\n" }.joined())
      }
      if !(best?.isKept ?? false) { throw ExitCode(Exit.no) }
    }
  }

  /// The best vector, and what is possible where the States are few enough to look at each.
  private static func best(
    of problem: PairingProblem
  ) throws -> (best: WaiverVector?, ahead: Lookahead?) {
    do throws(PairingFailure) {
      if problem.membership.states.count > WarningSearch.mostStatesWithBowls {
        // Over kinds of States, which takes time linear in their number.
        return (try Lookahead.best(of: problem), nil)
      }
      let ahead = try Lookahead.from(problem)
      return (ahead?.best, ahead)
    } catch { throw DrawingFailure.undecided(error) }
  }

  /// What is said before the reasons are looked for.
  private static func opening(_ data: CycleData, _ best: WaiverVector?) -> String {
    let states = data.membership.states
    let reviewed = data.membership.reviewedCount
    let seats = states.filter(\.isReviewed).reduce(0) {
      $0 + data.rulebook.reviewersPerReview(of: $1)
    }
    var lines = [
      "\(Words.count(states.count, "State")), \(reviewed) to be reviewed in "
        + "\(Words.count(data.rulebook.years, "year")), \(states.count { $0.isReviewer }) that "
        + "review, \(Words.count(seats, "seat")).",
      "Rulebook: \(data.rulebook.name).",
    ]
    if let best {
      lines.append("Best waivers: \(best.text).")
      if best.isZero {
        lines.append("The rules can be kept in full: nothing is waived.")
      } else if best.isKept {
        lines.append("The rules can be kept.")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
