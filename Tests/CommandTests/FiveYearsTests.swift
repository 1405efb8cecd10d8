import Foundation
import Testing

/// Five years over the estimate of 2024 with every kind of request, as golden output: read aloud by
/// people, so that nothing in it sounds like a program.
@Suite struct `A cycle of five years` {
  private static let folder = Project.file("Tests/CommandTests/Golden")

  /// Re-records the text; such a run fails, so that it is not taken for a test.
  private static let isRecording = ProcessInfo.processInfo.environment["PEERLOTS_RECORD"] != nil

  /// What a person sees who types the commands of the script.
  private func transcript() throws -> String {
    let folder = try TemporaryFolder()
    try folder.write(
      try Project.bytes(of: Project.instance("untoc-2024-estimate.csv")), "members.csv")
    let script = String(
      decoding: try Project.bytes(of: "\(Self.folder)/five-years.sh"), as: UTF8.self)
    var text = ""
    for line in script.split(separator: "\n") where !line.hasPrefix("#") {
      let answer = try Command.shell(
        "PATH=\"$(dirname \"$P\"):$PATH\"; set -o pipefail; { \(line); } 2>&1", in: folder)
      guard line.hasPrefix("peerlots ") else {
        #expect(answer.exitCode == 0, "\(line): \(answer.text)")
        continue
      }
      text += "$ \(line)\n\(answer.text)"
      if answer.exitCode != 0 { text += "exit code \(answer.exitCode ?? -1)\n" }
      text += "\n"
    }
    return text
  }

  @Test func `is told as it was read`() throws {
    let text = try transcript()
    let path = "\(Self.folder)/five-years.txt"
    if Self.isRecording {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      Issue.record("five-years.txt was recorded anew; read it")
      return
    }
    let known = String(decoding: try Project.bytes(of: path), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let place = zip(known, lines).enumerated().first { $1.0 != $1.1 }
    #expect(
      known == lines,
      "line \(place.map { $0.offset + 1 } ?? 0): \(place.map { "\($0.element)" } ?? "the length")")
  }
}
