import BigInt

/// Counts the lawful outcomes that are left from any state of a board, each state once.
///
/// Reviews are served in a fixed order, those with the fewest possible sets first; the order does
/// not matter to what is counted, but few choices first keep the states few.
///
/// - Complexity: O(s·c) for s states and c sets of reviewers of a review.
struct CompletionCounter {
  /// The board.
  let board: Board
  /// The most states that are counted.
  let mostStates: Int
  private let order: [Int]
  private var keys: StateKeys
  private var table: StateTable
  private var counts: [BigUInt] = []

  /// Makes a counter that has counted nothing yet.
  init(_ board: Board, mostStates: Int) {
    self.board = board
    self.mostStates = mostStates
    order = board.reviews.indices.sorted {
      (board.reviews[$0].sets.count, $0) < (board.reviews[$1].sets.count, $1)
    }
    keys = StateKeys(board, for: .future)
    table = StateTable(wordsPerKey: keys.wordsPerKey)
  }

  /// How many states were counted so far.
  var stateCount: Int { table.count }

  /// How many lawful outcomes are left from a state.
  ///
  /// - Throws: ``ExactFailure/tooManyStates(most:)``.
  mutating func completions(from state: inout BoardState) throws(ExactFailure) -> BigUInt {
    guard keys.write(state, on: board) else { return 0 }
    let (number, isNew) = table.number(of: keys.key)
    if !isNew { return counts[number] }
    counts.append(0)
    if table.count > mostStates { throw .tooManyStates(most: mostStates) }
    guard let review = order.first(where: { state.served >> UInt64($0) & 1 == 0 }) else {
      let budget = state.budget
      let isUsedUp =
        budget.seat == 0 && budget.sameRegion == 0 && budget.legalSystem == 0 && keys.missing == 0
      if isUsedUp { counts[number] = 1 }
      return counts[number]
    }
    var sum: BigUInt = 0
    let candidates = state.candidates(of: review, on: board)
    for set in board.reviews[review].sets
    where set.mask & ~candidates == 0 && set.cost.fits(state.budget) {
      state.serve(review, set, on: board)
      let left = try completions(from: &state)
      state.release(review, set, on: board)
      sum += left
    }
    counts[number] = sum
    return sum
  }
}
