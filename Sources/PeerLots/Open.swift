import ArgumentParser
import Drawing
import Records

/// `peerlots open`: begins a cycle.
struct Open: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Begins a cycle in a new folder, and says whether the rules can be kept.")

  @OptionGroup var folder: FolderArgument

  @Option(
    help: "The membership: a CSV file with a column `state`.",
    completion: .file(extensions: ["csv"]))
  var membership: String

  @OptionGroup var rules: RuleOptions

  @Flag(help: "Go on where the rules cannot all be kept.")
  var acceptWaivers = false

  func run() throws {
    try Exit.reporting {
      let data = try CycleData.read(
        membership: membership, rulebook: rules.rulebook, conflicts: rules.conflicts)
      for warning in data.warnings { Console.say("\(warning)") }
      var events: [Event] = []
      let drawer: Drawer
      do {
        drawer = try Drawer.open(
          data.membership, rulebook: data.rulebook, conflicts: data.conflicts,
          software: Software.name, acceptsWaivers: acceptWaivers
        ) { events.append($0) }
      } catch let failure as DrawingFailure {
        try Refusal.explain(failure, data)
        throw failure
      }
      let file = try LedgerFile.create(folder: folder.folder, events: events)
      let head = file.ledger.lastHash.text
      file.close()
      Console.say(
        "Opened with \(Words.count(drawer.cycle.membership.states.count, "State")). "
          + "The last line has the hash \(head).")
    }
  }
}

/// `peerlots commit`: binds a draw to a secret.
struct Commit: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Binds a draw to a secret, before the public text is known.",
    discussion: "Publish the commitment; the draw then takes --secret-file and --public.")

  @OptionGroup var folder: FolderArgument

  @Option(help: "The draw, for instance `selection`, \"year 1\" or \"redraw KEN 1\".")
  var draw: String

  @Option(help: "The file with the secret, a text without `/`.", completion: .file())
  var secretFile: String

  func run() throws {
    try Exit.reporting {
      guard let name = DrawName(text: draw) else {
        throw ValidationError(
          "\"\(draw)\" is not the name of a draw: selection, year 1, redraw KEN 1, "
            + "deferral KEN 1, stand-down KEN 1 or amendment 1")
      }
      let commitment = SecretHash.of(try SecretFile.read(secretFile))
      try Session(folder: folder.folder).run { try $0.commit(name, commitment) }
      try Console.write("\(commitment)\n")
    }
  }
}
