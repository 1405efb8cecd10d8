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
  var header: [String]? {
    switch self {
    case .cells: CellTable.columns
    case .cycles: CycleRow.columns
    case .causes: ["cell", "rule", "waivable", "least", "most", "count", "states"]
    case .pairs: ["cell", "under_review", "reviewer", "cycles"]
    case .times: ["cell", "cycle", "microseconds"]
    case .manifest, .journal: nil
    }
  }

  /// The header's line.
  var headerBytes: [UInt8] {
    header.map { Array(($0.joined(separator: ",") + "\n").utf8) } ?? []
  }

  /// The path in a folder.
  func path(in folder: String) -> String { FilePath(folder).appending(rawValue).string }
}
