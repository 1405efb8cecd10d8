internal import Drawing
internal import Members
internal import Records

extension Cycle {
  /// Reads the ledger of a cycle's folder and takes it up where it ends.
  ///
  /// Every lot from bowls is drawn again and compared; outcomes of uniform draws are only seen to be
  /// lawful, which takes less time. ``Verification`` draws those again too.
  ///
  /// - Parameter folder: The folder, which another process may be writing to meanwhile.
  public init(contentsOf folder: String) throws(PeerLotsFailure) {
    self = try PeerLotsFailure.of { try Cycle(Ledger(folder: folder)) }
  }

  /// Takes a cycle up from the text of its ledger, by the same checks.
  public init(ledger text: String) throws(PeerLotsFailure) {
    self = try PeerLotsFailure.of { try Cycle(Ledger(bytes: Array(text.utf8))) }
  }

  init(_ ledger: Ledger) throws {
    let replay = try Replay.run(ledger.events, chains: .taken)
    let finished = ledger.events.dropLast(replay.pending.count)
    self.init(replay.cycle, Array(finished), pending: replay.pending)
  }

  /// The ledger: one JSON object a line, each with the hash of the line before.
  ///
  /// - Complexity: Linear in its length; so is that of ``head``.
  public var ledger: String { lines.text }

  /// The hash of the ledger's last line, to be published: a chain cannot protect its end.
  public var head: String { lines.head }

  private var lines: (text: String, head: String) {
    var bytes: [UInt8] = []
    var previous = LineHash.none
    for (sequence, event) in (events + pending).enumerated() {
      let line = LedgerLine(sequence: sequence, previous: previous, event: event).bytes
      previous = LineHash(of: line)
      bytes += line
      bytes.append(UInt8(ascii: "\n"))
    }
    return (String(decoding: bytes, as: UTF8.self), previous.text)
  }
}
