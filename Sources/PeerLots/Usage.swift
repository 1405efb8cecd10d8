import ArgumentParser
import Foundation

/// What is said of a command line that cannot be understood: what is wrong, what was probably meant,
/// and the usage of that very command.
enum Usage {
  /// Ends the program with a message, or with the help that was asked for.
  ///
  /// - Parameters:
  ///   - error: What the parser of arguments or the command threw.
  ///   - command: The command, where it had been found.
  static func end(_ error: any Error, _ command: (any ParsableCommand.Type)?) -> Never {
    let code = PeerLotsCommand.exitCode(for: error)
    guard code == .validationFailure else { PeerLotsCommand.exit(withError: error) }
    let message = PeerLotsCommand.message(for: error)
    let full = PeerLotsCommand.fullMessage(for: error)
    // Where nothing at all was given, it is the whole help.
    var usage =
      full.range(of: "Usage: ").map { String(full[$0.lowerBound...]) }
      ?? full.replacing("Error: \(message)\n", with: "")
    if let command {
      let name = (["peerlots"] + words(of: command)).joined(separator: " ")
      usage =
        "Usage: \(PeerLotsCommand.usageString(for: command))\n"
        + "  See '\(name) --help' for more information."
    }
    let guess = guess(message, usage)
    Console.say("error: \(guess?.problem ?? message)")
    let about = full.firstMatch(of: #/\nHelp:\s+(.+)\n/#).map { String($0.1) }
    if let help = guess?.help ?? about { Console.say("help: \(help)") }
    Console.put(usage + "\n")
    exit(code.rawValue)
  }

  /// The words by which a command is called.
  private static func words(of command: any ParsableCommand.Type) -> [String] {
    let parents = PeerLotsCommand.configuration.subcommands.filter { parent in
      parent.configuration.subcommands.contains { $0 == command }
    }
    return (parents + [command]).map { $0._commandName }
  }

  /// What was probably meant; where it says better what is wrong, that as well.
  private static func guess(_ message: String, _ usage: String) -> (problem: String, help: String)?
  {
    let words = Array(CommandLine.arguments.dropFirst())
    let quoted = message.matches(of: #/'([^']*)'/#).map { String($0.1) }
    if message.contains("is invalid for"), let typed = quoted.first,
      let help = Nearest(Array(quoted.dropFirst(2))).question(for: typed)
    {
      return (message, help)
    }
    guard message.contains("nexpected argument"), let typed = quoted.first else { return nil }
    if typed == words.first || (words.first == "stress" && typed == words.dropFirst().first) {
      let stress = words.first == "stress" && typed != "stress"
      let group = stress ? Stress.configuration : PeerLotsCommand.configuration
      let name = stress ? "peerlots stress" : "peerlots"
      let commands = group.subcommands.map { $0._commandName }
      return (
        "'\(typed)' is no command of \(name)",
        Nearest(commands).question(for: typed) { "`\(name) \($0)`" }
          ?? "the commands are \(commands.joined(separator: ", "))"
      )
    }
    return option(for: typed, usage).map { (message, "did you mean \($0) \(typed)?") }
  }

  /// The option that takes what stands alone.
  private static func option(for typed: String, _ usage: String) -> String? {
    let options: [(option: String, fits: Bool)] = [
      ("--year", Int(typed) != nil),
      ("--rulebook", typed.hasSuffix(".yaml") || typed.hasSuffix(".yml")),
      ("--membership", typed.hasSuffix(".csv")),
      ("--conflicts", typed.hasSuffix(".csv")),
      ("--state", typed.count == 3 && typed.allSatisfy(\.isLetter)),
    ]
    return options.first { $0.fits && usage.contains($0.option + " <") }?.option
  }
}
