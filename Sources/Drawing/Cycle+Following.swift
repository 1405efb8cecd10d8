extension Cycle {
  /// The state after further events, for those who look at a moment in the middle of a command.
  ///
  /// - Precondition: The events follow this state in a ledger that was replayed.
  public func following(_ events: some Sequence<Event>) -> Cycle {
    var cycle = self
    for event in events { cycle.fold(event) }
    return cycle
  }
}
