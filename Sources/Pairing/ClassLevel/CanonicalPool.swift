/// Positions 0 ..< n from which one after another is taken out, by its rank among those left.
///
/// A lot names the k-th of those that wait, in canonical order; a list would move all its later
/// entries for each lot. Bits say who is left, and sums of 64 of them (Fenwick 1994) find the k-th.
package struct CanonicalPool: Sendable {
  /// How many are left.
  package private(set) var count: Int
  private var words: [UInt64]
  /// Sums over ranges of words, counted from 1.
  private var sums: [Int32]
  private let top: Int

  /// Makes a pool of all positions below a number.
  ///
  /// - Complexity: O(n).
  package init(count: Int) {
    self.count = count
    words = Array(repeating: .max, count: (count + 63) / 64)
    if count % 64 != 0 { words[words.count - 1] = 1 << UInt64(count % 64) - 1 }
    sums = Array(repeating: 0, count: words.count + 1)
    for word in words.indices { sums[word + 1] = Int32(words[word].nonzeroBitCount) }
    for place in sums.indices.dropFirst() {
      let parent = place + (place & -place)
      if parent < sums.count { sums[parent] += sums[place] }
    }
    var top = 1
    while top * 2 < sums.count { top *= 2 }
    self.top = top
  }

  /// The position of the k-th that is left, from 0.
  ///
  /// - Complexity: O(log n).
  package subscript(rank: Int) -> Int {
    precondition(rank >= 0 && rank < count, "a rank beyond those left")
    var (left, place, step) = (Int32(truncatingIfNeeded: rank), 0, top)
    while step > 0 {
      if place + step < sums.count && sums[place + step] <= left {
        place += step
        left -= sums[place]
      }
      step /= 2
    }
    var bits = words[place]
    for _ in 0..<left { bits &= bits - 1 }
    return place * 64 + bits.trailingZeroBitCount
  }

  /// Whether a position is left.
  package func contains(_ position: Int) -> Bool {
    words[position >> 6] >> UInt64(position & 63) & 1 == 1
  }

  /// Takes a position out.
  ///
  /// - Complexity: O(log n).
  package mutating func remove(_ position: Int) {
    precondition(contains(position), "a position that is not left")
    words[position >> 6] &= ~(1 << UInt64(position & 63))
    count -= 1
    var place = position >> 6 + 1
    while place < sums.count {
      sums[place] -= 1
      place += place & -place
    }
  }

  /// Those left, in order.
  package var positions: [Int] {
    var result: [Int] = []
    result.reserveCapacity(count)
    for (word, bits) in words.enumerated() {
      var bits = bits
      while bits != 0 {
        result.append(word << 6 + bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
    return result
  }
}
