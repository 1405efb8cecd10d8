extension BadInput {
  /// A ledger that `verify` must refuse.
  private static func ledger(
    _ name: String, _ content: Content, head: String? = nil, says: String...
  ) -> BadInput {
    BadInput(
      name: name, arguments: ["verify", "cycle"] + (head.map { ["--head", $0] } ?? []),
      files: ["cycle/ledger.jsonl": content], exitCode: 1, says: says)
  }

  /// A ledger that cannot be read at all.
  private static func unreadable(
    _ name: String, files: [String: Content], folder: String = "cycle", says: String...
  ) -> BadInput {
    BadInput(
      name: name, arguments: ["verify", folder], files: files, exitCode: 65, says: says)
  }

  /// Ledgers that are not as they were written.
  static let ledgers = brokenLedgers + changedLedgers + missingLedgers

  private static let missingLedgers = [
    unreadable("no folder", files: [:], says: "there is no ledger.jsonl in cycle", "help: "),
    // Foundation ends the process where it takes such a path apart.
    unreadable(
      "no folder, and one letter as its name", files: [:], folder: "d",
      says: "there is no ledger.jsonl in d", "help: "),
    unreadable(
      "no ledger", files: ["cycle": .folder], says: "there is no ledger.jsonl in cycle", "help: "),
    unreadable(
      "a file as the folder", files: ["cycle": .text("x")],
      says: "there is no ledger.jsonl in cycle", "help: "),
    unreadable(
      "a folder as the ledger", files: ["cycle/ledger.jsonl": .folder],
      says: "could not read cycle/ledger.jsonl", "help: "),
  ]

  private static let brokenLedgers = [
    ledger("an empty ledger", .text(""), says: "the ledger has no whole line", "help: "),
    ledger("garbage", .text("garbage\n"), says: "line 1 of the ledger: ", "help: "),
    ledger("a line break", .text("\n\n"), says: "line 1 of the ledger: "),
    ledger("NUL bytes", .bytes(Array(repeating: 0, count: 4096)), says: "no whole line"),
    ledger(
      "NUL bytes and a line break", .bytes(Array(repeating: 0, count: 4096) + [10]),
      says: "line 1 of the ledger: "),
    ledger("a membership", .text(good), says: "line 1 of the ledger: "),
    ledger(
      "brackets without end", .text(String(repeating: "[", count: 1_000_000) + "\n{}\n"),
      says: "line 1 of the ledger: "),
    ledger(
      "a torn line", .ledgerBytes { $0.removeLast(5) }, says: " is torn: ",
      "help: the next command that writes cuts it off"),
    ledger("a line without its newline", .ledgerBytes { $0.removeLast() }, says: " is torn: "),
    ledger(
      "a first line that is torn", .ledgerBytes { $0 = Array($0.prefix(99)) },
      says: "no whole line"),
    ledger(
      "an older format", .ledger { try $0.replace(line: 1, "\"format\":2", with: "\"format\":1") },
      says: "line 1 of the ledger: `format` is 1, but this program reads format 2",
      "help: format 1 was never released; open the cycle again"),
    ledger(
      "a newer format",
      .ledger { try $0.replace(line: 1, "\"format\":2", with: "\"format\":3,\"salt\":\"x\"") },
      says: "line 1 of the ledger: `format` is 3, but this program reads format 2", "help: "),
    ledger(
      "Latin-1 in a ledger", .ledgerBytes { $0[$0.firstIndex(of: UInt8(ascii: "A"))!] = 0xC4 },
      says: "line 1 of the ledger: "),
    ledger(
      "a byte order mark", .ledgerBytes { $0.insert(contentsOf: [0xEF, 0xBB, 0xBF], at: 0) },
      says: "line 1 of the ledger: "),
    ledger(
      "carriage returns",
      .ledger { ledger in ledger.lines = ledger.lines.map { $0 + "\r" } },
      says: "line 2 of the ledger: `previous` is "),
  ]

  private static let zeros = String(repeating: "0", count: 64)

  private static let changedLedgers = [
    ledger(
      "another event", .ledger { try $0.replace(line: 3, "\"lot\"", with: "\"lost\"") },
      says: "line 3 of the ledger: the field `event` "),
    ledger(
      "an unknown field",
      .ledger { try $0.replace(line: 3, "\"event\"", with: "\"x\":1,\"event\"") },
      says: "line 3 of the ledger: the field `x` "),
    ledger(
      "a field twice",
      .ledger { try $0.replace(line: 3, "\"event\"", with: "\"event\":\"lot\",\"event\"") },
      says: "line 3 of the ledger: "),
    ledger(
      "a number with a fraction",
      .ledger { try $0.replace(line: 3, "\"counter\":0", with: "\"counter\":0.0") },
      says: "line 3 of the ledger: "),
    ledger(
      "a changed name", .ledger { try $0.replace(line: 1, "Norway", with: "Norge") },
      says: "line 2 of the ledger: `previous` is ", "help: line 1 was changed"),
    ledger(
      "a line cut out of the middle", .ledger { $0.lines.remove(at: 9) },
      says: "line 10 of the ledger: `sequence` is 10, but must be 9"),
    ledger(
      "a line twice", .ledger { $0.lines.insert($0.lines[9], at: 9) },
      says: "line 11 of the ledger: `sequence` is 9, but must be 10"),
    ledger(
      "two lines exchanged", .ledger { $0.lines.swapAt(9, 10) },
      says: "line 10 of the ledger: `sequence` is 10, but must be 9"),
    ledger(
      "the opening alone, twice", .ledger { $0.lines = [$0.lines[0], $0.lines[0]] },
      says: "line 2 of the ledger: `sequence` is 0, but must be 1"),
    ledger(
      "no opening", .ledger { $0.lines.removeFirst() }, says: "line 1 of the ledger: "),
    ledger(
      "the wrong head", .ledger { _ in }, head: zeros, says: "the last, has the hash ",
      "not the one given"),
  ]
}
