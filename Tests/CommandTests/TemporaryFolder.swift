import Foundation

/// A folder that is removed at the end of a test.
final class TemporaryFolder {
  /// Something in the folder, by its path in it.
  enum Entry: Hashable, Sendable {
    case folder
    case file([UInt8])
  }

  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "/peerlots-command-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of something in the folder.
  func path(_ name: String) -> String { path + "/" + name }

  /// The bytes of a file in it.
  func bytes(_ name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(fileURLWithPath: path(name))))
  }

  /// A file in it as a text.
  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  /// Writes a file in it; the folders on the way are made.
  func write(_ bytes: some Sequence<UInt8>, _ name: String) throws {
    let url = URL(fileURLWithPath: path(name))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  /// Makes a folder in it.
  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: true)
  }

  /// A new file in it, open for writing.
  func handle(_ name: String) throws -> FileHandle {
    try write([], name)
    return try FileHandle(forWritingTo: URL(fileURLWithPath: path(name)))
  }

  /// Everything in it, byte for byte.
  func entries() throws -> [String: Entry] {
    var entries: [String: Entry] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
      let type = try FileManager.default.attributesOfItem(atPath: path(name))[.type]
      let isFolder = type as? FileAttributeType == .typeDirectory
      entries[name] = isFolder ? .folder : .file(try bytes(name))
    }
    return entries
  }
}
