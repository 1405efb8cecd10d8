/// Answers as numbers, without a branch: what chance decides no processor foresees.
extension Int32 {
  /// The number, or 0 where it is below 0.
  @inline(__always)
  var orZero: Int32 { self & ~(self >> 31) }

  /// 1 where it is below another number, else 0; their difference must fit.
  @inline(__always)
  func isBelow(_ other: Int32) -> Int32 {
    Int32(bitPattern: UInt32(bitPattern: self &- other) >> 31)
  }

  /// 1 where it is the same as another number of the same sign, else 0.
  @inline(__always)
  func equals(_ other: Int32) -> Int32 { (self ^ other).isBelow(1) }
}
