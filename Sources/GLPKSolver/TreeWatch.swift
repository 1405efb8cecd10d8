internal import CGLPK

/// Counts what branch and bound does, and ends it at a limit.
struct TreeWatch {
  /// The most relaxations; nil for no limit.
  let limit: Int?
  /// The subproblems so far, those already dropped included.
  private(set) var nodes = 0
  /// The feasible relaxations so far. One subproblem may need many: where only one branch is
  /// left, GLPK narrows a bound and solves again, without a new subproblem, perhaps for ever.
  private(set) var relaxations = 0
  /// Whether the limit ended the search.
  private(set) var limitReached = false

  init(limit: Int?) { self.limit = limit }

  /// Called by GLPK at each event of the search. A count, not a clock, ends it: the same program
  /// always ends at the same place.
  mutating func look(at tree: OpaquePointer) {
    var total: Int32 = 0
    unsafe glp_ios_tree_size(tree, nil, nil, &total)
    nodes = max(nodes, Int(total))
    // The one event that comes once after each feasible relaxation.
    if unsafe glp_ios_reason(tree) == GLP_IROWGEN { relaxations += 1 }
    if let limit, relaxations > limit {
      limitReached = true
      unsafe glp_ios_terminate(tree)
    }
  }
}
