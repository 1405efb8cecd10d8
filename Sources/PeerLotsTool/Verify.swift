import ArgumentParser
import Drawing
import Records

/// `peerlots verify`: replays a ledger.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Replays a cycle's ledger: chain, lots, bowls, outcomes, waivers, rules.",
    discussion: """
      Says the first thing that is wrong, with its line; else, draw by draw, its seed, its method, \
      where it was announced and what stood between, and what could not be checked. A chain of \
      hashes shows that no line before the last was changed; only the published hash of the last \
      line (--head) shows that nothing was changed or cut off at the end. A year drawn by the \
      method uniform takes some seconds, because its outcomes are counted or its chain runs again, \
      and a list of tickets up to a minute.
      """)

  @Argument(help: "The folder of the cycle.", completion: .directory)
  var folder: String

  @Option(help: "The published hash of the last line.")
  var head: String?

  @Option(help: "The form of the report.")
  var format = AnswerFormat.text

  func validate() throws {
    if let head, LineHash(head) == nil {
      throw ValidationError(
        "--head takes the 64 digits 0 to 9 and a to f that `peerlots status` shows as the last line"
      )
    }
  }

  /// What is wrong with a ledger.
  private struct Fault: Error {
    let line: Int?
    let description: String
  }

  func run() throws {
    try Exit.reporting {
      do {
        try write(try check())
      } catch let fault as Fault {
        try refuse(fault)
        Console.say("error: \(fault.description)")
        throw ExitCode(Exit.no)
      } catch let fault as LedgerReplay.Fault {
        try refuse(Fault(line: fault.line, description: fault.description))
        throw fault
      } catch let failure as LedgerFailure where failure.line != nil {
        try refuse(Fault(line: failure.line, description: "\(failure)"))
        throw failure
      }
    }
  }

  private func refuse(_ fault: Fault) throws {
    if format == .json {
      try Console.write(VerifyReport.fault(fault.description, line: fault.line), as: .json)
    }
  }

  private func check() throws -> VerifyReport {
    let ledger = try Ledger(folder: folder)
    if let tail = ledger.tornTail {
      throw Fault(
        line: tail.line,
        description:
          "line \(tail.line) is torn: \(Words.count(tail.byteCount, "byte")) without an end\n"
          + "help: the next command that writes cuts it off and goes on from there")
    }
    let replay = try LedgerReplay.run(ledger, chains: .run)
    if let head, head != ledger.lastHash.text {
      throw Fault(line: ledger.entries.count, description: Self.difference(head, ledger))
    }
    return VerifyReport(ledger, replay, head: head)
  }

  /// What is wrong with a ledger that does not end with the published hash.
  private static func difference(_ head: String, _ ledger: Ledger) -> String {
    let count = ledger.entries.count
    let start = "line \(count), the last, has the hash \(ledger.lastHash.text), not the one given"
    if let index = ledger.entries.firstIndex(where: { $0.hash.text == head }) {
      return "\(start), which is that of line \(index + 1)\n"
        + "help: \(Words.count(count - index - 1, "line")) stand after it; take the hash that was "
        + "published last, or ask who wrote them"
    }
    return "\(start): lines were changed, added or cut off at the end\n"
      + "help: compare the hash with the published one, digit by digit; if it is right, ask for "
      + "the ledger that ends with it"
  }

  private func write(_ report: VerifyReport) throws {
    guard format != .json else {
      try Console.write(report.json, as: .json)
      return
    }
    let (ledger, replay) = (report.ledger, report.replay)
    try Console.tell(
      "Verified: \(Words.count(ledger.entries.count, "line")), "
        + "\(Words.count(report.lotCount, "lot")); last line \(ledger.lastHash.text).\n"
        + report.lines.joined(separator: "\n") + "\n")
    if !replay.pending.isEmpty {
      Console.say(
        "The draw \"\(replay.unfinishedDraw?.text ?? "")\" is unfinished; the same command with "
          + "the same seed takes it up.")
    } else if !replay.cycle.isComplete {
      Console.say("The cycle is not complete; no draw is unfinished.")
    }
  }
}
