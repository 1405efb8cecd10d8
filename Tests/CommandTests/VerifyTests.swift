import Testing

@Suite struct `The command verify` {
  private func verify(_ ledger: LedgerText, _ options: String...) throws -> Command.Answer {
    let folder = try TemporaryFolder()
    try folder.write(ledger.bytes, "cycle/ledger.jsonl")
    let before = try folder.entries()
    let answer = try Command.run(["verify", "cycle"] + options, in: folder)
    #expect(try folder.entries() == before)
    return answer
  }

  @Test func `the hash of these tests is SHA-256`() {
    // The examples of FIPS 180-4.
    #expect(
      SHA256.hexadecimal(of: Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      SHA256.hexadecimal(
        of: Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8))
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
  }

  @Test func `accepts a ledger that was taken apart and chained again unchanged`() throws {
    var ledger = try LedgerText.small.get()
    let bytes = ledger.bytes
    ledger.rechain()
    #expect(ledger.bytes == bytes)
    #expect(try verify(ledger).exitCode == 0)
  }

  @Test(arguments: Forgery.all)
  func `finds what was changed though the chain was made again`(_ forgery: Forgery) throws {
    var ledger = try LedgerText.small.get()
    let line = try forgery.change(&ledger)
    ledger.rechain()
    let answer = try verify(ledger)
    #expect(answer.exitCode == 1)
    #expect(answer.output.isEmpty)
    let first = answer.said.split(separator: "\n").first ?? ""
    #expect(first.contains(/^error: line (\d+)[: ]/), "\(answer.said)")
    #expect(
      first.hasPrefix("error: line \(line):") || first.hasPrefix("error: line \(line) of"),
      "line \(line) was changed; \(answer.said)")
    #expect(answer.said.contains(forgery.says) || forgery.says.isEmpty, "\(answer.said)")
    #expect(answer.said.utf8.count < 2000)
  }

  @Test func `takes the name of the software as it is, but not the reason of a waiver`() throws {
    var ledger = try LedgerText.small.get()
    try ledger.replace(line: 1, "\"software\":\"PeerLots ", with: "\"software\":\"Other ")
    ledger.rechain()
    #expect(try verify(ledger).exitCode == 0)
    let line = try ledger.number(with: "\"waiver\"")
    let reason = try #require(JSONObject(ledger.lines[line - 1])["reason"])
    try ledger.replace(line: line, reason, with: "en français")
    ledger.rechain()
    let answer = try verify(ledger)
    #expect(answer.exitCode == 1 && answer.said.contains("line \(line): the reason is: "))
  }

  @Test func `says of every ledger that was cut off where it stands, and a hash tells`() throws {
    let whole = try LedgerText.small.get()
    let head = SHA256.hexadecimal(of: Array(whole.lines[whole.lines.count - 1].utf8))
    #expect(try verify(whole, "--head", head).exitCode == 0)
    for count in 1..<whole.lines.count {
      var ledger = whole
      ledger.lines.removeLast(whole.lines.count - count)
      let answer = try verify(ledger)
      #expect(answer.exitCode == 0, "\(count): \(answer.said)")
      let ends =
        count == 1 || whole.lines[count].contains("\"seeded\"")
        ? "The cycle is not complete; no draw is unfinished." : " is unfinished; "
      #expect(answer.said.contains(ends), "\(count): \(answer.said)")
      let cut = try verify(ledger, "--head", head)
      #expect(cut.exitCode == 1)
      #expect(cut.said.contains("line \(count), the last, has the hash "))
    }
  }

  @Test func `finds one byte changed anywhere`() throws {
    var random = SplitMix(3)
    let bytes = try LedgerText.small.get().bytes
    for _ in 0..<150 {
      var changed = bytes
      let place = Int.random(in: bytes.indices, using: &random)
      changed[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      let folder = try TemporaryFolder()
      try folder.write(changed, "cycle/ledger.jsonl")
      let head = SHA256.hexadecimal(of: Array(try LedgerText.small.get().lines.last!.utf8))
      let answer = try Command.run(["verify", "cycle", "--head", head], in: folder)
      #expect(answer.exitCode == 1, "byte \(place): \(answer.said)")
      #expect(answer.said.contains("line "), "byte \(place): \(answer.said)")
    }
  }
}
