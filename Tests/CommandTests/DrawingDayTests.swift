import Foundation
import Testing

@Suite struct `The page Drawing day` {
  /// The commands of the page, in order: its blocks of `sh`.
  private func blocks() throws -> [String] {
    let page = String(
      decoding: try Project.bytes(
        of: Project.file("Sources/PeerLots/Documentation.docc/DrawingDay.md")), as: UTF8.self)
    return page.components(separatedBy: "\n```sh\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n```\n").first
    }
  }

  @Test func `holds commands that work, one after another`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      try Project.bytes(of: Project.instance("untoc-2024-estimate.csv")), "members.csv")
    let blocks = try blocks()
    #expect(blocks.count > 12)
    var said = ""
    for block in blocks {
      let answer = try Command.shell(
        "PATH=\"$(dirname \"$P\"):$PATH\"; set -euo pipefail; \(block)", in: folder)
      #expect(answer.exitCode == 0, "\(block)\n\(answer.said)")
      said += answer.said
    }
    for piece in [
      "\"year 1\" is announced: by the method bowls", "is already done; nothing was changed",
      "The reviewers of Honduras (HND) would be drawn again, at its request 1 of 2",
      "The reviewers of Honduras (HND) are drawn again, at its request 1 of 2",
    ] {
      #expect(said.contains(piece), "\(piece)")
    }
    let minutes = String(decoding: try folder.bytes("minutes.md"), as: UTF8.self)
    #expect(minutes.contains("## Redraw 1 for Honduras (HND)"))
  }
}
