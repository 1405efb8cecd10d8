import ArgumentParser
import Records

/// `peerlots rulebook`: the built-in rulebook, and those of other mechanisms.
struct RulebookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rulebook",
    abstract: "Prints the built-in rulebook, or a preset, to start one's own from.",
    discussion: """
      A preset is the rulebook of a mechanism that draws its reviewers by lot, in which each line \
      says what it comes from, or that it is not known and what was assumed. Its name can stand \
      wherever a rulebook is taken.
      """)

  @Argument(
    help: "The name of a preset; without it, the built-in rulebook.",
    completion: .list(Preset.allCases.map(\.rawValue)))
  var name: String?

  @Flag(help: "List the presets, with the names of their mechanisms.")
  var list = false

  func validate() throws {
    if list && name != nil { throw ValidationError("give the name of a preset, or --list") }
    guard let name, preset == nil else { return }
    throw ValidationError(
      "there is no preset \"\(name)\"; the presets are "
        + Preset.allCases.map(\.rawValue).joined(separator: ", "))
  }

  func run() throws {
    try Exit.reporting {
      let text = list ? try Self.listing() : preset?.text ?? RulebookText.builtIn
      try Console.write(Array(text.utf8), as: .data)
    }
  }

  private var preset: Preset? { name.flatMap { Preset(rawValue: $0.lowercased()) } }

  /// A line for each preset: its name and its mechanism.
  private static func listing() throws -> String {
    let width = Preset.allCases.map(\.rawValue.count).max() ?? 0
    return try Preset.allCases.map { preset in
      let rulebook = try RulebookReader.read(preset)
      let blanks = String(repeating: " ", count: width - preset.rawValue.count + 2)
      return preset.rawValue + blanks + rulebook.name + "\n"
    }.joined()
  }
}
