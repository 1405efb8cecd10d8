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
    abstract: "Reads the data and says whether the rules can be kept, and if not, why.")

  @OptionGroup var data: DataOptions

  @Option(help: "The form of the answer: text or json.")
  var format = TableFormat.text

  func validate() throws {
    if format == .csv { throw ValidationError("check has the formats text and json.") }
  }

  func run() throws {
    try Exit.reporting {
      let data = try data.read()
      let problem = data.problem
      let answer: Answer
      do throws(PairingFailure) {
        answer = try Answer(problem)
      } catch { throw DrawingFailure.undecided(error) }
      let best = answer.best
      let explanation =
        best?.isZero == true ? nil : try ExplanationText(data, best: best)
      let writer = ConflictText(data.membership, data.rulebook) { Quotation.title(of: $0) }
      let warnings = answer.warnings.map { ($0, writer.text($0)) }
      switch format {
      case .json:
        let json = CheckJSON(
          data: data, best: best, explanation: explanation, warnings: warnings,
          remarks: answer.remarks)
        try Console.write(json.bytes)
      case .text, .csv:
        try Console.write(
          text(data, best, explanation, warnings.map(\.1), answer.remarks))
      }
      if !(best?.isKept ?? false) { throw ExitCode(Exit.no) }
    }
  }

  /// Whether the rules can be kept, and what is worth knowing before a draw.
  private struct Answer {
    let best: WaiverVector?
    let warnings: [MembershipWarning]
    var remarks: [String] = []

    init(_ problem: PairingProblem) throws(PairingFailure) {
      if let what = problem.rulesOfBowlsOnly {
        remarks.append("\(what): the best waivers keep that; reasons and remedies leave it out.")
      }
      let count = problem.membership.states.count
      var ahead: Lookahead?
      if count > WarningSearch.mostStatesWithBowls {
        // Over kinds of States, which takes time linear in their number.
        best = try Lookahead.best(of: problem)
        remarks.append("Of so many States the bowls were not looked at for forced reviewers.")
      } else {
        ahead = try Lookahead.from(problem)
        best = ahead?.best
      }
      warnings = try WarningSearch(problem).all(ahead)
    }
  }

  private func text(
    _ data: CycleData, _ best: WaiverVector?, _ explanation: ExplanationText?,
    _ warnings: [String], _ remarks: [String]
  ) -> String {
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
      lines.append(
        "Best waivers: "
          + best.text + ".")
    }
    if best?.isZero == true { lines.append("The rules can be kept in full: nothing is waived.") }
    if best?.isKept == true && best?.isZero == false {
      let wanting =
        (best?[.legalSystem] ?? 0 > 0 ? ["some similar legal systems"] : [])
        + (best?[.targetLoad] ?? 0 > 0 ? ["some reviews below the target"] : [])
      lines.append("The rules can be kept, but for \(wanting.joined(separator: " and ")).")
    }
    if let explanation { lines.append(explanation.text) }
    if !warnings.isEmpty {
      lines.append("Worth knowing before a draw:")
      lines += warnings.prefix(Self.mostWarnings).map { "- \($0)" }
      if warnings.count > Self.mostWarnings {
        lines.append(
          "- and \(warnings.count - Self.mostWarnings) more; `--format json` lists them.")
      }
    }
    return (lines + remarks).joined(separator: "\n") + "\n"
  }

  /// Warnings that are told; the JSON has all.
  private static let mostWarnings = 20
}
