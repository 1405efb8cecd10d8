import BigInt

/// How far the draw from bowls is from the even draw, outcome by outcome.
///
/// The chance of an outcome is a sum over all orders in which its reviews can have their turns: a
/// sum over sets of reviews served, built up review by review while the outcomes are listed.
///
/// - Complexity: O(m·k·2ᵏ) for m outcomes of k reviews.
public struct OutcomeComparison: Sendable {
  /// The total variation distance: the most by which the chances of any event differ.
  public let distance: Rational
  /// The outcomes that the bowls never give although they are lawful.
  public let neverDrawn: BigUInt
  /// The chance of the outcome that the bowls give most often.
  public let most: Rational
  /// The chance of the outcome that the bowls give least often.
  public let least: Rational

  /// Compares.
  init(
    _ graph: DrawGraph, _ scales: LayerScales, _ counter: inout CompletionCounter
  ) throws(ExactFailure) {
    if scales.denominator.bitWidth < 126 {
      self.init(try Listing<UInt128>.run(graph, scales, &counter), graph, scales)
    } else {
      self.init(try Listing<BigUInt>.run(graph, scales, &counter), graph, scales)
    }
  }

  private init<Number>(
    _ tally: [Listing<Number>.Entry: Int], _ graph: DrawGraph, _ scales: LayerScales
  ) {
    let tables = scales.order.tables
    // All tables over one denominator.
    let common = tables.reduce(BigUInt(1)) { common, table in
      let other = table.chance.denominator
      return common / common.greatestCommonDivisor(with: other) * other
    }
    let (all, whole) = (graph.left[0], common * scales.denominator)
    var (sum, never): (BigUInt, BigUInt) = (0, 0)
    var (most, least): (Rational, Rational) = (.zero, .one)
    for (entry, count) in tally {
      let chance = zip(entry.chances, tables).reduce(BigUInt(0)) { sum, part in
        sum + BigUInt(part.0) * part.1.chance.numerator * (common / part.1.chance.denominator)
      }
      let (drawn, even) = (chance * all, entry.left * whole)
      sum += (drawn > even ? drawn - even : even - drawn) * BigUInt(count)
      if chance == 0 { never += BigUInt(count) }
      most = max(most, Rational(chance, whole))
      least = min(least, Rational(chance, whole))
    }
    distance = Rational(sum, 2 * all * whole)
    neverDrawn = never
    (self.most, self.least) = (most, least)
  }
}

/// Lists all outcomes of a graph's reviews and counts them by their chances.
private struct Listing<Number: UnsignedInteger> {
  /// What outcomes are counted by.
  struct Entry: Hashable {
    /// For each table, the chance of the outcome, over the denominator of all layers.
    let chances: [Number]
    /// How many lawful outcomes of the cycle hold it.
    let left: BigUInt
  }

  private let graph: DrawGraph
  private let order: [Int]
  private let worth: [[Number]]
  /// For each set of reviews served, as bits of their places in the order, the state it leads to;
  /// -1 where no draw leads there.
  private var states: [Int]
  /// For each table, and each set of reviews served, the chance of that.
  private var chances: [Number]
  /// For each state, and each place in the order, the turn of that review; -1 where it has none.
  private let turns: [Int32]
  private var chosen: [Int]
  private var tally: [Entry: Int] = [:]

  static func run(
    _ graph: DrawGraph, _ scales: LayerScales, _ counter: inout CompletionCounter
  ) throws(ExactFailure) -> [Entry: Int] {
    var listing = Listing(graph, scales)
    var state = BoardState(graph.board)
    try listing.list(from: &state, &counter)
    return listing.tally
  }

  private init(_ graph: DrawGraph, _ scales: LayerScales) {
    self.graph = graph
    let steps = graph.layers.count - 1
    let served = graph.last.first?.served ?? 0
    order = graph.board.reviews.indices.filter { served >> UInt64($0) & 1 == 1 }
    worth = scales.order.tables.indices.map { scales.worth(graph, $0, as: Number.self) }
    states = Array(repeating: -1, count: 1 << steps)
    states[0] = 0
    chances = Array(repeating: 0, count: worth.count << steps)
    for table in worth.indices { chances[table << steps] = 1 }
    var turns = Array(repeating: Int32(-1), count: graph.turnsOfState.count * order.count)
    for (state, range) in graph.turnsOfState.enumerated() {
      for turn in range {
        if let place = order.firstIndex(of: graph.turns[turn].review) {
          turns[state * order.count + place] = Int32(turn)
        }
      }
    }
    self.turns = turns
    chosen = order
  }

  private mutating func list(
    from state: inout BoardState, _ counter: inout CompletionCounter
  ) throws(ExactFailure) {
    let depth = state.served.nonzeroBitCount
    if depth == order.count {
      let left = try counter.completions(from: &state)
      let last = (1 << depth) - 1
      let each = worth.indices.map { table in chances[table << depth + last] }
      tally[Entry(chances: each, left: left), default: 0] += 1
      return
    }
    let review = order[depth]
    let candidates = state.candidates(of: review, on: graph.board)
    for (place, set) in graph.board.reviews[review].sets.enumerated()
    where set.mask & ~candidates == 0 && set.cost.fits(state.budget) {
      state.serve(review, set, on: graph.board)
      if try counter.completions(from: &state) > 0 {
        chosen[depth] = place
        extend(depth)
        try list(from: &state, &counter)
      }
      state.release(review, set, on: graph.board)
    }
  }

  /// Adds the chances of the sets served that hold the review at a depth.
  private mutating func extend(_ depth: Int) {
    let own = 1 << depth
    for served in own..<2 * own {
      states[served] = -1
      for table in worth.indices {
        var sum = Number(0)
        for last in 0...depth where served >> last & 1 == 1 {
          let before = served ^ (1 << last)
          let state = states[before]
          if state < 0 { continue }
          let turn = Int(turns[state * order.count + last])
          if turn < 0 { continue }
          guard let edge = edge(chosen[last], of: turn) else { continue }
          states[served] = Int(graph.edges[edge].target)
          let chance = chances[table << order.count + before] * worth[table][turn]
          sum += chance * Number(graph.edges[edge].weight)
        }
        chances[table << order.count + served] = sum
      }
    }
  }

  private func edge(_ set: Int, of turn: Int) -> Int? {
    var edges = graph.turns[turn].edges
    while !edges.isEmpty {
      let middle = edges.lowerBound + edges.count / 2
      let found = Int(graph.edges[middle].set)
      if found == set { return middle }
      edges = found < set ? middle + 1..<edges.upperBound : edges.lowerBound..<middle
    }
    return nil
  }
}
