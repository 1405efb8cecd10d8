import Dispatch
import Foundation
import Testing

/// The command `peerlots` as it was built next to these tests, run as a process.
enum Command {
  /// What a run gave.
  struct Answer {
    /// The exit code; nil where a signal ended the process.
    let exitCode: Int32?
    /// What it wrote to standard output.
    let output: [UInt8]
    /// What it wrote to standard error.
    let complaint: [UInt8]

    /// Standard output as a text.
    var text: String { String(decoding: output, as: UTF8.self) }
    /// Standard error as a text.
    var said: String { String(decoding: complaint, as: UTF8.self) }
  }

  /// Why a run gave no answer.
  enum Failure: Error {
    /// No executable stands in the folder of the tests or above it.
    case notBuilt(near: String)
  }

  /// The executable: the tests are built into the same folder, on some systems deeper in it.
  static func path() throws -> String {
    for argument in CommandLine.arguments {
      var folder = URL(fileURLWithPath: argument)
      while folder.path.contains("/.build") {
        folder.deleteLastPathComponent()
        let path = folder.appendingPathComponent("peerlots").path
        if FileManager.default.isExecutableFile(atPath: path) { return path }
      }
    }
    throw Failure.notBuilt(near: CommandLine.arguments[0])
  }

  /// The variables of a run: nothing is said of how long it takes, and no line is broken.
  static let environment = ProcessInfo.processInfo.environment
    .filter { $0.key != "COLUMNS" }.merging(["PEERLOTS_PROGRESS": "no"]) { $1 }

  /// Runs the command in a folder.
  static func run(_ arguments: [String], in folder: TemporaryFolder) throws -> Answer {
    try run(executable: path(), arguments, in: folder)
  }

  /// Runs the command in a folder of its own, which is thrown away.
  static func run(_ arguments: String...) throws -> Answer {
    try run(arguments, in: TemporaryFolder())
  }

  /// Runs a line of the shell in which `"$P"` is the command.
  static func shell(_ line: String, in folder: TemporaryFolder) throws -> Answer {
    try run(executable: "/bin/bash", ["-c", "P=$0; \(line)", path()], in: folder)
  }

  /// Both outputs go to files, so that neither can fill a pipe that nobody drains.
  private static func run(
    executable: String, _ arguments: [String], in folder: TemporaryFolder
  ) throws -> Answer {
    let outputs = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.standardInput = FileHandle.nullDevice
    let handles = [try outputs.handle("output"), try outputs.handle("complaint")]
    // Foundation keeps a process, and what it holds, for good: with some 1,360 open files, where the
    // entries of a folder end with a page, its next `run` reads beyond them.
    defer { for handle in handles { try? handle.close() } }
    (process.standardOutput, process.standardError) = (handles[0], handles[1])
    process.environment = environment
    let end = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in end.signal() }
    try process.run()
    // However long it takes: how busy the machine is decides no test.
    end.wait()
    return Answer(
      exitCode: process.terminationReason == .exit ? process.terminationStatus : nil,
      output: try outputs.bytes("output"), complaint: try outputs.bytes("complaint"))
  }
}
