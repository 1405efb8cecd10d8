import Testing

/// What somebody else can put in a cycle's folder, or hand over as data.
@Suite struct `A file that is not what it seems` {
  /// A folder with the cycle `c`, of ten States, its selection drawn.
  private static func cycle() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let answer = try Command.shell(
      "\"$P\" open c --membership \(Project.instance("small/ten.csv")) --accept-waivers && "
        + "\"$P\" select c --seed 1", in: folder)
    try #require(answer.exitCode == 0, "\(answer.said)")
    return folder
  }

  /// Runs a line that must end by itself; `peerlots` in it is the command.
  private static func run(_ line: String, in folder: TemporaryFolder) throws -> Command.Answer {
    let line = line.replacing("peerlots ", with: "timeout 900 \"$P\" ")
    return try Command.shell(line, in: folder)
  }

  static let writing = [
    "select c --seed 1", "draw c --year 1 --seed 2", "announce c --draw 'year 1' --source dice",
    "amend c --membership m.csv", "tickets c --year 1 --seed 3 --output t.csv",
  ]

  @Test(arguments: writing)
  func `as a lock that is a link is refused, and its target keeps its bytes`(
    _ command: String
  ) throws {
    let folder = try Self.cycle()
    try folder.write("precious".utf8, "target")
    let before = try folder.bytes("c/ledger.jsonl")
    let answer = try Self.run("ln -s ../target c/ledger.lock; peerlots \(command)", in: folder)
    #expect(answer.exitCode == 65)
    #expect(answer.said.contains("c/ledger.lock is a symbolic link, not a file"), "\(answer.said)")
    #expect(answer.said.contains("help: "))
    #expect(try folder.bytes("target") == Array("precious".utf8))
    #expect(try folder.bytes("c/ledger.jsonl") == before)
  }

  @Test func `as a lock that is no lock of ours is neither cut nor removed`() throws {
    let folder = try Self.cycle()
    for text in ["precious", "12 monkeys\n", String(repeating: "1", count: 100)] {
      try folder.write(text.utf8, "c/ledger.lock")
      let answer = try Self.run("peerlots draw c --year 1 --seed 2", in: folder)
      #expect(answer.exitCode == 65)
      #expect(answer.said.contains("was not written by PeerLots"), "\(answer.said)")
      #expect(try folder.bytes("c/ledger.lock") == Array(text.utf8))
    }
    // What a killed process leaves is ours.
    for text in ["", "12", "12345\n"] {
      try folder.write(text.utf8, "c/ledger.lock")
      #expect(try Self.run("peerlots select c --seed 1", in: folder).exitCode == 0)
      #expect(try folder.entries()["c/ledger.lock"] == nil)
    }
  }

  @Test(arguments: ["status c", "verify c", "table c", "draw c --year 1 --seed 2"])
  func `as a ledger is not read, and nothing waits for it`(_ command: String) throws {
    for (make, says) in [
      ("ln -s elsewhere c/ledger.jsonl", "a symbolic link"),
      ("ln -s /dev/zero c/ledger.jsonl", "a symbolic link"),
      ("mkfifo c/ledger.jsonl", "a pipe"),
    ] {
      let folder = try Self.cycle()
      let answer = try Self.run(
        "mv c/ledger.jsonl c/elsewhere; \(make); peerlots \(command)", in: folder)
      #expect(answer.exitCode == 65)
      #expect(answer.said.contains("c/ledger.jsonl is \(says), not a file"), "\(answer.said)")
      #expect(answer.text == "")
    }
  }

  @Test func `as data is not read, and nothing waits for it`() throws {
    let folder = try Self.cycle()
    let member = Project.instance("small/ten.csv")
    for (make, kind) in [
      ("mkfifo x", "a device or a pipe"), ("ln -s /dev/zero x", "a device or a pipe"),
      ("ln -s /dev/tty x", "a device or a pipe"), ("mkdir x", "a folder"),
    ] {
      for command in [
        "check x", "check \(member) --rulebook x", "check \(member) --conflicts x",
        "open d --membership x", "amend c --membership x", "amend c --rulebook x",
        "draw c --year 1 --secret-file x --public y", "stress run x --output d",
        "announce c --draw 'year 1' --source dice --experts x",
      ] {
        let answer = try Self.run("rm -rf x; \(make); peerlots \(command)", in: folder)
        #expect(answer.exitCode == 65, "\(command)")
        #expect(answer.said.contains("x: this is \(kind), not a file"), "\(answer.said)")
      }
    }
    // A person's own link to a file is one way to name it.
    let link = try Self.run("ln -s \(member) y; peerlots check y", in: folder)
    #expect(link.exitCode != 65, "\(link.said)")
  }

  @Test func `as a table is read up to 64 MiB, also where it grows meanwhile`() throws {
    let folder = try TemporaryFolder()
    let says = "larger than the 64 MiB that can be read"
    for line in [
      "truncate -s 67108865 x; peerlots check x", "yes A | peerlots check /dev/stdin",
      "peerlots check <(yes A)",
      "truncate -s 67108865 x; peerlots check \(Project.instance("small/ten.csv")) --conflicts x",
    ] {
      let answer = try Self.run(line, in: folder)
      #expect(answer.exitCode == 65, "\(line)")
      #expect(answer.said.contains(says), "\(answer.said)")
    }
  }

  @Test func `as a ledger with a torn end of a gigabyte takes no memory`() throws {
    let folder = try Self.cycle()
    let whole = try folder.bytes("c/ledger.jsonl")
    let line = "ulimit -v 700000; truncate -s 1G c/ledger.jsonl; "
    let status = try Self.run(line + "peerlots status c", in: folder)
    #expect(status.exitCode == 0, "\(status.said)")
    #expect(status.text.contains("is torn"))
    let again = try Self.run(line + "peerlots select c --seed 1", in: folder)
    #expect(again.exitCode == 0, "\(again.said)")
    #expect(again.said.contains("were cut off"))
    #expect(try folder.bytes("c/ledger.jsonl") == whole)
    let larger = try Self.run("truncate -s 5G c/ledger.jsonl; peerlots verify c", in: folder)
    #expect(larger.exitCode == 65)
    #expect(larger.said.contains("more than the 4294967296 bytes that can be read"))
  }

  @Test(arguments: [">&-", "2>&-", "<&-", ">&- 2>&-", "<&- >&- 2>&-"])
  func `as a closed descriptor gets nothing of what is said`(_ closed: String) throws {
    let reference = try Self.cycle()
    let expected = try Self.run("peerlots draw c --year 1 --seed 2", in: reference)
    #expect(expected.exitCode == 0)
    let folder = try Self.cycle()
    let answer = try Self.run("peerlots draw c --year 1 --seed 2 \(closed)", in: folder)
    #expect(try folder.bytes("c/ledger.jsonl") == reference.bytes("c/ledger.jsonl"))
    // A lot that was drawn is drawn, whoever could not be told.
    #expect(answer.exitCode == 0, "\(answer.said)")
    let verified = try Self.run("peerlots verify c", in: folder)
    #expect(verified.exitCode == 0, "\(verified.said)")
  }
}
