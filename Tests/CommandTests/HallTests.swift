import Foundation
import Testing

@Suite struct `A hall` {
  /// A folder with a cycle that is open.
  private func opened() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      try Project.bytes(of: Project.instance("synthetic-60.csv")), "members.csv")
    let answer = try Command.run(["open", "cycle", "--membership", "members.csv"], in: folder)
    #expect(answer.exitCode == 0, "\(answer.said)")
    return folder
  }

  @Test func `writes for nobody but its desk`() async throws {
    let folder = try opened()
    let before = try folder.bytes("cycle/ledger.jsonl")
    let hall = try await HallProcess(["cycle"], in: folder)
    try await hall.enter()
    let form: [String: Any] = ["command": "select", "options": ["seed": ["stolen"]]]
    let others: [(String, [String: String?])] = [
      ("no key", ["X-PeerLots-Token": nil]),
      ("a wrong key", ["X-PeerLots-Token": String(repeating: "0", count: 64)]),
      ("the key of a link that was used", ["X-PeerLots-Token": hall.link]),
      ("no origin", ["Origin": nil]), ("another origin", ["Origin": "http://example.org"]),
      ("another port", ["Origin": "http://127.0.0.1:1"]), ("no page at all", ["Origin": "null"]),
      ("a page of another site", ["Sec-Fetch-Site": "cross-site"]),
    ]
    for (what, headers) in others {
      for path in ["/desk/say", "/desk/act", "/desk/upload?name=x", "/desk/pace", "/desk/go-on"] {
        let answer = try await hall.post(path, form, changing: headers)
        #expect(answer.status == 403, "\(what): \(path)")
      }
    }
    let again = try await hall.post("/desk/enter", changing: ["X-PeerLots-Token": hall.link])
    #expect(again.status == 403, "a link opens one desk")
    #expect(try await hall.ask("GET", "/desk/state").status == 403)
    #expect(try await hall.ask("POST", "/", Data("x".utf8)).status == 405)
    #expect(try folder.bytes("cycle/ledger.jsonl") == before)
  }

  @Test func `gives no file but its own`() async throws {
    let hall = try await HallProcess(["cycle"], in: try opened())
    try await hall.enter()
    for path in [
      "/pages/%2e%2e/%2e%2e/etc/passwd", "/pages/..%2f..%2fetc%2fpasswd", "/etc/passwd",
      "/pages/en/..%5c..%5cledger.jsonl", "/words/en%2f..", "/pages/en/none.html", "/%00",
    ] {
      let answer = try await hall.ask("GET", path)
      #expect([400, 404].contains(answer.status), "\(path)")
    }
    let form: [String: Any] = ["command": "open", "options": ["membership": ["/etc/passwd"]]]
    #expect(try await hall.post("/desk/say", form).status == 409, "a form names no path")
    let long = try await hall.post("/desk/say", Data(repeating: 0x78, count: 70_000))
    #expect(long.status == 413)
  }

  @Test func `does nothing that was not said and confirmed`() async throws {
    let folder = try opened()
    let hall = try await HallProcess(["cycle", "--pace", "0"], in: folder)
    try await hall.enter()
    let form: [String: Any] = ["command": "select", "options": ["seed": ["4 8 15"]]]
    let said = try await hall.post("/desk/say", form)
    let words = try #require(said.field("said") as? String)
    #expect(words.contains("The seed decides") || words.contains("seed"), "\(words)")
    #expect((said.field("output") as? String) == "", "no lot is told before it is drawn")
    let trial = try #require(said.field("trial") as? String)
    for (number, word) in [(trial, "yes"), (trial, ""), ("99", "selection")] {
      let answer = try await hall.post("/desk/act", ["trial": number, "typed": word])
      #expect(answer.status == 409, "\(word)")
    }
    let bad: [String: Any] = ["command": "select", "options": ["seed": ["two  blanks"]]]
    let refused = try await hall.post("/desk/say", bad)
    #expect(refused.field("exitCode") as? Int == 65)
    #expect(refused.field("trial") == nil)
    #expect(try folder.text("cycle/ledger.jsonl").filter { $0 == "\n" }.count == 1)
  }

  @Test func `leaves the ledger of the commands, also where it is killed in mid-draw`()
    async throws
  {
    let folder = try opened()
    try folder.makeFolder("line")
    try folder.write(try folder.bytes("cycle/ledger.jsonl"), "line/ledger.jsonl")
    for command in [
      ["select", "line", "--seed", "4 8 15"], ["draw", "line", "--year", "1", "--seed", "3 1 4"],
    ] {
      #expect(try Command.run(command, in: folder).exitCode == 0)
    }
    func lines() throws -> Int { try folder.text("cycle/ledger.jsonl").filter { $0 == "\n" }.count }
    let hall = try await HallProcess(["cycle", "--pace", "0"], in: folder)
    try await hall.enter()
    try await hall.perform("select", ["seed": "4 8 15"])
    let start = try lines()
    _ = try await hall.post("/desk/pace", ["key": "key"])
    try await hall.perform("draw", ["year": "1", "seed": "3 1 4"], waits: false)
    try await hall.wait(for: "the seed") { try lines() == start + 1 }
    for lot in 1...3 {
      try await Task.sleep(for: .milliseconds(200))
      #expect(try lines() == start + lot, "a lot waits for its key")
      _ = try await hall.post("/desk/pace", ["key": "next"])
      try await hall.wait(for: "lot \(lot)") { try lines() == start + 1 + lot }
      let shown = try await hall.ask("GET", "/scenes").field("scenes") as? [Any]
      #expect(try #require(shown).count <= start + 1 + lot, "no screen is ahead of the disk")
    }
    let other = try Command.run(["draw", "cycle", "--year", "1", "--seed", "x"], in: folder)
    #expect(other.exitCode == 65, "nobody else writes meanwhile")
    hall.kill()

    let next = try await HallProcess(["cycle", "--pace", "0"], in: folder)
    try await next.enter()
    #expect(try await next.ask("GET", "/scenes").text.contains("\"activity\":\"interrupted\""))
    try await next.goOn()
    #expect(try folder.bytes("cycle/ledger.jsonl") == folder.bytes("line/ledger.jsonl"))
  }

  @Test func `shows a ledger again from any line, and writes nothing`() async throws {
    let folder = try opened()
    #expect(try Command.run(["select", "cycle", "--seed", "4"], in: folder).exitCode == 0)
    let before = try folder.bytes("cycle/ledger.jsonl")
    let hall = try await HallProcess(["cycle", "--replay", "--from", "10"], in: folder)
    try await hall.enter()
    func shown() async throws -> Int {
      (try await hall.ask("GET", "/scenes").field("scenes") as? [Any])?.count ?? 0
    }
    #expect(try await shown() == 9)
    _ = try await hall.post("/desk/pace", ["key": "next"])
    try await hall.wait(for: "a line") { try await shown() == 10 }
    _ = try await hall.post("/desk/line", ["line": 4])
    #expect(try await shown() == 4)
    let form: [String: Any] = ["command": "draw", "options": ["year": ["1"], "seed": ["x"]]]
    #expect(try await hall.post("/desk/say", form).status == 409)
    #expect(try folder.bytes("cycle/ledger.jsonl") == before)
  }

  @Test func `says what is wrong with how it is called`() throws {
    let folder = try opened()
    for (arguments, code, words) in [
      (["cycle", "--from", "2"], Int32(64), "--from goes with --replay"),
      (["cycle", "--pace", "soon"], 65, "\"soon\" is no pace"),
      (["none", "--replay"], 65, "none"),
      (["cycle", "--listen", "here"], 65, "nothing can listen"),
    ] {
      let answer = try Command.run(["hall"] + arguments, in: folder)
      #expect(answer.exitCode == code && answer.said.contains(words), "\(answer.said)")
    }
  }
}
