import Foundation

/// A folder that is removed at the end of a test; where asked for, a small disk of its own.
final class TemporaryFolder {
  let path: String
  private let isMounted: Bool

  /// Makes a folder; `options` are those of a small disk in memory, for instance `size=64k`.
  init(mountedWith options: String? = nil) throws {
    let path = NSTemporaryDirectory() + "peerlots-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    self.path = path
    isMounted =
      options.map { Self.run("mount", ["-t", "tmpfs", "-o", $0, "tmpfs", path]) } ?? false
  }

  deinit {
    if isMounted { _ = Self.run("umount", ["-l", path]) }
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Whether small disks can be made here: it takes the rights of an administrator.
  static let canMount: Bool = {
    guard let folder = try? TemporaryFolder(mountedWith: "size=64k") else { return false }
    return folder.isMounted
  }()

  /// Makes the small disk one that can only be read, or one that can be written again.
  func remount(readOnly: Bool) -> Bool {
    Self.run("mount", ["-o", "remount,\(readOnly ? "ro" : "rw")", path])
  }

  /// The path of something in the folder.
  func path(_ name: String) -> String { path + "/" + name }

  /// The names in a folder in it, sorted.
  func names(in name: String = "") -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path(name))) ?? []).sorted()
  }

  /// The bytes of a file in it.
  func bytes(_ name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(fileURLWithPath: path(name))))
  }

  /// Writes a file in it.
  func write(_ bytes: [UInt8], _ name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
  }

  private static func run(_ command: String, _ arguments: [String]) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [command] + arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
