import ArgumentParser
import Phrases
import Rules
import StressTesting

/// `peerlots stress merge`: puts the shards of a plan together.
struct StressMergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Makes of all shards of a plan, in any order, what one run gives, byte for byte.")

  @Argument(help: "The folders of the shards, each once.", completion: .directory)
  var folders: [String]

  @Option(help: "A new folder for the whole.", completion: .directory)
  var output: String

  @OptionGroup var trial: DryRunOption

  func run() throws {
    try Exit.reporting {
      if trial.dryRun { return try tellTrial() }
      let cycles = try StressMerge.merge(folders, into: output)
      Console.say(
        "\(Words.count(cycles, "cycle")) of \(Words.count(folders.count, "shard")) are in \(output)"
      )
    }
  }

  private func tellTrial() throws {
    let (count, isDone) = try StressMerge.wouldMerge(folders, into: output)
    let shards = Words.count(folders.count, "shard")
    Console.say(
      isDone
        ? "All \(Words.count(count, "cycle")) of \(shards) are in \(output) already."
        : "\(Words.count(count, "cycle")) of \(shards) would be in \(output).")
    Console.say(English(.conditional, Rulebook()).nothingWritten)
  }
}
