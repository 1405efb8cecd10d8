import GLPKSolver
import Workbooks

/// The program's name and version, and what it is built from.
enum Software {
  /// The version.
  static let version = "1.0.0"

  /// The name and the version, as they stand in ledgers.
  ///
  /// Without the commit, so that the same data and seed give the same bytes whatever the build; what a
  /// version gives is fixed by its release.
  static let name = "PeerLots \(version)"

  /// The packages of Swift that it is built from, with the versions that `Package.swift` pins.
  static let packages = [
    "swift-argument-parser 1.8.2", "swift-crypto 4.5.2", "swift-system 1.8.1", "BigInt 6.0.1",
    "Yams 6.2.2",
  ]

  /// The libraries of the system that it runs with, with the versions that they give themselves.
  static var libraries: [String] {
    ["GLPK \(GLPK.version)", "libxlsxwriter \(Workbook.libraryVersion)"]
  }

  /// What `peerlots --version` says, a line each.
  static var builtFrom: String {
    ([name, "commit \(SourceCommit.text)"] + packages + libraries)
      .joined(separator: "\n")
  }
}
