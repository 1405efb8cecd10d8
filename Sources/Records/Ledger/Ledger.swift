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
  /// The bowls from which that of the next lot is told; nil in a small cycle.
  private(set) var earlierBowls: EarlierBowls?
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
    var lines = try LineStream(bytes)
    try self.init(&lines)
  }

  /// Reads the ledger of a folder, which another process may be writing meanwhile: the bytes of one
  /// line after the other.
  public init(folder: String) throws(LedgerFailure) {
    let path = Disk.path(folder, Self.fileName)
    guard !Disk.isMissing(path) else { throw .noLedger(folder: folder) }
    let descriptor = try Disk.open(path, .readOnly, for: .read)
    defer { try? descriptor.close() }
    var lines = try LineStream(descriptor, path: path)
    try self.init(&lines)
  }

  private init(_ lines: inout LineStream) throws(LedgerFailure) {
    guard let first = try lines.next() else { throw .empty }
    let entry = try Self.entry(
      first, 1, previous: .none, rulebook: nil, after: nil, followedBy: lines)
    guard case .opened(let opened) = entry.event else {
      throw .notOpened(event: entry.event.name.rawValue)
    }
    self.init(opened, entry, byteCount: lines.offset)
    while let line = try lines.next() {
      do throws(LedgerFailure) {
        let entry = try Self.entry(
          line, entries.count + 1, previous: lastHash, rulebook: rulebook, after: earlierBowls,
          followedBy: lines)
        enact(entry.event)
        entries.append(entry)
      } catch LedgerFailure.notJSON(_, let failure)
        where failure.isIncomplete && lines.isAtEnd && lines.restByteCount == 0
      {
        tornTail = TornTail(line: entries.count + 1, byteCount: line.count + 1)
        return
      }
      byteCount = lines.offset
    }
    if lines.restByteCount > 0 {
      tornTail = TornTail(line: entries.count + 1, byteCount: lines.restByteCount)
    }
  }

  /// A ledger of its first line.
  init(opening opened: Opened, _ bytes: [UInt8]) {
    let entry = Entry(event: .opened(opened), line: 1, hash: LineHash(of: bytes))
    self.init(opened, entry, byteCount: bytes.count + 1)
  }

  private init(_ opened: Opened, _ entry: Entry, byteCount: Int) {
    self.opened = opened
    rulebook = opened.rulebook
    earlierBowls = EarlierBowls(opened)
    entries = [entry]
    self.byteCount = byteCount
  }

  /// Takes over what the next line needs of an event: the rules that an amendment brings, and bowls.
  private mutating func enact(_ event: Event) {
    if case .amended(let amended) = event, let new = amended.rulebook { rulebook = new }
    earlierBowls?.take(event, sequence: entries.count)
  }

  /// Takes over a line that was appended to the file.
  mutating func append(_ event: Event, _ bytes: [UInt8]) -> Entry {
    let entry = Entry(event: event, line: entries.count + 1, hash: LineHash(of: bytes))
    enact(event)
    entries.append(entry)
    byteCount += bytes.count + 1
    return entry
  }

  /// Takes over that the torn line was cut off.
  mutating func forgetTornTail() { tornTail = nil }

  /// Reads one whole line, and checks its place in the chain before the rest of it.
  private static func entry(
    _ line: [UInt8], _ number: Int, previous: LineHash, rulebook: Rulebook?,
    after earlier: EarlierBowls?, followedBy lines: LineStream
  ) throws(LedgerFailure) -> Entry {
    let frame = try LineFrame(bytes: line, range: line.indices, number: number)
    _ = try frame.checkedSequence(from: number - 1, through: number - 1)
    let hash = LineHash(of: line)
    guard frame.previous == previous else {
      throw .brokenChain(
        line: number, previous: frame.previous, hash: previous,
        changed: changedLine(number, hash: hash, followedBy: lines))
    }
    let event = try frame.event(rulebook: rulebook, after: earlier)
    return Entry(event: event, line: number, hash: hash)
  }

  /// The number of the line that was changed, where a line does not name the hash of the one before
  /// it: if the line after still names its hash, it is the one before that was changed.
  private static func changedLine(
    _ number: Int, hash: LineHash, followedBy lines: LineStream
  ) -> Int? {
    var ahead = lines
    guard number > 1, let bytes = try? ahead.next(),
      let next = try? LineFrame(bytes: bytes, range: bytes.indices, number: number + 1)
    else { return nil }
    return next.previous == hash ? number - 1 : nil
  }
}
