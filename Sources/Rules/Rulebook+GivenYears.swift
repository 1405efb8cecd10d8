import Members

/// Years that the membership gives, in place of a selection (para. 14).
extension Rulebook {
  /// The States to be reviewed for which a membership gives no year of the cycle, in canonical order;
  /// none where the years are drawn.
  public func withoutYear(in membership: Membership) -> [Label] {
    if selectionMethod != .given { return [] }
    return membership.states.filter { state in
      state.isReviewed && !(1...years).contains(state.year ?? 0)
    }.map(\.code)
  }

  /// The year in which a State is reviewed without any lot of a selection; 0 where a lot decides, or
  /// where the State is not reviewed.
  public func givenYear(of state: State) -> Int {
    selectionMethod == .given && state.isReviewed ? state.year ?? 0 : 0
  }
}
