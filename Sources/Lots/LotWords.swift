import Crypto

/// The blocks of a seed as numbers of 32 bits, for a chain that needs many small lots.
///
/// A block of 32 bytes is eight numbers, big-endian, in the order of its bytes; all bits of all
/// blocks from block 0 on are used. The key and the blocks are those of ``LotStream``.
package struct LotWords: Sendable {
  /// The counter of the next block.
  package private(set) var counter: UInt64 = 0
  /// The key, then 8 bytes for the counter of a block.
  private var message: [UInt8]
  private var words = SIMD8<UInt32>()
  private var position = 8

  /// Makes the words of a seed, from block 0.
  package init(seed: Seed) {
    message = Array(SHA256.hash(data: Array(seed.text.utf8)))
    message.append(contentsOf: repeatElement(0, count: 8))
  }

  /// The next number.
  @inline(__always)
  package mutating func next() -> UInt32 {
    if position == 8 { refill() }
    defer { position += 1 }
    return words[position]
  }

  /// An index below a size: v mod m, unless v is one of the last 2³² mod m numbers, which would
  /// favour the first; then the next number is taken.
  ///
  /// - Precondition: The size is above 0.
  @inline(__always)
  package mutating func index(below size: UInt32) -> UInt32 {
    let surplus = (0 &- size) % size
    let last = UInt32.max - surplus
    while true {
      let number = next()
      if number <= last { return number % size }
    }
  }

  /// Whether the next bits are all zero: an event of probability 2^−bits.
  ///
  /// One number is taken for each 32 bits begun, the last of them by its leading bits, and none
  /// after one that decides.
  @inline(__always)
  package mutating func areZero(bits: Int) -> Bool {
    var left = bits
    while left > 32 {
      if next() != 0 { return false }
      left -= 32
    }
    return left == 0 || next() >> UInt32(32 - left) == 0
  }

  @inline(never)
  private mutating func refill() {
    for place in 0..<8 {
      message[32 + place] = UInt8(truncatingIfNeeded: counter >> (56 - 8 * UInt64(place)))
    }
    counter &+= 1
    var place = 0
    var word: UInt32 = 0
    for byte in SHA256.hash(data: message) {
      word = word << 8 | UInt32(byte)
      if place & 3 == 3 { words[place >> 2] = word }
      place += 1
    }
    position = 0
  }
}
