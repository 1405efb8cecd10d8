import Rules

/// A complete assignment of the remaining seats as a minimum-cost flow whose arcs are stored one by
/// one, for rules that ``PairingFlow`` has no nodes for: no two reviewers of one group, so many
/// reviews in one year, a target for reviews in the cycle, and States that may not sit on one review.
///
/// | arc | capacity | cost |
/// | --- | --- | --- |
/// | source → i | seats left | 0 |
/// | i → sink (an empty seat) | seats left | +seat |
/// | i → group g of i, where reviewers are of different groups | 1, or 0 where one is drawn | 0 |
/// | i, or its group → regional i | regional seats left | −same_region |
/// | i, or a group g → open i, or open i of g | seats left | 0 |
/// | regional i → pair (i, j) | 1 | −legal_system if counted and similar |
/// | open i → pair (i, j) | 1 | 0 |
/// | pair (i, j) → year of i of j, or j | 1 | 0 |
/// | year of j → j | per year, less what is drawn | 0 |
/// | j → sink | up to the minimum, less what is drawn | −minimum_load |
/// | j → sink | up to the target, less what is drawn | −target_load |
/// | j → sink | up to the maximum | 0 |
///
/// Reviews up to both the minimum and the target count for both.
///
/// A pair that only one kind of seat allows has no node: its one arc stands for the pair.
///
/// Two pairs that may not both be drawn are *rivals*. Flows know nothing of them; the flow kept here
/// never has two, and a search that meets some branches on them.
///
/// A value: a copy goes its own way.
struct SeatNetwork: Sendable {
  /// A pair that may still be drawn.
  struct Pair: Sendable {
    let state: Int32
    let reviewer: Int32
    /// The arc into a regional seat, and that into an open one; −1 for none.
    var regional: Int32 = -1
    var open: Int32 = -1
    /// The arc that is on where the pair is: one of those two where there is no other.
    var whole: Int32 = -1
  }

  // Arcs.
  var tail: [Int32] = []
  var head: [Int32] = []
  var capacity: [Int32] = []
  var flow: [Int32] = []
  var cost: [Int128] = []
  /// The pair whose whole arc an arc is; −1 for none.
  var pairOf: [Int32] = []
  /// Whether an arc can change in an assignment as good as this one.
  var isTight: [Bool] = []
  /// Whether a branch holds an arc on, or off.
  var isPinned: [Bool] = []
  var isBanned: [Bool] = []

  // Nodes: 0 is the source, 1 the sink.
  private(set) var nodeCount = 2
  /// For each node, where its arcs begin in ``arcsAt``; one entry more than nodes.
  var firstArc: [Int32] = []
  /// The arcs at each node: 2·arc where it leaves the node, 2·arc + 1 where it enters.
  var arcsAt: [Int32] = []
  var potential: [Int128] = []
  /// Whether anything can come from the source to a node.
  var isReachable: [Bool] = []

  // States.
  let costs: Costs
  let settled: WaiverVector
  /// For each State, the arc of its empty seats and that of its regional seat; −1 for none.
  var emptyArc: [Int32]
  var regionalArc: [Int32]
  /// For each State under review, the arc from the source.
  var sourceArc: [Int32]
  /// For each State that reviews, the arcs of its reviews to the sink, the most wanted first.
  var loadArcs: [[Int32]]
  /// Reviews drawn, and those that each State that reviews must do and should do; 0 for any other.
  let done: [Int]
  let least: [Int]
  let target: [Int]
  /// The regional seats left of each State, and whether they count for similar legal systems.
  let regionalSeats: [Int]
  let isCounted: [Bool]
  /// All pairs, by State under review, then by reviewer, and where each State's begin.
  var pairs: [Pair] = []
  var firstPair: [Int] = []
  /// For each pair, those that may not be drawn beside it.
  var rivals: [[Int32]] = []

  // Search and repair.
  var log: [Int32] = []
  /// Pairs that may have a rival that is on.
  var suspects: [Int32] = []
  var repairLimit = Lookahead.defaultRepairLimit
  var repairNodes = 0
  /// For each node, the arc of the search over which it was reached; −1 for none.
  var reachedBy: [Int32] = []
  var queue: [Int32] = []

  /// The most States for which every pair may have an arc.
  static let mostStates = 3_000

  /// Lays out the network of a problem; nothing is assigned yet.
  ///
  /// - Complexity: O(n²) for n States.
  init(_ problem: PairingProblem) {
    let count = problem.membership.states.count
    costs = Costs(problem.rulebook)
    settled = problem.settled
    let none = Array(repeating: Int32(-1), count: count)
    (emptyArc, regionalArc, sourceArc) = (none, none, none)
    loadArcs = none.map { _ in [] }
    done = problem.loads
    let (states, rulebook) = (problem.membership.states, problem.rulebook)
    least = states.map { $0.isReviewer ? rulebook.minimumLoad(of: $0) : 0 }
    target = states.map { $0.isReviewer ? rulebook.targetLoad(of: $0) : 0 }
    regionalSeats = problem.reviews.map(\.regionalSeats)
    isCounted = problem.reviews.indices.map {
      problem.reviews[$0].regionalSeats > 0 && problem.countsLegalSystem(of: $0)
    }
    layOut(problem)
    listRivals(problem)
    listArcs()
    precondition(nodeCount < costs.longestPath, "too many nodes for the costs of a path")
  }

  /// Whether a problem has rules that only this network knows.
  static func isNeeded(_ problem: PairingProblem) -> Bool {
    problem.rulebook.distinctGroups || problem.boundsYears || problem.rulebook.targetLoad > 0
      || !problem.exclusions.isEmpty
  }

  /// Makes a node.
  mutating func addNode() -> Int32 {
    nodeCount += 1
    return Int32(truncatingIfNeeded: nodeCount - 1)
  }

  /// Makes an arc.
  @discardableResult
  mutating func addArc(
    _ from: Int32, _ to: Int32, _ capacity: Int, cost: Int128 = 0, pair: Int = -1
  ) -> Int32 {
    tail.append(from)
    head.append(to)
    self.capacity.append(Int32(truncatingIfNeeded: max(0, capacity)))
    self.cost.append(cost)
    flow.append(0)
    pairOf.append(Int32(truncatingIfNeeded: pair))
    return Int32(truncatingIfNeeded: tail.count - 1)
  }

  /// Sorts the arcs by node.
  private mutating func listArcs() {
    var counts = Array(repeating: Int32(0), count: nodeCount + 1)
    for arc in tail.indices {
      counts[Int(tail[arc])] += 1
      counts[Int(head[arc])] += 1
    }
    var sum: Int32 = 0
    for node in counts.indices {
      (counts[node], sum) = (sum, sum + counts[node])
    }
    firstArc = counts
    arcsAt = Array(repeating: 0, count: 2 * tail.count)
    for arc in tail.indices {
      let (from, to) = (Int(tail[arc]), Int(head[arc]))
      arcsAt[Int(counts[from])] = Int32(truncatingIfNeeded: 2 * arc)
      counts[from] += 1
      arcsAt[Int(counts[to])] = Int32(truncatingIfNeeded: 2 * arc + 1)
      counts[to] += 1
    }
    isTight = Array(repeating: false, count: tail.count)
    (isPinned, isBanned) = (isTight, isTight)
    reachedBy = Array(repeating: -1, count: nodeCount)
    potential = Array(repeating: 0, count: nodeCount)
    isReachable = Array(repeating: false, count: nodeCount)
  }

  /// The place of a pair; nil where it may not be drawn.
  func place(_ reviewer: Int, underReview state: Int) -> Int? {
    var (low, high) = (firstPair[state], firstPair[state + 1])
    while low < high {
      let middle = (low + high) / 2
      if Int(pairs[middle].reviewer) < reviewer { low = middle + 1 } else { high = middle }
    }
    return low < firstPair[state + 1] && Int(pairs[low].reviewer) == reviewer ? low : nil
  }

  /// Whether a pair is drawn in this assignment.
  func isOn(_ pair: Int32) -> Bool { flow[Int(pairs[Int(pair)].whole)] > 0 }
}
