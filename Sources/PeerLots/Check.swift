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
      let best: WaiverVector?
      do throws(PairingFailure) {
        best = try Lookahead.best(of: data.problem)
      } catch { throw DrawingFailure.undecided(error) }
      let isKept = best?.isKept ?? false
      let explanation =
        best?.isZero == true ? nil : try ExplanationText(data, best: best)
      switch format {
      case .json: try Console.write(json(data, best, explanation))
      case .text, .csv: try Console.write(text(data, best, explanation))
      }
      if !isKept { throw ExitCode(Exit.no) }
    }
  }

  private func text(
    _ data: CycleData, _ best: WaiverVector?, _ explanation: ExplanationText?
  ) -> String {
    let states = data.membership.states
    let reviewed = data.membership.reviewedCount
    let seats = reviewed * data.rulebook.reviewersPerReview
    var lines = [
      "\(Words.count(states.count, "State")), \(reviewed) to be reviewed in "
        + "\(Words.count(data.rulebook.years, "year")), \(states.count { $0.isReviewer }) that "
        + "review, \(Words.count(seats, "seat")).",
      "Rulebook: \(data.rulebook.name).",
    ]
    if let best {
      lines.append(
        "Best waivers: "
          + zip(best.rules, best.counts).map { "\($0.rawValue) \($1)" }.joined(separator: ", ")
          + ".")
    }
    if best?.isZero == true { lines.append("The rules can be kept in full: nothing is waived.") }
    if best?.isKept == true && best?.isZero == false {
      lines.append("The rules can be kept, but for some similar legal systems.")
    }
    return (lines + (explanation.map { [$0.text] } ?? [])).joined(separator: "\n") + "\n"
  }

  private func json(
    _ data: CycleData, _ best: WaiverVector?, _ explanation: ExplanationText?
  ) -> [UInt8] {
    func number(_ value: Int) -> JSONValue { .integer(Int128(value)) }
    func vector(_ vector: WaiverVector) -> JSONValue {
      .object(zip(vector.rules, vector.counts).map { JSONField(Label($0.rawValue), number($1)) })
    }
    let concerns = (explanation?.explanation.concerns ?? []).map { concern in
      JSONValue.object([
        JSONField("rule", .text(Label(concern.rule.rawValue))),
        JSONField("waivable", .bool(concern.isWaivable)),
        JSONField("states", .texts(concern.states.map { data.membership.states[$0].code })),
        JSONField("least", number(concern.least)),
        JSONField("most", number(concern.most)),
      ])
    }
    var bytes: [UInt8] = []
    JSONValue.object([
      JSONField("kept", .bool(best?.isKept ?? false)),
      JSONField("best", best.map(vector) ?? .null),
      JSONField("states", number(data.membership.states.count)),
      JSONField("under_review", number(data.membership.reviewedCount)),
      JSONField("concerns", .array(concerns)),
      JSONField(
        "explanation", explanation.map { .text(Label($0.text)) } ?? .null),
    ]).write(to: &bytes)
    return bytes + [UInt8(ascii: "\n")]
  }
}
