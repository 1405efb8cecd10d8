/// How far floating point is trusted, in one place.
enum Tolerance {
  /// Whole numbers up to here are exact as `Double`.
  static let exact = 1 << 53

  /// The feasibility tolerance of the simplex method, primal and dual, relative to the bound or
  /// the cost; GLPK's own default.
  static let relative = 1e-7

  /// The largest coefficient of an objective. GLPK takes a reduced cost of a column with cost c
  /// for zero when it is within ``relative``·(1 + |c|/10): at 10⁵ that is 0.001, far from the 1 by
  /// which whole-number costs differ; at 10⁷ wrong optima were measured.
  static let objectiveCoefficient = 100_000

  /// A subproblem is dropped when its bound is nearer to the best objective than this, relatively.
  /// GLPK rounds bounds up to whole numbers first, so that anything that stays below 1 is exact.
  static let relativeObjective = 1e-10

  /// The largest objective whose neighbours are told apart: ``relativeObjective`` times this is
  /// 0.1, and the objectives of whole-number points differ by at least 1.
  static let objective = 1e9

  /// How far a value may be from a whole number and count as it: both for GLPK when it looks for
  /// what to branch on, and for us when we round.
  static let whole = 1e-5
}
