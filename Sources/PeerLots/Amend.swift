import ArgumentParser
import Drawing
import Members
import Phrases
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

  @OptionGroup var folder: WrittenFolder

  @Option(
    help: "The new membership: a CSV file with a column `state`.",
    completion: .file(extensions: ["csv"]))
  var membership: String?

  @Option(
    help: "The new rulebook: a file or a preset.", completion: .file(extensions: ["yaml", "yml"]))
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
      let source = try seed.source(isDryRun: folder.isDryRun)
      let session = try folder.session()
      let amendment = try read(from: session.cycle)
      sayDifference(amendment, session.cycle)
      try session.run(
        namesLots: seed.names(folder), saysDifference: false,
        remarks: { newMismatches($0, since: session.cycle) }
      ) {
        try $0.amend(amendment, source, acceptsWaivers: accept.acceptWaivers)
      }
    }
  }

  /// What no longer matches, and did before.
  private func newMismatches(_ cycle: Cycle, since before: Cycle) -> [String] {
    func all(_ cycle: Cycle) -> [String] {
      StatusText(cycle, folder: folder.folder).mismatches(isDryRun: folder.isDryRun)
    }
    let known = Set(all(before))
    return all(cycle).filter { !known.contains($0) }
  }

  /// Says what changes, before anything is written. What is not clear, the amendment itself refuses.
  private func sayDifference(_ amendment: Amendment, _ cycle: Cycle) {
    guard let change = try? AmendmentChange(amendment, of: cycle) else { return }
    let memberships = [amendment.membership, cycle.roster].compactMap(\.self)
    let names = Names(memberships) { Quotation.title(of: $0) }
    let english = Account.english(cycle, isDryRun: folder.isDryRun)
    for sentence in Narration.difference(change, english, names) { Console.say(sentence) }
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
    if let rulebook { amendment.rulebook = try RulebookReader.read(named: rulebook) }
    if let membership {
      let new = try MembershipReader.read(path: membership)
      for warning in new.warnings { Console.say("\(warning)") }
      let (states, warnings) = try new.membership(
        under: amendment.rulebook ?? cycle.rulebook, in: membership)
      for warning in warnings { Console.say("\(warning)") }
      amendment.membership = states
      let missing = MissingColumn.among(
        new.columns, for: amendment.rulebook ?? cycle.rulebook, before: cycle.membership)
      try columns.check(missing, in: membership)
    }
    if let conflicts {
      let read = try ConflictsReader.read(
        path: conflicts, membership: amendment.membership ?? cycle.membership)
      for warning in read.warnings { Console.say("\(warning)") }
      (amendment.conflicts, amendment.exclusions) = (read.conflicts, read.exclusions)
    }
    return amendment
  }
}
