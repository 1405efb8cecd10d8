import ArgumentParser
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

  func run() throws {
    try Exit.reporting {
      let cycles = try StressMerge.merge(folders, into: output)
      Console.say(
        "\(Words.count(cycles, "cycle")) of \(Words.count(folders.count, "shard")) are in \(output)"
      )
    }
  }
}
