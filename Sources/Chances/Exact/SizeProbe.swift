import Lots

/// Estimates from below how many states a draw passes through, before anything is counted.
///
/// Some thousand draws are made with plain eligibility, without looking ahead. If m draws stand in D
/// equally likely states after so many reviews, m²/2D pairs of them are expected to stand in the
/// same; if the states are not equally likely, more. So m²/2 by the number of such pairs is an
/// estimate of D from below (the birthday problem).
struct SizeProbe {
  /// How many draws are made.
  static let draws = 6_000

  /// The largest estimate over all layers; nil where every draw came to a dead end.
  ///
  /// - Parameter order: The order of turns; nil for one review after another, as in a count.
  static func states(_ board: Board, _ order: TurnOrder?) -> Int {
    var keys = StateKeys(board, for: order == nil ? .future : .loads)
    // Chance here decides only whether a count is tried; a fixed seed makes it the same each time.
    var stream = LotWords(seed: "size")
    let fixed = board.reviews.indices.sorted {
      (board.reviews[$0].sets.count, $0) < (board.reviews[$1].sets.count, $1)
    }
    var seen = board.reviews.map { _ in
      (table: StateTable(wordsPerKey: keys.wordsPerKey), counts: [Int]())
    }
    for _ in 0..<draws {
      var state = BoardState(board)
      for step in board.reviews.indices {
        let bowl = order?.possible(state.served) ?? [fixed[step]]
        let review = bowl[Int(stream.index(below: UInt32(bowl.count)))]
        let candidates = state.candidates(of: review, on: board)
        let sets = board.reviews[review].sets.filter {
          $0.mask & ~candidates == 0 && $0.cost.fits(state.budget)
        }
        if sets.isEmpty { break }
        state.serve(review, sets[Int(stream.index(below: UInt32(sets.count)))], on: board)
        guard keys.write(state, on: board) else { break }
        let (number, isNew) = seen[step].table.number(of: keys.key)
        if isNew { seen[step].counts.append(0) }
        seen[step].counts[number] += 1
      }
    }
    return seen.map { layer in
      let count = layer.counts.reduce(0, +)
      let pairs = layer.counts.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
      return count * (count - 1) / 2 / max(1, pairs)
    }.max() ?? 0
  }
}
