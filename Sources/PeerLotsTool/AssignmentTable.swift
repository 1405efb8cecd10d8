import Drawing
import Members
import Records
import Rules

/// Who reviews whom, as a table: one row a review, by year, then in canonical order; or one row for
/// each reviewer of a review, by reviewer.
struct AssignmentTable {
  /// What a row is.
  enum Order: String, CaseIterable {
    case review, reviewer
  }

  /// What is drawn.
  let cycle: Cycle
  private let years: Set<Int>?
  private let states: Set<Label>?
  private let order: Order
  /// What stood before a change, whose new cells are marked.
  private let before: Cycle?

  /// - Parameters:
  ///   - cycle: What is drawn.
  ///   - years: Only these years, where given.
  ///   - states: Only these States, where given: under review, or as reviewers.
  ///   - order: What a row is.
  ///   - before: What stood before a change; what is new since is marked in the text.
  init(
    _ cycle: Cycle, years: Set<Int>? = nil, states: Set<Label>? = nil, by order: Order = .review,
    since before: Cycle? = nil
  ) {
    self.before = before
    self.cycle = cycle
    self.years = years
    self.states = states
    self.order = order
  }

  /// Only what a command changed: the reviews with another year or other reviewers than before.
  init(_ cycle: Cycle, changedSince before: Cycle) {
    let changed = cycle.roster.states.indices.filter { index in
      let (review, code) = (cycle.reviews[index], cycle.roster.states[index].code)
      guard let place = before.roster.index(of: code) else { return true }
      let old = before.reviews[place]
      return review.year != old.year
        || review.reviewers.map { cycle.roster.states[$0].code }
          != old.reviewers.map { before.roster.states[$0].code }
    }
    self.init(
      cycle, states: Set(changed.map { cycle.roster.states[$0].code }), since: before)
  }

  /// Writes the table to standard output in a form; it ends in a newline.
  func write(as format: TableFormat) throws {
    switch format {
    case .text: try writeText()
    case .csv: try writeCSV()
    case .json: try Console.write(json, as: .json)
    }
  }

  // MARK: Rows

  /// A cell: a State's index, or another text.
  enum Cell {
    case state(Int)
    case number(Int)
    case word(String)
    case none
  }

  /// The names of the columns.
  var header: [String] {
    order == .review ? reviewHeader : ["reviewer", "year", "under_review", "seat"]
  }

  private var reviewHeader: [String] {
    ["year", "under_review"]
      + zip(seats, seatColumns).flatMap { seat, columns in
        let name = name(of: seat)
        return ["\(name)_reviewer"] + (1..<columns).map { "\(name)_reviewer_\($0 + 1)" }
      }
  }

  /// The kinds of seats that have columns: one of the same group also where the rulebook has none,
  /// unless it has several others.
  private var seats: [Seat] {
    (cycle.rulebook.hasSeveralKinds ? cycle.rulebook.seatsInOrder : [.regional, .open])
      + (cycle.rulebook.protocols == .supplement ? [.supplementary] : [])
  }

  private func name(of seat: Seat) -> String {
    if seat == .supplementary { return "supplementary" }
    if seat == .regional && cycle.rulebook.regionalPlace == nil { return "regional" }
    return cycle.rulebook.seats[cycle.rulebook.place(of: seat)].name.text
  }

  /// For each kind of seats, its columns: as many as any review holds, at least one.
  private var seatColumns: [Int] {
    seats.map { seat in
      max(1, cycle.assignment.reviews.map { $0.reviewers(in: seat).count }.max() ?? 0)
    }
  }

  private func isWanted(_ state: Int) -> Bool {
    states?.contains(cycle.roster.states[state].code) ?? true
  }

  private var reviews: [Review] {
    cycle.assignment.reviews.filter { review in
      review.year > 0 && years?.contains(review.year) ?? true
        && (order == .reviewer || isWanted(review.underReview))
    }.sorted {
      ($0.year, $0.underReview) < ($1.year, $1.underReview)
    }
  }

  /// The columns that hold States.
  var stateColumns: Set<Int> {
    order == .review ? Set(1..<reviewHeader.count) : [0, 2]
  }

  /// The rows, a cell for each column.
  var rows: [[Cell]] {
    if order == .reviewer { return reviewerRows }
    let columns = seatColumns
    return reviews.map { row($0, columns) }
  }

  private func row(_ review: Review, _ columns: [Int]) -> [Cell] {
    [.number(review.year), .state(review.underReview)]
      + zip(seats, columns).flatMap { seat, columns in
        let held = review.reviewers(in: seat)
        return (0..<columns).map { $0 < held.count ? Cell.state(held[$0]) : .none }
      }
  }

  private var reviewerRows: [[Cell]] {
    var found: [(reviewer: Int, review: Review, seat: String)] = []
    for review in reviews {
      found += review.holders.map { ($0.reviewer, review, name(of: $0.seat)) }
    }
    return found.filter { isWanted($0.reviewer) }.sorted {
      ($0.reviewer, $0.review.year, $0.review.underReview)
        < ($1.reviewer, $1.review.year, $1.review.underReview)
    }.map { reviewer, review, seat in
      [.state(reviewer), .number(review.year), .state(review.underReview), .word(seat)]
    }
  }

  // MARK: Forms

  /// For a person: names beside codes, and a sentence for each year without a review.
  private func writeText() throws {
    var table = TextTable(header.map { $0.replacing("_", with: " ") })
    var isMarked = false
    for row in rows {
      let marks = marks(row)
      isMarked = isMarked || marks.contains(true)
      table.append(zip(row, marks).map { cell, isNew in shown(cell) + (isNew ? " *" : "") })
    }
    // A change that leaves no review has no table.
    if table.isEmpty && before != nil { return }
    if table.isEmpty && states != nil { return try writeNothing() }
    if table.isEmpty && !cycle.isSelected {
      return try Console.tell("Which year each State is reviewed in has not been drawn yet.\n")
    }
    try table.write()
    if isMarked { try Console.write("* new\n") }
    guard cycle.isSelected && states == nil else { return }
    let empty = (1...cycle.rulebook.years).filter { year in
      years?.contains(year) ?? true && cycle.states(year: year).isEmpty
    }
    for year in empty { try Console.write("Year \(year): no State is under review.\n") }
  }

  /// Says that the States asked for have no review.
  private func writeNothing() throws {
    let years = years.map { " in year " + $0.sorted().map(String.init).joined(separator: ", ") }
    for state in cycle.roster.states where isWanted(cycle.roster.index(of: state.code) ?? 0) {
      let what = order == .review ? "is not under review" : "reviews nobody so far"
      try Console.write("\(Quotation.title(of: state)) \(what)\(years ?? "").\n")
    }
  }

  private func shown(_ cell: Cell) -> String {
    switch cell {
    case .state(let state): Quotation.title(of: cycle.roster.states[state])
    case .number(let number): String(number)
    case .word(let word): word
    case .none: ""
    }
  }

  /// Which cells of a review are new since the change: its year, and who reviews it.
  private func marks(_ row: [Cell]) -> [Bool] {
    let none = row.map { _ in false }
    guard let before, case .state(let state) = row[1] else { return none }
    func place(_ index: Int) -> Int? { before.roster.index(of: cycle.roster.states[index].code) }
    guard let old = place(state).map({ before.reviews[$0] }) else { return none }
    return row.enumerated().map { column, cell in
      switch cell {
      case .number(let year): year != old.year
      case .state(let reviewer) where column > 1:
        place(reviewer).map { !old.reviewers.contains($0) } ?? true
      default: false
      }
    }
  }

  /// Lines that are written at once.
  private static let linesAtOnce = 10_000

  private func writeCSV() throws {
    var bytes: [UInt8] = []
    DelimitedLine.append(header, to: &bytes)
    for (number, row) in rows.enumerated() {
      let fields = row.map { cell in
        switch cell {
        case .state(let state): cycle.roster.states[state].code.text
        case .number(let number): String(number)
        case .word(let word): word
        case .none: ""
        }
      }
      DelimitedLine.append(fields, to: &bytes)
      if number % Self.linesAtOnce == Self.linesAtOnce - 1 {
        guard try Console.write(bytes, as: .data) else { return }
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try Console.write(bytes, as: .data)
  }

  /// Every row has the keys of the header; a seat that is not there or empty is null.
  private var json: [UInt8] {
    let keys = header.map { Label($0) }
    let objects = rows.map { row in
      JSONValue.object(
        zip(keys, row).map { key, cell in
          switch cell {
          case .state(let state): JSONField(key, .text(cycle.roster.states[state].code))
          case .number(let number): JSONField(key, .integer(Int128(number)))
          case .word(let word): JSONField(key, .text(Label(word)))
          case .none: JSONField(key, .null)
          }
        })
    }
    var bytes: [UInt8] = []
    JSONValue.array(objects).write(to: &bytes)
    return bytes + [UInt8(ascii: "\n")]
  }
}
