/// Looks for a completion that costs little enough, or for a proof that there is none, by branching on
/// reviews that cannot take place together.
struct Branching {
  /// What a proof must show.
  enum Goal {
    /// That every completion costs at least the target.
    case atLeast
    /// That every completion costs more.
    case above
  }

  /// What was found.
  enum Outcome {
    /// A completion that costs less than a proof would have to show.
    case completion(SeatFlow)
    /// A proof.
    case proof(ProofTree)
    /// Neither, within the limit.
    case cut
  }

  /// The most nodes of a search: more where few States make each of them quick.
  static func mostNodes(_ stateCount: Int) -> Int { stateCount <= 12 ? 15_000 : 3_000 }

  private let target: Int128
  private let goal: Goal
  private var nodesLeft: Int
  /// The review that is to be held.
  private var heldReview: (state: Int, reviewer: Int)?

  /// The most nodes of all searches for the bowls that follow one best vector, so that a hard one
  /// ends in reasonable time.
  static func mostNodesInAll(_ stateCount: Int) -> Int { 10_000_000 / max(1, stateCount) }

  /// Searches from a flow of least cost.
  static func search(_ flow: SeatFlow, _ goal: Goal, _ target: Int128) -> Outcome {
    var branching = Branching(
      target: target, goal: goal, nodesLeft: mostNodes(flow.moment.count))
    return branching.explore(flow)
  }

  /// Searches from a flow of least cost once a reviewer is put into a seat.
  ///
  /// - Parameter budget: The nodes that may be looked at; those that were are taken off.
  static func search(
    _ flow: SeatFlow, holding reviewer: Int, in state: Int, _ kind: Int, _ target: Int128,
    _ budget: inout Int
  ) -> Outcome {
    let most = min(mostNodes(flow.moment.count), budget)
    var branching = Branching(target: target, goal: .above, nodesLeft: most)
    defer { budget -= most - branching.nodesLeft }
    branching.heldReview = (state, reviewer)
    return branching.hold(reviewer, state, kind, flow)
  }

  private init(target: Int128, goal: Goal, nodesLeft: Int) {
    (self.target, self.goal, self.nodesLeft) = (target, goal, nodesLeft)
  }

  /// How much more a flow must cost to be enough.
  private func limit(_ flow: SeatFlow) -> Int128 {
    target - flow.bound + (goal == .above ? flow.moment.levels.least : 0)
  }

  /// Puts a reviewer into a seat, takes out what cannot take place beside it, and searches from there.
  private mutating func hold(
    _ reviewer: Int, _ state: Int, _ kind: Int, _ flow: SeatFlow
  ) -> Outcome {
    var forced = flow
    forced.liftTolls(state, reviewer)
    var rest = limit(forced)
    if rest <= 0 { return .proof(.leaf(forced.prices)) }
    if !forced.force(state, kind, reviewer, below: rest) { return .proof(.leaf(forced.prices)) }
    if !flow.moment.allowsMutual {
      rest = limit(forced)
      if rest <= 0 || !forced.forbid(reviewer, state, below: rest) {
        return .proof(.leaf(forced.prices))
      }
    }
    let moment = flow.moment
    let others = (0..<moment.count).filter {
      $0 != reviewer && moment.limits.apart.areApart(reviewer, $0)
        && moment.options[state * moment.count + $0] != 0
    }
    if others.isEmpty { return explore(forced) }
    // Without the review itself there is nothing to prove.
    let nothing = ProofTree.leaf(forced.prices)
    switch forbid(others.map { (state, $0) }, &forced) {
    case .proof(let tree): return .proof(.branch(.apart(state, [reviewer], others), nothing, tree))
    case let outcome: return outcome
    }
  }

  /// Takes reviews out and searches from there.
  private mutating func forbid(
    _ reviews: [(state: Int, reviewer: Int)], _ flow: inout SeatFlow
  ) -> Outcome {
    for (state, reviewer) in reviews {
      let rest = limit(flow)
      guard rest > 0 && flow.forbid(state, reviewer, below: rest) else {
        return .proof(.leaf(flow.prices))
      }
    }
    flow.liftVainTolls()
    return explore(flow)
  }

  private mutating func explore(_ given: SeatFlow) -> Outcome {
    if nodesLeft == 0 { return .cut }
    nodesLeft -= 1
    if limit(given) <= 0 { return .proof(.leaf(given.prices)) }
    var flow = given
    flow.mend()
    let found = flow.breach
    if found == nil && flow.cost <= target - (goal == .atLeast ? flow.moment.levels.least : 0) {
      return .completion(flow)
    }
    guard let breach = found ?? flow.unpaid else { return .cut }
    guard let branch = branch(on: breach, flow) else { return .cut }
    var trees: [ProofTree] = []
    for reviews in branch.cases {
      if let heldReview, reviews.contains(where: { $0 == heldReview }) {
        trees.append(.leaf(flow.prices))
        continue
      }
      var next = flow
      switch forbid(reviews, &next) {
      case .completion(let found): return .completion(found)
      case .proof(let tree): trees.append(tree)
      case .cut: break
      }
    }
    return trees.count == 2 ? .proof(.branch(branch, trees[0], trees[1])) : .cut
  }

  /// The branch on reviews of which one at most can take place; those of rivals are parted so that
  /// two that are held are not on one side.
  private func branch(on breach: Tolled, _ flow: SeatFlow) -> Branch? {
    let (state, reviewer) = breach.pairs[0]
    if breach.rivals == nil { return .mutual(state, reviewer) }
    let open = breach.pairs.map(\.reviewer).filter {
      flow.moment.options[state * flow.moment.count + $0] != 0 || flow.holds(state, $0)
    }
    let held = open.filter { flow.holds(state, $0) }
    let all = held + open.filter { !held.contains($0) }
    let sides = [0, 1].map { side in all.indices.filter { $0 % 2 == side }.map { all[$0] } }
    return sides[1].isEmpty ? nil : .apart(state, sides[0].sorted(), sides[1].sorted())
  }
}
