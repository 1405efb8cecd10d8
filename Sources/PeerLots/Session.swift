import ArgumentParser
import Drawing
import Lots
import Members
import Records

/// A cycle's folder while one command writes to it.
///
/// The ledger is locked, read and replayed. What an interrupted command left is taken up by running
/// the same command again: its events are compared as long as they stand there, and appended after.
struct Session {
  private let file: LedgerFile
  private let replay: Replay

  /// Locks and replays the ledger of a folder; a torn last line is cut off, which is said.
  init(folder: String) throws {
    Patience.canResume()
    file = try LedgerFile.open(folder: folder)
    if let tail = try file.cutTornTail() {
      Console.say(
        "warning: line \(tail.line) was torn, as by a power cut; its "
          + "\(Words.count(tail.byteCount, "byte")) were cut off")
    }
    replay = try LedgerReplay.run(file.ledger, chains: .taken)
  }

  /// The state before the command.
  var cycle: Cycle { replay.cycle }

  /// Runs one command.
  ///
  /// - Parameter command: What to do with the drawer.
  /// - Returns: The state afterwards.
  @discardableResult
  func run(_ command: (Drawer) throws -> Void) throws -> Cycle {
    defer { file.close() }
    let pending = replay.pending
    let file = file
    var position = 0
    var lots = 0
    Patience.note("working out what is possible")
    let drawer = Drawer(replay.cycle) { event in
      if case .lot = event {
        lots += 1
        Patience.note("\(Words.count(lots, "lot")) drawn")
      }
      if case .seeded(let seeded) = event {
        Console.say("The seed of \"\(seeded.draw.text)\" is \"\(seeded.seed)\".")
      }
      if position == pending.count {
        try file.append(event)
      } else if event.difference(to: pending[position]) == nil {
        position += 1
      } else {
        throw Interrupted(draw: LedgerReplay.name(of: pending))
      }
    }
    do {
      try command(drawer)
    } catch let failure as DrawingFailure {
      // Whatever else is wrong with another command, the interrupted one comes first.
      if position < pending.count { throw Interrupted(draw: LedgerReplay.name(of: pending)) }
      try Refusal.explain(failure)
      throw failure
    }
    if !pending.isEmpty {
      Console.say("The interrupted draw was taken up where the ledger ended.")
    }
    for list in drawer.cycle.lapsedTickets.dropFirst(replay.cycle.lapsedTickets.count) {
      Console.say(
        "The list \"\(list.draw.text)\" has lapsed: the change touches its outcomes.")
    }
    Console.say("The last line has the hash \(file.ledger.lastHash.text).")
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
      throw Fault(line: line, description: (line.map { "line \($0): " } ?? "") + "\(error)")
    }
  }

  /// The name of the draw that events begin.
  static func name(of pending: [Event]) -> String {
    for event in pending {
      switch event {
      case .seeded(let seeded): return seeded.draw.text
      case .ticket(let drawn): return drawn.draw.text
      default: continue
      }
    }
    return "last command"
  }
}

/// The folder of a cycle.
struct FolderArgument: ParsableArguments {
  @Argument(help: "The folder of the cycle.", completion: .directory)
  var folder: String
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
    if (secretFile == nil) != (publicText == nil) {
      throw ValidationError("--secret-file and --public go together")
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

  /// Refuses a command line without a seed.
  func require() throws {
    if isGiven { return }
    throw ValidationError("a seed is needed: --seed S, or --secret-file F with --public TEXT")
  }

  /// The source, which must be there.
  func required() throws -> SeedSource {
    guard let source = try source() else { preconditionFailure("a command line without a seed") }
    return source
  }
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
      case .notText(let file): "\(file): the secret is not UTF-8 text"
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
