import Rules

/// Finds the witnesses of a vector: optimal assignments, with potentials, that together show every
/// completion which reaches it.
enum Leaves {
  /// Every leaf that reaches a vector.
  ///
  /// A node is a set of banned pairs with its cheapest assignment. Where that costs more than the
  /// vector, the node is dead; where it costs as much, its tight arcs hold all its completions, and
  /// it is a leaf if one of them has no mutual pair; where it costs less, it has a mutual pair, one
  /// of whose two must be banned. The pair is one that no tight cycle
  /// undoes, because banning another would decide nothing.
  ///
  /// - Parameters:
  ///   - vector: The vector, which no completion undercuts.
  ///   - root: The solved assignment without bans.
  /// - Returns: nil where there is no leaf, or where the tree is too large.
  static func reaching(
    _ vector: WaiverVector, from root: PairingFlow, _ options: Lookahead.Options,
    _ work: inout FlowWork
  ) -> [PairingFlow]? {
    var leaves: [PairingFlow] = []
    var waiting = [root]
    var branches = 0
    while var node = waiting.popLast() {
      let (waived, broken) = node.vector
      if broken > 0 || vector < waived { continue }
      if waived == vector {
        do {
          if try node.repairAll(&work) {
            node.releaseBranches()
            leaves.append(node)
          }
        } catch { return nil }
      } else {
        guard let (a, b) = node.stubbornMutualPair(&work) else { return nil }
        for (state, reviewer) in [(b, a), (a, b)]
        where node.seat(of: reviewer, underReview: state) >= 0 {
          var branch = node
          branch.banAndReroute(state, reviewer: reviewer, &work)
          waiting.append(branch)
        }
      }
      branches += 1
      if leaves.count > options.leafLimit || branches > Lookahead.defaultBranchLimit { return nil }
    }
    return leaves.isEmpty ? nil : leaves
  }
}
