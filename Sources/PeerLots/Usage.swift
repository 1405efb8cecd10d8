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
    guard code == .validationFailure else {
      let message = PeerLotsCommand.fullMessage(for: error, columns: nil)
      // Help, the version, scripts for shells.
      if code.isSuccess { _ = try? Console.write(Array((message + "\n").utf8), as: .data) }
      exit(code.rawValue)
    }
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
    Console.put(Console.plain(usage) + "\n")
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
    if let guess = command(words) { return guess }
    let quoted = message.matches(of: #/'([^']*)'/#).map { String($0.1) }
    if message.contains("is invalid for"), let typed = quoted.first {
      return Nearest(Array(quoted.dropFirst(2))).question(for: typed).map { (message, $0) }
    }
    guard message.contains("nexpected argument") || message.contains("Missing expected argument")
    else { return nil }
    return option(words, usage).map { (message, $0) }
  }

  /// The command that was probably meant; nil where there is one of this name.
  private static func command(_ words: [String]) -> (problem: String, help: String)? {
    let isStress = words.first == Stress._commandName
    let group = isStress ? Stress.configuration : PeerLotsCommand.configuration
    let name = isStress ? "peerlots stress" : "peerlots"
    let commands = group.subcommands.map { $0._commandName }
    guard let typed = words.dropFirst(isStress ? 1 : 0).first, !typed.hasPrefix("-"),
      !(commands + ["help"]).contains(typed)
    else { return nil }
    return (
      "'\(typed)' is no command of \(name)",
      Nearest(commands).question(for: typed) { "`\(name) \($0)`" }
        ?? "the commands are \(commands.joined(separator: ", "))"
    )
  }

  /// The option that was probably left out before what stands alone.
  private static func option(_ words: [String], _ usage: String) -> String? {
    for (before, word) in zip(words, words.dropFirst()) where !before.hasPrefix("--") {
      let options: [(option: String, fits: Bool)] = [
        ("--year", Int(word) != nil),
        ("--rulebook", word.hasSuffix(".yaml") || word.hasSuffix(".yml")),
        ("--membership", word.hasSuffix(".csv")),
        ("--conflicts", word.hasSuffix(".csv")),
        ("--state", word.count == 3 && word.allSatisfy(\.isLetter)),
      ]
      let meant = options.first {
        $0.fits && usage.contains($0.option + " <") && !words.contains($0.option)
      }
      if let meant { return "did you mean \(meant.option) \(word)?" }
    }
    return nil
  }
}
