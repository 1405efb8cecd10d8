import Testing

@Suite struct `Tickets and uniform draws` {
  /// A cycle of ten States whose selection is drawn.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let open = [
      "open", "cycle", "--membership", Project.example("ten.csv"), "--accept-waivers",
    ]
    #expect(try Command.run(open, in: folder).exitCode == 0)
    #expect(try Command.run(["select", "cycle", "--seed", "s"], in: folder).exitCode == 0)
    return folder
  }

  @Test func `a ticket is drawn from a list that can be checked by hand`() throws {
    let folder = try folder()
    let publish = [
      "tickets", "cycle", "--year", "1", "--count", "100", "--seed", "list", "--output", "t.csv",
      "--print", "t.html",
    ]
    let answer = try Command.run(publish, in: folder)
    #expect(answer.exitCode == 0, "\(answer.said)")
    let list = try folder.bytes("t.csv")
    let hash = SHA256.hexadecimal(of: list)
    #expect(answer.said.contains(hash))
    let ledger = LedgerText(try folder.bytes("cycle/ledger.jsonl"))
    #expect(ledger.lines[ledger.lines.count - 2].contains("\"draw\":\"tickets year 1\",\"seed\""))
    #expect(ledger.lines.last!.contains("\"count\":100,\"outcomes\":\"559008\","))
    #expect(ledger.lines.last!.hasSuffix("\"sha256\":\"\(hash)\"}"))
    let rows = String(decoding: list, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(rows.map { $0[0] } == ["ticket"] + (0..<100).map { $0 < 10 ? "0\($0)" : "\($0)" })
    // A page without anything from elsewhere, with each ticket on it.
    let page = String(decoding: try folder.bytes("t.html"), as: UTF8.self)
    #expect(page.contains("Content-Security-Policy") && page.contains("<th>99</th>"))
    // Repeated, nothing changes, and a lost file is written again.
    try folder.write([], "t.csv")
    #expect(try Command.run(publish, in: folder).exitCode == 65)
    #expect(try Command.shell("rm t.csv", in: folder).exitCode == 0)
    #expect(try Command.run(publish, in: folder).exitCode == 0)
    #expect(try folder.bytes("t.csv") == list)
    #expect(LedgerText(try folder.bytes("cycle/ledger.jsonl")).lines == ledger.lines)
    try folder.write([1, 2], "t.csv")
    #expect(try Command.run(publish + ["--replace"], in: folder).exitCode == 0)
    #expect(try folder.bytes("t.csv") == list)
    let draw = ["draw", "cycle", "--year", "1", "--ticket", "37", "--format", "csv"]
    let drawn = try Command.run(draw, in: folder)
    #expect(drawn.exitCode == 0, "\(drawn.said)")
    for (state, reviewers) in zip(rows[0].dropFirst(), rows[38].dropFirst()) {
      let row = drawn.text.split(separator: "\n").first { $0.hasPrefix("1,\(state),") }
      let holders = row?.split(separator: ",").dropFirst(2).sorted() ?? []
      #expect(holders == reviewers.split(separator: " "), "\(state)")
    }
    #expect(try Command.run(["verify", "cycle"], in: folder).exitCode == 0)
  }

  @Test func `a list that cannot be written leaves no line behind`() throws {
    let folder = try folder()
    try folder.write([1, 2], "taken.csv")
    let before = try folder.bytes("cycle/ledger.jsonl")
    let publish = ["tickets", "cycle", "--year", "1", "--count", "100", "--seed", "list"]
    for output in ["/nowhere/x", "taken.csv", ".", "cycle/ledger.jsonl"] {
      let answer = try Command.run(publish + ["--output", output], in: folder)
      #expect(answer.exitCode == 65, "\(output): \(answer.said)")
    }
    let page = ["--output", "t.csv", "--print", "/nowhere/x"]
    #expect(try Command.run(publish + page, in: folder).exitCode == 65)
    // Not even where it is told to.
    let ledger = ["--output", "cycle/ledger.jsonl", "--replace"]
    #expect(try Command.run(publish + ledger, in: folder).exitCode == 65)
    #expect(try folder.bytes("cycle/ledger.jsonl") == before)
    #expect(try folder.bytes("taken.csv") == [1, 2])
    // A file that looks like one in the making is the user's all the same.
    try folder.write([3], "u.csv.new")
    let other = publish + ["--output", "u.csv"]
    #expect(try Command.run(other, in: folder).exitCode == 0)
    #expect(try folder.bytes("u.csv.new") == [3])
    let few = ["tickets", "cycle", "--year", "2", "--count", "99", "--seed", "l", "--output", "t"]
    #expect(try Command.run(few, in: folder).exitCode == 64)
    #expect(try Command.run(few + ["--few"], in: folder).exitCode == 0)
  }

  @Test func `a list that lapsed is named, and its tickets are drawn no more`() throws {
    let folder = try folder()
    let publish = ["tickets", "cycle", "--year", "1", "--count", "100"]
    let first = try Command.run(publish + ["--seed", "list", "--output", "t.csv"], in: folder)
    #expect(first.exitCode == 0, "\(first.said)")
    let hash = SHA256.hexadecimal(of: try folder.bytes("t.csv"))
    let members = String(decoding: try Project.bytes(of: Project.example("ten.csv")), as: UTF8.self)
    try folder.write(members.replacing("Canada", with: "Kanada").utf8, "renamed.csv")
    let amend = ["amend", "cycle", "--accept-waivers", "--membership"]
    let renamed = try Command.run(amend + ["renamed.csv"], in: folder)
    #expect(renamed.exitCode == 0 && !renamed.said.contains("lapse"), "\(renamed.said)")
    let fewer = members.replacing("TIP SOM FA", with: "TIP SOM")
    try folder.write(fewer.utf8, "fewer.csv")
    let changed = try Command.run(amend + ["fewer.csv"], in: folder)
    #expect(changed.exitCode == 0, "\(changed.said)")
    #expect(changed.said.contains("The list of tickets of year 1 (SHA-256 "), "\(changed.said)")
    #expect(changed.said.contains(") lapses, because the change touches its outcomes"))
    #expect(try Command.run(["status", "cycle"], in: folder).text.contains(hash))
    let ticket = try Command.run(["draw", "cycle", "--year", "1", "--ticket", "3"], in: folder)
    #expect(ticket.exitCode == 65 && ticket.said.contains("lapsed"))
    let again = try Command.run(publish + ["--seed", "list", "--output", "u.csv"], in: folder)
    #expect(again.exitCode == 65 && again.said.contains("was already used"))
    let next = try Command.run(publish + ["--seed", "list 2", "--output", "u.csv"], in: folder)
    #expect(next.exitCode == 0, "\(next.said)")
    #expect(
      try Command.run(["draw", "cycle", "--year", "1", "--ticket", "3"], in: folder).exitCode == 0)
    #expect(try Command.run(["verify", "cycle"], in: folder).exitCode == 0)
  }

  @Test func `a forged outcome, ticket or list is found, though the chain was made again`() throws {
    let folder = try folder()
    let draw = ["draw", "cycle", "--year", "1", "--method", "uniform", "--seed", "y"]
    #expect(try Command.run(draw, in: folder).exitCode == 0)
    let publish = [
      "tickets", "cycle", "--year", "2", "--count", "10", "--few", "--seed", "list", "--output",
      "t.csv",
    ]
    #expect(try Command.run(publish, in: folder).exitCode == 0)
    let ticket = ["draw", "cycle", "--year", "2", "--ticket", "3"]
    #expect(try Command.run(ticket, in: folder).exitCode == 0)
    let whole = LedgerText(try folder.bytes("cycle/ledger.jsonl"))
    let changes: [(with: String, from: Regex<Substring>, to: String)] = [
      ("\"event\":\"uniform\"", /"outcomes":"\d+/, "\"outcomes\":\"7"),
      ("\"event\":\"uniform\"", /"number":"\d+/, "\"number\":\"1"),
      ("\"event\":\"uniform\"", /"blocks":\d+/, "\"blocks\":2"),
      ("\"event\":\"uniform\"", /"reviewers":\["\w+"/, "\"reviewers\":[\"AAA\""),
      ("\"method\":\"uniform\"", /"seed":"y"/, "\"seed\":\"z\""),
      ("\"event\":\"tickets\"", /"sha256":"...../, "\"sha256\":\"00000"),
      ("\"event\":\"tickets\"", /"count":10/, "\"count\":11"),
      ("\"event\":\"tickets\"", /"outcomes":"\d+/, "\"outcomes\":\"7"),
      ("\"event\":\"ticket\"", /"ticket":3/, "\"ticket\":4"),
    ]
    for change in changes {
      var ledger = whole
      let line = try ledger.number(with: change.with)
      let before = ledger.lines[line - 1]
      ledger.lines[line - 1].replace(change.from, with: change.to)
      #expect(ledger.lines[line - 1] != before)
      ledger.rechain()
      try folder.write(ledger.bytes, "cycle/ledger.jsonl")
      let answer = try Command.run(["verify", "cycle"], in: folder)
      #expect(answer.exitCode == 1, "\(change.to)")
      #expect(answer.said.contains("line "), "\(answer.said)")
      let status = try Command.run(["status", "cycle"], in: folder)
      #expect(status.exitCode == 0 || status.exitCode == 1, "\(change.to): \(status.said)")
    }
  }

  @Test func `a draw cut off anywhere is taken up by the same command only`() throws {
    let folder = try folder()
    let draw = ["draw", "cycle", "--year", "1", "--method", "uniform", "--seed", "y"]
    let begun = LedgerText(try folder.bytes("cycle/ledger.jsonl")).lines.count
    #expect(try Command.run(draw, in: folder).exitCode == 0)
    let whole = LedgerText(try folder.bytes("cycle/ledger.jsonl"))
    for count in begun + 1..<whole.lines.count {
      var ledger = whole
      ledger.lines.removeLast(whole.lines.count - count)
      try folder.write(ledger.bytes + Array("{\"seq".utf8), "cycle/ledger.jsonl")
      let others = [
        ["draw", "cycle", "--year", "1", "--seed", "y"],
        ["draw", "cycle", "--year", "1", "--method", "uniform", "--seed", "z"],
        ["draw", "cycle", "--year", "1", "--ticket", "3"],
        [
          "tickets", "cycle", "--year", "1", "--count", "10", "--few", "--seed", "t", "--output",
          "t.csv",
        ],
      ]
      for other in others {
        let answer = try Command.run(other, in: folder)
        #expect(answer.exitCode == 65, "\(other)")
        #expect(answer.said.contains("was interrupted and must be finished first"))
      }
      #expect(try Command.run(draw, in: folder).exitCode == 0)
      #expect(try folder.bytes("cycle/ledger.jsonl") == whole.bytes)
    }
    #expect(whole.lines.count > begun + 1)
  }
}
