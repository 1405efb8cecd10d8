import Members

/// A governmental expert whom a State has named (terms of reference, para. 21).
public struct Expert: Hashable, Sendable {
  /// The State.
  public let state: Label
  /// The expert's name or post.
  public let name: String
  /// Fields of expertise, as they were written; may be empty.
  public let fields: String
  /// The Protocols that the expert knows.
  public let protocols: [Label]
  /// The expert's languages.
  public let languages: [Label]
}

/// Reads a list of experts: a table with the columns `state`, `expert` (a name or a post) and, where
/// they are there, `fields`, `protocols`, `languages`; a row an expert.
public enum ExpertsReader {
  /// What a list holds.
  public struct Reading: Hashable, Sendable {
    /// The experts, by State in canonical order, then in the order of their rows.
    public let experts: [Expert]
    /// What is lawful but probably not meant.
    public let warnings: [Warning]
  }

  /// The most experts that a State names (para. 21).
  public static let mostOfAState = 20

  /// Reads a list from a file.
  ///
  /// - Parameter membership: The States that may name experts; others are warned of and left out.
  /// - Throws: ``RecordsFailure`` with every fault of the file.
  public static func read(
    path: String, membership: Membership
  ) throws(RecordsFailure) -> Reading {
    try read(
      InputFile.read(path: path, limitInBytes: Table.limitInBytes), file: path,
      membership: membership)
  }

  /// Reads a list from the bytes of a file; `file` is its name in messages.
  ///
  /// - Throws: ``RecordsFailure`` with every fault of the file.
  public static func read(
    _ bytes: [UInt8], file: String, membership: Membership
  ) throws(RecordsFailure) -> Reading {
    var rows = ExpertRows(bytes, file: file, membership: membership)
    while rows.table.nextRow() { rows.readRow() }
    return try rows.finish()
  }
}

/// The rows of a list of experts while they are read.
private struct ExpertRows {
  private static let columns = ["state", "expert", "fields", "protocols", "languages"]

  var table: Table
  private let membership: Membership
  private var experts: [Expert] = []

  init(_ bytes: [UInt8], file: String, membership: Membership) {
    self.membership = membership
    table = Table(
      bytes, file: file,
      columns: TableColumns(
        known: Self.columns, required: ["state", "expert"], telling: ["state"]))
  }

  mutating func readRow() {
    let code = text(0) ?? ""
    let name = text(1)
    let fields = text(2) ?? ""
    let (protocols, languages) = (list(3), list(4))
    if name?.isEmpty == true {
      table.report(.unknownValue(Quotation(""), allowed: ["a name or a post"]), in: 1)
    }
    let label = Label(code)
    guard membership.index(of: label) != nil else {
      let small = code.lowercased()
      let meant = membership.states.first {
        $0.code.text.lowercased() == small || $0.name.lowercased() == small
      }
      table.warn(
        .unknownState(Quotation(code), meant: meant?.code.text), line: table.line, column: 0)
      return
    }
    guard let name, !name.isEmpty else { return }
    experts.append(
      Expert(state: label, name: name, fields: fields, protocols: protocols, languages: languages))
  }

  mutating func finish() throws(RecordsFailure) -> ExpertsReader.Reading {
    if let failure = table.failure { throw failure }
    var counts: [Label: Int] = [:]
    for expert in experts { counts[expert.state, default: 0] += 1 }
    for (state, count) in counts.sorted(by: { $0.key < $1.key })
    where count > ExpertsReader.mostOfAState {
      table.warn(.manyExperts(Quotation(state.text), count: count), line: nil)
    }
    let ordered = experts.enumerated().sorted {
      ($0.element.state, $0.offset) < ($1.element.state, $1.offset)
    }
    return ExpertsReader.Reading(experts: ordered.map(\.element), warnings: table.warnings)
  }

  /// The text of a column of the row; empty where there is no such column.
  private mutating func text(_ column: Int) -> String? {
    guard let bytes = table.bytes(in: column) else { return "" }
    let plain = FormulaGuard.removed(from: bytes)
    guard let text = table.text(of: plain, in: column) else { return nil }
    if let (scalar, index) = FitText.firstUnfit(in: text) {
      table.report(.unfitCharacter(scalar.value, position: index + 1), in: column)
      return nil
    }
    return text
  }

  /// The codes of a column of the row, separated by spaces.
  private mutating func list(_ column: Int) -> [Label] {
    (text(column) ?? "").split(separator: " ").map { Label(String($0)) }
  }
}
