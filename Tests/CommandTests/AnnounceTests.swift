import Testing

@Suite struct `The commands announce and withdraw` {
  private func cycle() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let open = ["open", "cycle", "--membership", Project.example("ten.csv"), "--accept-waivers"]
    #expect(try Command.run(open, in: folder).exitCode == 0)
    try folder.write("a text that nobody can guess\n".utf8, "secret")
    return folder
  }

  private func announce(_ draw: String, _ options: String..., in folder: TemporaryFolder) throws
    -> Command.Answer
  {
    try Command.run(
      ["announce", "cycle", "--draw", draw, "--source", "the lottery of 3 March"] + options,
      in: folder)
  }

  @Test func `bind a draw, freeze the cycle, and show it`() throws {
    let folder = try cycle()
    let announced = try announce("selection", "--secret-file", "secret", in: folder)
    #expect(announced.exitCode == 0, "\(announced.said)")
    let hash = SHA256.hexadecimal(of: Array("a text that nobody can guess".utf8))
    #expect(announced.text == hash + "\n")
    let before = try folder.bytes("cycle/ledger.jsonl")
    let repeated = try announce("selection", "--secret-file", "secret", in: folder)
    #expect(repeated.exitCode == 0 && repeated.said.contains("nothing was changed"))
    let status = try Command.run(["status", "cycle"], in: folder)
    #expect(status.text.contains("\"selection\"") && status.text.contains(hash))
    let amend = [
      "amend", "cycle", "--membership", Project.instance("small/ten.csv"), "--seed", "x",
    ]
    _ = try Command.run(amend, in: folder)
    let plain = try Command.run(["select", "cycle", "--seed", "s"], in: folder)
    #expect(plain.exitCode == 65 && plain.said.contains("--secret-file"))
    #expect(try folder.bytes("cycle/ledger.jsonl") == before)
    let select = ["select", "cycle", "--secret-file", "secret", "--public"]
    let drawn = try Command.run(select + ["7-12-19"], in: folder)
    #expect(drawn.exitCode == 0, "\(drawn.said)")
    #expect(
      drawn.said.contains(
        "The seed of \"selection\" is \"a text that nobody can guess/7-12-19\"."))
    #expect(try Command.run(select + ["7-12-19"], in: folder).exitCode == 0)
    #expect(try Command.run(["verify", "cycle"], in: folder).exitCode == 0)
  }

  @Test func `refuse a draw that cannot come with what could be meant`() throws {
    let folder = try cycle()
    for (draw, says) in [
      ("redraw XXX 1", "\"XXX\" is not a State"), ("year 9", "has 5 years"),
      ("amendment 3", "\"amendment 1\""), ("year 1", "announce or draw \"selection\" first"),
      ("redraw KNE 1", "is not a State"),
    ] {
      let answer = try announce(draw, in: folder)
      #expect(answer.exitCode == 65, "\(draw): \(answer.said)")
      #expect(answer.said.contains(says), "\(draw): \(answer.said)")
      #expect(answer.said.contains("help: "), "\(draw): \(answer.said)")
    }
    let other = try Command.run(
      ["withdraw", "cycle", "--draw", "selection", "--reason", "none"], in: folder)
    #expect(other.exitCode == 65 && other.said.contains("is not announced"))
    #expect(try announce("lottery", in: folder).exitCode == 64)
    #expect(LedgerText(try folder.bytes("cycle/ledger.jsonl")).lines.count == 1)
    #expect(try announce("selection", in: folder).exitCode == 0)
    let empty = try Command.run(
      ["withdraw", "cycle", "--draw", "selection", "--reason", ""], in: folder)
    #expect(empty.exitCode == 65 && empty.said.contains("says nothing"))
  }

  @Test func `take no secret of three letters and none twice`() throws {
    let folder = try cycle()
    try folder.write("abc".utf8, "short")
    let short = try announce("selection", "--secret-file", "short", in: folder)
    #expect(short.exitCode == 65 && short.said.contains("at least 16"))
    #expect(try announce("selection", "--secret-file", "secret", in: folder).exitCode == 0)
    let again = try announce("year 1", "--secret-file", "secret", in: folder)
    #expect(again.exitCode == 65 && again.said.contains("committed to before"))
  }

  @Test func `seeds that look alike are refused by every command, with the character`() throws {
    let folder = try cycle()
    let cases: [(seed: String, exit: Int32, says: String)] = [
      ("''", 65, "the seed is empty"),
      ("\"$UNSET\"", 65, "the seed is empty"),
      ("'s '", 65, "ends with a blank, U+0020"),
      ("$'s\\n'", 65, "U+000A as its character 2"),
      ("$'7\\u200b'", 65, "U+200B as its character 2"),
      ("$'caf\\u00e9'", 65, "U+00E9 (é) as its character 4"),
      ("$'s\\xff'", 64, "is not UTF-8"),
    ]
    for (seed, exit, says) in cases {
      let answer = try Command.shell(
        "LC_ALL=C.UTF-8; \"$P\" select cycle --seed \(seed)", in: folder)
      #expect(answer.exitCode == exit, "\(seed): \(answer.said)")
      #expect(answer.said.contains(says), "\(seed): \(answer.said)")
    }
    #expect(LedgerText(try folder.bytes("cycle/ledger.jsonl")).lines.count == 1)
    let rehearse = [
      "rehearse", Project.example("ten.csv"), "--accept-waivers", "--seed", "s\u{A0}",
    ]
    let answer = try Command.run(rehearse, in: folder)
    #expect(answer.exitCode == 65 && answer.said.contains("U+00A0"))
    let reason = try Command.shell(
      "\"$P\" withdraw cycle --draw selection --reason $'no\\xc3'", in: folder)
    #expect(reason.exitCode == 64 && reason.said.contains("argument 6 is not UTF-8"))
  }
}
