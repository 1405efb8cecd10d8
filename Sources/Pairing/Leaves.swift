import Rules

/// Finds the witnesses of a vector: optimal assignments, with potentials, that together show every
/// completion which reaches it.
///
/// A node is a set of banned pairs with its cheapest assignment. Prices raise its bound, as far as
/// they go. Where the bound is over the vector, the node is dead; where it is the vector, the tight
/// arcs hold all its completions that reach the vector, and it is a leaf if there is one. Where it is
/// below, and prices raise it no more, two States review each other, one of whose two reviews must
/// be banned.
struct Leaves {
  /// The vector that was given, or else the best found so far, times the scale of the costs.
  private var vector: [Int]?
  private let isGiven: Bool
  /// Every leaf found that reaches it.
  private var flows: [PairingFlow] = []
  private var waiting: [(bound: [Int], flow: PairingFlow)] = []
  private let options: Lookahead.Options
  /// Changes of prices that may still leave a bound as it is.
  private var walksLeft = 0
  /// Nodes that may still be looked at.
  private var nodesLeft = 0
  /// Whether the face program answers where a repair is cut short.
  private var asksProgram = false
  /// Single prices that may still be changed.
  private var stepsLeft = 0
  /// The most changes of prices in one search that leave a bound as it is, and in a row by one step.
  private static let (mostWalks, walksOfStep) = (48, 12)
  /// The most nodes of a first search, and the most changes of single prices.
  private static let (smallTree, smallSteps) = (200, 32)

  /// How large a tree may become.
  enum Tree {
    /// Enough for most, without prices from the linear program.
    case small
    /// As large as is allowed.
    case large
  }

  /// Every leaf that reaches a vector, or the best one where none is given.
  ///
  /// - Parameters:
  ///   - vector: The vector, which no completion undercuts; nil to find it.
  ///   - root: The solved assignment without bans.
  ///   - trees: What to try, one after the other.
  /// - Returns: nil where there is no leaf, or where the tree is too large.
  static func reaching(
    _ vector: WaiverVector?, from root: PairingFlow, of problem: PairingProblem,
    _ options: Lookahead.Options, in trees: [Tree] = [.small, .large], _ work: inout FlowWork
  ) -> (best: WaiverVector, leaves: [PairingFlow])? {
    for tree in options.prices ? trees : [.large] {
      let isSmall = tree == .small
      var root = root
      if options.prices && !isSmall, let priced = priced(problem, root, &work) { root = priced }
      let scale = root.costs.scale
      var leaves = Leaves(
        vector: vector.map { [0] + $0.counts.map { $0 * scale } }, waiting: [(root.bound, root)],
        options: options)
      leaves.asksProgram = !isSmall
      leaves.walksLeft = isSmall ? 0 : mostWalks
      leaves.nodesLeft = isSmall ? smallTree : Lookahead.defaultBranchLimit
      leaves.stepsLeft = isSmall ? smallSteps : .max
      do {
        try leaves.search(&work)
      } catch { continue }
      guard let counts = leaves.vector, !leaves.flows.isEmpty else { return nil }
      let rules = root.settled.rules
      return (
        WaiverVector(rules: rules, counts: counts.dropFirst().map { $0 / scale }), leaves.flows
      )
    }
    return nil
  }

  /// The cheapest assignment with prices from the linear program; nil where they are no better.
  private static func priced(
    _ problem: PairingProblem, _ root: PairingFlow, _ work: inout FlowWork
  ) -> PairingFlow? {
    guard let dual = DualPrices(problem, &work.decided.solving), !dual.prices.isEmpty,
      var priced = PairingFlow(problem, dual)
    else { return nil }
    priced.repairs = root.repairs
    priced.repairLimit = root.repairLimit
    priced.solve(&work)
    return priced
  }

  private init(
    vector: [Int]?, waiting: [(bound: [Int], flow: PairingFlow)], options: Lookahead.Options
  ) {
    (self.vector, self.waiting, self.options) = (vector, waiting, options)
    isGiven = vector != nil
  }

  private mutating func search(_ work: inout FlowWork) throws(RepairCut) {
    while var (bound, node) = next() {
      if nodesLeft == 0 { throw RepairCut() }
      nodesLeft -= 1
      if try close(&node, &bound, &work) { continue }
      // A node without a breach is closed.
      guard let (a, b) = node.breaches().first?.states else { throw RepairCut() }
      let isMutual = node.on[a, b]
      for (state, reviewer) in [(b, a), (a, b)]
      where !isMutual || node.seat(of: reviewer, underReview: state) >= 0 {
        var branch = node
        branch.ban(state, reviewer: reviewer, &work)
        waiting.append((branch.bound, branch))
      }
    }
  }

  /// The cheapest node that waits, of several the last.
  private mutating func next() -> (bound: [Int], flow: PairingFlow)? {
    var best: Int?
    for place in waiting.indices.reversed() {
      if let best, !waiting[place].bound.lexicographicallyPrecedes(waiting[best].bound) { continue }
      best = place
    }
    return best.map { waiting.remove(at: $0) }
  }

  private func isDead(_ bound: [Int]) -> Bool {
    bound[0] > 0 || (vector.map { $0.lexicographicallyPrecedes(bound) } ?? false)
  }

  /// Raises the bound of a node until nothing more is to be looked at below it.
  ///
  /// - Returns: Whether it is dead or a leaf; if not, it is to be branched on.
  private mutating func close(
    _ node: inout PairingFlow, _ bound: inout [Int], _ work: inout FlowWork
  ) throws(RepairCut) -> Bool {
    // Most flows are repaired at once, without any price.
    if !isGiven && node.prices.isEmpty && !isDead(bound), try addLeaf(node, bound, &work) {
      return true
    }
    var (walked, isTried) = (0, false)
    while !isDead(bound) {
      if bound == vector {
        _ = try addLeaf(node, bound, &work)
        return true
      }
      let left = node.undoBreaches(&work)
      if left.isEmpty {
        // A completion that undercuts the vector: the programs must settle it.
        if isGiven { throw RepairCut() }
        return try addLeaf(node, bound, &work)
      }
      if options.prices && left.contains(where: { node.adjustPrice($0.states.0, $0.states.1) }) {
        if stepsLeft == 0 { throw RepairCut() }
        stepsLeft -= 1
        bound = node.bound
        (walked, isTried) = (0, false)
        continue
      }
      if !isGiven && !isTried, try addLeaf(node, bound, &work) { return true }
      isTried = true
      if !options.prices || !walk(&node, left, &walked, &work) { return false }
    }
    return true
  }

  /// Changes a price where that leaves the bound as it is, in the hope that it can rise from there:
  /// in a clique of States that would review each other, no single price is enough.
  ///
  /// - Parameter walked: How many changes there were since the bound rose.
  private mutating func walk(
    _ node: inout PairingFlow, _ left: [Breach], _ walked: inout Int, _ work: inout FlowWork
  ) -> Bool {
    let steps = node.costs.steps
    guard walksLeft > 0, walked < steps.count * Self.walksOfStep else { return false }
    let step = steps[walked / Self.walksOfStep]
    (walksLeft, walked) = (walksLeft - 1, walked + 1)
    return left.contains { node.shiftPrice($0, by: step, &work) }
  }

  /// Makes a node a leaf if it has a lawful completion as cheap as its bound.
  private mutating func addLeaf(
    _ node: PairingFlow, _ bound: [Int], _ work: inout FlowWork
  ) throws(RepairCut) -> Bool {
    var node = node
    do {
      guard try node.repairAll(&work) else { return false }
      node.releaseBranches()
    } catch {
      guard asksProgram, let isLawful = node.settle(&work) else { throw error }
      if !isLawful { return false }
    }
    // A cheaper one than all before: those were no leaves.
    if bound != vector { flows = [] }
    vector = bound
    flows.append(node)
    if flows.count > options.leafLimit { throw RepairCut() }
    return true
  }
}
