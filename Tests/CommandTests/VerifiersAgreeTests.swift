import Foundation
import Testing

@Suite struct `The two verifiers` {
  /// `compare.py` changes the golden ledgers in thousands of ways and asks both; so many of them, the
  /// same each time, or as many as `PEERLOTS_CASES` says.
  @Test func `agree on changed ledgers, whatever was changed`() throws {
    let cases = ProcessInfo.processInfo.environment["PEERLOTS_CASES"] ?? "400"
    let script = Project.file("Tests/IndependentVerifier/compare.py")
    let answer = try Command.shell("python3 \(script) \"$P\" \(cases)", in: TemporaryFolder())
    #expect(answer.exitCode == 0, "\(answer.text)\(answer.said)")
    let last = answer.text.split(separator: "\n").last ?? ""
    let counts = last.matches(of: #/([0-9]+) (changed|right|wrong)/#).map { Int($0.1) ?? 0 }
    #expect(counts.count == 3 && counts.allSatisfy { $0 > 10 }, "\(last)")
  }
}
