import Foundation
import Testing

@Suite struct `The version` {
  @Test func `says the commit, every package that is pinned, and the libraries`() throws {
    let answer = try Command.run("--version")
    #expect(answer.exitCode == 0)
    let lines = answer.text.split(separator: "\n").map(String.init)
    #expect(lines.first?.hasPrefix("PeerLots ") == true)
    #expect(lines.dropFirst().first?.hasPrefix("commit ") == true)
    let package = String(
      decoding: try Project.bytes(of: Project.file("Package.swift")), as: UTF8.self)
    #expect(!package.contains("from: \""))
    let pins = package.matches(of: #/\/([A-Za-z-]+)", exact: "([0-9.]+)"/#)
    #expect(pins.count > 4)
    // The documentation's plugin is no part of the program.
    for pin in pins where pin.1 != "swift-docc-plugin" {
      #expect(lines.contains("\(pin.1) \(pin.2)"), "\(pin.1)")
    }
    // The libraries of the system say their versions themselves.
    let libraries = lines.suffix(2)
    #expect(libraries.first?.wholeMatch(of: #/GLPK [0-9]+\.[0-9]+/#) != nil, "\(lines)")
    #expect(libraries.last?.wholeMatch(of: #/libxlsxwriter [0-9.]+/#) != nil, "\(lines)")
    #expect(lines.count == 1 + pins.count + libraries.count)
  }

  /// The commit is written by `git archive`, and by nothing else.
  @Test func `has its commit in an exported source`() throws {
    let folder = try TemporaryFolder()
    let root = Project.file(".")
    let answer = try Command.shell(
      """
      cd "\(root)" && export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=safe.directory \
      GIT_CONFIG_VALUE_0="$PWD" && git rev-parse HEAD &&
      git archive HEAD Sources/PeerLotsTool/SourceCommit.swift | tar xO
      """, in: folder)
    guard answer.exitCode == 0 else { return }  // Not a clone, or no git.
    let commit = try #require(answer.text.split(separator: "\n").first)
    #expect(answer.text.contains("exported = \"\(commit)\""), "\(answer.text)")
  }
}
