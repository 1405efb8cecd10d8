/// What one cycle leaves, on its way to the folder.
struct CycleResult: Sendable {
  /// The line of `cycles.csv`.
  let row: CycleRow
  /// The pairs, State under review and reviewer in turn, as indices into the cell's membership.
  let pairs: [Int32]
  /// What is known of the cell, the same for all its cycles.
  let cell: CellFacts
  /// How long it took.
  let microseconds: Int
}

/// What the folder needs to know of a cell besides its cycles.
final class CellFacts: Sendable {
  /// The codes of its States, in canonical order; none where pairs are not counted.
  let codes: [String]
  /// Lines of `causes.csv`, without their ends.
  let causes: [String]

  init(codes: [String], causes: [String]) { (self.codes, self.causes) = (codes, causes) }
}
