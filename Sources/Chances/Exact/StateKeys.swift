/// Writes states as short keys, so that states with the same future have the same key.
struct StateKeys: Sendable {
  /// What a key must tell apart.
  enum Purpose: Sendable {
    /// Which completions are left: loads that make no difference any more are written as one.
    case future
    /// Also how many reviews each reviewer has done.
    case loads
  }

  /// The words of a key.
  let wordsPerKey: Int
  private let purpose: Purpose
  private let reviewCount: Int
  /// Bits for the load of each reviewer; one value more than its room says that it can do no more.
  private let loadBits: [Int]
  /// Bits for what each reviewer can still do in each year that is bounded.
  private let yearBits: [[Int]]
  /// For each two reviews whose States could review each other, one bit.
  private let mutual: [(first: Int, second: Int)]
  private let budgetBits: [Int]
  /// The key written last.
  private(set) var key: [UInt64]
  /// The reviews below the minimum that the state written last may still leave missing.
  private(set) var missing = 0
  /// The same below the target.
  private(set) var short = 0
  private var position = 0

  /// Lays keys of a board out.
  init(_ board: Board, for purpose: Purpose) {
    self.purpose = purpose
    reviewCount = board.reviews.count
    loadBits = board.room.map { Self.bits(upTo: $0 + 1) }
    var mutual: [(Int, Int)] = []
    if board.forbidsMutualReviews {
      for a in board.reviews.indices {
        for b in 0..<a {
          let (first, second) = (board.reviewerOfReview[a], board.reviewerOfReview[b])
          guard first >= 0, second >= 0, board.eligible[first] >> UInt64(b) & 1 == 1,
            board.eligible[second] >> UInt64(a) & 1 == 1
          else { continue }
          mutual.append((a, b))
        }
      }
    }
    self.mutual = mutual
    let budget = board.budget
    budgetBits = [
      budget.seat, budget.sameRegion, budget.legalSystem, budget.missing, budget.short,
      budget.supplement,
    ].map { Self.bits(upTo: max(0, $0)) }
    yearBits = board.roomInYear.enumerated().map { year, rooms in
      let reviews = board.reviewsOfYear[year].nonzeroBitCount
      return rooms.map { Self.bits(upTo: min($0, reviews)) }
    }
    let bits =
      reviewCount + loadBits.reduce(0, +) + yearBits.joined().reduce(0, +) + mutual.count
      + budgetBits.reduce(0, +)
    wordsPerKey = max(1, (bits + 63) / 64)
    key = Array(repeating: 0, count: wordsPerKey)
  }

  private static func bits(upTo value: Int) -> Int { Int.bitWidth - value.leadingZeroBitCount }

  /// Writes the key of a state.
  ///
  /// - Returns: false where the state has no lawful future, because too many reviews are missing.
  mutating func write(_ state: BoardState, on board: Board) -> Bool {
    for word in key.indices { key[word] = 0 }
    position = 0
    append(state.served, bits: reviewCount)
    var (missing, short) = (state.budget.missing, state.budget.short)
    var (due, wanted) = (0, 0)
    // A reviewer that can do no more is marked as such by its load; where the key holds the true
    // load, only the barred pair tells it from one that still can.
    var active: UInt64 = purpose == .future ? 0 : .max
    for reviewer in board.room.indices {
      let (room, need, done) = (board.room[reviewer], board.need[reviewer], state.done[reviewer])
      let want = board.want[reviewer]
      let possible = state.possible(reviewer, on: board).nonzeroBitCount
      var load = done
      if possible == 0 {
        missing -= max(0, need - done)
        short -= max(0, want - done)
        if purpose == .future { load = room + 1 }
      } else {
        due += max(0, need - done)
        wanted += max(0, want - done)
        let own = board.reviewOfReviewer[reviewer]
        if own >= 0 { active |= 1 << UInt64(own) }
        if purpose == .future && done >= need && done >= want {
          load = max(done, room - possible)
        }
      }
      append(UInt64(load), bits: loadBits[reviewer])
    }
    if missing < 0 || due > state.seatsLeft + missing { return false }
    if short < 0 || wanted > state.seatsLeft + short { return false }
    for year in yearBits.indices {
      for (reviewer, bits) in yearBits[year].enumerated() where bits > 0 {
        append(UInt64(state.roomLeft(reviewer, inYear: year, on: board)), bits: bits)
      }
    }
    for (a, b) in mutual {
      append(isBarred(a, b, state, board, active) ? 1 : 0, bits: 1)
    }
    append(UInt64(state.budget.seat), bits: budgetBits[0])
    append(UInt64(state.budget.sameRegion), bits: budgetBits[1])
    append(UInt64(state.budget.legalSystem), bits: budgetBits[2])
    append(UInt64(state.budget.supplement), bits: budgetBits[5])
    if purpose == .future {
      append(UInt64(missing), bits: budgetBits[3])
      append(UInt64(short), bits: budgetBits[4])
    }
    (self.missing, self.short) = (missing, short)
    return true
  }

  /// Whether one of two States may no longer review the other, and else still could.
  private func isBarred(
    _ a: Int, _ b: Int, _ state: BoardState, _ board: Board, _ active: UInt64
  ) -> Bool {
    let (isServed, isOtherServed) = (
      state.served >> UInt64(a) & 1 == 1, state.served >> UInt64(b) & 1 == 1
    )
    if isServed == isOtherServed { return false }
    let (reviewed, waiting) = isServed ? (a, b) : (b, a)
    return active >> UInt64(reviewed) & 1 == 1
      && state.barred[board.reviewerOfReview[reviewed]] >> UInt64(waiting) & 1 == 1
  }

  private mutating func append(_ value: UInt64, bits: Int) {
    if bits == 0 { return }
    let (word, shift) = (position >> 6, position & 63)
    key[word] |= value << UInt64(shift)
    if shift + bits > 64 { key[word + 1] |= value >> UInt64(64 - shift) }
    position += bits
  }
}
