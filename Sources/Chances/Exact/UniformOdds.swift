import BigInt
import Members
import Pairing
import Rules

/// The lawful outcomes of the rest of a cycle, counted exactly: how many there are, and how many of
/// them hold each pair. Drawn evenly, these counts are the odds.
public struct UniformOdds: Sendable {
  /// The most states and steps that are counted where nothing else is said.
  public static let mostStates = 1_500_000

  /// How many lawful outcomes there are.
  public let outcomes: BigUInt
  /// For each State, how many lawful outcomes hold each other State as its reviewer; one row per
  /// State under review in canonical order, one entry per State of the membership.
  public let pairs: [[BigUInt]]
  /// For each State of the membership, how many lawful outcomes give it 0, 1, 2 … of the reviews
  /// counted.
  public let reviews: [[BigUInt]]
  /// The States whose reviews are counted, ascending.
  public let underReview: [Int]

  /// Counts.
  ///
  /// - Parameters:
  ///   - problem: What is drawn and what is left.
  ///   - best: Its best waiver vector.
  ///   - scope: The States whose reviews are counted; nil for all that have a seat left to draw.
  ///     The outcomes are those of the whole rest of the cycle all the same.
  ///   - mostStates: The most states that are counted.
  /// - Throws: ``ExactFailure``.
  public init(
    _ problem: PairingProblem, best: WaiverVector, scope: Set<Int>? = nil,
    mostStates: Int = Self.mostStates
  ) throws(ExactFailure) {
    var counter = CompletionCounter(try Board(problem, best: best), mostStates: mostStates)
    try self.init(&counter, problem.membership.states.count, scope: scope)
  }

  init(
    _ counter: inout CompletionCounter, _ stateCount: Int, scope: Set<Int>?
  ) throws(ExactFailure) {
    let board = counter.board
    let order = board.reviews.indices.filter { scope?.contains(board.reviews[$0].state) ?? true }
    let graph = try DrawGraph(
      &counter, .fixed(order), steps: order.count, mostEdges: 8 * counter.mostStates)
    var pairs = Array(
      repeating: Array(repeating: BigUInt(0), count: stateCount), count: order.count)
    var ways = Array(repeating: BigUInt(0), count: graph.left.count)
    ways[0] = 1
    for (step, layer) in graph.layers.dropLast().enumerated() {
      for state in layer {
        for turn in graph.turns[graph.turnsOfState[state]] {
          for edge in graph.edges[turn.edges] {
            let target = Int(edge.target)
            ways[target] += ways[state]
            let held = ways[state] * graph.left[target]
            for reviewer in board.reviews[turn.review].sets[Int(edge.set)].reviewers {
              pairs[step][board.reviewers[reviewer]] += held
            }
          }
        }
      }
    }
    var reviews = Array(repeating: [graph.left[0]], count: stateCount)
    for (position, reviewer) in board.reviewers.enumerated() {
      var counts = Array(repeating: BigUInt(0), count: board.room[position] + 1)
      for (state, number) in zip(graph.last, graph.layers[order.count]) {
        counts[state.done[position]] += ways[number] * graph.left[number]
      }
      while counts.count > 1 && counts.last == 0 { counts.removeLast() }
      reviews[reviewer] = counts
    }
    outcomes = graph.left[0]
    self.pairs = pairs
    self.reviews = reviews
    underReview = order.map { board.reviews[$0].state }
  }
}
