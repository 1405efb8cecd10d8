/// A size of a program, and how much of it GLPK takes.
public enum ProgramSize: Hashable, Sendable, CaseIterable {
  /// The rows.
  case rows
  /// The columns, one per variable.
  case columns
  /// The terms of all rows.
  case terms

  /// The most GLPK 5.0 takes (`M_MAX`, `N_MAX` and `NNZ_MAX` of its sources); more aborts.
  public var limit: Int {
    switch self {
    case .rows, .columns: 100_000_000
    case .terms: 500_000_000
    }
  }

  /// Checks a count.
  ///
  /// - Throws: ``GLPKFailure/programTooLarge(_:count:)`` above the limit.
  public func check(_ count: Int) throws(GLPKFailure) {
    guard count <= limit else { throw .programTooLarge(self, count: count) }
  }
}
