/// A dense matrix of bits, by rows of 64-bit words.
struct BitMatrix: Hashable, Sendable {
  /// Words in a row.
  let wordsPerRow: Int
  /// The words, row after row.
  private(set) var words: [UInt64]

  /// Makes a matrix of zeros.
  init(rows: Int, columns: Int) {
    wordsPerRow = (columns + 63) / 64
    words = Array(repeating: 0, count: rows * wordsPerRow)
  }

  /// One bit.
  @inline(__always)
  subscript(row: Int, column: Int) -> Bool {
    get { words[row * wordsPerRow + (column >> 6)] >> UInt64(column & 63) & 1 == 1 }
    set {
      let mask: UInt64 = 1 << UInt64(column & 63)
      if newValue {
        words[row * wordsPerRow + (column >> 6)] |= mask
      } else {
        words[row * wordsPerRow + (column >> 6)] &= ~mask
      }
    }
  }

  /// One word of a row.
  @inline(__always)
  func word(_ row: Int, _ word: Int) -> UInt64 { words[row * wordsPerRow + word] }

  /// Writes one word of a row.
  @inline(__always)
  mutating func setWord(_ row: Int, _ word: Int, _ bits: UInt64) {
    words[row * wordsPerRow + word] = bits
  }

  /// Makes a row zeros.
  mutating func clear(row: Int) {
    for place in row * wordsPerRow..<(row + 1) * wordsPerRow { words[place] = 0 }
  }

  /// A square matrix with rows and columns exchanged.
  func transposed(_ size: Int) -> BitMatrix {
    var result = BitMatrix(rows: size, columns: size)
    for row in 0..<size {
      for word in 0..<wordsPerRow {
        var bits = self.word(row, word)
        while bits != 0 {
          result[word << 6 + bits.trailingZeroBitCount, row] = true
          bits &= bits - 1
        }
      }
    }
    return result
  }
}

/// A set of bits.
struct BitSet: Hashable, Sendable {
  /// The words.
  private(set) var words: [UInt64]

  /// Makes an empty set of a capacity.
  init(capacity: Int) { words = Array(repeating: 0, count: (capacity + 63) / 64) }

  /// Whether an element is in the set.
  @inline(__always)
  subscript(element: Int) -> Bool {
    get { words[element >> 6] >> UInt64(element & 63) & 1 == 1 }
    set {
      let mask: UInt64 = 1 << UInt64(element & 63)
      if newValue { words[element >> 6] |= mask } else { words[element >> 6] &= ~mask }
    }
  }

  /// Whether there are no elements.
  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// The elements, in ascending order.
  var elements: [Int] {
    var elements: [Int] = []
    elements.reserveCapacity(words.reduce(0) { $0 + $1.nonzeroBitCount })
    for (word, bits) in zip(0..., words) {
      var bits = bits
      while bits != 0 {
        elements.append(word << 6 + bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
    return elements
  }
}
