import Rules

/// How many seats or reviewers make sure that a flow over kinds can be carried out by single States.
///
/// Take a flow and carry it out by any States: some pairs may then be forbidden (a State with
/// itself, twice, two each other, a conflict). Let the reviewer j hold a seat of State i so, and
/// look for another seat, of State i′ with reviewer j′, in the same row or held by the same block:
/// exchanging j and j′ leaves the flow as it is. It is forbidden only
///
/// - where j′ may not review i: i itself, its other reviewers, those it reviews, its conflicts, at
///   most F States, with at most `maximum` reviews each;
/// - where j may not review i′: j itself, those it reviews, its reviewers, its conflicts, at most
///   G States, with at most `per_review` seats each.
///
/// So among `maximum`·F + `per_review`·G + 2 seats there is one for the exchange. It undoes at least
/// one forbidden pair and makes none (two States that review themselves can become two that review
/// each other; then there are two that review themselves fewer), and after finitely many exchanges
/// none is left. Where reviewers of a block are free to do none, a free one that is not among the F
/// can take the seat of j instead.
///
/// A row or a block with so many seats is *sturdy*. A flow of which each arc from a row to a block
/// has a sturdy end can be carried out.
struct Sturdiness: Sendable {
  /// The most rows on a way that is taken to be sturdy.
  static let longestWay: Int32 = 12
  /// What such a way, and the next lot, can take from a pool or add to what it has to make up for.
  static let margin = 2 * Int(longestWay) + 4

  /// The most States that one under review may not have as reviewers (F).
  let exceptions: Int
  /// Seats of a row, or of a block, that make it sturdy.
  let seats: Int

  /// The numbers for a rulebook.
  ///
  /// - Parameters:
  ///   - conflicts: The most conflicts of a State under review, and of a reviewer.
  init(_ rulebook: Rulebook, conflicts: (underReview: Int, reviewer: Int)) {
    let (perReview, maximum) = (rulebook.reviewersPerReview, rulebook.maximumLoad)
    let isMutual = rulebook.mutualReviews == .forbidden
    exceptions = 1 + (perReview - 1) + (isMutual ? maximum : 0) + conflicts.underReview
    let others = 1 + maximum + (isMutual ? perReview : 0) + conflicts.reviewer
    // Two more than that, since the next lot takes one seat out and a way can empty another.
    seats = maximum * exceptions + perReview * others + 2 + 2
  }
}

extension ClassNetwork {
  /// Reroutes what runs between a row and a block neither of which is sturdy, where that can be.
  mutating func clearFrailArcs(rows: [Int], blocks: [Int]) {
    for row in rows where !isSturdy(row: row) {
      for word in 0..<blockWords {
        var bits = used(row, word: word) & ~sturdyBlocks[word]
        while bits != 0 {
          let block = word << 6 + bits.trailingZeroBitCount
          bits &= bits - 1
          clear(row, block)
        }
      }
    }
    for block in blocks where !isSturdy(block: block) {
      for row in 0..<layout.rowCount where held(row, block) > 0 && !isSturdy(row: row) {
        clear(row, block)
      }
    }
  }

  /// The rows and blocks between which seats are held over arcs without a sturdy end, each as
  /// often as there are seats.
  var frailSeats: [FrailSeat] {
    var seats: [FrailSeat] = []
    for row in 0..<layout.rowCount where hubs.frail[row] > 0 && !isSturdy(row: row) {
      for word in 0..<blockWords {
        var bits = used(row, word: word) & ~sturdyBlocks[word]
        while bits != 0 {
          let block = word << 6 + bits.trailingZeroBitCount
          bits &= bits - 1
          seats += Array(repeating: FrailSeat(row: row, block: block), count: held(row, block))
        }
      }
    }
    return seats
  }

  /// The same of the way that the last search found from a block.
  func frailSeats(from block: Int) -> [FrailSeat] {
    let (rows, blocks) = (layout.rowCount, layout.blockCount)
    var seats: [FrailSeat] = []
    var node = self.node(ofBlock: block)
    while search.next[node] >= 0 {
      let next = Int(search.next[node])
      if node < rows && next >= rows && next < rows + blocks && !isSturdy(row: node)
        && !isSturdy(block: next - rows)
      {
        seats.append(FrailSeat(row: node, block: next - rows))
      }
      node = next
    }
    return seats
  }

  /// The block that the way which the last search found from a block, to a row, ends with.
  func lastBlock(from block: Int) -> Int {
    var node = self.node(ofBlock: block)
    var last = block
    while search.next[node] >= 0 {
      if node >= layout.rowCount && node < layout.rowCount + layout.blockCount {
        last = node - layout.rowCount
      }
      node = Int(search.next[node])
    }
    return last
  }

  /// Takes all seats of a row from a block, over sturdy arcs at no cost, as far as that goes.
  private mutating func clear(_ row: Int, _ block: Int) {
    while held(row, block) > 0 {
      search(to: node(ofBlock: block), isSturdy: true, goal: row)
      guard search.reached(row) else { return }
      change(row, block, by: -1)
      push(from: row)
    }
  }
}

/// A seat of a row held by a block, neither of them sturdy.
struct FrailSeat: Hashable, Sendable {
  let row: Int
  let block: Int
}
