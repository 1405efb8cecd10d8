internal import CGLPK

/// Counts the subproblems of branch and bound, and ends the search at a limit.
struct TreeWatch {
  /// The most subproblems; nil for no limit.
  let limit: Int?
  /// The subproblems so far, those already dropped included.
  private(set) var nodes = 0
  /// Whether the limit ended the search.
  private(set) var limitReached = false

  init(limit: Int?) { self.limit = limit }

  /// Called by GLPK at each event of the search. A count, not a clock, ends it: the same program
  /// always ends at the same place.
  mutating func look(at tree: OpaquePointer) {
    var total: Int32 = 0
    unsafe glp_ios_tree_size(tree, nil, nil, &total)
    nodes = max(nodes, Int(total))
    if let limit, nodes > limit {
      limitReached = true
      unsafe glp_ios_terminate(tree)
    }
  }
}
