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
    exit(say(error, command))
  }

  /// Says what ``end(_:_:)`` says.
  ///
  /// - Returns: The exit code.
  static func say(_ error: any Error, _ command: (any ParsableCommand.Type)?) -> Int32 {
    let code = PeerLotsCommand.exitCode(for: error)
    guard code == .validationFailure else {
      let message = PeerLotsCommand.fullMessage(for: error, columns: nil)
      // Help, the version, scripts for shells.
      if code.isSuccess { _ = try? Console.write(Array((message + "\n").utf8), as: .data) }
      return code.rawValue
    }
    let message = Self.message(for: error)
    let full = PeerLotsCommand.fullMessage(for: error)
    // Where nothing at all was given, it is the whole help.
    var usage =
      full.range(of: "Usage: ").map { String(full[$0.lowerBound...]) }
      ?? full.replacing("Error: \(PeerLotsCommand.message(for: error))\n", with: "")
    if let command {
      let name = (["peerlots"] + words(of: command)).joined(separator: " ")
      usage =
        "Usage: \(PeerLotsCommand.usageString(for: command))\n"
        + "  See '\(name) --help' for more information."
    }
    let guess = guess(message, command ?? named(Array(CommandLine.arguments.dropFirst())))
    Console.say("error: \(guess?.problem ?? message)")
    let about = full.firstMatch(of: #/\nHelp:\s+(.+)\n/#).map { String($0.1) }
    if let help = guess?.help ?? about { Console.say("help: \(help)") }
    Console.put(Console.plain(usage) + "\n")
    return code.rawValue
  }

  /// What is wrong, in the words of this program.
  private static func message(for error: any Error) -> String {
    let message = PeerLotsCommand.message(for: error)
    if let found = message.firstMatch(of: #/^Unknown option '([^']+)'/#) {
      return "there is no option '\(found.1)' here"
    }
    if let found = message.firstMatch(of: #/^(?:\d+ u|U)nexpected arguments?:? (.+)$/#) {
      return "nothing takes \(found.1)"
    }
    return message.replacing("Missing expected argument ", with: "missing: ")
      .replacing("Missing value for ", with: "missing: the value of ")
      .replacing("The value ", with: "the value ")
      .replacing(". Please provide one of ", with: "; allowed: ")
  }

  /// The command that the first words name.
  private static func named(_ words: [String]) -> (any ParsableCommand.Type)? {
    func find(_ name: String?, _ group: CommandConfiguration) -> (any ParsableCommand.Type)? {
      group.subcommands.first { $0._commandName == name }
    }
    let first = find(words.first, PeerLotsCommand.configuration)
    guard let first, !first.configuration.subcommands.isEmpty else { return first }
    return find(words.dropFirst().first, first.configuration)
  }

  /// The options of a command, by its own help.
  private static func options(of command: (any ParsableCommand.Type)?) -> [String] {
    guard let command else { return [] }
    let help = PeerLotsCommand.helpMessage(for: command, columns: 1000)
    let lines = help.split(separator: "\n").filter { $0.hasPrefix("  -") }
    return lines.flatMap { $0.matches(of: #/--[a-z][a-z-]*/#).map { String($0.0) }.prefix(1) }
  }

  /// The words by which a command is called.
  private static func words(of command: any ParsableCommand.Type) -> [String] {
    let parents = PeerLotsCommand.configuration.subcommands.filter { parent in
      parent.configuration.subcommands.contains { $0 == command }
    }
    return (parents + [command]).map { $0._commandName }
  }

  /// What was probably meant; where it says better what is wrong, that as well.
  private static func guess(
    _ message: String, _ command: (any ParsableCommand.Type)?
  ) -> (problem: String, help: String)? {
    let words = Array(CommandLine.arguments.dropFirst())
    if let guess = self.command(words) { return guess }
    let options = options(of: command)
    if let guess = unknownOption(words, options) { return guess }
    let quoted = message.matches(of: #/'([^']*)'/#).map { String($0.1) }
    if message.contains("is invalid for"), let typed = quoted.first {
      return Nearest(Array(quoted.dropFirst(2))).question(for: typed).map { (message, $0) }
    }
    guard message.hasPrefix("nothing takes ") || message.hasPrefix("missing: ") else { return nil }
    let surplus = message.hasPrefix("nothing takes ") ? quoted : nil
    return option(words, options, of: surplus).map { (message, $0) }
      ?? surplus.map { _ in (message, "leave it out, or put its option before it") }
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

  /// An option that the command does not have, and the one that was probably meant.
  private static func unknownOption(
    _ words: [String], _ options: [String]
  ) -> (problem: String, help: String)? {
    // A seed may be any text.
    let isText = [false] + words.map { ["--seed", "--public"].contains($0) }
    let long = zip(words, isText).filter { $0.hasPrefix("--") && !$1 }
      .map { word, _ in String(word.prefix { $0 != "=" }) }
    guard !options.isEmpty,
      let wrong = long.first(where: { $0.count > 2 && !options.contains($0) })
    else { return nil }
    return (
      "there is no option '\(wrong)' here",
      Nearest(options).question(for: wrong) { $0 }
        ?? "the options are \(options.joined(separator: ", "))"
    )
  }

  /// The option that was probably left out before what stands alone.
  ///
  /// - Parameter surplus: The words that nothing takes, where the parser named them.
  private static func option(
    _ words: [String], _ options: [String], of surplus: [String]?
  ) -> String? {
    for (before, word) in zip(words, words.dropFirst())
    where !before.hasPrefix("--") && surplus?.contains(word) ?? true {
      let candidates: [(option: String, fits: Bool)] = [
        ("--year", Int(word) != nil),
        ("--rulebook", word.hasSuffix(".yaml") || word.hasSuffix(".yml")),
        ("--membership", word.hasSuffix(".csv")),
        ("--conflicts", word.hasSuffix(".csv")),
        ("--state", word.count == 3 && word.allSatisfy(\.isLetter)),
      ]
      let meant = candidates.first {
        $0.fits && options.contains($0.option) && !words.contains($0.option)
      }
      if let meant { return "did you mean \(meant.option) \(word)?" }
    }
    return nil
  }
}
