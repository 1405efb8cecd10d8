/// A State with what it counts as in one review, in one number, in the order of the States; none is
/// after all of them, and counts as nothing.
struct Member: Equatable, Sendable {
  let rawValue: Int32
  static let noneValue = Int32.max & ~15

  @inline(__always)
  init(rawValue: Int32) { self.rawValue = rawValue }

  @inline(__always)
  init(_ state: Int32, kind: UInt8) { rawValue = state << 4 | Int32(kind) }

  @inline(__always)
  static var none: Member { Member(rawValue: noneValue) }

  @inline(__always)
  var isNone: Bool { rawValue == Self.noneValue }

  /// The State; for none, one that there is not.
  @inline(__always)
  var state: Int32 { rawValue >> 4 }

  /// 1 where it may take the regional seat, else 0.
  @inline(__always)
  var regional: Int32 { rawValue >> 1 & 1 }

  /// 1 where it may take it and is similar, where that is counted.
  @inline(__always)
  var similar: Int32 { rawValue >> 2 & 1 }

  /// 1 where it may take the regional seat only.
  @inline(__always)
  var regionalOnly: Int32 { rawValue >> 3 & 1 }
}
