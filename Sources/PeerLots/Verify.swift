import ArgumentParser
import Drawing
import Records

/// `peerlots verify`: replays a ledger.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Replays a cycle's ledger: chain, lots, bowls, outcomes, waivers, rules.",
    discussion: """
      Says the first thing that is wrong, with its line. A chain of hashes shows that no line \
      before the last was changed; only the published hash of the last line (--head) shows that \
      nothing was changed or cut off at the end. A year drawn by the method uniform takes some \
      seconds, because its chain runs again, and a list of tickets up to a minute.
      """)

  @Argument(help: "The folder of the cycle.", completion: .directory)
  var folder: String

  @Option(help: "The published hash of the last line.")
  var head: String?

  func validate() throws {
    if let head, LineHash(head) == nil {
      throw ValidationError("--head takes 64 lower-case hexadecimal digits.")
    }
  }

  func run() throws {
    try Exit.reporting {
      let ledger = try Ledger(folder: folder)
      if let tail = ledger.tornTail {
        Console.say(
          "error: line \(tail.line) is torn: \(Words.count(tail.byteCount, "byte")) without an end\n"
            + "help: the next command that writes cuts it off and goes on from there")
        throw ExitCode(Exit.no)
      }
      let replay = try LedgerReplay.run(ledger, chains: .run)
      if let head, head != ledger.lastHash.text {
        Console.say(
          "error: line \(ledger.entries.count), the last, has the hash \(ledger.lastHash.text), "
            + "not the one given: lines were changed, added or cut off at the end")
        throw ExitCode(Exit.no)
      }
      let lots = ledger.events.count { if case .lot = $0 { true } else { false } }
      try Console.write(
        "Verified: \(Words.count(ledger.entries.count, "line")), \(Words.count(lots, "lot")); "
          + "last line \(ledger.lastHash.text).\n")
      if !replay.pending.isEmpty {
        Console.say(
          "The draw \"\(replay.unfinishedDraw?.text ?? "")\" is unfinished; the same command with "
            + "the same seed takes it up.")
      } else if !replay.cycle.isComplete {
        Console.say("The cycle is not complete; no draw is unfinished.")
      }
    }
  }
}
