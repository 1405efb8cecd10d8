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
      columns: TableColumns(
        known: Column.allCases.map(\.rawValue), required: [Column.state.rawValue],
        telling: [Column.state.rawValue]))
  }

  mutating func readAll() {
    // Without codes it is another table, and what is wrong with its rows says nothing.
    guard table.header.positions[Column.state.index] != nil else { return }
    states.reserveCapacity(table.lineCount)
    lines.reserveCapacity(table.lineCount)
    while table.nextRow() { readRow() }
    if table.rowCount == 0 {
      table.add(.noRows, line: nil)
    } else if !mayHaveReviewed && table.unreadableRowCount == 0 {
      table.add(.nobodyReviewed, line: nil)
    }
  }

  /// The membership, if nothing was wrong.
  mutating func finish() throws(RecordsFailure) -> MembershipReader.Reading {
    sort()
    var first = 0
    for index in states.indices.dropFirst() {
      guard states[index].code == states[first].code else {
        first = index
        continue
      }
      table.add(
        .duplicateState(Quotation(states[index].code.text), earlierLine: lines[first]),
        line: lines[index], column: Column.state.rawValue)
    }
    if let failure = table.failure { throw failure }
    for found in SlipSearch(states, lines: lines).found {
      for line in found.lines {
        table.warn(.slip(found.slip), line: line, column: found.column.index)
      }
    }
    warnOfLonelyRegions()
    let columns = Column.allCases.filter { table.header.positions[$0.index] != nil }
    return MembershipReader.Reading(
      membership: Membership(states), columns: Set(columns), warnings: table.warnings)
  }

  private mutating func readRow() {
    let code = readCode()
    let isSignatory = readsSecond(.status, of: Self.statuses)
    let isReviewed = readAnswer(.reviewed)
    let isReviewer = isSignatory ? false : readAnswer(.reviewer)
    let protocols = isSignatory ? [] : readList(.protocols)
    for column in isSignatory ? [Column.protocols, .reviewer] : [] { checkText(column) }
    if isReviewed { mayHaveReviewed = true }
    let name = readName()
    let region = readRegion()
    let legalSystems = readList(.legalSystems)
    let languages = readList(.languages)
    let own = readOwnNumbers()
    let year = readNumber(.year, in: State.yearRange)
    guard let code else { return }
    lines.append(table.line(of: Column.state.index))
    states.append(
      State(
        code: code, name: name, region: region, protocols: protocols,
        legalSystems: legalSystems, languages: languages, isReviewed: isReviewed,
        isReviewer: isReviewer, own: own, year: year))
  }

  /// The code of the row's State; nil where it is not a code.
  private mutating func readCode() -> Label? {
    guard let bytes = bytes(in: .state) else { return nil }
    guard FitText.isCode(bytes, allowsPoints: false) else {
      report(.notUTF8(in: bytes) ?? .invalidCode(Quotation(bytes: bytes)), in: .state)
      return nil
    }
    return Label(String(decoding: bytes, as: UTF8.self))
  }

  private mutating func readName() -> String {
    guard let bytes = bytes(in: .name), !bytes.isEmpty else { return "" }
    return readText(bytes, of: .name) ?? ""
  }

  private mutating func readRegion() -> Label {
    guard let bytes = bytes(in: .region), !bytes.isEmpty else { return "" }
    if let label = labels[bytes] { return label }
    guard let text = readText(bytes, of: .region) else { return "" }
    labels[bytes] = Label(text)
    return Label(text)
  }

  /// A text that people read, as it is; nil where a character in it would steer a terminal or the
  /// direction of writing, which is a fault then.
  private mutating func readText(_ bytes: ArraySlice<UInt8>, of column: Column) -> String? {
    let bytes = FormulaGuard.removed(from: bytes)
    guard let text = table.text(of: bytes, in: column.index) else { return nil }
    if bytes.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
    if let (scalar, index) = FitText.firstUnfit(in: text) {
      report(.unfitCharacter(scalar.value, position: index + 1), in: column)
      return nil
    }
    return text
  }

  /// Codes separated by one or more spaces; no other blank separates.
  private mutating func readList(_ column: Column) -> [Label] {
    guard let bytes = bytes(in: column), !bytes.isEmpty else { return [] }
    if let list = lists[bytes] { return list }
    var list: [Label] = []
    for part in bytes.split(separator: UInt8(ascii: " ")) {
      guard FitText.isCode(part, allowsPoints: true) else {
        report(Self.fault(ofCode: part, in: bytes), in: column)
        return []
      }
      list.append(Label(String(decoding: part, as: UTF8.self)))
    }
    // Canonical already, so that a State finds nothing left to put in order.
    if list.count > 1 { list = Set(list).sorted() }
    lists[bytes] = list
    return list
  }

  /// What is wrong with a code of a list.
  private static func fault(
    ofCode part: ArraySlice<UInt8>, in list: ArraySlice<UInt8>
  ) -> Problem {
    if let problem = Problem.notUTF8(in: list) { return problem }
    let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "/"), UInt8(ascii: "|")]
    let isSeparated = part.contains { separators.contains($0) }
    return isSeparated
      ? .codesNotBySpaces(Quotation(bytes: list)) : .invalidListCode(Quotation(bytes: part))
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
    if Self.isWord(bytes, words[0]) { return false }
    if Self.isWord(bytes, words[1]) { return true }
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

  /// Whether a cell holds a word, in any letter case.
  private static func isWord(_ bytes: ArraySlice<UInt8>, _ word: String) -> Bool {
    word.utf8.elementsEqual(bytes.lazy.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
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
