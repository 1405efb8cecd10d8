import ArgumentParser
import Drawing
import Lots
import Members
import Phrases
import Records

/// A cycle's folder while one command writes to it, or tries what it would write.
///
/// The ledger is locked, read and replayed. What an interrupted command left is taken up by running
/// the same command again: its events are compared as long as they stand there, and appended after.
struct Session {
  /// The ledger; nil in a dry run, which touches nothing.
  private let file: LedgerFile?
  private let replay: Replay
  /// Whether nothing is written.
  var isDryRun: Bool { file == nil }

  /// Reads and replays the ledger of a folder; where it will be written, it is locked, and a torn
  /// last line is cut off, which is said.
  init(folder: String, isDryRun: Bool = false) throws {
    if isDryRun {
      file = nil
      replay = try LedgerReplay.run(try Ledger(folder: folder), chains: .taken)
      return
    }
    Patience.canResume()
    let file = try LedgerFile.open(folder: folder)
    if let tail = try file.cutTornTail() {
      Console.say(
        "warning: line \(tail.line) was torn, as by a power cut; its "
          + "\(Words.count(tail.byteCount, "byte")) were cut off")
    }
    self.file = file
    replay = try LedgerReplay.run(file.ledger, chains: .taken)
  }

  /// The state before the command.
  var cycle: Cycle { replay.cycle }

  /// Runs one command, and says in sentences what it did.
  ///
  /// - Parameters:
  ///   - namesLots: Whether the seed is one that was given: without, a dry run names no lot.
  ///   - saysDifference: Whether an amendment says what changes; false where that was said before.
  ///   - others: Memberships that may name States which the cycle does not know yet.
  ///   - remarks: What else to say of the state afterwards.
  ///   - show: Writes to standard output what was drawn; only where the lots are named.
  ///   - command: What to do with the drawer.
  /// - Returns: The state afterwards.
  @discardableResult
  func run(
    namesLots: Bool = true, saysDifference: Bool = true, others: [Membership] = [],
    remarks: (Cycle) -> [String] = { _ in [] }, show: (Cycle) throws -> Void = { _ in },
    _ command: (Drawer) throws -> Void
  ) throws -> Cycle {
    defer { file?.close() }
    let pending = replay.pending
    var events: [Event] = []
    var lots = 0
    Patience.note("working out what is possible")
    let drawer = Drawer(after: replay, withoutSecrets: !namesLots) { event in
      if case .lot = event {
        lots += 1
        Patience.note("\(Words.count(lots, "lot")) drawn")
      }
      if events.count >= pending.count {
        if let file { try LiveDraw.append(event, to: file) }
      } else if event.difference(to: pending[events.count]) != nil {
        throw Interrupted(draw: LedgerReplay.name(of: pending))
      }
      events.append(event)
    }
    do {
      try command(drawer)
    } catch let failure as DrawingFailure {
      // Whatever else is wrong with another command, the interrupted one comes first.
      if events.count < pending.count { throw Interrupted(draw: LedgerReplay.name(of: pending)) }
      try Refusal.explain(failure)
      throw NamedFailure(failure: failure, memberships: [cycle.roster] + others)
    }
    if !pending.isEmpty && !isDryRun {
      Console.say("The interrupted draw was taken up where the ledger ended.")
    }
    let account = Account(
      Chapter(events), from: cycle, to: drawer.cycle, isDryRun: isDryRun, namesLots: namesLots,
      saysDifference: saysDifference)
    account.tell(remarks: remarks(drawer.cycle))
    if namesLots { try Console.show { try show(drawer.cycle) } }
    account.end(head: file?.ledger.lastHash.text)
    return drawer.cycle
  }
}

/// A command was given while another one is interrupted.
struct Interrupted: Error, CustomStringConvertible {
  let draw: String

  var description: String {
    "the draw \"\(draw)\" was interrupted and must be finished first\n"
      + "help: give the same command with the same seed again; it goes on where the ledger ends"
  }
}

/// Replays a ledger, with faults told by their lines.
enum LedgerReplay {
  /// A fault of a ledger, by line.
  struct Fault: Error, CustomStringConvertible {
    /// The line, from 1; nil where no single line is at fault.
    let line: Int?
    let description: String
  }

  static func run(_ ledger: Ledger, chains: Replay.Chains) throws -> Replay {
    Patience.note("replaying the \(Words.count(ledger.entries.count, "line")) of the ledger")
    do throws(ReplayFault) {
      return try Replay.run(ledger.events, chains: chains)
    } catch {
      let line = error.index.map { min($0, ledger.entries.count - 1) + 1 }
      let text = NamedWords.text("\(error)", of: ledger)
      throw Fault(line: line, description: (line.map { "line \($0): " } ?? "") + text)
    }
  }

  /// The name of the draw that events begin.
  static func name(of pending: [Event]) -> String { Replay.name(of: pending) }
}

/// The folder of a cycle.
struct FolderArgument: ParsableArguments {
  @Argument(help: "The folder of the cycle.", completion: .directory)
  var folder: String
}

/// The folder of a cycle that a command writes to.
struct WrittenFolder: ParsableArguments {
  @Argument(help: "The folder of the cycle.", completion: .directory)
  var folder: String

  @OptionGroup var trial: DryRunOption

  /// Whether nothing is to be written.
  var isDryRun: Bool { trial.dryRun }

  /// The folder, for one command.
  func session() throws -> Session { try Session(folder: folder, isDryRun: isDryRun) }
}

/// The flag of every command that writes.
struct DryRunOption: ParsableArguments {
  @Flag(help: "Say what would happen, with the lots if the seed is given, and write nothing.")
  var dryRun = false
}

/// Where the seed of a draw comes from.
struct SeedOptions: ParsableArguments {
  @Option(
    parsing: .unconditional, help: "The seed: a text made public, of printable ASCII characters.")
  var seed: String?

  @Option(
    help: "The file with the secret that the draw was announced with (with --public).",
    completion: .file())
  var secretFile: String?

  @Option(
    name: .customLong("public"), parsing: .unconditional,
    help: "The public text; the seed is SECRET/PUBLIC (with --secret-file).")
  var publicText: String?

  func validate() throws {
    if seed != nil && (secretFile != nil || publicText != nil) {
      throw ValidationError("give either --seed, or --secret-file and --public")
    }
    if secretFile != nil && publicText == nil {
      throw ValidationError("the public text is missing: give it with --public TEXT")
    }
    if secretFile == nil && publicText != nil {
      throw ValidationError("the secret is missing: give its file with --secret-file F")
    }
  }

  /// The source; nil where none was given.
  func source() throws -> SeedSource? {
    if let seed { return .plain(Label(seed)) }
    guard let secretFile, let publicText else { return nil }
    return .secret(try SecretFile.read(secretFile), publicText: Label(publicText))
  }

  /// Whether a seed was given in either way.
  var isGiven: Bool { seed != nil || secretFile != nil }

  /// Refuses a command line without a seed; a dry run needs none.
  func require(unless isDryRun: Bool) throws {
    if isGiven || isDryRun { return }
    throw ValidationError("a seed is needed: --seed S, or --secret-file F with --public TEXT")
  }

  /// The source, which must be there but in a dry run.
  func required() throws -> SeedSource { try source() ?? Self.standIn }

  /// The source; a dry run without one gets another text in its place, so that whatever is drawn from
  /// it can be counted. It is never said, and nothing is written.
  func source(isDryRun: Bool) throws -> SeedSource? {
    try source() ?? (isDryRun ? Self.standIn : nil)
  }

  /// Whether the lots are told: not where a dry run has no seed.
  func names(_ folder: WrittenFolder) -> Bool { isGiven || !folder.isDryRun }

  private static let standIn = SeedSource.plain("no seed: lots of a dry run that nobody is told")
}

/// The flag of every command that computes the best waivers anew.
struct AcceptOptions: ParsableArguments {
  @Flag(help: "Go on where more must be waived than before.")
  var acceptWaivers = false
}

/// A file that holds a secret.
enum SecretFile {
  /// Why a secret cannot be used.
  enum Failure: Error, CustomStringConvertible {
    case unfit(String, SeedText.Fault)
    case notText(String)

    var description: String {
      switch self {
      case .unfit(let file, let fault): "\(file): the secret \(fault)"
      case .notText(let file):
        "\(file): the secret is not UTF-8 text\n"
          + "help: use letters and digits, for instance the output of `openssl rand -hex 32`"
      }
    }
  }

  /// Reads a secret; one newline at its end does not belong to it.
  static func read(_ path: String) throws -> Label {
    var bytes = try InputFile.read(path: path, limitInBytes: 65_536)
    if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw Failure.notText(path) }
    if let fault = SeedText.fault(inSecret: text) { throw Failure.unfit(path, fault) }
    return Label(text)
  }
}
