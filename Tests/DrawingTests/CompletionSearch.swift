import Rules

/// Who may hold which seat and what each waiver costs: the rules of a case in tables.
struct SeatTables {
  /// For each State, who may hold its regional seat; nobody where it has none.
  var regional: [StateSet]
  /// For each State, who may hold its open seats.
  var open: [StateSet]
  /// For each State, who has a similar legal system.
  var similar: [StateSet]
  /// Whether each State's review has a regional seat.
  var hasRegionalSeat: [Bool]
  /// The States of each regional group.
  var groups: [StateSet]
  /// States whose legal system is counted, and States that review.
  var counted: StateSet = 0
  var reviewers: StateSet = 0
  /// For each State, the seats of its review, the fewest and the most reviews it does.
  var seats: [Int]
  var minimum: [Int]
  var maximum: [Int]
  var forbidsMutual: Bool
  /// A waiver vector as one number, nine bits a level, so that comparing numbers is comparing
  /// vectors: no count of eleven States comes near 2⁸. The top level counts what may not be
  /// waived at all; a budget never has any of it.
  var cost: [WaivableRule: Int]

  /// The number of a vector.
  static func number(_ counts: [Int]) -> Int {
    counts.enumerated().reduce(0) { $0 + $1.element << weight(ofLevel: $1.offset + 1) }
  }

  static func weight(ofLevel level: Int) -> Int { 9 * (6 - level) }

  /// More than any vector without a breach of what may not be waived.
  static let anyWaivers = 1 << weight(ofLevel: 0) - 1
}

/// Tries every way to fill the seats that are left, State by State, and remembers what it found.
final class CompletionSearch {
  let tables: SeatTables
  /// For each plan, the largest budget that is known not to do, and the smallest known to do.
  private var known: [Plan: (short: Int, enough: Int)] = [:]

  init(_ tables: SeatTables) { self.tables = tables }

  /// Whether the untouched reviews can be completed at a cost within the budget.
  func completes(_ plan: Plan, within budget: Int) -> Bool {
    if leastCost(plan) > budget { return false }
    if plan.waiting == 0 { return true }
    let key = canonical(plan)
    let (short, enough) = known[key] ?? (Int.min, Int.max)
    if budget <= short { return false }
    if budget >= enough { return true }
    let i = mostUrgent(plan)
    var begun = plan
    begun.waiting = plan.waiting.without(i)
    let regional = tables.hasRegionalSeat[i]
    let found = completes(
      begun, i, regional: regional, open: tables.seats[i] - (regional ? 1 : 0), within: budget)
    known[key] = found ? (short, min(enough, budget)) : (max(short, budget), enough)
    return found
  }

  /// The same where the review of State i has begun and has some seats left to fill.
  ///
  /// - Parameters:
  ///   - taken: Who reviews the State already.
  ///   - first: The first reviewer to try: open seats are alike, so one order of theirs will do.
  func completes(
    _ plan: Plan, _ i: Int, regional: Bool, open: Int, taken: StateSet = 0, from first: Int = 0,
    within budget: Int
  ) -> Bool {
    if regional {
      for j in (tables.regional[i] & free(i, plan) & ~taken).members {
        if completes(
          drawing(j, i, plan), i, regional: false, open: open, taken: taken.with(j),
          within: budget - regionalCost(of: j, i))
        {
          return true
        }
      }
      return completes(
        plan, i, regional: false, open: open + 1, taken: taken, within: budget - givenUpCost(i))
    }
    if open > 0 {
      let candidates = tables.open[i] & free(i, plan) & ~taken & (StateSet.max << StateSet(first))
      for j in candidates.members {
        if completes(
          drawing(j, i, plan), i, regional: false, open: open - 1, taken: taken.with(j),
          from: j + 1, within: budget)
        {
          return true
        }
      }
    }
    // The rest of the seats stay empty.
    var done = plan
    done.unbarAll(from: i)
    return completes(done, within: budget - open * cost(.seat))
  }

  // MARK: The rules

  func cost(_ rule: WaivableRule) -> Int { tables.cost[rule] ?? 0 }

  /// What it costs to give the regional seat of State i to State j.
  func regionalCost(of j: Int, _ i: Int) -> Int {
    tables.counted.contains(i) && !tables.similar[i].contains(j) ? cost(.legalSystem) : 0
  }

  /// What it costs to give the regional seat of State i up.
  func givenUpCost(_ i: Int) -> Int {
    cost(.sameRegion) + (tables.counted.contains(i) ? cost(.legalSystem) : 0)
  }

  /// States that may do another review and are not reviewed by State i, if that matters.
  func free(_ i: Int, _ plan: Plan) -> StateSet {
    unloaded(plan) & ~plan.barred(from: i)
  }

  /// States that may do another review.
  func unloaded(_ plan: Plan) -> StateSet {
    var free: StateSet = 0
    for j in tables.reviewers.members where plan.load(j) < tables.maximum[j] { free = free.with(j) }
    return free
  }

  /// The plan after State j was drawn to review State i.
  func drawing(_ j: Int, _ i: Int, _ plan: Plan) -> Plan {
    var drawn = plan
    drawn.setLoad(j, plan.load(j) + 1)
    if tables.forbidsMutual && plan.waiting.contains(j) { drawn.bar(i, from: j) }
    return drawn
  }
}
