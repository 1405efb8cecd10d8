import ArgumentParser
import StressTesting

/// `peerlots stress`: the rule laboratory.
struct Stress: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stress",
    abstract: "Rehearses thousands of cycles of many memberships, rules and behaviours.",
    discussion: """
      A plan says what is tried: memberships, variations of the rulebook, how States behave, how \
      many cycles, and a seed. `run` draws all cycles on all cores into a folder, `merge` puts the \
      shards of a plan together, `summarize` makes the table by cell.

      The page "The rule laboratory" of the documentation describes the plan and the columns of \
      the results.
      """,
    subcommands: [StressRunCommand.self, StressMergeCommand.self, StressSummarizeCommand.self])
}
