import ArgumentParser
import Records

/// `peerlots rulebook`: the built-in rulebook.
struct RulebookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rulebook", abstract: "Prints the built-in rulebook, to start one's own from.")

  func run() throws {
    try Exit.reporting { try Console.write(Array(RulebookText.builtIn.utf8), as: .data) }
  }
}
