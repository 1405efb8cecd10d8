internal import CGLPK

/// Bounds as GLPK wants them: a kind, and a number for each side, read only where the kind says.
struct Bounds {
  let kind: Int32
  let lower: Double
  let upper: Double

  init(_ lower: Int?, _ upper: Int?) {
    self.lower = Double(lower ?? 0)
    self.upper = Double(upper ?? 0)
    kind =
      switch (lower, upper) {
      case (nil, nil): GLP_FR
      case (_?, nil): GLP_LO
      case (nil, _?): GLP_UP
      case (let lower?, let upper?): lower == upper ? GLP_FX : GLP_DB
      }
  }
}
