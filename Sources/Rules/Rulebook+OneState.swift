import Members

/// What the rules ask of one State: the numbers of its own row come before the rulebook's.
extension Rulebook {
  /// The fewest reviews that a State does in the cycle (para. 20).
  public func minimumLoad(of state: State) -> Int { state.own.minimum ?? minimumLoad }

  /// The most reviews that a State does in the cycle (para. 20): no more than it may do in one year,
  /// in each of the years.
  public func maximumLoad(of state: State) -> Int {
    min(state.own.maximum ?? maximumLoad, maximumPerYear * years)
  }

  /// The seats of a State's review (para. 18).
  public func reviewersPerReview(of state: State) -> Int { state.own.seats ?? reviewersPerReview }
}
