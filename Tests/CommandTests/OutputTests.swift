import Testing

@Suite struct `Standard output` {
  private static let rehearse =
    "\"$P\" rehearse \(Project.instance("untoc-2010.csv")) --seed 1 --output cycle"

  private func expectNoCrash(_ answer: Command.Answer) {
    for word in ["Fatal", "fatal", "rash", "Backtrace", "Thread ", "NSError", "Domain"] {
      #expect(!answer.said.contains(word), "\(answer.said)")
    }
  }

  private func expectLedger(in folder: TemporaryFolder) throws {
    #expect(try folder.entries().keys.sorted() == ["cycle", "cycle/ledger.jsonl"])
    #expect(try Command.run(["verify", "cycle"], in: folder).exitCode == 0)
  }

  @Test(arguments: ["head -1", "true"])
  func `that is closed early is no error, and the ledger is mentioned all the same`(
    _ reader: String
  ) throws {
    let folder = try TemporaryFolder()
    let answer = try Command.shell(
      "\(Self.rehearse) | \(reader); exit ${PIPESTATUS[0]}", in: folder)
    #expect(answer.exitCode == 0)
    #expect(answer.said.contains("The ledger is in cycle; its last line has the hash\n"))
    expectNoCrash(answer)
    try expectLedger(in: folder)
  }

  @Test(arguments: [
    "generate --states 20000 --seed 1", "rulebook", "--help",
    "export \(Project.instance("synthetic-60.csv")) --model states --format lp",
  ])
  func `that is closed early ends the command quietly`(_ arguments: String) throws {
    for reader in ["head -1", "true"] {
      let answer = try Command.shell(
        "\"$P\" \(arguments) | \(reader); exit ${PIPESTATUS[0]}", in: TemporaryFolder())
      #expect(answer.exitCode == 0)
      #expect(answer.said == "")
    }
  }

  @Test(arguments: [">/dev/full", ">&-"])
  func `that takes nothing is reported, and no failure of what stands in the ledger`(
    _ redirection: String
  ) throws {
    let folder = try TemporaryFolder()
    let answer = try Command.shell("\(Self.rehearse) \(redirection)", in: folder)
    #expect(answer.exitCode == 0)
    #expect(answer.said.contains("warning: the output cannot be written: "))
    #expect(answer.said.contains("The ledger is in cycle; its last line has the hash\n"))
    expectNoCrash(answer)
    try expectLedger(in: folder)
    let again = try Command.shell("\(Self.rehearse) \(redirection)", in: folder)
    #expect(again.exitCode == 0)
    #expect(again.said.contains("This ledger is in cycle already, byte for byte"))
    try expectLedger(in: folder)
  }

  @Test(arguments: [
    "select c --seed 1", "draw c --year 1 --seed 2",
    "redraw c --state KEN --seed 3 --accept-waivers",
    "defer c --state KEN --reason r --seed 5 --accept-waivers",
  ])
  func `that takes nothing is no failure of a draw`(_ command: String) throws {
    let folder = try TemporaryFolder()
    let before = [
      "open c --membership \(Project.example("ten.csv")) --accept-waivers", "select c --seed 1",
      "draw c --year 1 --seed 2",
    ].prefix { $0 != command }
    for command in before {
      #expect(try Command.shell("\"$P\" \(command)", in: folder).exitCode == 0)
    }
    let ledger = try folder.bytes("c/ledger.jsonl")
    let table = Table(try Command.run(["table", "c", "--format", "csv"], in: folder).text)
    let line = command.replacing("KEN", with: table.rows.first?["under_review"] ?? "")
    let answer = try Command.shell("\"$P\" \(line) >/dev/full", in: folder)
    #expect(answer.exitCode == 0, "\(answer.said)")
    // Where nothing is drawn anew there is no table that could not be written.
    #expect(
      answer.said.contains("warning: the output cannot be written: ")
        || answer.said.contains("nothing is drawn anew"), "\(answer.said)")
    #expect(try folder.bytes("c/ledger.jsonl").count > ledger.count)
  }

  @Test(arguments: [
    "check \(Project.instance("untoc-2010.csv"))", "rulebook", "generate --states 9 --seed 1",
    "export \(Project.instance("small/ten.csv")) --model classes --format mps",
  ])
  func `that is full is reported`(_ arguments: String) throws {
    let answer = try Command.shell("\"$P\" \(arguments) >/dev/full", in: TemporaryFolder())
    #expect(answer.exitCode == 65)
    #expect(answer.said.contains("error: the output cannot be written: "))
    expectNoCrash(answer)
  }

  @Test(arguments: [
    "2>/dev/full", "2>&-", "<&- 2>&-", "2>&1 | head -c 1 >&2; exit ${PIPESTATUS[0]}",
  ])
  func `is one thing, and who listens to standard error another`(_ redirection: String) throws {
    let folder = try TemporaryFolder()
    let answer = try Command.shell("\(Self.rehearse) \(redirection)", in: folder)
    #expect(answer.exitCode == 0)
    try expectLedger(in: folder)
    let refused = try Command.shell("\"$P\" check /dev/null 2>&-", in: folder)
    #expect(refused.exitCode == 65)
  }

  @Test func `of two that write one folder at once is one ledger`() throws {
    for _ in 0..<5 {
      let folder = try TemporaryFolder()
      let answer = try Command.shell(
        "(\(Self.rehearse) >a; echo $?) & (\(Self.rehearse) >b; echo $?) & wait", in: folder)
      let codes = answer.text.split(separator: "\n").sorted()
      // The second is refused, or finds the ledger that it would have written.
      #expect(codes == ["0", "65"] || codes == ["0", "0"], "\(answer.said)")
      #expect(try Command.run(["verify", "cycle"], in: folder).exitCode == 0)
      #expect(try folder.entries().keys.sorted() == ["a", "b", "cycle", "cycle/ledger.jsonl"])
    }
  }

  @Test func `and the data may come through a pipe`() throws {
    let answer = try Command.shell(
      "cat \(Project.instance("untoc-2010.csv")) | \"$P\" check /dev/stdin", in: TemporaryFolder())
    // The tests give no standard input to the command itself; the pipe is its own.
    #expect(answer.exitCode == 0, "\(answer.said)")
  }
}
