import Lots

/// The blocks of a seed as numbers of 32 bits, for a chain that needs many small lots.
///
/// A block of 32 bytes is eight numbers, big-endian, in the order of its bytes; all bits of all
/// blocks from block 0 on are used. The key and the blocks are those of ``LotStream``, made some at
/// a time.
struct LotWords: Sendable {
  /// Blocks made at a time.
  private static let batch = 32

  private var blocks: SeedBlocks
  /// The numbers of the blocks made last.
  private var words: [UInt32]
  /// The place of the next number among them.
  private var position: Int

  /// Makes the words of a seed, from block 0.
  init(seed: Seed) {
    blocks = SeedBlocks(seed: seed)
    words = Array(repeating: 0, count: 8 * Self.batch)
    position = words.count
  }

  /// The counter of the next block: the blocks of which a number was taken.
  var counter: UInt64 { blocks.counter &- UInt64((words.count - position) / 8) }

  /// The next number.
  @inline(__always)
  mutating func next() -> UInt32 {
    if position == words.count { refill() }
    defer { position &+= 1 }
    return words[position]
  }

  /// An index below a size: v mod m, unless v is one of the last 2³² mod m numbers, which would
  /// favour the first; then the next number is taken.
  ///
  /// - Precondition: The size is above 0.
  mutating func index(below size: UInt32) -> UInt32 {
    if size > 1 { return index(below: Divisor(size)) }
    precondition(size == 1, "there is an index below it")
    _ = next()
    return 0
  }

  /// An index below a size that is asked for often.
  @inline(__always)
  mutating func index(below size: Divisor) -> UInt32 {
    while true {
      let number = next()
      if number <= size.last { return number &- size.quotient(number) &* size.value }
    }
  }

  /// Whether the next bits are all zero: an event of probability 2^−bits.
  ///
  /// One number is taken for each 32 bits begun, the last of them by its leading bits, and none
  /// after one that decides.
  @inline(__always)
  mutating func areZero(bits: Int) -> Bool {
    var left = bits
    while left > 32 {
      if next() != 0 { return false }
      left &-= 32
    }
    return left == 0 || next() >> UInt32(32 &- left) == 0
  }

  @inline(never)
  private mutating func refill() {
    blocks.next(&words)
    position = 0
  }
}
