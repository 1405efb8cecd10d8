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

  static func start(_ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
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

  static func ledger(_ folder: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: folder + "/ledger.jsonl"))
  }

  /// The whole lines of a ledger: what may have been acknowledged.
  static func wholeLines(_ bytes: Data) -> Data {
    guard let end = bytes.lastIndex(of: UInt8(ascii: "\n")) else { return Data() }
    return bytes[...end]
  }

  /// Kills a command at moments spread over its run; the same command then ends what it began.
  ///
  /// - Returns: How many runs were killed before their end.
  static func killing(_ command: [String], in base: String, times: Int) throws -> Int {
    let scratch = try Scratch()
    let reference = scratch.file("reference")
    try FileManager.default.copyItem(atPath: base, toPath: reference)
    let clock = ContinuousClock()
    var status: Int32 = -1
    let whole = try clock.measure { status = try run([command[0], reference] + command[1...]) }
    #expect(status == 0)
    let expected = try ledger(reference)
    var killed = 0
    for number in 0..<times {
      let folder = scratch.file("run")
      try FileManager.default.copyItem(atPath: base, toPath: folder)
      let process = try start([command[0], folder] + command[1...])
      Thread.sleep(forTimeInterval: whole / .seconds(1) * Double(number) / Double(times))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if process.terminationReason == .uncaughtSignal { killed += 1 }
      let left = try wholeLines(ledger(folder))
      #expect(expected.starts(with: left), "run \(number): a line was written that is not due")
      #expect(try run([command[0], folder] + command[1...]) == 0, "run \(number)")
      #expect(try ledger(folder) == expected, "run \(number): the ledger differs")
      try FileManager.default.removeItem(atPath: folder)
    }
    return killed
  }

  @Test func `is taken up by the same command, to the byte`() throws {
    let scratch = try Scratch()
    let base = scratch.file("cycle")
    let membership = Self.root.appendingPathComponent("Instances/untoc-2010.csv").path
    #expect(try Self.run(["open", base, "--membership", membership]) == 0)
    #expect(try Self.run(["select", base, "--seed", "s"]) == 0)
    var killed = try Self.killing(["draw", "--year", "1", "--seed", "y1"], in: base, times: 100)
    #expect(try Self.run(["draw", base, "--year", "1", "--seed", "y1"]) == 0)
    let text = try String(contentsOfFile: membership, encoding: .utf8)
    let joined = scratch.file("joined.csv")
    try (text + (1...30).map { "J\($0),Joined \($0),AFR,TIP,civil,,party\n" }.joined())
      .write(toFile: joined, atomically: true, encoding: .utf8)
    killed += try Self.killing(
      ["amend", "--membership", joined, "--seed", "a1"], in: base, times: 100)
    let table = try String(
      decoding: Self.ledger(base).split(separator: UInt8(ascii: "\n")).first {
        String(decoding: $0, as: UTF8.self).contains("\"purpose\":\"turn\"")
      } ?? Data(), as: UTF8.self)
    let drawn = table.components(separatedBy: "\"drawn\":\"").last?.prefix(3) ?? ""
    killed += try Self.killing(
      ["redraw", "--state", String(drawn), "--seed", "r1"], in: base, times: 100)
    print("killed before their end: \(killed) of 300 commands")
    #expect(killed > 150)
  }
}
