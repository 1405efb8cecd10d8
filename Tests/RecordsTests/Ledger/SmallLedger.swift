import Drawing
import Records

/// A small ledger with an event of every kind, chained.
enum SmallLedger {
  static let events = [GoldenLine.opened.event] + GoldenLine.others.map(\.event)

  /// Chains events, and gives the lines without their newlines.
  static func lines(_ events: [Event] = events) -> [[UInt8]] {
    var previous = LineHash.none
    return events.enumerated().map { sequence, event in
      let bytes = LedgerLine(sequence: sequence, previous: previous, event: event).bytes
      previous = LineHash(of: bytes)
      return bytes
    }
  }

  /// The bytes of a file with these lines.
  static func file(_ lines: [[UInt8]] = lines()) -> [UInt8] {
    lines.flatMap { $0 + [UInt8(ascii: "\n")] }
  }
}
