import Members
import Rules

extension [Remedy] {
  /// The same remedies, none of them said twice.
  ///
  /// Two conflicts can be mended by the same waiver. A rule that may be given up once for any of some
  /// States, with one and the same effect, is one remedy for all of them where it would name a State
  /// twice; a rule given up several times among some States says nothing beside the same among more.
  func merged() -> [Remedy] {
    var merged: [Remedy] = []
    for remedy in self {
      var (whole, place) = (remedy, merged.count)
      // With a new one, several that had no State in common can become one.
      while let index = merged.indices.first(where: { merged[$0].united(with: whole) != nil }),
        let united = merged[index].united(with: whole)
      {
        merged.remove(at: index)
        (whole, place) = (united, Swift.min(place, index))
      }
      merged.insert(whole, at: place)
    }
    return merged
  }
}

extension Remedy {
  /// One remedy that says all that two say; nil where they say different things.
  fileprivate func united(with other: Remedy) -> Remedy? {
    guard best == other.best, case .waive(let rule, let count, let states) = change,
      case .waive(rule, count, let others) = other.change
    else { return nil }
    let (one, two) = (Set(states), Set(others))
    let isSame =
      count == 1 ? !one.isDisjoint(with: two) : one.isSubset(of: two) || two.isSubset(of: one)
    if !isSame { return nil }
    return Remedy(
      change: .waive(rule, count: count, of: one.union(two).sorted()), best: best,
      conflict: [conflict, other.conflict].compactMap(\.self).min())
  }
}
