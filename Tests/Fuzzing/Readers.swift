import Drawing
import Foundation
import Members
import Records
import StressTesting

/// What is read from the bytes that libFuzzer makes. A reader may refuse anything, in words; it must
/// not crash, hang or take much memory, and what it took it must read again from its own text.
enum Reader: String {
  case tables, conflicts, rulebooks, plans, ledgers, lines

  /// The reader of this process: `PEERLOTS_READER` names it.
  static let chosen = ProcessInfo.processInfo.environment["PEERLOTS_READER"]
    .flatMap(Reader.init(rawValue:))

  /// Reads bytes; stops the process where something is not as it should be.
  func read(_ bytes: [UInt8]) {
    do {
      switch self {
      case .tables: try Self.readTable(bytes)
      case .conflicts: try Self.readConflicts(bytes)
      case .rulebooks: _ = try RulebookReader.read(bytes, file: "rulebook.yaml")
      case .plans:
        let (plan, warnings) = try StressPlanReader.read(bytes, path: "/nowhere/plan.yaml")
        precondition(plan.cycles > 0 && "\(warnings)".utf8.count < 1 << 24)
      case .ledgers: try Self.readLedger(bytes)
      case .lines: try Self.readLedger(Self.chained(bytes))
      }
    } catch {
      let said = "\(error)".utf8.count
      precondition((1...1 << 24).contains(said), "a refusal of \(said) bytes")
    }
  }

  private static func readTable(_ bytes: [UInt8]) throws {
    let read = try MembershipReader.read(bytes, file: "membership.csv")
    precondition("\(read.warnings)".utf8.count < 1 << 24)
    let written = MembershipText.bytes(of: read.membership)
    let again = try MembershipReader.read(written, file: "again.csv")
    precondition(again.membership == read.membership, "a membership is not read as it was written")
  }

  private static let states = Membership(
    ["AAA", "BBB", "CCC", "a-1"].map { State(code: Label($0), region: "G") })

  private static func readConflicts(_ bytes: [UInt8]) throws {
    let alone = try ConflictsReader.read(bytes, file: "conflicts.csv", membership: nil)
    let read = try ConflictsReader.read(bytes, file: "conflicts.csv", membership: states)
    precondition(
      read.conflicts.count <= alone.conflicts.count || !alone.warnings.isEmpty,
      "more pairs of fewer States")
  }

  /// Reads a ledger and replays it where that takes no chain of uniform outcomes; whatever could be
  /// read is written again as it stands, but for blanks, escapes and the order of keys.
  private static func readLedger(_ bytes: [UInt8]) throws {
    let ledger = try Ledger(bytes: bytes)
    var (written, previous) = ([UInt8](), LineHash.none)
    for (sequence, event) in ledger.events.enumerated() {
      let line = LedgerLine(sequence: sequence, previous: previous, event: event).bytes
      previous = LineHash(of: line)
      written += line + [UInt8(ascii: "\n")]
    }
    let again = try Ledger(bytes: written)
    precondition(again.events == ledger.events, "events are not read as they were written")
    let isSmall = ledger.opened.membership.states.count <= 12 && ledger.events.count <= 80
    if isSmall { _ = try Replay.run(ledger.events, chains: .taken) }
  }

  /// The lines with the hashes that a forger would put in: 64 signs after `"previous":"`.
  private static func chained(_ bytes: [UInt8]) -> [UInt8] {
    let key = Array("\"previous\":\"".utf8)
    var (chained, previous) = ([UInt8](), LineHash.none)
    for part in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      var line = Array(part)
      if let place = line.firstRange(of: key)?.upperBound, place + 64 <= line.count {
        line.replaceSubrange(place..<(place + 64), with: Array(previous.text.utf8))
      }
      previous = LineHash(of: line)
      chained += line + [UInt8(ascii: "\n")]
    }
    return Array(chained.dropLast())
  }
}

/// What libFuzzer calls.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOnce(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let reader = Reader.chosen else {
    fatalError("PEERLOTS_READER must be: tables, conflicts, rulebooks, plans, ledgers or lines")
  }
  reader.read(unsafe Array(UnsafeBufferPointer(start: data, count: count)))
  return 0
}
