import GLPKSolver
import Members
import Pairing
import Rules

/// Takes demands away from a set that cannot hold until none can be spared: a deletion filter
/// (Chinneck and Dravnieks 1991) that tries many demands at once and halves (Junker 2004,
/// QuickXplain).
///
/// Whole rules come first, then, for each rule and party of interchangeable States, as many States
/// as can be spared. What is kept was needed when it was tried, and is needed still, because sets
/// only shrink.
struct ConflictFinder {
  /// States that are told apart one by one in a conflict; beyond, parties of them are.
  static let mostSingles = 40

  private(set) var set: DemandSet
  private let budget: [WaivableRule: Int]
  private var oracle = DemandOracle()

  /// Reduces a set of demands that cannot hold within a budget of waivers.
  ///
  /// - Parameters:
  ///   - set: The demands.
  ///   - budget: Waivers that are allowed, by rule.
  ///   - kept: A rule without which the demands are known to hold.
  static func reduce(
    _ set: DemandSet, within budget: [WaivableRule: Int] = [:], needing kept: DemandRule? = nil
  ) throws(GLPKFailure) -> DemandSet {
    var finder = ConflictFinder(set: set, budget: budget)
    // What can be given up goes first, so that a conflict is about few of the States' demands.
    for rule in [DemandRule.legalSystem, .sameRegion, .seat, .minimumLoad, .conflicts, .openSeats]
      + [.mutualReviews, .maximumLoad, .protocols]
    where rule != kept && finder.set.has(rule) {
      try finder.attempt(finder.set.dropping(rule))
    }
    try finder.reduceParties()
    let wanting = finder.set.parties.filter(\.asks.isWanting)
    let count = wanting.reduce(0) { $0 + $1.states.count }
    if count > wanting.count && count <= mostSingles {
      // Of single States the program is exact.
      finder.set.single { $0.asks.isWanting }
      try finder.reduceParties()
    }
    try finder.reduceConflicts()
    try finder.reduceBans()
    return finder.set
  }

  private init(set: DemandSet, budget: [WaivableRule: Int]) {
    self.set = set
    self.budget = budget
  }

  /// Takes a smaller set if it cannot hold either.
  @discardableResult
  private mutating func attempt(_ smaller: DemandSet) throws(GLPKFailure) -> Bool {
    if try holds(smaller) { return false }
    set = smaller
    return true
  }

  private mutating func holds(_ trial: DemandSet) throws(GLPKFailure) -> Bool {
    budget.isEmpty ? try oracle.holds(trial) : try trial.holds(within: budget)
  }

  // MARK: Rules and parties

  private struct Item {
    let rule: DemandRule
    let party: Int
  }

  private mutating func reduceParties() throws(GLPKFailure) {
    for rules in [
      [DemandRule.seat, .sameRegion, .minimumLoad, .legalSystem], [.maximumLoad], [.protocols],
      [.openSeats],
    ] {
      // The same State's demands side by side: a State that does not matter goes at once.
      var items: [Item] = []
      for party in set.parties.indices {
        for rule in rules where set.parties[party].asks[rule] > 0 {
          items.append(Item(rule: rule, party: party))
        }
      }
      try reduce(items[...])
    }
  }

  private mutating func reduce(_ items: ArraySlice<Item>) throws(GLPKFailure) {
    guard let first = items.first else { return }
    var trial = set
    for item in items { trial.parties[item.party].asks[item.rule] = 0 }
    if try attempt(trial) { return }
    if items.count == 1 { return try reduce(first) }
    let middle = items.startIndex + items.count / 2
    try reduce(items[..<middle])
    try reduce(items[middle...])
  }

  /// Lowers what a rule asks of a party, for as many of its States as can be spared, as far as can
  /// be.
  private mutating func reduce(_ item: Item) throws(GLPKFailure) {
    let value = set.parties[item.party].asks[item.rule]
    for target in 0..<value {
      if target > 0 {
        var trial = set
        trial.parties[item.party].asks[item.rule] = target
        if try attempt(trial) { return }
      }
      var (spared, needed) = (0, set.parties[item.party].states.count)
      while needed - spared > 1 {
        let middle = (spared + needed) / 2
        var trial = set
        trial.lower(item.rule, to: target, of: middle, at: item.party)
        if try holds(trial) { needed = middle } else { spared = middle }
      }
      set.lower(item.rule, to: target, of: spared, at: item.party)
    }
  }

  // MARK: Pairs

  private mutating func reduceConflicts() throws(GLPKFailure) {
    let pairs = set.conflicts.sorted {
      ($0.underReview, $0.reviewer) < ($1.underReview, $1.reviewer)
    }
    try reduce(pairs[...]) { set, pairs in set.conflicts.subtract(pairs) }
  }

  private mutating func reduceBans() throws(GLPKFailure) {
    if set.bans == .none { return }
    var program = DemandProgram(set)
    let involved = Set(program.mutualPairs.flatMap { [$0.0, $0.1] }.map { set.parties[$0] })
    let count = involved.reduce(0) { $0 + $1.states.count }
    if count > Self.mostSingles { return }
    set.single { involved.contains($0) }
    program = DemandProgram(set)
    let pairs = program.mutualPairs.map { a, b in
      let (i, j) = (set.parties[a].states[0], set.parties[b].states[0])
      return PairingProblem.Pair(underReview: min(i, j), reviewer: max(i, j))
    }.sorted { ($0.underReview, $0.reviewer) < ($1.underReview, $1.reviewer) }
    set.bans = .pairs(Set(pairs))
    try reduce(pairs[...]) { set, pairs in
      if case .pairs(let kept) = set.bans { set.bans = .pairs(kept.subtracting(pairs)) }
    }
    // States were told apart for the bans; what was asked of some may be spared now.
    try reduceParties()
  }

  private mutating func reduce(
    _ pairs: ArraySlice<PairingProblem.Pair>,
    without: (inout DemandSet, ArraySlice<PairingProblem.Pair>) -> Void
  ) throws(GLPKFailure) {
    if pairs.isEmpty { return }
    var trial = set
    without(&trial, pairs)
    if try attempt(trial) || pairs.count == 1 { return }
    let middle = pairs.startIndex + pairs.count / 2
    try reduce(pairs[..<middle], without: without)
    try reduce(pairs[middle...], without: without)
  }
}
