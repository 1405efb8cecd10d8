import GLPKSolver
import IntegerProgramming
import Members
import Pairing
import Rules

/// A set of demands as rows over parties of States.
///
/// It is the class program of <doc:Method> with three differences: a pair has variables only where
/// a demand looks at it, a party's demands may be smaller than its rules', and a waiver is counted
/// only for rules that are allowed some.
struct DemandProgram {
  /// What a row says; parties by index.
  enum Meaning: Hashable {
    /// Demanded, and so at least.
    case need(DemandRule, party: Int)
    /// No review has more seats.
    case seats(party: Int)
    /// No review has more regional seats.
    case regionalSeats(party: Int)
    /// No State reviews another twice.
    case pair(underReview: Int, reviewer: Int)
    /// Demanded: no reviewer does more.
    case maximum(party: Int)
    /// Demanded: no two States review each other.
    case mutual(Int, Int)

    var isNeed: Bool {
      if case .need = self { return true }
      return false
    }
  }

  /// A row: at least `bound` where it is a need, at most `bound` otherwise.
  struct DemandRow {
    let meaning: Meaning
    var terms: [Term]
    let bound: Int
  }

  /// The rows.
  private(set) var rows: [DemandRow] = []
  /// The upper bounds of the variables, and their names.
  private(set) var variables: [(name: String, upper: Int)] = []
  /// The variables that count waivers.
  private(set) var waived: [WaivableRule: [Term]] = [:]
  private let set: DemandSet
  private let isNamed: Bool
  private let allowed: Set<WaivableRule>

  /// Writes the rows of a set of demands.
  ///
  /// - Parameters:
  ///   - set: The demands.
  ///   - waivable: The rules that are allowed waivers.
  ///   - isNamed: Whether the variables and rows need names.
  init(_ set: DemandSet, waivable: Set<WaivableRule> = [], isNamed: Bool = false) {
    self.set = set
    self.isNamed = isNamed
    allowed = waivable
    layOut()
  }

  private mutating func variable(_ name: String, upper: Int) -> Variable.ID {
    variables.append((name, upper))
    return Variable.ID(index: variables.count - 1)
  }

  private func name(_ party: Int) -> String {
    let states = set.parties[party].states
    let code = set.field.problem.membership.states[states[0]].code.text
    return states.count == 1 ? code : "_\(code)"
  }

  /// The variables of one ordered pair of parties.
  private struct Cell {
    let regional: Variable.ID?
    let open: Variable.ID?
    let isSimilar: Bool
    var terms: [Term] { [regional, open].compactMap { $0.map { Term(1, $0) } } }
  }

  private mutating func layOut() {
    let parties = set.parties
    var cells: [PairingProblem.Pair: Cell] = [:]
    var asReviewer = Array(repeating: [Term](), count: parties.count)
    let busy = parties.indices.filter { parties[$0].asks.minimumLoad > 0 }
    for (a, party) in parties.enumerated() where set.field.seats(party.kind) > 0 {
      let wants = party.asks.wantsReviewers
      if !wants && busy.isEmpty { continue }
      var row: [(b: Int, cell: Cell)] = []
      for b in wants ? Array(parties.indices) : busy {
        guard let cell = cell(a, b) else { continue }
        row.append((b, cell))
        asReviewer[b] += cell.terms
        if set.bans != .none { cells[.init(underReview: a, reviewer: b)] = cell }
      }
      addSeatRows(a, row)
    }
    for b in parties.indices { addLoadRows(b, asReviewer[b]) }
    if set.bans != .none { addMutualRows(cells) }
  }

  private mutating func cell(_ a: Int, _ b: Int) -> Cell? {
    let (under, reviewing) = (set.parties[a], set.parties[b])
    let most = set.pairCount(a, b)
    let may = set.mayReview(under, reviewing)
    if most == 0 || !(may.regional || may.open) { return nil }
    let size = under.states.count
    let names = isNamed ? "(\(name(a)),\(name(b)))" : ""
    // Where nobody asks for the regional seat, an open seat does as well.
    let isPlain = may.open && under.asks.sameRegion == 0 && under.asks.legalSystem == 0
    var regional: Variable.ID?
    if may.regional && !isPlain {
      let upper = min(most, size * set.field.regionalSeats(under.kind))
      regional = variable("r" + names, upper: upper)
    }
    var open: Variable.ID?
    if may.open {
      let upper = min(most, size * set.field.seats(under.kind))
      open = variable("o" + names, upper: upper)
    }
    let relation = set.field.relation(under.kind, reviewer: reviewing.kind)
    return Cell(regional: regional, open: open, isSimilar: relation.contains(.similar))
  }

  private mutating func need(_ rule: DemandRule, _ party: Int, _ terms: [Term], _ count: Int) {
    var terms = terms
    let bound = count * set.parties[party].states.count
    if let waiver = rule.waiver, allowed.contains(waiver) {
      let name = isNamed ? "\(rule.rawValue)(\(name(party)))" : ""
      let counter = variable(name, upper: bound)
      waived[waiver, default: []].append(Term(1, counter))
      terms.append(Term(1, counter))
    }
    rows.append(DemandRow(meaning: .need(rule, party: party), terms: terms, bound: bound))
  }

  private mutating func addSeatRows(_ a: Int, _ row: [(b: Int, cell: Cell)]) {
    let party = set.parties[a]
    let size = party.states.count
    let all = row.flatMap(\.cell.terms)
    let regional = row.compactMap { $0.cell.regional.map { Term(1, $0) } }
    if party.asks.seats > 0 { need(.seat, a, all, party.asks.seats) }
    if party.asks.sameRegion > 0 { need(.sameRegion, a, regional, party.asks.sameRegion) }
    if party.asks.legalSystem > 0 {
      let similar = row.filter(\.cell.isSimilar).compactMap { $0.cell.regional.map { Term(1, $0) } }
      need(.legalSystem, a, similar, party.asks.legalSystem)
    }
    let seats = set.field.seats(party.kind) * size
    rows.append(DemandRow(meaning: .seats(party: a), terms: all, bound: seats))
    if !regional.isEmpty {
      let seats = set.field.regionalSeats(party.kind) * size
      rows.append(DemandRow(meaning: .regionalSeats(party: a), terms: regional, bound: seats))
    }
    for (b, cell) in row {
      let most = set.pairCount(a, b)
      let bounds = cell.terms.map { variables[$0.variable.index].upper }
      // Where the variables' own bounds say as much, a row would add nothing but a name.
      if !isNamed && bounds.reduce(0, +) <= most { continue }
      rows.append(
        DemandRow(meaning: .pair(underReview: a, reviewer: b), terms: cell.terms, bound: most))
    }
  }

  private mutating func addLoadRows(_ b: Int, _ terms: [Term]) {
    let party = set.parties[b]
    if party.asks.minimumLoad > 0 { need(.minimumLoad, b, terms, party.asks.minimumLoad) }
    if party.asks.maximumLoad > 0 && !terms.isEmpty {
      let left = set.field.left(party.kind) * party.states.count
      rows.append(DemandRow(meaning: .maximum(party: b), terms: terms, bound: left))
    }
  }

  private mutating func addMutualRows(_ cells: [PairingProblem.Pair: Cell]) {
    func isBanned(_ a: Int, _ b: Int) -> Bool {
      guard case .pairs(let pairs) = set.bans else { return true }
      let (i, j) = (set.parties[a].states, set.parties[b].states)
      guard i.count == 1 && j.count == 1 else { return false }
      return pairs.contains(
        .init(underReview: min(i[0], j[0]), reviewer: max(i[0], j[0])))
    }
    let keys = cells.keys.sorted { ($0.underReview, $0.reviewer) < ($1.underReview, $1.reviewer) }
    for key in keys {
      let (a, b) = (key.underReview, key.reviewer)
      guard a <= b, isBanned(a, b), let cell = cells[key] else { continue }
      if a == b {
        rows.append(
          DemandRow(meaning: .mutual(a, a), terms: cell.terms, bound: set.pairCount(a, a) / 2))
      } else if let other = cells[.init(underReview: b, reviewer: a)] {
        rows.append(
          DemandRow(
            meaning: .mutual(a, b), terms: cell.terms + other.terms, bound: set.pairCount(a, b)))
      }
    }
  }

  /// The two-way pairs of parties, as the mutual rows have them.
  var mutualPairs: [(Int, Int)] {
    rows.compactMap { row in
      if case .mutual(let a, let b) = row.meaning { return (a, b) }
      return nil
    }
  }

  /// The integer program.
  ///
  /// - Parameters:
  ///   - budget: The most waivers of each rule that is allowed some; a rule without a budget may
  ///     have any number.
  ///   - minimising: The rule whose waivers are to be few.
  func program(budget: [WaivableRule: Int] = [:], minimising: WaivableRule? = nil) -> Program {
    var program = Program(name: "conflict")
    for variable in variables { _ = program.addVariable(variable.name, upper: variable.upper) }
    for row in rows {
      let name = isNamed ? name(of: row.meaning) : ""
      if row.meaning.isNeed {
        program.addRow(name, row.terms, lower: row.bound)
      } else {
        program.addRow(name, row.terms, upper: row.bound)
      }
    }
    for rule in WaivableRule.allCases {
      guard let most = budget[rule], let terms = waived[rule] else { continue }
      program.addRow("waivers(\(rule.rawValue))", terms, upper: most)
    }
    if let minimising { program.objective = waived[minimising] ?? [] }
    return program
  }

  private func name(of meaning: Meaning) -> String {
    switch meaning {
    case .need(let rule, let party): "\(rule.rawValue)(\(name(party)))"
    case .seats(let party): "seats_of(\(name(party)))"
    case .regionalSeats(let party): "regional_seats_of(\(name(party)))"
    case .pair(let a, let b): "once(\(name(a)),\(name(b)))"
    case .maximum(let party): "maximum_load(\(name(party)))"
    case .mutual(let a, let b): "mutual_reviews(\(name(a)),\(name(b)))"
    }
  }
}

extension DemandSet {
  /// Whether the demands can hold together, as far as parties of States tell.
  ///
  /// - Parameter budget: Waivers that are allowed, by rule; none of any other rule.
  func holds(within budget: [WaivableRule: Int] = [:]) throws(GLPKFailure) -> Bool {
    let program = DemandProgram(self, waivable: Set(budget.keys))
    return try GLPK().minimise(program.program(budget: budget)) != .infeasible
  }

  /// The fewest waivers of one rule, with those of others within budgets; nil where there is no
  /// completion.
  func fewest(
    _ rule: WaivableRule, within budget: [WaivableRule: Int], free: Set<WaivableRule>
  ) throws(GLPKFailure) -> Int? {
    let program = DemandProgram(self, waivable: free.union(budget.keys).union([rule]))
    switch try GLPK().minimise(program.program(budget: budget, minimising: rule)) {
    case .infeasible: return nil
    case .optimal(_, let objective): return objective
    }
  }
}
