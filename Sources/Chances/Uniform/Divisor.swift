/// A number above 1 to divide by again and again.
///
/// The quotient of a number of 32 bits is the upper half of its product with ⌊2⁶⁴ / m⌋ + 1: exact for
/// all of them (D. Lemire, O. Kaser, N. Kurz, *Faster remainder by direct computation*, Software:
/// Practice and Experience 49, 2019), and several times as fast as a division.
package struct Divisor: Sendable {
  let value: UInt32
  /// The last number that is taken for an index below this.
  package let last: UInt32
  private let inverse: UInt64

  package init(_ value: UInt32) {
    precondition(value > 1, "the inverse of 1 has 65 bits")
    self.value = value
    last = UInt32.max - (0 &- value) % value
    inverse = UInt64.max / UInt64(value) + 1
  }

  @inline(__always)
  package func quotient(_ number: UInt32) -> UInt32 {
    UInt32(truncatingIfNeeded: inverse.multipliedFullWidth(by: UInt64(number)).high)
  }
}
