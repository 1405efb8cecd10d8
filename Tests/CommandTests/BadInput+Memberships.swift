extension BadInput {
  private static let quoting =
    "help: a field with a quotation mark, separator or line break stands in"

  /// Memberships that are wrong.
  static let memberships = files + tables + quotes + encodings + cells

  private static let files = [
    data("an empty file", .text(""), says: "m.csv: the file is empty"),
    data("a byte order mark alone", .text("\u{FEFF}"), says: "m.csv: the file is empty"),
    data("a line break alone", .text("\n"), says: "m.csv: the file is empty"),
    data("a folder", .folder, says: "m.csv: this is a folder, not a file"),
    data(
      "no header", .text("KEN,AFR\nGHA,AFR\n"),
      says: "m.csv:1: no column is named `state`; the header names \"KEN\", \"AFR\"",
      "help: the first line of the file names the columns"),
    data(
      "a header alone", .text("state,region\n"), says: "m.csv: no State stands below the header"),
    data(
      "a header without an end", .text("state"), says: "m.csv: no State stands below the header"),
    data(
      "all that is wrong at once", .text("state,status\nA,x\nA,party\n-B,party\n"),
      rulebook: .text("years: 5\n"), conflicts: .text("under_review\nA\n"),
      says: "m.csv:2: column `status`: \"x\" is not allowed",
      "m.csv:3: column `state`: \"A\" stands already on line 2",
      "m.csv:4: column `state`: \"-B\" is not a code",
      "r.yaml:1: key `years`: ", "c.csv:1: no column is named `reviewer`"),
    data(
      "ten thousand faults", .text("state\n" + String(repeating: "?\n", count: 10_000)),
      says:
        "m.csv:2: column `state`: \"?\" is not a code; also on lines 3, 4, 5, 6, 7 and 9994 more"),
    data(
      "ten thousand kinds of faults",
      .text("state\n" + (1...10_000).map { "?\($0)\n" }.joined()),
      says: "m.csv:51: column `state`: \"?50\" is not a code",
      "m.csv: 9950 more faults are not listed here"),
  ].flatMap { $0 }

  private static let tables = [
    data(
      "a column twice", .text("state,name,name\nA,x,y\n"),
      says: "m.csv:1: column \"name\" stands twice, as columns 2 and 3"),
    data(
      "a column without a name", .text("state,,\nA,x,y\n"),
      says: "m.csv:2: column 2 has no name in the header, but holds \"x\"",
      "m.csv:2: column 3 has no name in the header, but holds \"y\""),
    data(
      "two separators", .text("state;region\nA,G\nB,G\n"),
      says: "m.csv:2: column `region`: missing: the row has 1 of the 2 fields of the header",
      "also on line 3"),
    data(
      "a missing field", .text("state,region\nA,G\nB\n"),
      says: "m.csv:3: column `region`: missing: the row has 1 of the 2 fields of the header",
      "help: each line has exactly the fields that the header names"),
    data(
      "a surplus field", .text("state,region\nA,G\nB,G,H\n"),
      says: "m.csv:3: ", "the row has 3 fields, the header 2; the first surplus one is \"H\""),
    data(
      "the same column a million times",
      .text("state" + String(repeating: ",x", count: 1_000_000) + "\n"),
      says: "m.csv:1: column \"x\" stands twice, as columns 2 and 3",
      "m.csv: no State stands"),
    data(
      "a million columns",
      .text("state," + (1...1_000_000).map { "x\($0)" }.joined(separator: ",") + "\n"),
      says:
        "m.csv:1: warning: \"x1\", \"x2\", \"x3\", \"x4\", \"x5\", \"x6\" and 999994 more are not "
        + "columns of this table", "m.csv: no State stands below the header"),
  ].flatMap { $0 }

  private static let quotes = [
    data(
      "a quoted newline in a code", .text("state,name\nA,x\n\"B\nC\",y\n"),
      says: "m.csv:3: column `state`: \"B\\nC\" is not a code"),
    data(
      "a quotation mark that is never closed", .text("state,name\nA,\"Norway\nB,Sweden\n"),
      says: "m.csv:2: column `name`: the quotation mark is never closed", quoting),
    data(
      "a quotation mark that ends the file", .text("state,name\nA,\""),
      says: "m.csv:2: column `name`: the quotation mark is never closed", quoting),
    data(
      "text after a quotation mark", .text("state,name\nA,\"Nor\"way\n"),
      says: "m.csv:2: column `name`: text after the closing quotation mark", quoting),
    data(
      "a quotation mark in the middle", .text("state,name\nA,Nor\"way\"\n"),
      says: "m.csv:2: column `name`: a quotation mark inside a field", quoting),
    data(
      "a quotation mark open in the header", .text("state,\"name\nA,x\n"),
      says: "m.csv:1: ", "the quotation mark is never closed"),
  ].flatMap { $0 }

  private static let encodings = [
    data(
      "Latin-1", .bytes(Array("state,name\nA,C".utf8) + [0xF4] + Array("te\n".utf8)),
      says: "m.csv:2: column `name`: byte 2 (0xF4) is not UTF-8; the file seems to be Windows-1252 "
        + "(Latin-1), where it is \"ô\"", "help: save the file as CSV in UTF-8: in Excel"),
    data(
      "Latin-1 in a code", .bytes(Array("state,name\nC".utf8) + [0xF4] + Array(",x\n".utf8)),
      says: "m.csv:2: column `state`: byte 2 (0xF4) is not UTF-8"),
    data(
      "Latin-1 in the header", .bytes([0xC9] + Array("tat,state\nA,B\n".utf8)),
      says: "m.csv:1: byte 1 (0xC9) is not UTF-8"),
    data(
      "half a surrogate pair", .bytes(Array("state,name\nA,".utf8) + [0xED, 0xA0, 0x80, 10]),
      says: "m.csv:2: column `name`: byte 1 (0xED) is not UTF-8"),
    data(
      "UTF-16", .bytes([0xFF, 0xFE] + good.utf16.flatMap { [UInt8($0), 0] }),
      says: "m.csv: the file is UTF-16, not UTF-8", "help: open it and save it as UTF-8: in Excel"),
    data(
      "UTF-16, the other way", .bytes([0xFE, 0xFF] + good.utf16.flatMap { [0, UInt8($0)] }),
      says: "m.csv: the file is UTF-16, not UTF-8", "help: open it and save it as UTF-8: in Excel"),
    data(
      "UTF-16 without its mark", .bytes(good.utf16.flatMap { [UInt8($0), 0] }),
      says: "m.csv: the file is UTF-16, not UTF-8"),
    data(
      "nothing but NUL bytes", .bytes(Array(repeating: 0, count: 4096)),
      says: "m.csv: this is not a text, so not a table in CSV"),
    data(
      "a NUL byte in a code", .text("state,name\nA\0,x\n"),
      says: "m.csv:2: column `state`: \"A\\u{0}\" is not a code"),
    data(
      "bytes of an executable", .bytes((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 167) }),
      says: "m.csv: this is not a text, so not a table in CSV"),
  ].flatMap { $0 }

  private static let cells = [
    data(
      "a duplicate State", .text("state,region\nKEN,AFR\nGHA,AFR\nKEN,AFR\n"),
      says: "m.csv:4: column `state`: \"KEN\" stands already on line 2"),
    data(
      "an unknown status", .text("state,status\nA,party\nB,observer\n"),
      says: "m.csv:3: column `status`: \"observer\" is not allowed; allowed: party, signatory"),
    data(
      "perhaps reviewed", .text("state,reviewed\nA,maybe\n"),
      says: "m.csv:2: column `reviewed`: \"maybe\" is not allowed; allowed: yes, no"),
    data("no code", .text("state,name\n,x\n"), says: "m.csv:2: column `state`: \"\" is not a code"),
    data(
      "a blank in a code", .text("state,name\nA B,x\n"),
      says: "m.csv:2: column `state`: \"A B\" is not a code",
      "help: a code is a letter or digit"),
    data(
      "a NUL byte in a name", .text(named("x\0y")),
      says: "m.csv:2: column `name`: character 2 is U+0000, a control character"),
    data(
      "a line break in a name", .text(named("\"Nor\nway\"")),
      says: "m.csv:2: column `name`: character 4 is U+000A, a line break"),
    data(
      "a name that a terminal would obey", .text(named("\u{1B}[2J\u{7F}")),
      says: "m.csv:2: column `name`: character 1 is U+001B, a control character"),
    data(
      "an accent in a code", .text("state\nCÔT\n"),
      says: "m.csv:2: column `state`: \"CÔT\" is not a code"),
    data(
      "a code that a terminal would obey", .text("state\n\u{1B}[2J\u{202E}\n"),
      says: "m.csv:2: column `state`: \"\\u{1B}[2J\\u{202E}\" is not a code"),
    data(
      "a million characters in a code",
      .text("state,name\n" + String(repeating: "?", count: 1_000_000) + ",x\n"),
      says: "m.csv:2: column `state`: \"????", "(1000000 bytes) is not a code"),
    data(
      "nobody to be reviewed", .text("state,reviewed\nA,no\nB,no\n"),
      says: "m.csv: no State is to be reviewed", "help: write yes in the column `reviewed`"),
  ].flatMap { $0 }

  private static let million = String(repeating: "x", count: 1_000_000)

  /// Memberships that are odd, but lawful.
  static let oddMemberships = [
    lawful(
      "a region no one shares", .text(good + "L,Alone,,\n"), exitCode: 1,
      says: "m.csv:7: column `region`: warning: nobody else of the regional group \"Alone\"",
      "the regional seat of L can never be kept"),
    lawful(
      "an unknown column", .text(good.replacing("region", with: "regoin")),
      says: "m.csv:1: warning: \"regoin\" is not a column of this table"),
    lawful("a million characters in a name", .text(named(million))),
    lawful(
      "a million characters in the name of a State that loses a seat",
      .text(header + "A,\(million),G,,\nB,b,G,,\n"), exitCode: 1),
    lawful(
      "a million characters in the name of a lonely State",
      .text(header + "A,\(million),G,,\nB,b,,,\nC,c,,,\nD,d,,,\nE,e,,,\n"), exitCode: 1,
      says: "m.csv:2: column `region`: warning: nobody else of the regional group \"G\""),
    lawful(
      "one State alone", .text("state,region,protocols,legal_systems\nA,,,\n"), exitCode: 1),
    lawful(
      "a mark at the start and lines that end in two characters",
      .text("\u{FEFF}" + good.replacing("\n", with: "\r\n"))),
  ].flatMap { $0 }

  private static let header = "state,name,region,protocols,legal_systems\n"

  private static func named(_ name: String) -> String {
    header + "A,\(name),G,,\n" + "BCDE".map { "\($0),\($0),G,,\n" }.joined()
  }
}
