import Drawing
import Rules

/// One line of a ledger: an event in its place in the chain (contract, section 7).
public struct LedgerLine: Hashable, Sendable {
  /// The place of the line, from 0.
  public let sequence: Int
  /// The hash of the line before it.
  public let previous: LineHash
  /// What it says.
  public let event: Event

  /// Makes a line.
  public init(sequence: Int, previous: LineHash, event: Event) {
    self.sequence = sequence
    self.previous = previous
    self.event = event
  }

  /// Reads a line.
  ///
  /// - Parameters:
  ///   - bytes: The line without its newline.
  ///   - number: The number of the line, from 1, for failures.
  ///   - rulebook: The rules in force; nil for the first line.
  ///   - earlier: The bowls from which its own is told; nil in a small cycle.
  public init(
    bytes: [UInt8], number: Int, rulebook: Rulebook?, after earlier: EarlierBowls? = nil
  ) throws(LedgerFailure) {
    let frame = try LineFrame(bytes: bytes, range: bytes.indices, number: number)
    self.init(
      sequence: try frame.checkedSequence(from: 0, through: Int.max), previous: frame.previous,
      event: try frame.event(rulebook: rulebook, after: earlier))
  }

  /// The line as it stands in the ledger of a small cycle, without its newline.
  public var bytes: [UInt8] { bytes(after: nil) }

  /// The line as it stands in a ledger, without its newline.
  ///
  /// - Parameter earlier: The bowls from which its own is told; nil in a small cycle.
  public func bytes(after earlier: EarlierBowls?) -> [UInt8] {
    var fields: [JSONField] = [
      JSONField("sequence", .integer(Int128(sequence))),
      JSONField("event", .text(event.name.label)),
      JSONField("previous", .text(.init(previous.text))),
    ]
    fields += event.fields(after: earlier)
    return JSONValue.object(fields).bytes
  }
}

/// A line of which only the place in the chain and the event's name have been read, so that the
/// chain is checked before anything in it is believed.
struct LineFrame {
  let number: Int
  let sequence: Int128
  let name: EventName
  let previous: LineHash
  private let fields: FieldReader

  init(bytes: [UInt8], range: Range<Int>, number: Int) throws(LedgerFailure) {
    let value: JSONValue
    do {
      value = try JSONReader.value(of: bytes, in: range)
    } catch {
      throw LedgerFailure.notJSON(line: number, error)
    }
    var fields = try FieldReader(value, line: number, path: "")
    sequence = try fields.integer("sequence", in: JSONValue.integers)
    name = try fields.choice("event")
    previous = try fields.hash("previous")
    self.number = number
    self.fields = fields
  }

  /// The sequence, where it lies in a range.
  func checkedSequence(from lower: Int, through upper: Int) throws(LedgerFailure) -> Int {
    guard let value = Int(exactly: sequence), (lower...upper).contains(value) else {
      throw .wrongSequence(line: number, found: sequence, expected: lower)
    }
    return value
  }

  /// Reads the event's own fields.
  func event(
    rulebook: Rulebook?, after earlier: EarlierBowls?
  ) throws(LedgerFailure) -> Event {
    guard let rulebook else {
      guard name == .opened else { throw .notOpened(event: name.rawValue) }
      return .opened(try Opened(fields))
    }
    var reader = EventReader(fields: fields, rulebook: rulebook, earlier: earlier)
    return try reader.event(name)
  }
}
