import Members
import Rules

/// A complete assignment of the remaining seats as a minimum-cost flow, with the integer potentials
/// that prove it best when the mutual-review rule is left aside.
///
/// Nodes, for n States: `regional i`, `open i` (the seats of State i under review), `reviewer j`,
/// `supply i`, and one sink; node numbers are i, s + i, 2s + j, 3s + i and 4s, where s is n rounded
/// up to whole words of the bit matrices. A pair node of capacity one between a seat and a reviewer
/// is not stored: whether the pair is drawn stands in two bit matrices, one by State under review
/// and one by reviewer.
///
/// A value: a copy goes its own way, and shares what neither of the two changes.
///
/// | arc | capacity | cost |
/// | --- | --- | --- |
/// | supply i → regional i | 1 | −same_region |
/// | supply i → open i | seats | 0 |
/// | supply i → sink (an empty seat) | seats | +seat |
/// | regional i → reviewer j | 1 | −legal_system if counted and similar |
/// | open i → reviewer j | 1 | 0 |
/// | reviewer j → sink | minimum | −minimum_load, and −target_load up to the target |
/// | reviewer j → sink | target − minimum | −target_load |
/// | reviewer j → sink | what is left of the maximum | 0 |
///
/// Once solved, only arcs whose reduced cost is zero ("tight") can ever change in an assignment as
/// good as this one. The tight arcs stand in bit matrices, so that one search from a seat costs
/// n²/64 steps at most.
struct PairingFlow: Sendable {
  let stateCount: Int
  /// Node numbers of one kind of node: the States, rounded up to whole words.
  let span: Int
  /// The fewest reviews of each State, those it should do, and the most.
  let minimum: [Int]
  let target: [Int]
  let maximum: [Int]
  let forbidsMutual: Bool
  let costs: Costs
  let rulebook: Rulebook
  let settled: WaiverVector

  // What may still be drawn: rows are States under review, columns reviewers.
  var allowedRegional: BitMatrix
  var allowedOpen: BitMatrix
  /// The same with rows and columns exchanged.
  var allowedRegionalBy: BitMatrix
  var allowedOpenBy: BitMatrix
  /// Allowed regional pairs that count as similar.
  let similar: BitMatrix
  let similarBy: BitMatrix
  let countsLegalSystem: [Bool]
  let isReviewer: [Bool]

  // The assignment.
  /// Whether the regional seat is still to be drawn.
  var hasRegional: [Bool]
  /// The holder of the regional seat; −1 for none.
  var regional: [Int32]
  /// The holders of the open seats still to be drawn.
  var open: OpenSeats
  /// Seats still to be drawn that stay empty.
  var empty: [Int]
  /// Seats still to be drawn whose unit has not been sent yet, while the flow is built.
  var unsent: [Int]
  /// Pairs that are on, drawn ones included: rows are States under review.
  var on: BitMatrix
  /// The same by reviewer.
  var onBy: BitMatrix
  /// Reviews done by each State, drawn ones included.
  var load: [Int]
  /// Reviews drawn for good.
  var fixedLoad: [Int]

  // Potentials: one per node, so that cost + potential(tail) − potential(head) ≥ 0 on free arcs.
  var potential: [Int128]

  // Prices: none where the mutual-review rule costs no waiver.
  /// What a pair costs on top, as much as its mutual pair; each of the two has an entry.
  var prices: [PairPrice] = []
  /// The pairs with a price, by rows of States under review; of no size while there is none.
  var priced = BitMatrix(rows: 0, columns: 0)

  // Tight arcs.
  var tightRegional: BitMatrix
  var tightOpen: BitMatrix
  var tightRegionalBy: BitMatrix
  var tightOpenBy: BitMatrix
  /// Pairs that may move between the two kinds of seat at no cost.
  var tightSwap: BitMatrix
  var tightSupplyRegional: [Bool]
  var tightSupplyOpen: [Bool]
  var tightSupplyEmpty: BitSet
  /// Reviews for which both the minimum and the target ask, for which one of them does, and others.
  var tightBoth: [Bool]
  var tightEither: [Bool]
  var tightExtra: [Bool]
  /// Reviewers that can do one more review at no cost.
  var room: BitSet
  /// Reviewers that can do one less at no cost.
  var shed: BitSet

  // Repair.
  /// Pairs that a branch of the repair holds on.
  var pinned: BitMatrix
  /// The seat and holder that a candidate's repair holds; −1 for none.
  var pinnedSeat = -1
  var pinnedHolder = -1
  var log: [Change] = []
  /// Where in the log the repair that is under way began.
  var repairStart = 0
  /// Pairs that were mutual before it.
  var mutualBefore: [(Int, Int)] = []
  /// Nodes of the repair that is under way.
  var repairNodes = 0
  /// Nodes that are left for all repairs of a bowl.
  var repairNodesLeft = 0
  var repairLimit = Lookahead.flowRepairLimit
  var repairs = true

  /// Lays out the network of a problem; nothing is assigned yet.
  ///
  /// - Complexity: O(n²) for n States.
  init(_ problem: PairingProblem, scale: Int = 1, _ permitted: PermittedPairs? = nil) {
    let states = problem.membership.states
    let n = states.count
    stateCount = n
    span = (n + 63) / 64 * 64
    rulebook = problem.rulebook
    let rules = problem.rulebook
    minimum = states.map { rules.minimumLoad(of: $0) }
    target = states.map { rules.targetLoad(of: $0) }
    maximum = states.map { rules.maximumLoad(of: $0) }
    forbidsMutual = rulebook.mutualReviews == .forbidden
    costs = Costs(rulebook, scale: scale)
    precondition(4 * span < costs.longestPath, "too many States for the State-level search")
    settled = problem.settled
    let eligibility = Eligibility(problem, permitted)
    allowedRegional = eligibility.regional
    allowedOpen = eligibility.open
    similar = eligibility.similar
    allowedRegionalBy = allowedRegional.transposed(n)
    allowedOpenBy = allowedOpen.transposed(n)
    similarBy = similar.transposed(n)
    countsLegalSystem = states.indices.map { problem.countsLegalSystem(of: $0) }
    isReviewer = states.map(\.isReviewer)
    hasRegional = problem.reviews.map { $0.regionalSeats > 0 }
    regional = Array(repeating: -1, count: n)
    open = OpenSeats(
      stateCount: n, most: problem.reviews.reduce(0) { max($0, $1.regionalSeats + $1.openSeats) })
    empty = Array(repeating: 0, count: n)
    unsent = problem.reviews.map { $0.regionalSeats + $0.openSeats }
    let none = BitMatrix(rows: n, columns: n)
    (on, onBy, pinned) = (none, none, none)
    load = Array(repeating: 0, count: n)
    for (state, review) in problem.reviews.enumerated() {
      for reviewer in review.reviewers {
        load[reviewer] += 1
        // Two that were drawn for each other elsewhere bind nobody: neither pair can come again.
        if forbidsMutual && problem.reviews[reviewer].reviewers.contains(state) { continue }
        on[state, reviewer] = true
        onBy[reviewer, state] = true
      }
    }
    fixedLoad = load
    potential = Array(repeating: 0, count: 4 * span + 1)
    (tightRegional, tightOpen, tightRegionalBy, tightOpenBy, tightSwap) = (
      none, none, none, none, none
    )
    tightSupplyRegional = Array(repeating: false, count: n)
    tightSupplyOpen = tightSupplyRegional
    (tightBoth, tightEither) = (tightSupplyRegional, tightSupplyRegional)
    tightExtra = tightSupplyRegional
    tightSupplyEmpty = BitSet(capacity: n)
    (room, shed) = (tightSupplyEmpty, tightSupplyEmpty)
  }

  /// The sink's node number.
  var sink: Int { 4 * span }

  /// How many node numbers there are.
  var nodeCount: Int { 4 * span + 1 }

  /// What a State's review costs that it does after so many.
  @inline(__always)
  func costOfLoad(_ j: Int, after count: Int) -> Int128 {
    (count < minimum[j] ? -costs.minimumLoad : 0) + (count < target[j] ? -costs.targetLoad : 0)
  }

  /// Whether a State's review after so many may come or go at no cost.
  @inline(__always)
  func isTightLoad(_ j: Int, after count: Int) -> Bool {
    let (isDue, isWanted) = (count < minimum[j], count < target[j])
    return isDue && isWanted ? tightBoth[j] : isDue || isWanted ? tightEither[j] : tightExtra[j]
  }

  /// The pairs that hold seats still to be drawn.
  var pairs: [(state: Int, reviewer: Int, seat: Seat)] {
    var pairs: [(state: Int, reviewer: Int, seat: Seat)] = []
    for state in 0..<stateCount {
      if regional[state] >= 0 { pairs.append((state, Int(regional[state]), .regional)) }
      for seat in 0..<open.count(state) { pairs.append((state, open.holder(state, seat), .open)) }
    }
    return pairs
  }

  /// The waiver vector of the assignment, what is settled included, and how often it breaks a rule
  /// that may not be waived.
  var vector: (waived: WaiverVector, broken: Int) {
    var units: [WaivableRule: Int] = [:]
    for state in 0..<stateCount {
      units[.seat, default: 0] += empty[state] + unsent[state]
      if isReviewer[state] {
        units[.minimumLoad, default: 0] += max(0, minimum[state] - load[state])
        units[.targetLoad, default: 0] += max(0, target[state] - load[state])
      }
      guard hasRegional[state] else { continue }
      let holder = Int(regional[state])
      if holder < 0 { units[.sameRegion, default: 0] += 1 }
      if countsLegalSystem[state] && (holder < 0 || !similar[state, holder]) {
        units[.legalSystem, default: 0] += 1
      }
    }
    var waived = settled
    var broken = 0
    for (rule, count) in units {
      if let level = waived.rules.firstIndex(of: rule) {
        waived.counts[level] += count
      } else {
        broken += count
      }
    }
    return (waived, broken)
  }
}
