import IntegerProgramming
import Members
import Rules

/// The integer program of a problem, over States or over classes of them.
public struct PairingProgram: Sendable {
  /// How finely States are told apart.
  public enum Granularity: String, CaseIterable, Sendable {
    /// Every State on its own.
    case states
    /// Interchangeable States together.
    case classes
  }

  /// The rows and variables.
  public let encoding: Encoding
  /// The waivers that what is drawn has already cost.
  public let settled: WaiverVector
  /// The classes, one for each block of the encoding.
  let classes: [StateClass]

  /// Writes the rules of a problem as rows.
  ///
  /// - Parameters:
  ///   - problem: What is drawn and what is left.
  ///   - granularity: Whether rows are of States or of classes of them.
  ///   - keepsLoads: Whether what was drawn is kept also where an amendment has lowered the maximum
  ///     below it; the caller then asks of nobody whose load is at the maximum.
  /// - Complexity: O(m²) for m States or classes.
  public init(
    _ problem: PairingProblem, by granularity: Granularity, keepsLoads: Bool = false
  ) {
    let classes: [StateClass] =
      switch granularity {
      case .states:
        problem.membership.states.indices.compactMap { index in
          let review = problem.reviews[index]
          let takesPart =
            problem.membership.states[index].isReviewer
            || review.isOpen
          return takesPart ? StateClass(states: [index]) : nil
        }
      case .classes: StateClass.classes(of: problem)
      }
    let provisions = Provisions(
      problem.rulebook, conflicts: problem.conflicts, exclusions: problem.exclusions)
    self.classes = classes
    encoding = Self.encode(problem, classes, provisions, keepsLoads: keepsLoads)
    settled = problem.settled
  }

  private static func encode(
    _ problem: PairingProblem, _ classes: [StateClass], _ provisions: Provisions, keepsLoads: Bool
  ) -> Encoding {
    let states = problem.membership.states
    var loads = Array(repeating: 0, count: states.count)
    var blockOf = Array(repeating: -1, count: states.count)
    for (position, group) in classes.enumerated() {
      for state in group.states { blockOf[state] = position }
    }
    let boundsYears = problem.boundsYears
    var inYear = Array(repeating: [Int: Int](), count: boundsYears ? states.count : 0)
    var drawn: Set<BlockPair> = []
    var excluded: Set<BlockPair> = []
    for (state, review) in problem.reviews.enumerated() {
      for reviewer in review.reviewers {
        loads[reviewer] += 1
        if boundsYears { inYear[reviewer][problem.years[state], default: 0] += 1 }
        // A State that takes no further part has no block: its pairs bind nobody any more, but
        // for the mutual-review rule, and there it would have to review.
        if blockOf[state] < 0 || blockOf[reviewer] < 0 { continue }
        drawn.insert(BlockPair(underReview: blockOf[state], reviewer: blockOf[reviewer]))
      }
    }
    for pair in problem.excluded where blockOf[pair.underReview] >= 0 && blockOf[pair.reviewer] >= 0
    {
      excluded.insert(
        BlockPair(underReview: blockOf[pair.underReview], reviewer: blockOf[pair.reviewer]))
    }
    for (state, reviewer) in problem.apartFromReviewsDrawn
    where blockOf[state] >= 0 && blockOf[reviewer] >= 0 {
      excluded.insert(BlockPair(underReview: blockOf[state], reviewer: blockOf[reviewer]))
    }
    let blocks = classes.map { group in
      let first = group.states[0]
      let code = states[first].code.text
      let review = problem.reviews[first]
      return Block(
        name: group.states.count == 1 ? code : "_\(code)", state: states[first],
        size: group.states.count, left: review.left,
        reviewsDone: keepsLoads
          ? min(loads[first], problem.rulebook.maximumLoad(of: states[first])) : loads[first],
        year: boundsYears ? problem.years[first] : 0,
        reviewsDoneInYear: boundsYears ? inYear[first] : [:],
        groupsDrawn: problem.groupsDrawn(of: first),
        supplementsDue: review.due.map { problem.lacking($0, underReview: first) })
    }
    var encoding = Encoding(
      name: "peerlots", rulebook: problem.rulebook, blocks: blocks, excluded: excluded,
      drawn: drawn, provisions: provisions.all)
    for provision in provisions.all { provision.addRows(to: &encoding) }
    return encoding
  }

  /// The point of the program that an assignment of single States is: how often each class reviews
  /// each, and nothing for the variables that count waivers.
  ///
  /// - Parameter pairs: The pairs still to be drawn, with their kinds of seat.
  func point(
    of pairs: [(state: Int, reviewer: Int, seat: Seat)], stateCount: Int
  ) -> [Int] {
    var point = Array(repeating: 0, count: encoding.program.variables.count)
    var blockOf = Array(repeating: -1, count: stateCount)
    for (position, group) in classes.enumerated() {
      for state in group.states { blockOf[state] = position }
    }
    for (state, reviewer, seat) in pairs {
      let pair = BlockPair(underReview: blockOf[state], reviewer: blockOf[reviewer])
      guard pair.underReview >= 0, pair.reviewer >= 0,
        let variables = encoding.variables(of: pair),
        let variable = variables[seat]
      else { continue }
      point[variable.index] += 1
    }
    return point
  }

  /// The program that minimises one waiver, with those before it held at given counts.
  ///
  /// - Parameter best: The counts of the rules before, in the order of the rulebook, what is
  ///   settled included; as many as there are levels before this one.
  public func program(level: Int, best: [Int]) -> Program {
    var program = encoding.program
    for (position, count) in best.enumerated() {
      let rule = settled.rules[position]
      let terms = encoding.waived[rule] ?? []
      let left = count - settled.counts[position]
      // A row without terms says nothing, but for what is already over the count.
      if terms.isEmpty && left >= 0 { continue }
      program.addRow("best(\(rule.rawValue))", terms, upper: left)
    }
    if level < settled.rules.count {
      program.objective = encoding.waived[settled.rules[level]] ?? []
    }
    return program
  }

  /// The best waiver vector, one level after another, each optimum becoming a row; never one
  /// weighted sum, which makes GLPK report wrong optima (measured; see the decision records).
  ///
  /// - Returns: nil where there is no completion at all.
  /// - Throws: What the solver throws.
  public func best<S: Solver>(using solver: S) throws(S.Failure) -> WaiverVector? {
    try best { (program) throws(S.Failure) in try solver.minimise(program) }
  }

  /// The same by any way to minimise a program.
  func best<Failure: Error>(
    by minimise: (Program) throws(Failure) -> Outcome
  ) throws(Failure) -> WaiverVector? {
    var counts: [Int] = []
    if settled.rules.isEmpty {
      let outcome = try minimise(program(level: 0, best: []))
      return outcome == .infeasible ? nil : settled
    }
    // Nothing can be below zero: one feasible program settles all levels, as for every real
    // membership so far.
    let zeros = Array(repeating: 0, count: settled.rules.count)
    if settled.isZero,
      try minimise(program(level: settled.rules.count, best: zeros)) != .infeasible
    {
      return settled
    }
    for (level, rule) in settled.rules.enumerated() {
      // The first program also decides whether there is any completion.
      if level > 0 && (encoding.waived[rule] ?? []).isEmpty {
        counts.append(settled.counts[level])
        continue
      }
      switch try minimise(program(level: level, best: counts)) {
      case .infeasible: return nil
      case .optimal(_, let objective): counts.append(objective + settled.counts[level])
      }
    }
    return WaiverVector(rules: settled.rules, counts: counts)
  }
}
