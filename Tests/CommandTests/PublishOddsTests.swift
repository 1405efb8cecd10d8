import Foundation
import Testing

@Suite struct `Odds that are published` {
  /// A folder with a cycle of sixty States of which one year is drawn.
  private static func cycle() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for line in [
      ["open", "cycle", "--membership", Project.instance("synthetic-60.csv"), "--accept-waivers"],
      ["select", "cycle", "--seed", "selection"],
      ["draw", "cycle", "--year", "1", "--seed", "first"],
      ["announce", "cycle", "--draw", "year 2", "--source", "dice"],
    ] {
      let answer = try Command.run(line, in: folder)
      #expect(answer.exitCode == 0, "\(answer.said)")
    }
    return folder
  }

  @Test func `are those that the command on the page gives`() throws {
    let folder = try Self.cycle()
    let line = ["publish", "cycle", "--output", "out", "--samples", "40"]
    #expect(try Command.run(line, in: folder).exitCode == 0)
    let page = try folder.text("out/en/odds-2.html")
    let command = try #require(page.firstMatch(of: #/peerlots (odds ledger-.*?)</code>/#)).1
    let again = try Command.shell(
      "cd out && \"$P\" \(command.replacing("&quot;", with: "\"")) --format csv", in: folder)
    #expect(again.exitCode == 0, "\(again.said)")
    func numbers(_ csv: String, _ columns: [Int]) -> [[Substring]] {
      csv.split(separator: "\n").dropFirst().map { line in
        let fields = line.split(separator: ",", omittingEmptySubsequences: false)
        return columns.map { fields[$0] }
      }
    }
    let published = numbers(try folder.text("out/en/odds-2.csv"), [0, 2, 4, 5, 6])
    #expect(published == numbers(again.text, [0, 1, 2, 3, 4]) && published.count > 500)
    let all = try Command.run(line, in: folder)
    #expect(all.exitCode == 0, "the same again: \(all.said)")
  }

  @Test func `may come from files of this ledger, and of no other`() throws {
    let folder = try Self.cycle()
    let odds = "\"$P\" odds cycle --year 2 --samples 30 --seed s --format json"
    #expect(try Command.shell("\(odds) > odds.json", in: folder).exitCode == 0)
    let line = ["publish", "cycle", "--output", "out", "--samples", "0", "--odds"]
    let answer = try Command.run(line + ["odds.json"], in: folder)
    #expect(answer.exitCode == 0, "\(answer.said)")
    #expect(try folder.text("out/en/odds-2.html").contains("30 trial draws"))
    // Once the year is drawn, they are what was likely before.
    let drawn = try Command.run(["draw", "cycle", "--year", "2", "--seed", "second"], in: folder)
    #expect(drawn.exitCode == 0, "\(drawn.said)")
    let after = try Command.run(line + ["odds.json", "--replace"], in: folder)
    #expect(after.exitCode == 0, "\(after.said)")
    let later = "\"$P\" odds cycle --year 3 --samples 30 --seed s --format json"
    #expect(try Command.shell("\(later) > later.json", in: folder).exitCode == 0)
    let text = try folder.text("later.json")
    try folder.write(Array(text.replacing("\"year\":3", with: "\"year\":2").utf8), "other.json")
    try folder.write(Array("{}".utf8), "none.json")
    for (file, words) in [
      ("other.json", "another ledger, or of another point"), ("none.json", "no file of odds"),
    ] {
      let refused = try Command.run(line + [file, "--replace"], in: folder)
      #expect(refused.exitCode == 65 && refused.said.contains(words), "\(refused.said)")
    }
  }

  @Test func `stand beside proofs that a browser checks, if they are of this ledger`() throws {
    let folder = try Self.cycle()
    #expect(try Command.run(["prove", "cycle", "--output", "p.jsonl"], in: folder).exitCode == 0)
    let line = ["publish", "cycle", "--output", "out", "--samples", "0", "--proofs", "p.jsonl"]
    let answer = try Command.run(line, in: folder)
    #expect(answer.exitCode == 0, "\(answer.said)")
    #expect(try folder.text("out/en/check.html").contains("href=\"../verifier.html\""))
    let path = try #require(
      try folder.entries().keys.first {
        $0.hasPrefix("out/ledger-") && $0.hasSuffix("/ledger.jsonl")
      })
    #expect(try folder.bytes(path) == folder.bytes("cycle/ledger.jsonl"))
    let copy = String(path.dropLast("/ledger.jsonl".count))
    #expect(try Command.run(["verify", copy], in: folder).exitCode == 0)
    #expect(
      try Command.run(["draw", "cycle", "--year", "2", "--seed", "x"], in: folder).exitCode == 0)
    let stale = try Command.run(line + ["--replace"], in: folder)
    #expect(stale.exitCode == 65 && stale.said.contains("no proofs of this ledger"))
  }
}

@Suite struct `A list of experts` {
  @Test func `is looked through by check, which names the States without one`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      Array("state,expert,fields\nKEN,Judge A,extradition\nNOR,Prosecutor,\n".utf8), "e.csv")
    let line = ["check", Project.instance("small/ten.csv"), "--experts", "e.csv"]
    let answer = try Command.run(line, in: folder)
    #expect(
      answer.text.contains("8 States without a list of experts (para. 21): "), "\(answer.text)")
    let named = answer.text.split(separator: "\n").first { $0.contains("(para. 21)") }
    #expect(named?.contains("Norway (NOR)") == false)
    let json = try Command.run(line + ["--format", "json"], in: folder)
    #expect(json.text.contains(#""without_experts":["CAN","#), "\(json.text.prefix(300))")
    let without = try Command.run(["check", Project.instance("small/ten.csv")], in: folder)
    #expect(!without.text.contains("experts"))
  }
}
