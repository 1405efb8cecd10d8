import GLPKSolver
import IntegerProgramming
import Rules

/// The lawful completions that are as good as an assignment, as an integer program: what may change
/// at no cost, and the rows of the pairs of States that may not review each other.
///
/// It is small, since most of a good assignment cannot change, and begins at that assignment. So it
/// answers where branching in the flow would be long. Its points are assignments of whole numbers,
/// checked as such; that there is none is GLPK's word, as for the programs over States.
struct FaceProgram {
  /// A pair that may be on or off, or change between seats.
  private struct Column {
    let state: Int
    let reviewer: Int
    let seat: Seat
    let variable: Variable.ID
  }

  /// The pairs of two States, one reviewing the other or the other way round.
  private struct Pair: Hashable {
    let first: Int
    let second: Int
    init(_ a: Int, _ b: Int) { (first, second) = (min(a, b), max(a, b)) }
  }

  private(set) var program = Program(name: "face")
  private var columns: [Column] = []
  /// The assignment as a point of the program; mutual pairs need not keep their rows.
  private(set) var point: [Int] = []
  /// The variables that count the empty seats of a State.
  private var empties: [(state: Int, variable: Variable.ID)] = []
  private var rows = Rows()

  /// Terms of the rows while they are gathered.
  private struct Rows {
    var regional: [[Term]] = []
    var open: [[Term]] = []
    var reviewer: [[Term]] = []
    var mutual: [Pair: [Term]] = [:]
    /// What is on and stays on.
    var heldRegional: [Int] = []
    var heldOpen: [Int] = []
    var heldReviews: [Int] = []
  }

  /// Writes the program of an assignment whose tight arcs are marked.
  ///
  /// - Complexity: O(n²/64 + m) for n States and m pairs that may change.
  init(_ flow: PairingFlow) {
    let none: [[Term]] = Array(repeating: [], count: flow.stateCount)
    (rows.regional, rows.open, rows.reviewer) = (none, none, none)
    let zeros = Array(repeating: 0, count: flow.stateCount)
    (rows.heldRegional, rows.heldOpen, rows.heldReviews) = (zeros, zeros, zeros)
    for state in 0..<flow.stateCount {
      addHeldPairs(of: state, flow)
      addOtherPairs(of: state, flow)
    }
    for state in 0..<flow.stateCount {
      addSeatRows(of: state, flow)
      addLoadRow(of: state, flow)
    }
    addMutualRows(flow)
  }

  /// The variable of a State in a seat; nil where that cannot change.
  func variable(_ reviewer: Int, _ seat: Seat, underReview state: Int) -> Variable.ID? {
    columns.first { $0.state == state && $0.reviewer == reviewer && $0.seat == seat }?.variable
  }

  // MARK: Variables

  private mutating func add(_ state: Int, _ reviewer: Int, _ seat: Seat, isOn: Bool) -> Term {
    let letter = seat == .regional ? "r" : "o"
    let variable = program.addVariable("\(letter)(\(state),\(reviewer))", upper: 1)
    columns.append(Column(state: state, reviewer: reviewer, seat: seat, variable: variable))
    point.append(isOn ? 1 : 0)
    let term = Term(1, variable)
    if seat == .regional {
      rows.regional[state].append(term)
    } else {
      rows.open[state].append(term)
    }
    rows.reviewer[reviewer].append(term)
    return term
  }

  /// The pairs that hold seats of a State.
  private mutating func addHeldPairs(of state: Int, _ flow: PairingFlow) {
    let held = Int(flow.regional[state])
    if held >= 0 { addHeld(state, held, .regional, flow, isLoose: flow.tightRegional[state, held]) }
    for seat in 0..<flow.open.count(state) {
      let holder = flow.open.holder(state, seat)
      addHeld(state, holder, .open, flow, isLoose: flow.tightOpen[state, holder])
    }
  }

  private mutating func addHeld(
    _ state: Int, _ holder: Int, _ seat: Seat, _ flow: PairingFlow, isLoose: Bool
  ) {
    let changesOver = flow.hasRegional[state] && flow.tightSwap[state, holder]
    var terms: [Term] = []
    if isLoose || changesOver { terms.append(add(state, holder, seat, isOn: true)) }
    if changesOver {
      terms.append(add(state, holder, seat == .regional ? .open : .regional, isOn: false))
      program.addRow(
        "pair(\(state),\(holder))", terms, lower: isLoose ? 0 : 1, upper: 1)
    }
    if terms.isEmpty {
      if seat == .regional { rows.heldRegional[state] += 1 } else { rows.heldOpen[state] += 1 }
      rows.heldReviews[holder] += 1
    }
    note(state, holder, isLoose ? terms : [], flow)
  }

  /// The pairs that are off and may come.
  private mutating func addOtherPairs(of state: Int, _ flow: PairingFlow) {
    for word in 0..<flow.on.wordsPerRow {
      let off = ~flow.on.word(state, word)
      let regional = flow.tightRegional.word(state, word) & off
      let open = flow.tightOpen.word(state, word) & off
      var bits = regional | open
      while bits != 0 {
        let bit = bits & ~(bits - 1)
        let reviewer = word << 6 + bits.trailingZeroBitCount
        bits &= bits - 1
        var terms: [Term] = []
        if regional & bit != 0 { terms.append(add(state, reviewer, .regional, isOn: false)) }
        if open & bit != 0 { terms.append(add(state, reviewer, .open, isOn: false)) }
        if terms.count > 1 { program.addRow("pair(\(state),\(reviewer))", terms, upper: 1) }
        note(state, reviewer, terms, flow)
      }
    }
  }

  /// Notes a pair for the row that it may share with its mutual pair.
  private mutating func note(
    _ state: Int, _ reviewer: Int, _ terms: [Term], _ flow: PairingFlow
  ) {
    guard flow.forbidsMutual else { return }
    rows.mutual[Pair(state, reviewer), default: []] += terms
  }

  // MARK: Rows

  private mutating func addSeatRows(of state: Int, _ flow: PairingFlow) {
    let (regional, open) = (rows.regional[state], rows.open[state])
    let held = flow.open.count(state) + (flow.regional[state] >= 0 ? 1 : 0)
    var all = regional + open
    if flow.tightSupplyEmpty[state] && held + flow.empty[state] > 0 {
      let variable = program.addVariable("e(\(state))", upper: held + flow.empty[state])
      point.append(flow.empty[state])
      empties.append((state, variable))
      all.append(Term(1, variable))
    }
    if all.isEmpty { return }
    if !regional.isEmpty {
      let isOn = flow.regional[state] >= 0 ? 1 : 0
      let most = (flow.tightSupplyRegional[state] ? 1 : isOn) - rows.heldRegional[state]
      program.addRow(
        "regional(\(state))", regional, lower: flow.tightSupplyRegional[state] ? 0 : most,
        upper: most)
    }
    if !open.isEmpty && !flow.tightSupplyOpen[state] {
      let count = flow.open.count(state) - rows.heldOpen[state]
      program.addRow("open(\(state))", open, lower: count, upper: count)
    }
    var seats = held - rows.heldRegional[state] - rows.heldOpen[state]
    if empties.last?.state == state { seats += flow.empty[state] }
    program.addRow("seats(\(state))", all, lower: seats, upper: seats)
  }

  private mutating func addLoadRow(of reviewer: Int, _ flow: PairingFlow) {
    let terms = rows.reviewer[reviewer]
    if terms.isEmpty { return }
    let (load, maximum) = (flow.load[reviewer], flow.maximum[reviewer])
    // An arc to the sink that is not tight keeps what it carries.
    var (lower, upper) = (load, load)
    while lower > 0 && flow.isTightLoad(reviewer, after: lower - 1) { lower -= 1 }
    while upper < maximum && flow.isTightLoad(reviewer, after: upper) { upper += 1 }
    let held = flow.fixedLoad[reviewer] + rows.heldReviews[reviewer]
    program.addRow(
      "load(\(reviewer))", terms, lower: max(0, lower - held), upper: upper - held)
  }

  private mutating func addMutualRows(_ flow: PairingFlow) {
    for entry in flow.prices { rows.mutual[Pair(entry.state, entry.reviewer), default: []] += [] }
    let pairs = rows.mutual.sorted { ($0.key.first, $0.key.second) < ($1.key.first, $1.key.second) }
    for (pair, terms) in pairs {
      let (a, b) = (pair.first, pair.second)
      func mayChange(_ state: Int) -> Bool {
        terms.contains { columns[$0.variable.index].state == state }
      }
      // One that is on and stays on leaves no place for the other.
      let stays =
        (flow.on[a, b] && !mayChange(a) ? 1 : 0) + (flow.on[b, a] && !mayChange(b) ? 1 : 0)
      let isPriced = flow.hasPrice(a, b)
      if stays == 0 && !isPriced && !(mayChange(a) && mayChange(b)) { continue }
      if stays == 1 && terms.isEmpty { continue }
      program.addRow("mutual(\(a),\(b))", terms, lower: isPriced ? 1 - stays : 0, upper: 1 - stays)
    }
  }
}

extension FaceProgram {
  /// Makes an assignment that of a point.
  func apply(_ values: [Int], to flow: inout PairingFlow) {
    var takes: [PairingFlow.Change] = []
    for column in columns {
      let seat = flow.node(of: column.seat, underReview: column.state)
      let isOn = flow.seat(of: column.reviewer, underReview: column.state) == seat
      if isOn == (values[column.variable.index] == 1) { continue }
      if isOn {
        flow.perform(.drop(seat, column.reviewer))
      } else {
        takes.append(.take(seat, column.reviewer))
      }
    }
    for take in takes { flow.perform(take) }
    for (state, variable) in empties {
      flow.perform(.empty(state, values[variable.index] - flow.empty[state]))
    }
  }
}
