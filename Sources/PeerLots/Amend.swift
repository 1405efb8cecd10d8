import ArgumentParser
import Drawing
import Members
import Records

/// `peerlots amend`: a changed membership, rulebook or table of conflicts.
struct Amend: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Takes over a changed membership, rulebook or table of conflicts between years.",
    discussion: """
      States that joined get a year by lot; what has been drawn stands. `peerlots status` then \
      names what no longer matches and the redraw that mends it. A seed is needed only where a lot \
      is drawn.
      """)

  @OptionGroup var folder: FolderArgument

  @Option(
    help: "The new membership: a CSV file with a column `state`.",
    completion: .file(extensions: ["csv"]))
  var membership: String?

  @Option(help: "The new rulebook.", completion: .file(extensions: ["yaml", "yml"]))
  var rulebook: String?

  @Option(
    help: "The new pairs that may not be drawn, in place of all before.",
    completion: .file(extensions: ["csv"]))
  var conflicts: String?

  @Option(parsing: .upToNextOption, help: "States missing from the new table because they left.")
  var leaves: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: "New States that are others than those missing, though they look alike.")
  var joins: [String] = []

  @Option(
    parsing: .upToNextOption, help: "States that go on under another code, each as OLD=NEW.")
  var rename: [String] = []

  @OptionGroup var columns: WithoutOptions
  @OptionGroup var seed: SeedOptions
  @OptionGroup var accept: AcceptOptions

  func validate() throws {
    if membership == nil && rulebook == nil && conflicts == nil {
      throw ValidationError("give --membership, --rulebook or --conflicts, or several of them")
    }
    _ = try renamings()
  }

  func run() throws {
    try Exit.reporting {
      let source = try seed.source()
      let session = try Session(folder: folder.folder)
      let amendment = try read(from: session.cycle)
      let cycle = try session.run {
        try $0.amend(amendment, source, acceptsWaivers: accept.acceptWaivers)
      }
      for line in years(session.cycle, cycle) { Console.say(line) }
      for line in StatusText(cycle).mismatches { Console.say(line) }
    }
  }

  /// The years that States were given by lot.
  private func years(_ before: Cycle, _ after: Cycle) -> [String] {
    after.membership.states.filter { before.roster.index(of: $0.code) == nil }.compactMap { state in
      after.year(of: state.code).map { "\(state.title) is under review in year \($0)." }
    }
  }

  private func renamings() throws -> [Amended.Renaming] {
    try rename.map { text in
      let parts = text.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        throw ValidationError("--rename takes OLD=NEW, for instance ROM=ROU; not \(text)")
      }
      return Amended.Renaming(from: Label(String(parts[0])), to: Label(String(parts[1])))
    }
  }

  /// Reads the files; pairs of conflicts are of States of the new table, where there is one.
  private func read(from cycle: Cycle) throws -> Amendment {
    var amendment = Amendment(
      leaves: Set(leaves.map { Label($0) }), joins: Set(joins.map { Label($0) }),
      renames: try renamings())
    if let rulebook { amendment.rulebook = try RulebookReader.read(path: rulebook) }
    if let membership {
      let new = try MembershipReader.read(path: membership)
      for warning in new.warnings { Console.say("\(warning)") }
      amendment.membership = new.membership
      let missing = MissingColumn.among(
        new.columns, for: amendment.rulebook ?? cycle.rulebook, before: cycle.membership)
      try columns.check(missing, in: membership)
    }
    if let conflicts {
      let read = try ConflictsReader.read(
        path: conflicts, membership: amendment.membership ?? cycle.membership)
      for warning in read.warnings { Console.say("\(warning)") }
      amendment.conflicts = try read.conflictsAlone(of: conflicts)
    }
    return amendment
  }
}
