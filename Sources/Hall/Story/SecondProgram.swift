import Foundation
import Synchronization

/// The second program, which shares no code with this one: run as a process of its own, again and
/// again while lines come, and its verdict put onto the stage.
final class SecondProgram: Sendable {
  private let path: String
  private let stage: Stage

  /// - Parameter path: The file `verify.py`.
  init(_ path: String, _ stage: Stage) {
    self.path = path
    self.stage = stage
  }

  /// Begins to look on.
  func start() {
    let thread = Thread { [self] in
      var seen = ""
      while true {
        let now = stage.now
        let lines = now.entries.count
        if lines == 0 || "\(lines)\(now.head)" == seen {
          Thread.sleep(forTimeInterval: 0.2)
          continue
        }
        seen = "\(lines)\(now.head)"
        let verdict = judge(lines: lines)
        stage.change { $0.verdict = verdict }
      }
    }
    thread.start()
  }

  /// Runs it once; it reads at least the lines that stand in the file by now.
  private func judge(lines: Int) -> Phase.Verdict {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["nice", "python3", path, stage.folder]
    let output = Pipe()
    // Foundation keeps a process, and what it holds, for good.
    defer { try? output.fileHandleForReading.close() }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      return Phase.Verdict(isRight: false, lines: lines, words: "python3 cannot be run")
    }
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let words = String(decoding: bytes, as: UTF8.self).prefix { $0 != "\n" }
    let isRight = process.terminationStatus == 0 && words.hasPrefix("RIGHT")
    return Phase.Verdict(isRight: isRight, lines: lines, words: String(words.prefix(300)))
  }
}
