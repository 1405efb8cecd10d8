import Rules

/// A complete assignment of the remaining seats as a minimum-cost flow whose arcs are stored one by
/// one, for rules that ``PairingFlow`` has no nodes for: several kinds of seats, no two reviewers of
/// one group, so many reviews in one year, and States that may not sit on one review.
///
/// | arc | capacity | cost |
/// | --- | --- | --- |
/// | source → i | seats left | 0 |
/// | i → sink (an empty seat) | seats left | +seat |
/// | i → listed kind k of i | its seats left | 0 |
/// | i → regional and open seats of i, where there are listed kinds | theirs left | 0 |
/// | i, or those → group g of i, where reviewers are of different groups | 1, or 0 if one is drawn | 0 |
/// | i, those, or its group → regional i | regional seats left | −same_region |
/// | i, those, or a group g → open i, or open i of g | seats left | 0 |
/// | regional i → pair (i, j) | 1 | −legal_system if counted and similar |
/// | any other kind of i → pair (i, j) | 1 | 0 |
/// | pair (i, j) → year of i of j, or j | 1 | its price |
/// | year of j → j | per year, less what is drawn | 0 |
/// | j → sink | up to the minimum, less what is drawn | −minimum_load |
/// | j → sink | up to the target, less what is drawn | −target_load |
/// | j → sink | up to the maximum | 0 |
///
/// Reviews up to both the minimum and the target count for both.
///
/// A pair that only one kind of seat allows has no node: its one arc stands for the pair.
///
/// Pairs of which at most one may be drawn are *rivals*, and together a ``Rivalry``. Flows know
/// nothing of them; the flow kept here never has two, and a search that meets some branches on them.
/// Supplementary seats have arcs and nodes of their own, and ``Couplings`` say how many there are.
///
/// Where that costs waivers, rivalries have prices: exactly one of the pairs of such a rivalry is
/// drawn in every assignment as good as this one, as ``PairPrice`` argues for two.
///
/// A value: a copy goes its own way.
struct SeatNetwork: Sendable {
  /// A pair that may still be drawn.
  struct Pair: Sendable {
    let state: Int32
    let reviewer: Int32
    /// The arc that is on where the pair is: that into a seat where there is no other.
    var whole: Int32 = -1
  }

  /// An arc, with what flows on it.
  struct Arc: Sendable {
    let tail: Int32
    let head: Int32
    var capacity: Int32
    var flow: Int32 = 0
    /// The pair whose whole arc it is; −1 for none.
    var pair: Int32
    /// The coupling that counts what flows on it; −1 for none.
    var coupling: Int32 = -1
    /// The least that a branch lets flow on it.
    var least: Int32 = 0
    /// Whether it can change in an assignment as good as this one.
    var isTight = false
    /// Whether a branch holds it on, or off.
    var isPinned = false
    var isBanned = false
  }

  var arcs: [Arc] = []
  var cost: [Int128] = []

  // Nodes: 0 is the source, 1 the sink.
  private(set) var nodeCount = 2
  /// Nodes that stand for one pair.
  var pairNodes = 0
  /// For each node, where its arcs begin in ``arcsAt``; one entry more than nodes.
  var firstArc: [Int32] = []
  /// The arcs at each node: 2·arc where it leaves the node, 2·arc + 1 where it enters.
  var arcsAt: [Int32] = []
  /// The node at the other end of each of them.
  var endsAt: [Int32] = []
  /// Arcs closed since the idle ones were last left out of the list.
  var closedArcs = 0
  var potential: [Int128] = []
  /// Whether anything can come from the source to a node.
  var isReachable: [Bool] = []

  // States.
  let costs: Costs
  let settled: WaiverVector
  /// For each State, the arc of its empty seats and that of its regional seats; −1 for none.
  var emptyArc: [Int32]
  var regionalArc: [Int32]
  /// For each State, the arc into each kind of seats that bounds it, by ``slot(_:)``; −1 for none.
  var kindArcs: [Int32]
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
  /// For each pair, its arc into each kind of seats, by ``slot(_:)``, then into the supplementary
  /// seats for each set of lacking Protocols; −1 for none.
  var seatArcs: [Int32] = []
  /// Whether each pair counts as of a similar legal system in a regional seat.
  var isSimilar: [Bool] = []
  /// How many kinds of seats have arcs of their own.
  let slots: Int
  let kindSlots: Int
  /// What reviewers lack, and the supplementary seats for it.
  var lacks: Lacks
  /// The arcs to reviewers that lack what nobody can supplement.
  var lonelyArcs: [Int32] = []
  var couplings = Couplings()
  var rivalries = Rivalries()
  /// The largest count of any level in a price.
  var largestPrice = 0

  // Search and repair.
  var log: [Int32] = []
  /// Rivalries that may be in breach.
  var suspects: [Int32] = []
  var repairLimit = Lookahead.defaultRepairLimit
  var repairNodes = 0
  /// For each node, the arc of the search over which it was reached; −1 for none.
  var reachedBy: [Int32] = []
  var queue: [Int32] = []
  /// The same of a search from the start of a way.
  var reachedFrom: [Int32] = []
  var startQueue: [Int32] = []
  /// Nodes that a search is to reach.
  var isWanted: [Bool] = []

  /// The most States for which every pair may have an arc.
  static let mostStates = 3_000

  /// Lays out the network of a problem; nothing is assigned yet.
  ///
  /// - Parameter dual: Prices of rivalries; nil for none.
  /// - Complexity: O(n²) for n States.
  init(_ problem: PairingProblem, _ dual: DualPrices? = nil) {
    let count = problem.membership.states.count
    costs = Costs(problem.rulebook, scale: dual?.scale ?? 1)
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
    kindSlots = rulebook.hasSeveralKinds ? rulebook.seats.count + 2 : 2
    lacks = Lacks(problem)
    slots = kindSlots + lacks.most
    kindArcs = Array(repeating: -1, count: count * slots)
    layOut(problem)
    rivalries = Rivalries(problem, self)
    if let dual { price(dual, problem) }
    listArcs()
  }

  /// Whether a problem has rules that only this network knows.
  static func isNeeded(_ problem: PairingProblem) -> Bool {
    problem.rulebook.distinctGroups || problem.boundsYears
      || !problem.exclusions.isEmpty || problem.rulebook.hasSeveralKinds
      || problem.drawsSupplements
  }

  /// The number of a kind of seats: regional, open, then the others by their place. Supplementary
  /// seats are numbered for each State apart.
  @inline(__always)
  func slot(_ seat: Seat) -> Int {
    switch seat {
    case .regional: 0
    case .open: 1
    case .listed(let place): 2 + Int(place)
    case .supplementary: preconditionFailure("what is lacking numbers a supplementary seat")
    }
  }

  /// The number of a State's next seat of a kind; nil where no State can hold it.
  func slot(_ seat: Seat, underReview state: Int) -> Int? {
    if seat != .supplementary { return slot(seat) }
    guard let lack = lacks.due[state].first, lacks.coupling(state, lack) != nil else { return nil }
    return kindSlots + lack - 1
  }

  /// The arc of a pair into a kind of seats, by its number; −1 for none.
  @inline(__always)
  func arc(_ pair: Int, _ slot: Int) -> Int { Int(seatArcs[pair * slots + slot]) }

  /// The arcs of a pair: into its seats, and its whole arc.
  func allArcs(_ pair: Int) -> [Int] {
    (seatArcs[pair * slots..<(pair + 1) * slots] + [pairs[pair].whole]).filter { $0 >= 0 }
      .map(Int.init)
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
    arcs.append(
      Arc(
        tail: from, head: to, capacity: Int32(truncatingIfNeeded: max(0, capacity)),
        pair: Int32(truncatingIfNeeded: pair)))
    self.cost.append(cost)
    return Int32(truncatingIfNeeded: arcs.count - 1)
  }

  /// Sorts the arcs by node.
  private mutating func listArcs() {
    var counts = Array(repeating: Int32(0), count: nodeCount + 1)
    for arc in arcs {
      counts[Int(arc.tail)] += 1
      counts[Int(arc.head)] += 1
    }
    var sum: Int32 = 0
    for node in counts.indices {
      (counts[node], sum) = (sum, sum + counts[node])
    }
    firstArc = counts
    arcsAt = Array(repeating: 0, count: 2 * arcs.count)
    endsAt = arcsAt
    for (number, arc) in arcs.enumerated() {
      let (from, to) = (Int(arc.tail), Int(arc.head))
      arcsAt[Int(counts[from])] = Int32(truncatingIfNeeded: 2 * number)
      endsAt[Int(counts[from])] = arc.head
      counts[from] += 1
      arcsAt[Int(counts[to])] = Int32(truncatingIfNeeded: 2 * number + 1)
      endsAt[Int(counts[to])] = arc.tail
      counts[to] += 1
    }
    reachedBy = Array(repeating: -1, count: nodeCount)
    reachedFrom = reachedBy
    potential = Array(repeating: 0, count: nodeCount)
    isReachable = Array(repeating: false, count: nodeCount)
    isWanted = isReachable
  }

  /// Leaves arcs out of the list on which nothing flows, and nothing in any assignment as good as
  /// this one; no search takes them.
  mutating func leaveOutIdleArcs() {
    var listed = 0
    for node in 0..<nodeCount {
      let places = Int(firstArc[node])..<Int(firstArc[node + 1])
      firstArc[node] = Int32(truncatingIfNeeded: listed)
      for place in places {
        let arc = Int(arcsAt[place] >> 1)
        if !arcs[arc].isTight && arcs[arc].flow == 0 { continue }
        (arcsAt[listed], endsAt[listed]) = (arcsAt[place], endsAt[place])
        listed += 1
      }
    }
    firstArc[nodeCount] = Int32(truncatingIfNeeded: listed)
    arcsAt.removeLast(arcsAt.count - listed)
    endsAt.removeLast(endsAt.count - listed)
    closedArcs = 0
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
  @inline(__always)
  func isOn(_ pair: Int32) -> Bool { arcs[Int(pairs[Int(pair)].whole)].flow > 0 }
}
