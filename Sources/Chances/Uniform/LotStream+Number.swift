import BigInt
import Lots

extension LotStream {
  /// Draws a number below a size of any length, each equally likely.
  ///
  /// It is the rule of a lot, with as many blocks as the size needs: with w the least number with
  /// size ≤ 2^(64·w), and at least 1, the numbers of the next w blocks, one behind the other and the
  /// first in front, are v. The number is v mod size, unless v is one of the last 2^(64·w) mod size;
  /// then the next w blocks are taken. Up to 2⁶⁴ it is a lot of a bowl of that size.
  ///
  /// - Precondition: The size is not 0.
  package mutating func drawNumber(below size: BigUInt) -> BigUInt {
    precondition(size > 0, "an empty bowl is no lot")
    let words = max(1, ((size - 1).bitWidth + 63) / 64)
    let range = BigUInt(1) << (64 * words)
    let limit = range - range % size
    while true {
      var number: BigUInt = 0
      for _ in 0..<words { number = number << 64 | BigUInt(nextNumber()) }
      if number < limit { return number % size }
    }
  }
}
