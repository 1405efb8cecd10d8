import Members

/// The rows of a membership while they are read.
struct MembershipRows {
  private typealias Column = MembershipReader.Column

  private var table: Table
  private var states: [State] = []
  /// The line of each State.
  private var lines: [Int] = []
  /// Whether some row may be a State to be reviewed; a row that cannot be read may.
  private var mayHaveReviewed = false
  /// Few cells of a large membership differ, so each is taken apart once.
  private var lists: [ArraySlice<UInt8>: [Label]] = [:]
  private var labels: [ArraySlice<UInt8>: Label] = [:]

  init(_ bytes: [UInt8], file: String) {
    table = Table(
      bytes, file: file,
      columns: Table.Columns(
        known: Column.allCases.map(\.rawValue), required: [Column.state.rawValue]))
  }

  mutating func readAll() {
    states.reserveCapacity(table.lineCount)
    lines.reserveCapacity(table.lineCount)
    while table.nextRow() { readRow() }
    guard table.hasHeader else { return }
    if table.rowCount == 0 {
      table.report(.noRows, line: nil)
    } else if !mayHaveReviewed && table.unreadableRowCount == 0 {
      table.report(.nobodyReviewed, line: nil)
    }
  }

  /// The membership, if nothing was wrong.
  mutating func finish() throws(RecordsFailure) -> (membership: Membership, warnings: [Warning]) {
    sort()
    for index in states.indices.dropFirst() where states[index].code == states[index - 1].code {
      table.report(
        .duplicateState(Quotation(states[index].code.text), earlierLine: lines[index - 1]),
        line: lines[index], column: Column.state.rawValue)
    }
    if let failure = table.failure { throw failure }
    warnOfLonelyRegions()
    return (Membership(states), table.warnings)
  }

  private mutating func readRow() {
    let code = readCode()
    let isSignatory = readsSecond(.status, of: Self.statuses)
    let isReviewed = readAnswer(.reviewed)
    let isReviewer = isSignatory ? false : readAnswer(.reviewer)
    if isSignatory { checkText(.reviewer) }
    let protocols = readList(.protocols)
    if isReviewed { mayHaveReviewed = true }
    let name = readName()
    let region = readRegion()
    let legalSystems = readList(.legalSystems)
    let languages = readList(.languages)
    let own = readOwnNumbers()
    guard let code else { return }
    lines.append(table.line(of: Column.state.index))
    states.append(
      State(
        code: code, name: name, region: region, protocols: isSignatory ? [] : protocols,
        legalSystems: legalSystems, languages: languages, isReviewed: isReviewed,
        isReviewer: isReviewer, own: own))
  }

  /// The code of the row's State; nil where it is not a code.
  private mutating func readCode() -> Label? {
    guard let bytes = bytes(in: .state) else { return nil }
    guard let first = bytes.first, Self.isLetterOrDigit(first),
      bytes.allSatisfy({
        Self.isLetterOrDigit($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
      })
    else {
      report(.notUTF8(in: bytes) ?? .invalidCode(Quotation(bytes: bytes)), in: .state)
      return nil
    }
    return Label(String(decoding: bytes, as: UTF8.self))
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }

  private mutating func readName() -> String {
    guard let bytes = bytes(in: .name), !bytes.isEmpty else { return "" }
    return table.text(of: bytes, in: Column.name.index) ?? ""
  }

  private mutating func readRegion() -> Label {
    guard let bytes = bytes(in: .region), !bytes.isEmpty else { return "" }
    if let label = labels[bytes] { return label }
    guard let text = table.text(of: bytes, in: Column.region.index) else { return "" }
    labels[bytes] = Label(text)
    return Label(text)
  }

  /// Labels separated by one or more spaces; no other blank separates.
  private mutating func readList(_ column: Column) -> [Label] {
    guard let bytes = bytes(in: column), !bytes.isEmpty else { return [] }
    if let list = lists[bytes] { return list }
    var list: [Label] = []
    for part in bytes.split(separator: UInt8(ascii: " ")) {
      guard let text = table.text(of: part, in: column.index) else { return [] }
      list.append(Label(text))
    }
    // Canonical already, so that a State finds nothing left to put in order.
    if list.count > 1 { list = Set(list).sorted() }
    lists[bytes] = list
    return list
  }

  private mutating func readAnswer(_ column: Column) -> Bool {
    !readsSecond(column, of: Self.answers)
  }

  private static let statuses = ["party", "signatory"]
  private static let answers = ["yes", "no"]

  /// Whether a cell holds the second of two words; an empty cell is the first, as is one that is
  /// wrong, which is a fault.
  private mutating func readsSecond(_ column: Column, of words: [String]) -> Bool {
    guard let bytes = bytes(in: column), !bytes.isEmpty else { return false }
    if words[0].utf8.elementsEqual(bytes) { return false }
    if words[1].utf8.elementsEqual(bytes) { return true }
    report(
      .notUTF8(in: bytes) ?? .unknownValue(Quotation(bytes: bytes), allowed: words), in: column)
    return false
  }

  /// The numbers that the row gives its State in place of the rulebook's.
  private mutating func readOwnNumbers() -> OwnNumbers {
    let seats = readNumber(.seats, in: OwnNumbers.seatRange)
    let minimum = readNumber(.minimum, in: OwnNumbers.loadRange)
    let maximum = readNumber(.maximum, in: OwnNumbers.loadRange)
    if let minimum, let maximum, minimum > maximum {
      report(.minimumAboveMaximum(minimum: minimum, maximum: maximum), in: .minimum)
      return OwnNumbers()
    }
    return OwnNumbers(seats: seats, minimum: minimum, maximum: maximum)
  }

  /// A whole number in digits; nil where the cell is empty, or wrong, which is a fault.
  private mutating func readNumber(_ column: Column, in range: ClosedRange<Int>) -> Int? {
    guard let bytes = bytes(in: column), !bytes.isEmpty else { return nil }
    let isDigits = bytes.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    if isDigits, let number = Int(String(decoding: bytes, as: UTF8.self)), range ~= number {
      return number
    }
    report(
      .notUTF8(in: bytes)
        ?? .wrongValue(.plain(Quotation(bytes: bytes)), allowed: .number(range)), in: column)
    return nil
  }

  /// Checks a cell that says nothing about a signatory, whatever is written.
  private mutating func checkText(_ column: Column) {
    guard let bytes = bytes(in: column) else { return }
    _ = table.text(of: bytes, in: column.index)
  }

  private func bytes(in column: Column) -> ArraySlice<UInt8>? { table.bytes(in: column.index) }

  private mutating func report(_ problem: Problem, in column: Column) {
    table.report(problem, in: column.index)
  }

  /// Puts the States in canonical order, the same code by line.
  private mutating func sort() {
    let isSorted = zip(states, states.dropFirst()).allSatisfy { $0.code < $1.code }
    if isSorted { return }
    let order = states.indices.sorted {
      states[$0].code == states[$1].code ? $0 < $1 : states[$0].code < states[$1].code
    }
    states = order.map { states[$0] }
    lines = order.map { lines[$0] }
  }

  /// Warns, once a group, of States that no other State of their group can review.
  private mutating func warnOfLonelyRegions() {
    var reviewers: [Label: Int] = [:]
    var reviewed: [Label: Int] = [:]
    for state in states where !state.region.isEmpty {
      reviewers[state.region, default: 0] += state.isReviewer ? 1 : 0
      reviewed[state.region, default: 0] += state.isReviewed ? 1 : 0
    }
    var warned: Set<Label> = []
    for (index, state) in states.enumerated() where state.isReviewed && !state.region.isEmpty {
      let count = reviewers[state.region, default: 0]
      guard count == (state.isReviewer ? 1 : 0), warned.insert(state.region).inserted else {
        continue
      }
      table.warn(
        .noReviewerInRegion(
          Quotation(state.region.text), state: Quotation.title(of: state),
          others: count == 0 ? reviewed[state.region, default: 0] - 1 : 0),
        line: lines[index], column: Column.region.index)
    }
  }
}
