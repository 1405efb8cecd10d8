import ArgumentParser
import Drawing
import Members
import Phrases
import Records

/// `peerlots amend`: a changed membership, rulebook or table of conflicts.
struct Amend: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "amend",
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

  @Option(
    parsing: .upToNextOption,
    help: "States missing from the new table because they left, by code or by name.")
  var leaves: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: "New States, by code or by name, that are others than those missing, though alike.")
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
      do {
        try session.run(
          namesLots: seed.names(folder), saysDifference: false,
          others: [amendment.membership].compactMap(\.self),
          remarks: { newMismatches($0, since: session.cycle) }
        ) {
          try $0.amend(amendment, source, acceptsWaivers: accept.acceptWaivers)
        }
      } catch let failure as NamedFailure {
        try refuseWord(failure.failure, amendment, session.cycle)
        throw failure
      }
    }
  }

  /// Says what was probably meant by a word that names no State of the old or the new table.
  private func refuseWord(
    _ failure: DrawingFailure, _ amendment: Amendment, _ cycle: Cycle
  ) throws {
    switch failure {
    case .amending(.unknownState(let word)):
      throw StateWord.unknown(word.text, in: cycle.membership, of: "this cycle")
    case .amending(.doesNotJoin(let word, isKnown: false)), .amending(.notInTable(let word)):
      guard let table = amendment.membership else { return }
      throw StateWord.unknown(word.text, in: table, of: "the new table")
    default: return
    }
  }

  /// The code of the State that a word names; the word itself where it names none, which the
  /// amendment then refuses unless it is done already.
  private func code(_ word: String, in membership: Membership?) throws -> Label {
    guard let membership else { return Label(word) }
    do throws(StateWord.Failure) {
      return try StateWord.code(word, in: membership)
    } catch {
      if !error.several.isEmpty { throw error }
      return Label(word)
    }
  }

  /// What no longer matches, and did before.
  private func newMismatches(_ cycle: Cycle, since before: Cycle) -> [String] {
    func all(_ cycle: Cycle) -> [String] {
      StatusText(cycle, folder: folder.folder).mismatches(isDryRun: folder.isDryRun)
    }
    let known = Set(all(before))
    let new = all(cycle).filter { !known.contains($0) }
    let more = new.count - Self.mostMismatches
    return new.prefix(Self.mostMismatches)
      + (more > 0
        ? ["And \(Words.count(more, "reviewer")) more; `peerlots status` names them all."] : [])
  }

  /// Reviewers that no longer match of which the answer tells: each takes two lines.
  private static let mostMismatches = 8

  /// Says what changes, before anything is written. What is not clear, the amendment itself refuses.
  private func sayDifference(_ amendment: Amendment, _ cycle: Cycle) {
    guard let change = try? AmendmentChange(amendment, of: cycle) else { return }
    let memberships = [amendment.membership, cycle.roster].compactMap(\.self)
    let names = Names(memberships) { Quotation.title(of: $0) }
    let english = Account.english(cycle, isDryRun: folder.isDryRun)
    for sentence in Narration.difference(change, english, names) { Console.say(sentence) }
  }

  private func renamings() throws -> [(old: String, new: String)] {
    try rename.map { text in
      let parts = text.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        throw ValidationError(
          "--rename takes OLD=NEW, for instance ROM=ROU; not \(Quotation(text))")
      }
      return (String(parts[0]), String(parts[1]))
    }
  }

  /// Reads the files; pairs of conflicts are of States of the new table, where there is one.
  private func read(from cycle: Cycle) throws -> Amendment {
    var amendment = Amendment()
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
    let table = amendment.membership
    amendment.leaves = Set(try leaves.map { try code($0, in: cycle.membership) })
    amendment.joins = Set(try joins.map { try code($0, in: table) })
    amendment.renames = try renamings().map { old, new in
      Amended.Renaming(
        from: try code(old, in: cycle.membership), to: try code(new, in: table))
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
