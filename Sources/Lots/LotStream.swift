import Crypto

/// The lots of one seed, in the order they are drawn (contract, section 6).
///
/// `key = SHA-256(seed)` and `block(c) = SHA-256(key ‖ c as 8 bytes big-endian)`; the first 8 bytes
/// of a block, big-endian, are a number v. For a bowl of m the lot is v mod m, unless v is one of the
/// last 2⁶⁴ mod m numbers: those would favour the first States of the bowl, so the next block is
/// taken instead. Every index is then exactly equally likely, if blocks are.
public struct LotStream: Sendable {
  /// The counter of the next block. After 2⁶⁴ blocks it starts at 0 again.
  public private(set) var counter: UInt64
  /// The key, then 8 bytes for the counter of a block.
  private var message: [UInt8]

  /// Makes the stream of a seed.
  ///
  /// - Parameters:
  ///   - seed: The seed, verbatim.
  ///   - counter: The counter of the first block; 0 but where an interrupted draw is taken up.
  public init(seed: Seed, counter: UInt64 = 0) {
    self.counter = counter
    message = Array(SHA256.hash(data: Array(seed.text.utf8)))
    message.append(contentsOf: repeatElement(0, count: 8))
  }

  /// Draws one lot from a bowl; also from a bowl of one, which uses a block like any other.
  ///
  /// - Parameter size: The number of choices in the bowl.
  /// - Precondition: The bowl is not empty: an empty bowl is no lot.
  public mutating func draw(from size: Int) -> Lot {
    precondition(size > 0, "an empty bowl is no lot")
    let first = counter
    let index = Int(drawIndex(below: UInt64(size)))
    return Lot(index: index, counter: first, blocks: Int(counter &- first))
  }

  /// Draws an index from a bowl of any size that 64 bits can count.
  ///
  /// - Parameter size: The number of choices in the bowl.
  /// - Precondition: The bowl is not empty.
  public mutating func drawIndex(below size: UInt64) -> UInt64 {
    precondition(size > 0, "an empty bowl is no lot")
    // 2⁶⁴ itself does not fit: 2⁶⁴ mod m is (2⁶⁴ − m) mod m, and v < L is v ≤ 2⁶⁴ − 1 − (2⁶⁴ mod m).
    let surplus = (0 &- size) % size
    let last = UInt64.max - surplus
    while true {
      let number = nextNumber()
      if number <= last { return number % size }
    }
  }

  /// The number of the next block.
  package mutating func nextNumber() -> UInt64 {
    for position in 0..<8 {
      message[32 + position] = UInt8(truncatingIfNeeded: counter >> (56 - 8 * UInt64(position)))
    }
    counter &+= 1
    var number: UInt64 = 0
    for byte in SHA256.hash(data: message).prefix(8) { number = number << 8 | UInt64(byte) }
    return number
  }
}
