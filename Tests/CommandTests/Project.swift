import Foundation

/// Files of the package that the tests read where they stand.
enum Project {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// The path of one of the `Instances`.
  static func instance(_ name: String) -> String { "\(root)/Instances/\(name)" }

  /// The path of any file.
  static func file(_ name: String) -> String { "\(root)/\(name)" }

  /// The path of a file of the worked examples.
  static func example(_ name: String) -> String { "\(root)/Tests/DrawingTests/Examples/\(name)" }

  /// The bytes of a file.
  static func bytes(of path: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(fileURLWithPath: path)))
  }
}
