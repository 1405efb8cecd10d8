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

  /// How many reviews a State should do, if possible: the target, or its own maximum where that is
  /// lower.
  public func targetLoad(of state: State) -> Int {
    min(targetLoad, state.own.maximum ?? maximumLoad)
  }

  /// How many reviews a State is due by a rule that counts those that are missing at the end.
  public func load(due rule: WaivableRule, of state: State) -> Int {
    switch rule {
    case .minimumLoad: minimumLoad(of: state)
    case .targetLoad: targetLoad(of: state)
    case .seat, .supplement, .sameRegion, .legalSystem: 0
    }
  }

  /// The seats of a State's review (para. 18).
  public func reviewersPerReview(of state: State) -> Int { state.own.seats ?? reviewersPerReview }
}
