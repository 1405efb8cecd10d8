import Testing

@Suite struct `A page of prove` {
  private func cycle() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let answer = try Command.run(
      ["rehearse", Project.instance("synthetic-60.csv"), "--seed", "s", "--output", "cycle"],
      in: folder)
    #expect(answer.exitCode == 0, "\(answer.said)")
    return folder
  }

  @Test func `holds the ledger and the proofs, and is the same each time`() throws {
    let folder = try cycle()
    for _ in 1...2 {
      let answer = try Command.run(
        ["prove", "cycle", "--output", "proofs.jsonl", "--page", "check.html"], in: folder)
      #expect(answer.exitCode == 0, "\(answer.said)")
      #expect(answer.said.contains("proofs.jsonl, check.html: "))
    }
    let page = String(decoding: try folder.bytes("check.html"), as: UTF8.self)
    for file in ["cycle/ledger.jsonl", "proofs.jsonl"] {
      let bytes = try folder.bytes(file)
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      #expect(lines.count > 100)
      for line in [lines.first, lines.last] {
        let written = try #require(line).replacing("\"", with: "\\\"")
        #expect(page.contains(written), "\(file)")
      }
    }
  }

  @Test(arguments: [
    (["prove", "cycle"], "give --output, --page, or both"),
    (["prove", "cycle", "--output", "a", "--page", "a"], "need different files"),
  ])
  func `is asked for in a way that makes sense`(arguments: [String], says: String) throws {
    let answer = try Command.run(arguments, in: try TemporaryFolder())
    #expect(answer.exitCode == 64)
    #expect(answer.said.contains(says), "\(answer.said)")
  }
}
