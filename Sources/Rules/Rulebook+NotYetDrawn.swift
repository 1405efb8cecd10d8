import Members

extension Rulebook {
  /// What this version does not draw yet of a rulebook: the key and its value as a clause; nil where
  /// it draws everything.
  ///
  /// - Parameter membership: The States; nil where any membership is meant.
  public func notYetDrawn(for membership: Membership? = nil) -> String? {
    if protocols == .supplement { return "`reviewers.protocols` is supplement" }
    // Exact, but too slow: mutual bans cost reviews below the target, and nothing but the integer
    // program over States knows that.
    if targetLoad > 0 { return "`loads.target` is \(targetLoad)" }
    return nil
  }
}
