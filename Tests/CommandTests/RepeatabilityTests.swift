import Testing

@Suite struct `The same seed` {
  /// One way to write the same membership.
  enum Form: CaseIterable {
    case asItIs, again, shuffled, shuffledOtherwise, columnsReversed, carriageReturns, marked
    case quoted, allAtOnce

    func bytes(of text: String) -> [UInt8] {
      var lines = text.split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      var random = SplitMix(self == .shuffled ? 1 : 2)
      if self == .shuffled || self == .shuffledOtherwise || self == .allAtOnce {
        lines = [lines[0]] + lines.dropFirst().shuffled(using: &random)
      }
      if self == .columnsReversed || self == .allAtOnce { lines = lines.map { $0.reversed() } }
      if self == .quoted || self == .allAtOnce { lines = lines.map { $0.map { "\"\($0)\"" } } }
      let end = self == .carriageReturns || self == .allAtOnce ? "\r\n" : "\n"
      let mark = self == .marked || self == .allAtOnce ? "\u{FEFF}" : ""
      return Array((mark + lines.map { $0.joined(separator: ",") + end }.joined()).utf8)
    }
  }

  private func run(
    _ membership: [UInt8], seed: String = "1"
  ) throws -> (table: [UInt8], ledger: [UInt8]) {
    let folder = try TemporaryFolder()
    try folder.write(membership, "m.csv")
    let answer = try Command.run(
      ["rehearse", "m.csv", "--seed", seed, "--output", "cycle", "--format", "csv"]
        + ["--accept-waivers"], in: folder)
    #expect(answer.exitCode == 0)
    return (answer.output, try folder.bytes("cycle/ledger.jsonl"))
  }

  @Test(arguments: ["untoc-2010.csv", "small/ten.csv"], Form.allCases)
  func `gives the same bytes however the membership is written`(
    _ name: String, _ form: Form
  ) throws {
    let bytes = try Project.bytes(of: Project.instance(name))
    let plain = try run(bytes)
    let other = try run(form.bytes(of: String(decoding: bytes, as: UTF8.self)))
    #expect(plain.table == other.table)
    #expect(plain.ledger == other.ledger)
  }

  @Test func `of another cycle gives another draw`() throws {
    let bytes = try Project.bytes(of: Project.instance("untoc-2010.csv"))
    #expect(try run(bytes, seed: "1").table != run(bytes, seed: "2").table)
  }

  @Test func `draws the same with and without a ledger, in every format`() throws {
    let folder = try TemporaryFolder()
    func rehearse(_ options: String...) throws -> Command.Answer {
      try Command.run(
        ["rehearse", Project.instance("untoc-2010.csv"), "--seed", "1"] + options, in: folder)
    }
    let table = Table(try rehearse("--format", "csv").text)
    #expect(
      try rehearse("--format", "csv", "--output", "a").text == rehearse("--format", "csv").text)
    let json = try rehearse("--format", "json").text
    let reviews = try JSONObject("{\"reviews\":\(json)}").objects("reviews")
    #expect(reviews.count == table.rows.count)
    for (review, row) in zip(reviews, table.rows) {
      #expect(review.number("year").map(String.init) == row["year"])
      for (key, cell) in row where key != "year" {
        #expect(cell.isEmpty ? review.isNull(key) : review[key] == cell)
      }
    }
    let text = try rehearse().text
    #expect(text.split(separator: "\n").count == table.rows.count + 1)
  }
}

/// A small seeded generator for tests (Steele, Lea and Flood 2014, SplitMix64).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
