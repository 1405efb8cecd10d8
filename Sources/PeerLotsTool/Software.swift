import GLPKSolver
import Records
import Workbooks

/// The program's name and version, and what it is built from.
enum Software {
  /// The name and the version, as they stand in ledgers.
  static let name = SoftwareName.text

  /// The packages of Swift that it is built from, with the versions that `Package.swift` pins.
  static let packages = [
    "swift-argument-parser 1.8.2", "swift-crypto 4.5.2", "swift-system 1.8.1", "BigInt 6.0.1",
    "swift-mustache 2.1.1", "Yams 6.2.2", "FlyingFox 0.27.1",
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
