import Foundation
import Testing

/// A folder that is gone when the test is over.
final class Scratch {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "peerlots-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }
}

@Suite(.serialized) struct `A command killed at any moment` {
  /// The built program, beside the test bundle.
  static var program: URL {
    (Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0]))
      .deletingLastPathComponent().appendingPathComponent("peerlots")
  }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Bounds the size of files, then becomes the command. The threads that tests run on block signals,
  /// and their children inherit that.
  private static let limiting = """
    import os, resource, signal, sys
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
    os.execv(sys.argv[2], sys.argv[2:])
    """

  /// Starts the command.
  ///
  /// - Parameter most: The bytes that a file may have; the system kills the process at the write that
  ///   would make one larger, after as much of it as fits.
  static func start(_ arguments: [String], most: Int? = nil) throws -> Process {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    if let most {
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["python3", "-c", limiting, "\(most)", program.path] + arguments
    }
    process.environment = Command.environment
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  static func run(_ arguments: [String]) throws -> Int32 {
    let process = try start(arguments)
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// Runs a command until it is killed in the middle of a write.
  ///
  /// - Returns: Whether it was; else no file became so large.
  static func kill(_ arguments: [String], at most: Int) throws -> Bool {
    let process = try start(arguments, most: most)
    process.waitUntilExit()
    // Foundation tells not everywhere that it was a signal; no command ends with this number.
    return process.terminationStatus == SIGXFSZ
  }

  static func ledger(_ folder: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: folder + "/ledger.jsonl"))
  }

  /// The whole lines of a ledger: what may have been acknowledged.
  static func wholeLines(_ bytes: Data) -> Data {
    guard let end = bytes.lastIndex(of: UInt8(ascii: "\n")) else { return Data() }
    return bytes[...end]
  }

  /// Kills a command in the middle of its writes, or right after one; the same command then ends
  /// what it began.
  ///
  /// - Parameter times: At how many bytes of what it writes to the ledger, from none of them on.
  static func killing(_ command: [String], in base: String, times: Int) throws {
    let scratch = try Scratch()
    let reference = scratch.file("reference")
    try FileManager.default.copyItem(atPath: base, toPath: reference)
    #expect(try run([command[0], reference] + command[1...]) == 0)
    let (before, expected) = try (ledger(base).count, ledger(reference))
    #expect(expected.count > before)
    for number in 0..<times {
      let folder = scratch.file("run")
      try FileManager.default.copyItem(atPath: base, toPath: folder)
      var most = before + (expected.count - before) * number / times
      // Every third time no line is torn: the process ends between two of them.
      if number % 3 == 2 { most = max(before, wholeLines(expected[..<most]).count) }
      #expect(try kill([command[0], folder] + command[1...], at: most), "run \(number)")
      let torn = try ledger(folder)
      #expect(torn.count == most && expected.starts(with: torn), "run \(number): \(torn.count)")
      #expect(try run([command[0], folder] + command[1...]) == 0, "run \(number)")
      #expect(try ledger(folder) == expected, "run \(number): the ledger differs")
      try FileManager.default.removeItem(atPath: folder)
    }
  }

  @Test func `is taken up by the same command, to the byte`() throws {
    let scratch = try Scratch()
    let base = scratch.file("cycle")
    let membership = Self.root.appendingPathComponent("Instances/untoc-2010.csv").path
    #expect(try Self.run(["open", base, "--membership", membership]) == 0)
    #expect(try Self.run(["select", base, "--seed", "s"]) == 0)
    try Self.killing(["draw", "--year", "1", "--seed", "y1"], in: base, times: 100)
    #expect(try Self.run(["draw", base, "--year", "1", "--seed", "y1"]) == 0)
    let text = try String(contentsOfFile: membership, encoding: .utf8)
    let joined = scratch.file("joined.csv")
    try (text + (1...30).map { "J\($0),Joined \($0),AFR,TIP,civil,,party\n" }.joined())
      .write(toFile: joined, atomically: true, encoding: .utf8)
    try Self.killing(["amend", "--membership", joined, "--seed", "a1"], in: base, times: 60)
    let table = try String(
      decoding: Self.ledger(base).split(separator: UInt8(ascii: "\n")).first {
        String(decoding: $0, as: UTF8.self).contains("\"purpose\":\"turn\"")
      } ?? Data(), as: UTF8.self)
    let drawn = table.components(separatedBy: "\"drawn\":\"").last?.prefix(3) ?? ""
    try Self.killing(["redraw", "--state", String(drawn), "--seed", "r1"], in: base, times: 60)
  }
}
