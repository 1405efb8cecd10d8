import ArgumentParser
import Drawing
import Members
import Phrases
import Records

/// `peerlots open`: begins a cycle.
struct Open: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Begins a cycle in a new folder, and says whether the rules can be kept.",
    discussion: """
      With --after the cycle follows a finished one: membership, rulebook and conflicts are those it \
      ended with where none are given, and the States that deferred out of its last year are \
      reviewed in year 1 without a lot. With --drawn it takes over reviewers that were drawn \
      elsewhere: they are checked by all rules, what breaks one is named and kept, and they count \
      for loads and mutual reviews.
      """)

  @OptionGroup var folder: WrittenFolder

  @Option(
    help: "The membership: a CSV file with a column `state`; not needed with --after.",
    completion: .file(extensions: ["csv"]))
  var membership: String?

  @OptionGroup var rules: RuleOptions
  @OptionGroup var columns: WithoutOptions

  @Option(help: "The folder of the finished cycle that this one follows.", completion: .directory)
  var after: String?

  @Option(
    help: "Reviewers drawn before: a CSV file `year,under_review,seat,reviewer,source`.",
    completion: .file(extensions: ["csv"]))
  var drawn: String?

  @Flag(help: "Go on where the rules cannot all be kept.")
  var acceptWaivers = false

  func validate() throws {
    if membership == nil && after == nil {
      throw ValidationError(
        "Missing expected argument '--membership <membership>', or --after with a finished cycle")
    }
  }

  func run() throws {
    try Exit.reporting {
      let before = try after.map { try FinishedCycle(folder: $0) }
      let data = try read(before)
      for warning in data.warnings where !warning.isOfMissingColumn { Console.say("\(warning)") }
      if let membership { try columns.check(data.missingColumns, in: membership) }
      let takenOver = try takenOver(before, data)
      var events: [Event] = []
      let drawer: Drawer
      do {
        drawer = try Drawer.open(
          data.membership, rulebook: data.rulebook, conflicts: data.conflicts,
          exclusions: data.exclusions, takingOver: takenOver, software: Software.name,
          acceptsWaivers: acceptWaivers
        ) { events.append($0) }
      } catch let failure as DrawingFailure {
        if takenOver == TakenOver(after: takenOver.after) {
          try Refusal.explain(failure, data)
        }
        throw failure
      }
      var head: String?
      if folder.isDryRun {
        try LedgerFile.checkAbsence(folder: folder.folder)
      } else {
        head = try NewLedger.write(events, folder: folder.folder)
      }
      let account = Account(
        Chapter(events), from: nil, to: drawer.cycle, isDryRun: folder.isDryRun)
      account.tell()
      account.end(head: head)
    }
  }

  private func read(_ before: FinishedCycle?) throws -> CycleData {
    if let before {
      return try CycleData.read(
        after: before.cycle, membership: membership, rulebook: rules.rulebook,
        conflicts: rules.conflicts)
    }
    return try CycleData.read(
      membership: membership ?? "", rulebook: rules.rulebook, conflicts: rules.conflicts)
  }

  /// What stands in the cycle from the opening on.
  private func takenOver(_ before: FinishedCycle?, _ data: CycleData) throws -> TakenOver {
    let imported = try drawn.map {
      try DrawnReader.read(path: $0, membership: data.membership, rulebook: data.rulebook)
    }
    let isDrawn = Set((imported ?? []).map(\.underReview))
    let moving = before?.cycle.movingToNextCycle ?? []
    let carried = moving.filter { data.membership.state($0)?.isReviewed ?? false }
    for state in moving where !carried.contains(state) {
      Console.say(
        "warning: \(state) deferred out of the last year, but is not to be reviewed by the "
          + "membership, so it is not carried over")
    }
    return TakenOver(
      after: before?.head ?? "", carried: carried.filter { !isDrawn.contains($0) },
      imported: imported ?? [])
  }
}

/// A cycle that has ended, for the one that follows it.
struct FinishedCycle {
  /// Where it ended.
  let cycle: Cycle
  /// The hash of its last line.
  let head: String

  /// Why a cycle cannot be followed yet.
  enum Failure: Error, CustomStringConvertible {
    case torn(String)
    case interrupted(String, draw: String)
    case unfinished(String, next: String)

    var description: String {
      switch self {
      case .torn(let folder):
        "the last line of the ledger in \(folder) is torn, so nobody can follow it\n"
          + "help: the next command that writes there cuts it off"
      case .interrupted(let folder, let draw):
        "the cycle in \(folder) is not finished: the draw \"\(draw)\" was interrupted\n"
          + "help: give the same command with the same seed again"
      case .unfinished(let folder, let next):
        "the cycle in \(folder) is not finished, so no other can follow it\nhelp: next is: \(next)"
      }
    }
  }

  /// Reads and replays a ledger; one that is not finished is refused.
  init(folder: String) throws {
    let ledger = try Ledger(folder: folder)
    if ledger.tornTail != nil { throw Failure.torn(folder) }
    let replay = try LedgerReplay.run(ledger, chains: .taken)
    if !replay.pending.isEmpty {
      throw Failure.interrupted(folder, draw: LedgerReplay.name(of: replay.pending))
    }
    (cycle, head) = (replay.cycle, ledger.lastHash.text)
    guard cycle.isComplete, cycle.announcements.isEmpty else {
      throw Failure.unfinished(
        folder, next: NextCommand(cycle, folder: folder).text(head: head))
    }
  }
}
