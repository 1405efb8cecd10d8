/// A file format of programs that GLPK reads.
package enum FileFormat: CaseIterable, Sendable {
  /// Free MPS.
  case mps
  /// CPLEX LP.
  case lp
}
