internal import Drawing
internal import Proofs
internal import Records

/// What a ledger is found to be when everything in it is drawn again and compared.
///
/// A verification that exists found nothing wrong; the first thing that is wrong is thrown as a
/// ``PeerLotsFailure/ledger(_:)``.
public struct Verification: Sendable {
  /// The cycle that the ledger gives.
  public let cycle: Cycle
  /// How many lines it has.
  public let lineCount: Int
  /// How many lots were drawn.
  public let lotCount: Int
  /// The hash of its last line.
  public let head: String

  /// Verifies the ledger of a folder: chain, lots, bowls, waivers, outcome.
  ///
  /// - Parameters:
  ///   - folder: The folder of the cycle.
  ///   - head: The published hash of the last line. Without it nobody can tell that nothing was cut
  ///     off at the end.
  /// - Complexity: A year drawn by the method uniform takes seconds, a list of tickets up to a
  ///   minute.
  public init(of folder: String, head: String? = nil) throws(PeerLotsFailure) {
    self = try PeerLotsFailure.of { try Verification(Ledger(folder: folder), head) }
  }

  /// Verifies the text of a ledger.
  public init(ledger text: String, head: String? = nil) throws(PeerLotsFailure) {
    self = try PeerLotsFailure.of { try Verification(Ledger(bytes: Array(text.utf8)), head) }
  }

  private init(_ ledger: Ledger, _ head: String?) throws {
    if let tail = ledger.tornTail {
      throw PeerLotsFailure.ledger(
        .init(line: tail.line, text: "torn: \(tail.byteCount) bytes without an end"))
    }
    let events = ledger.events
    let replay = try Replay.run(events, chains: .run)
    self.head = ledger.lastHash.text
    if let head, head != self.head {
      throw PeerLotsFailure.ledger(
        .init(
          line: ledger.entries.count,
          text: "the last line has the hash \(self.head), not the one published: lines were "
            + "changed, added or cut off at the end"))
    }
    cycle = Cycle(
      replay.cycle, Array(events.dropLast(replay.pending.count)), pending: replay.pending)
    lineCount = ledger.entries.count
    lotCount = events.count { if case .lot = $0 { true } else { false } }
  }
}

/// Proofs of every bowl of reviewers of a ledger, which a program without a solver can check.
public struct BowlProofs: Sendable {
  /// The file, whose format *Proofs* gives to the last field: JSON, an object a line.
  public let text: String
  /// How many lots of reviewers the ledger has.
  public let lotCount: Int
  /// How many of them are proven.
  public let provenCount: Int

  /// Proves what a cycle has drawn.
  public init(of cycle: Cycle) throws(PeerLotsFailure) {
    self = try PeerLotsFailure.of {
      let proofs = try Prover.prove(cycle.events, head: cycle.head) { _, _ in }
      return BowlProofs(
        text: proofs.text, lotCount: proofs.lotCount, provenCount: proofs.provenCount)
    }
  }

  private init(text: String, lotCount: Int, provenCount: Int) {
    (self.text, self.lotCount, self.provenCount) = (text, lotCount, provenCount)
  }
}
