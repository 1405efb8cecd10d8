import BigInt

/// Every state that a draw can pass through, layer by layer: all states of a layer have served
/// equally many reviews.
struct DrawGraph: Sendable {
  /// A review whose turn comes in a state, and how its seats can be drawn.
  struct Turn: Sendable {
    /// The position of the review.
    let review: Int
    /// The places of its edges.
    let edges: Range<Int>
    /// What the weights of its edges add up to; 1 where only outcomes are counted.
    let total: UInt64
  }

  /// A set of reviewers that can be drawn.
  struct Edge: Sendable {
    /// The state that it leads to.
    let target: Int32
    /// The place of the set in the review's list.
    let set: Int32
    /// Its chance, as a part of the turn's total; 0 where only outcomes are counted.
    let weight: UInt64
  }

  /// Whose turn can come next.
  enum Order: Sendable {
    /// One review after another; only outcomes are counted.
    case fixed([Int])
    /// By lot.
    case turns(TurnOrder)
  }

  /// The board.
  let board: Board
  /// The states of each layer, as a range of their numbers.
  private(set) var layers: [Range<Int>] = [0..<1]
  /// For each state, the places of its turns; none for those of the last layer.
  private(set) var turnsOfState: [Range<Int>] = []
  /// All turns.
  private(set) var turns: [Turn] = []
  /// All edges.
  private(set) var edges: [Edge] = []
  /// For each state, how many lawful outcomes are left.
  private(set) var left: [BigUInt]
  /// For each state, the reviews served, as bits.
  private(set) var served: [UInt64] = [0]
  /// The states of the last layer.
  private(set) var last: [BoardState] = []
  private var keys: StateKeys
  private var table: StateTable
  private let mostEdges: Int

  /// Follows a draw.
  ///
  /// - Parameters:
  ///   - counter: Knows how many lawful outcomes are left.
  ///   - order: Whose turn comes.
  ///   - steps: How many reviews are served.
  ///   - mostEdges: The most edges that are followed.
  /// - Throws: ``ExactFailure``.
  init(
    _ counter: inout CompletionCounter, _ order: Order, steps: Int, mostEdges: Int
  ) throws(ExactFailure) {
    board = counter.board
    self.mostEdges = mostEdges
    keys = StateKeys(board, for: .loads)
    table = StateTable(wordsPerKey: keys.wordsPerKey)
    var start = BoardState(board)
    let outcomes = try counter.completions(from: &start)
    guard outcomes > 0, keys.write(start, on: board) else { throw .noOutcome }
    _ = table.number(of: keys.key)
    left = [outcomes]
    last = [start]
    for step in 0..<steps {
      let states = last
      last = []
      for state in states {
        let first = turns.count
        switch order {
        case .fixed(let reviews):
          try follow(reviews[step], from: state, isDrawn: false, &counter)
        case .turns(let order):
          for review in order.possible(state.served) {
            try follow(review, from: state, isDrawn: true, &counter)
          }
        }
        turnsOfState.append(first..<turns.count)
      }
      layers.append(layers[step].upperBound..<table.count)
    }
  }

  /// Adds the turn of a review in a state.
  private mutating func follow(
    _ review: Int, from start: BoardState, isDrawn: Bool, _ counter: inout CompletionCounter
  ) throws(ExactFailure) {
    var state = start
    let all = board.reviews[review].sets
    let candidates = state.candidates(of: review, on: board)
    var lawful: [Int] = []
    var targets: [Int32] = []
    for (place, set) in all.enumerated()
    where set.mask & ~candidates == 0 && set.cost.fits(state.budget) {
      state.serve(review, set, on: board)
      if let target = try number(of: &state, &counter) {
        lawful.append(place)
        targets.append(target)
      }
      state.release(review, set, on: board)
    }
    var weights = Array(repeating: UInt64(0), count: lawful.count)
    var total: UInt64 = 1
    if isDrawn {
      let sets = lawful.map { all[$0] }
      let draw =
        board.reviews[review].seating.map { SeatDraw(sets, drawnBy: $0) } ?? SeatDraw(sets)
      guard let draw else {
        throw .tooManyStates(most: counter.mostStates)
      }
      (weights, total) = (draw.weights, draw.total)
    }
    let first = edges.count
    for (place, target) in targets.enumerated() {
      edges.append(Edge(target: target, set: Int32(lawful[place]), weight: weights[place]))
    }
    if edges.count > mostEdges { throw .tooManyStates(most: counter.mostStates) }
    turns.append(Turn(review: review, edges: first..<edges.count, total: total))
  }

  /// The number of a state; it gets one if it has none. nil where no lawful outcome is left.
  private mutating func number(
    of state: inout BoardState, _ counter: inout CompletionCounter
  ) throws(ExactFailure) -> Int32? {
    guard keys.write(state, on: board) else { return nil }
    if let number = table.find(keys.key) { return Int32(number) }
    let count = try counter.completions(from: &state)
    if count == 0 { return nil }
    left.append(count)
    served.append(state.served)
    last.append(state)
    return Int32(table.number(of: keys.key).number)
  }
}
