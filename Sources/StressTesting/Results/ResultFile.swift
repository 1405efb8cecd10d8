import SystemPackage

/// The files of a folder of results.
enum ResultFile: String, CaseIterable {
  /// Which plan and program the results are of, and which shard.
  case manifest = "stress.json"
  /// A line for each cell: what was tried.
  case cells = "cells.csv"
  /// A line for each cycle: what was measured.
  case cycles = "cycles.csv"
  /// Which rules cannot be kept before any lot, and by whom.
  case causes = "causes.csv"
  /// How often each pair was drawn.
  case pairs = "pairs.csv"
  /// How long each cycle took.
  case times = "times.csv"
  /// What is needed to go on with a cell that is not finished.
  case journal = "stress.journal"

  /// The files that a merging makes before its manifest.
  static let merged: [ResultFile] = [.cells, .cycles, .causes, .pairs, .times]

  /// The header of a table; nil for other files.
  private func header(countsSupplements: Bool) -> [String]? {
    switch self {
    case .cells: CellTable.columns
    case .cycles: CycleRow.columns(countsSupplements: countsSupplements)
    case .causes: ["cell", "rule", "waivable", "least", "most", "count", "states"]
    case .pairs: ["cell", "under_review", "reviewer", "cycles"]
    case .times: ["cell", "cycle", "microseconds"]
    case .manifest, .journal: nil
    }
  }

  /// The header's line.
  ///
  /// - Parameter countsSupplements: Whether some rulebook of the plan has supplementary reviewers,
  ///   which the cycles have columns for.
  func headerBytes(countsSupplements: Bool = false) -> [UInt8] {
    header(countsSupplements: countsSupplements).map {
      Array(($0.joined(separator: ",") + "\n").utf8)
    } ?? []
  }

  /// The path in a folder.
  func path(in folder: String) -> String { FilePath(folder).appending(rawValue).string }
}
