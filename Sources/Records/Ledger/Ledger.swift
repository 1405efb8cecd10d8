import Drawing
import Rules

/// A ledger that was read: every line has the form of the contract's section 7, the next number,
/// and the hash of the line before it.
///
/// Whether the lots, bowls and waivers in it are right is for verification to say.
public struct Ledger: Hashable, Sendable {
  /// One whole line.
  public struct Entry: Hashable, Sendable {
    /// What it says.
    public let event: Event
    /// Its number, from 1.
    public let line: Int
    /// Its hash, which the next line names.
    public let hash: LineHash
  }

  /// The whole lines, in order; the first opens the cycle.
  public private(set) var entries: [Entry] = []
  /// How the cycle was opened.
  public let opened: Opened
  /// The rules in force at its end, under which the next line is read.
  public private(set) var rulebook: Rulebook
  /// A last line that is not complete, and so is not among the entries.
  public private(set) var tornTail: TornTail?
  /// How many bytes the whole lines have, newlines included.
  public private(set) var byteCount: Int

  /// The hash of the last whole line: what to publish, because a chain cannot protect its end.
  public var lastHash: LineHash { entries.last?.hash ?? .none }

  /// The events, in order.
  public var events: [Event] { entries.map(\.event) }

  /// The name of a ledger's file in the folder of its cycle.
  public static let fileName = "ledger.jsonl"

  /// Reads a ledger.
  ///
  /// The first fault stops the reading; a torn last line is no fault. A line is torn where it is not
  /// complete JSON or lacks its newline. A ledger without one whole line is a fault, because it is
  /// made with its first line in it.
  ///
  /// - Parameter bytes: The whole file.
  /// - Complexity: Linear in the number of bytes.
  public init(bytes: [UInt8]) throws(LedgerFailure) {
    let lines = LineRanges(bytes)
    guard let first = lines.whole.first else { throw .empty }
    let entry = try Self.entry(bytes, lines, 0, previous: .none, rulebook: nil)
    guard case .opened(let opened) = entry.event else {
      throw .notOpened(event: entry.event.name.rawValue)
    }
    self.opened = opened
    rulebook = opened.rulebook
    entries.reserveCapacity(lines.whole.count)
    entries.append(entry)
    byteCount = first.upperBound + 1
    for place in lines.whole.indices.dropFirst() {
      do throws(LedgerFailure) {
        let entry = try Self.entry(
          bytes, lines, place, previous: lastHash, rulebook: rulebook)
        entries.append(entry)
        enact(entry.event)
      } catch LedgerFailure.notJSON(_, let failure)
        where failure.isIncomplete && place == lines.whole.count - 1 && lines.rest == nil
      {
        tornTail = TornTail(line: place + 1, byteCount: lines.whole[place].count + 1)
        return
      }
      byteCount = lines.whole[place].upperBound + 1
    }
    if let rest = lines.rest {
      tornTail = TornTail(line: lines.whole.count + 1, byteCount: rest.count)
    }
  }

  /// Reads the ledger of a folder, which another process may be writing meanwhile.
  public init(folder: String) throws(LedgerFailure) {
    let path = Disk.path(folder, Self.fileName)
    guard Disk.isThere(path) else { throw .noLedger(folder: folder) }
    try self.init(bytes: try Disk.bytes(of: path))
  }

  /// Takes over the rules that an amendment brings.
  private mutating func enact(_ event: Event) {
    if case .amended(let amended) = event, let new = amended.rulebook { rulebook = new }
  }

  /// Takes over a line that was appended to the file.
  mutating func append(_ event: Event, _ bytes: [UInt8]) -> Entry {
    let entry = Entry(event: event, line: entries.count + 1, hash: LineHash(of: bytes))
    entries.append(entry)
    enact(event)
    byteCount += bytes.count + 1
    return entry
  }

  /// Takes over that the torn line was cut off.
  mutating func forgetTornTail() { tornTail = nil }

  /// Reads one whole line, and checks its place in the chain before the rest of it.
  private static func entry(
    _ bytes: [UInt8], _ lines: LineRanges, _ place: Int, previous: LineHash, rulebook: Rulebook?
  ) throws(LedgerFailure) -> Entry {
    let range = lines.whole[place]
    let frame = try LineFrame(bytes: bytes, range: range, number: place + 1)
    _ = try frame.checkedSequence(from: place, through: place)
    let hash = LineHash(of: bytes[range])
    guard frame.previous == previous else {
      throw .brokenChain(
        line: place + 1, previous: frame.previous, hash: previous,
        changed: changedLine(bytes, lines, place, hash: hash))
    }
    return Entry(event: try frame.event(rulebook: rulebook), line: place + 1, hash: hash)
  }

  /// The number of the line that was changed, where a line does not name the hash of the one before
  /// it: if the line after still names its hash, it is the one before that was changed.
  private static func changedLine(
    _ bytes: [UInt8], _ lines: LineRanges, _ place: Int, hash: LineHash
  ) -> Int? {
    guard place > 0, place + 1 < lines.whole.count,
      let next = try? LineFrame(bytes: bytes, range: lines.whole[place + 1], number: place + 2)
    else { return nil }
    return next.previous == hash ? place : nil
  }
}

/// Where the lines of a file stand.
private struct LineRanges {
  /// The lines that end in a newline, without it.
  private(set) var whole: [Range<Int>] = []
  /// What follows the last newline; nil where nothing does.
  private(set) var rest: Range<Int>?

  init(_ bytes: [UInt8]) {
    var start = 0
    while let newline = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      whole.append(start..<newline)
      start = newline + 1
    }
    if start < bytes.count { rest = start..<bytes.count }
  }
}
