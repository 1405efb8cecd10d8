import Members
import Records

/// What is needed to go on with a cell that was interrupted: where its lines begin in the tables that
/// are written when it is done, what is known of it, and the pairs of each of its cycles.
///
/// The first line is a JSON object, each further line a cycle's ``PairLine``. A journal takes the
/// place of that of the cell before in one step.
struct CellJournal {
  /// The number of the cell.
  let cell: Int
  /// The bytes of `pairs.csv` and of `causes.csv` before the cell's lines.
  let pairBytes: Int
  let causeBytes: Int
  /// What is known of the cell.
  let facts: CellFacts

  init(cell: Int, pairBytes: Int, causeBytes: Int, facts: CellFacts) {
    self.cell = cell
    (self.pairBytes, self.causeBytes, self.facts) = (pairBytes, causeBytes, facts)
  }

  /// The first line.
  var bytes: [UInt8] {
    func number(_ value: Int) -> JSONValue { .integer(Int128(value)) }
    func texts(_ texts: [String]) -> JSONValue { .texts(texts.map { Label($0) }) }
    var bytes: [UInt8] = []
    JSONValue.object([
      JSONField("cell", number(cell)), JSONField("pairs", number(pairBytes)),
      JSONField("causes", number(causeBytes)), JSONField("lines", texts(facts.causes)),
      JSONField("states", texts(facts.codes)),
    ]).write(to: &bytes)
    return bytes + [UInt8(ascii: "\n")]
  }

  /// Reads the first line; nil where it is another one.
  init?(_ line: ArraySlice<UInt8>) {
    guard let value = try? JSONReader.value(of: Array(line)), case .object(let fields) = value,
      fields.map(\.key.text) == ["cell", "pairs", "causes", "lines", "states"],
      case .integer(let cell) = fields[0].value, case .integer(let pairs) = fields[1].value,
      case .integer(let causes) = fields[2].value, let lines = Self.texts(fields[3].value),
      let codes = Self.texts(fields[4].value), let cell = Int(exactly: cell),
      let pairBytes = Int(exactly: pairs), let causeBytes = Int(exactly: causes)
    else { return nil }
    self.init(
      cell: cell, pairBytes: pairBytes, causeBytes: causeBytes,
      facts: CellFacts(codes: codes, causes: lines))
  }

  private static func texts(_ value: JSONValue) -> [String]? {
    guard case .array(let values) = value else { return nil }
    var texts: [String] = []
    for case .text(let label) in values { texts.append(label.text) }
    return texts.count == values.count ? texts : nil
  }
}
