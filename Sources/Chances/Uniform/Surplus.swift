/// By how much each count is above what a lawful choice may have; below 0 where there is room.
struct Surplus: Sendable {
  var empty: Int32 = 0
  var withoutGroup: Int32 = 0
  var missing: Int32 = 0
  var dissimilar: Int32 = 0
  var overload: Int32 = 0
  var mutual: Int32 = 0

  /// How far a choice is from being lawful.
  @inline(__always)
  var excess: Int32 {
    empty.orZero &+ withoutGroup.orZero &+ missing.orZero &+ dissimilar.orZero &+ overload.orZero
      &+ mutual.orZero
  }

  @inline(__always)
  static func &+ (left: Surplus, right: Surplus) -> Surplus {
    Surplus(
      empty: left.empty &+ right.empty, withoutGroup: left.withoutGroup &+ right.withoutGroup,
      missing: left.missing &+ right.missing, dissimilar: left.dissimilar &+ right.dissimilar,
      overload: left.overload &+ right.overload, mutual: left.mutual &+ right.mutual)
  }
}
