import Members

extension Rulebook {
  /// What this version does not draw yet of a rulebook: the key and its value as a clause; nil where
  /// it draws everything.
  ///
  /// - Parameter membership: The States; nil where any membership is meant.
  public func notYetDrawn(for membership: Membership? = nil) -> String? {
    if protocols == .supplement { return "`reviewers.protocols` is supplement" }
    return nil
  }
}
