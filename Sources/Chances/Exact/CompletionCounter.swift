import BigInt

/// Counts the lawful outcomes that are left from any state of a board, each state once.
///
/// Reviews are served in a fixed order, those with the fewest possible sets first; the order does
/// not matter to what is counted, but few choices first keep the states few.
///
/// - Complexity: O(s·c) for s states and c sets of reviewers of a review.
struct CompletionCounter: Sendable {
  /// A set that leaves a lawful outcome, and the state that it leads to.
  struct Choice {
    /// The place of the set in the review's list.
    let set: Int32
    /// The number of the state.
    let state: Int32
  }

  /// The board.
  let board: Board
  /// The most states that are counted.
  let mostStates: Int
  /// The most steps: in each state, one for every set in the list of the review whose turn it is.
  let mostSteps: Int
  /// The reviews in the order in which they are served.
  let order: [Int]
  private let keepsChoices: Bool
  private var keys: StateKeys
  private var table: StateTable
  /// The steps made so far.
  private(set) var steps = 0
  /// For each state by its number, how many lawful outcomes are left.
  private(set) var counts: [BigUInt] = []
  /// For each state by its number, the sets that leave a lawful outcome, in the order of the list;
  /// nothing where they are not kept.
  private(set) var choices: [[Choice]] = []

  /// Makes a counter that has counted nothing yet.
  ///
  /// - Parameters:
  ///   - board: The board.
  ///   - mostStates: The most states that are counted.
  ///   - mostSteps: The most steps that are made.
  ///   - keepsChoices: Whether the choices of each state are kept.
  init(
    _ board: Board, mostStates: Int, mostSteps: Int = .max, keepsChoices: Bool = false
  ) {
    self.board = board
    self.mostStates = mostStates
    self.mostSteps = mostSteps
    self.keepsChoices = keepsChoices
    order = board.reviews.indices.sorted {
      (board.reviews[$0].sets.count, $0) < (board.reviews[$1].sets.count, $1)
    }
    keys = StateKeys(board, for: .future)
    table = StateTable(wordsPerKey: keys.wordsPerKey)
  }

  /// How many lawful outcomes are left from a state.
  ///
  /// - Throws: ``ExactFailure/tooManyStates(most:)``.
  mutating func completions(from state: inout BoardState) throws(ExactFailure) -> BigUInt {
    try number(of: &state).map { counts[$0] } ?? 0
  }

  /// The number of a state, counted if it was not; nil where it is plain that no lawful outcome is
  /// left.
  ///
  /// - Throws: ``ExactFailure/tooManyStates(most:)``.
  mutating func number(of state: inout BoardState) throws(ExactFailure) -> Int? {
    guard keys.write(state, on: board) else { return nil }
    let (number, isNew) = table.number(of: keys.key)
    if !isNew { return number }
    counts.append(0)
    if keepsChoices { choices.append([]) }
    if table.count > mostStates { throw .tooManyStates(most: mostStates) }
    guard let review = order.first(where: { state.served >> UInt64($0) & 1 == 0 }) else {
      let budget = state.budget
      let isUsedUp =
        budget.seat == 0 && budget.sameRegion == 0 && budget.legalSystem == 0
        && budget.supplement == 0 && keys.missing == 0 && keys.short == 0
      if isUsedUp { counts[number] = 1 }
      return number
    }
    let sets = board.reviews[review].sets
    steps += sets.count
    if steps > mostSteps { throw .tooManyStates(most: mostSteps) }
    var sum: BigUInt = 0
    var kept: [Choice] = []
    let candidates = state.candidates(of: review, on: board)
    for (place, set) in sets.enumerated()
    where set.mask & ~candidates == 0 && set.cost.fits(state.budget) {
      state.serve(review, set, on: board)
      let next = try self.number(of: &state)
      state.release(review, set, on: board)
      guard let next, counts[next] > 0 else { continue }
      sum += counts[next]
      if keepsChoices { kept.append(Choice(set: Int32(place), state: Int32(next))) }
    }
    counts[number] = sum
    if keepsChoices { choices[number] = kept }
    return number
  }
}
