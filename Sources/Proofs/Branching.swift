/// Looks for a completion that costs little enough, or for a proof that there is none, by branching on
/// two States that review each other. (Where it branches on States that may not sit together, there
/// is no tree of it.)
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

  /// The most nodes of a search.
  static let mostNodes = 3_000

  private let target: Int128
  private let goal: Goal
  private var nodesLeft = Self.mostNodes
  /// The review that is to be held.
  private var heldReview: (state: Int, reviewer: Int)?

  /// Searches from a flow of least cost.
  static func search(_ flow: SeatFlow, _ goal: Goal, _ target: Int128) -> Outcome {
    var branching = Branching(target: target, goal: goal)
    return branching.explore(flow)
  }

  /// Searches from a flow of least cost once a reviewer is put into a seat.
  static func search(
    _ flow: SeatFlow, holding reviewer: Int, in state: Int, _ kind: Int, _ target: Int128
  ) -> Outcome {
    var branching = Branching(target: target, goal: .above)
    branching.heldReview = (state, reviewer)
    var forced = flow
    let limit = branching.limit(forced)
    if !forced.force(state, kind, reviewer, below: limit) { return .proof(.leaf(forced.price)) }
    if !flow.moment.allowsMutual {
      let limit = branching.limit(forced)
      if limit <= 0 || !forced.forbid(reviewer, state, below: limit) {
        return .proof(.leaf(forced.price))
      }
    }
    return branching.explore(forced)
  }

  private init(target: Int128, goal: Goal) { (self.target, self.goal) = (target, goal) }

  /// How much more a flow must cost to be enough.
  private func limit(_ flow: SeatFlow) -> Int128 {
    target - flow.cost + (goal == .above ? flow.moment.levels.least : 0)
  }

  private mutating func explore(_ flow: SeatFlow) -> Outcome {
    if nodesLeft == 0 { return .cut }
    nodesLeft -= 1
    let limit = limit(flow)
    if limit <= 0 { return .proof(.leaf(flow.price)) }
    guard let breach = flow.breach else { return .completion(flow) }
    var trees: [ProofTree] = []
    for (state, reviewer) in breach.pairs {
      if let heldReview, heldReview == (state, reviewer) { continue }
      var branch = flow
      guard branch.forbid(state, reviewer, below: limit) else {
        trees.append(.leaf(branch.price))
        continue
      }
      switch explore(branch) {
      case .completion(let found): return .completion(found)
      case .proof(let tree): trees.append(tree)
      case .cut: break
      }
    }
    guard breach.isMutual && trees.count == 2 else { return .cut }
    let (one, other) = breach.pairs[0]
    return .proof(.branch(one, other, trees[0], trees[1]))
  }
}
