import Foundation
import Testing

/// Texts of a rulebook or a ledger that would steer what shows them.
@Suite struct `Output that a hostile text would steer` {
  /// ESC, BEL, a C1 control, and every mark that turns the direction of writing.
  private static let marks: [Unicode.Scalar] = [
    "\u{1B}", "\u{7}", "\u{9B}", "\u{7F}", "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}",
    "\u{202E}", "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}", "\u{200E}", "\u{200F}", "\u{61C}",
    "\u{2028}", "\u{2029}",
  ]
  private static var hostile: String {
    "x" + String(String.UnicodeScalarView(marks)) + "[31mRED"
  }

  /// A cycle whose ledger holds such texts wherever a ledger takes any text.
  private static func cycle() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let yaml = marks.map {
      let digits = String($0.value, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
    let source = String(
      decoding: try Project.bytes(of: Project.example("ten.csv")), as: UTF8.self)
    try folder.write("name: \"x\(yaml)[31mRED\"\nsource: \"x\(yaml)\"\n".utf8, "r.yaml")
    try folder.write(source.utf8, "m.csv")
    let opened = try Command.shell(
      "\"$P\" open c --membership m.csv --rulebook r.yaml --accept-waivers", in: folder)
    try #require(opened.exitCode == 0, "\(opened.said)")
    try folder.write(hostile.utf8, "t")
    let answer = try Command.shell(
      """
      "$P" announce c --draw selection --source "$(cat t)" &&
      "$P" withdraw c --draw selection --reason "$(cat t)" &&
      "$P" select c --seed 1 && "$P" draw c --year 1 --seed 2 &&
      "$P" announce c --draw 'year 2' --source "$(cat t)"
      """, in: folder)
    try #require(answer.exitCode == 0, "\(answer.said)")
    #expect(steering(answer.output + answer.complaint).isEmpty, "\(answer.said)")
    return folder
  }

  /// The characters of an output that would steer a terminal.
  private static func steering(_ bytes: [UInt8]) -> Set<Unicode.Scalar> {
    Set(String(decoding: bytes, as: UTF8.self).unicodeScalars.filter(marks.contains))
  }

  @Test func `is shown as numbers in every text, and as escapes in JSON`() throws {
    let folder = try Self.cycle()
    let why = "--state NOR --reviewer SWE"
    for (line, code) in [
      ("check m.csv --rulebook r.yaml", 0), ("check m.csv --rulebook r.yaml --format json", 0),
      ("status c", 0), ("status c --format json", 0), ("verify c", 0),
      ("verify c --format json", 0), ("table c", 0), ("why c \(why)", 0),
      ("why c \(why) --format json", 0), ("why m.csv \(why) --rulebook r.yaml", 0),
      ("draw c --year 3 --seed 3", 65), ("withdraw c --draw \"$(cat t)\" --reason r", 64),
      ("why c --state \"$(cat t)\" --reviewer SWE", 65), ("check \"$(cat t)\"", 65),
      ("frobnicate --\"$(cat t)\"", 64),
    ] {
      let answer = try Command.shell("\"$P\" \(line)", in: folder)
      #expect(answer.exitCode.map(Int.init) == code || line.hasPrefix("check m"), "\(line)")
      let found = Self.steering(answer.output + answer.complaint)
      #expect(found.isEmpty, "\(line): \(found.map { String($0.value, radix: 16) })")
      if line.hasSuffix("json") { _ = try JSONObject(answer.text) }
    }
    let status = try Command.run(["status", "c"], in: folder)
    #expect(status.text.contains("x\\u{1B}\\u{7}\\u{9B}\\u{7F}\\u{202A}"), "\(status.text)")
    let verified = try Command.run(["verify", "c", "--format", "json"], in: folder)
    #expect(verified.text.contains("\\u001b\\u0007\\u009b\\u007f\\u202a"))
  }

  @Test func `cannot pass for lines of a report, for a text of the record is one line`() throws {
    let folder = try TemporaryFolder()
    let table = Project.example("ten.csv")
    try folder.write("name: \"small\\nBest waivers: none\"\n".utf8, "r.yaml")
    for command in ["check \(table)", "open d --membership \(table) --accept-waivers"] {
      let answer = try Command.shell("\"$P\" \(command) --rulebook r.yaml", in: folder)
      #expect(answer.exitCode == 65, "\(command): \(answer.text)")
      #expect(answer.said.contains("key `name`: character 6 is U+000A, a line break"))
    }
    let answer = try Command.shell(
      """
      exec 2>&1; "$P" open c --membership \(table) --accept-waivers >/dev/null
      n=$'dice\\nVerified: 99 lines'
      "$P" announce c --draw selection --source "$n"; "$P" select c --seed 1 >/dev/null
      s=$("$P" status c --format json | sed 's/.*"year":2,"under_review":."//; s/".*//')
      "$P" defer c --state "$s" --reason "$n" --no-replacement --accept-waivers
      "$P" announce c --draw 'year 1' --source dice >/dev/null
      "$P" withdraw c --draw 'year 1' --reason "$n"; "$P" withdraw c --draw 'year 1' --reason r
      grep -c Verified c/ledger.jsonl
      """, in: folder)
    let refusals = answer.text.components(separatedBy: "takes more than one line").count - 1
    #expect(refusals == 3, "\(answer.text)")
    #expect(answer.text.hasSuffix("\n0\n"), "\(answer.text)")
  }

  @Test func `is shown as numbers on a page`() throws {
    let folder = try Self.cycle()
    let answer = try Command.shell(
      """
      "$P" withdraw c --draw 'year 2' --reason r &&
      "$P" tickets c --year 2 --count 100 --seed 9 --output t.csv --print p.html
      """, in: folder)
    #expect(answer.exitCode == 0, "\(answer.said)")
    let page = try folder.bytes("p.html")
    #expect(Self.steering(page).isEmpty)
    #expect(String(decoding: page, as: UTF8.self).contains("x\\u{1B}\\u{7}"))
  }
}
