import ArgumentParser
import Drawing
import Explanations
import Members
import Pairing
import Records
import Rules

/// `peerlots why`: why a State was, or was not, in a bowl.
struct Why: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Says why a State was, or was not, in the bowl of another one's reviewers.",
    discussion: """
      With the folder of a cycle: for each seat that has been drawn, the bowl of its lot; for a \
      seat still to be drawn, the bowl as it would be if the State's turn came now. With a \
      membership: the bowls before anything is drawn, the State's turn coming first.

      Where a State is not in a bowl, it says what keeps the two apart, or which later States would \
      go without a reviewer, and why.
      """)

  @Argument(help: "The folder of a cycle, or a membership: a CSV file.")
  var source: String

  @Option(help: "The State under review.")
  var state: String

  @Option(help: "The State that might have been its reviewer.")
  var reviewer: String

  @Option(help: "The year the State is under review in.")
  var year: Int?

  @OptionGroup var rules: RuleOptions

  @Option(help: "The form of the answer.")
  var format = AnswerFormat.text

  func validate() throws {
    if FileHelp.isFolder(source) && (rules.rulebook != nil || rules.conflicts != nil) {
      throw ValidationError("the folder of a cycle holds its own rulebook and conflicts")
    }
  }

  func run() throws {
    try Exit.reporting {
      let answer: WhyAnswer
      if FileHelp.isFolder(source) {
        let ledger = try Ledger(folder: source)
        let replay = try LedgerReplay.run(ledger, chains: .taken)
        let cycle = replay.cycle.following(replay.pending)
        let (state, reviewer) = try pair(in: cycle.roster)
        answer = try NamedFailure.naming(cycle.roster) {
          try WhyAnswer(ledger.events, cycle, state, reviewer, year)
        }
      } else {
        let data = try CycleData.read(
          membership: source, rulebook: rules.rulebook, conflicts: rules.conflicts)
        for warning in data.warnings { Console.say("\(warning)") }
        Patience.note("working out what is possible")
        let (state, reviewer) = try pair(in: data.membership)
        answer = try NamedFailure.naming(data.membership) {
          try WhyAnswer(data, state, reviewer, year)
        }
      }
      switch format {
      case .json: try Console.write(answer.json, as: .json)
      case .text: try Console.tell(answer.text)
      }
      if !answer.isPossible { throw ExitCode(Exit.no) }
    }
  }

  private func pair(in membership: Membership) throws -> (state: Label, reviewer: Label) {
    (
      try StateWord.code(state, in: membership), try StateWord.code(reviewer, in: membership)
    )
  }
}
