import Testing

@Suite struct `Good runs` {
  @Test(arguments: [
    ("1", ["ten.csv", "--accept-waivers"]),
    ("2", ["ten.csv", "--accept-waivers", "--rulebook", "small.yaml"]),
    ("3", ["clubs.csv", "--rulebook", "clubs.yaml", "--conflicts", "clubs-conflicts.csv"]),
  ])
  func `give the worked examples exactly`(_ number: String, _ options: [String]) throws {
    let options = options.map { $0.contains(".") ? Project.example($0) : $0 }
    let answer = try Command.run(
      ["rehearse"] + options + ["--seed", "example \(number)", "--format", "csv"],
      in: TemporaryFolder())
    #expect(answer.exitCode == 0)
    #expect(
      try answer.output == Project.bytes(of: Project.example("example-\(number).expected.csv")))
  }

  @Test(arguments: [
    ("untoc-2010.csv", "2010-10-22", 157), ("untoc-2014.csv", "2014", 179),
    ("untoc-2024-estimate.csv", "2024", 192),
  ])
  func `keep all rules of the real memberships, and verify accepts the ledger`(
    _ name: String, _ seed: String, _ count: Int
  ) throws {
    let folder = try TemporaryFolder()
    let answer = try Command.run(
      ["rehearse", Project.instance(name), "--seed", seed, "--output", "cycle", "--format", "csv"],
      in: folder)
    #expect(answer.exitCode == 0)
    #expect(
      answer.said.contains(
        "\(count) States under review in 5 years, \(2 * count) reviews; nothing is waived."))
    let table = Table(answer.text)
    #expect(table.rows.count == count)
    #expect(table.pairs.count == 2 * count)
    #expect(Set(table.pairs).isDisjoint(with: Set(table.pairs.map { $0.reversed() })))

    let ledger = LedgerText(try folder.bytes("cycle/ledger.jsonl"))
    let head = SHA256.hexadecimal(of: Array(try #require(ledger.lines.last).utf8))
    #expect(answer.said.contains("The ledger is in cycle; its last line has the hash\n\(head)\n"))
    #expect(try folder.entries().keys.sorted() == ["cycle", "cycle/ledger.jsonl"])
    let verified = try Command.run(["verify", "cycle", "--head", head], in: folder)
    #expect(verified.exitCode == 0)
    #expect(verified.text.contains("Verified: \(ledger.lines.count) lines"))
    #expect(verified.said == "")
  }

  @Test func `every lot follows from its seed, counted by another program`() throws {
    let folder = try TemporaryFolder()
    _ = try Command.run(
      [
        "rehearse", Project.instance("untoc-2010.csv"), "--seed", "~ \\ \"x\"", "--output", "cycle",
      ],
      in: folder)
    var seed: [UInt8] = []
    var next = 0
    for line in LedgerText(try folder.bytes("cycle/ledger.jsonl")).lines {
      let event = try JSONObject(line)
      if event["event"] == "seeded" {
        seed = try Array(#require(event["seed"]).utf8)
        #expect(event["seed"] == "~ \\ \"x\"/" + (event["draw"] ?? ""))
        next = 0
      }
      guard event["event"] == "lot" else { continue }
      #expect(event.number("counter") == next)
      let bowl = event.list("bowl")
      let index: Int
      (index, next) = Lots.index(of: bowl.count, seed: seed, counter: next)
      #expect(event.number("index") == index)
      #expect(event["drawn"] == bowl[index])
    }
  }

  @Test func `rulebook prints the rulebook of the contract, with which nothing changes`() throws {
    let folder = try TemporaryFolder()
    let answer = try Command.run(["rulebook"], in: folder)
    #expect(answer.exitCode == 0)
    #expect(answer.said == "")
    #expect(answer.text == Self.rulebook)
    try folder.write(answer.output, "r.yaml")
    func rehearse(_ output: String, _ options: String...) throws -> Command.Answer {
      let membership = Project.instance("untoc-2010.csv")
      return try Command.run(
        ["rehearse", membership, "--seed", "1", "--output", output] + options, in: folder)
    }
    #expect(try rehearse("a").output == rehearse("b", "--rulebook", "r.yaml").output)
    #expect(try folder.bytes("a/ledger.jsonl") == folder.bytes("b/ledger.jsonl"))
  }

  @Test func `a synthetic membership is the same in two processes and can be drawn`() throws {
    let folder = try TemporaryFolder()
    let arguments = ["generate", "--states", "60", "--seed", "60"]
    let answer = try Command.run(arguments, in: folder)
    #expect(answer.exitCode == 0)
    #expect(try answer.output == Command.run(arguments, in: folder).output)
    #expect(try answer.output == Project.bytes(of: Project.instance("synthetic-60.csv")))
  }

  @Test(arguments: [
    "-1", "--seed", "a/b", "\\", "'\"~!", "a b", String(repeating: "x", count: 982),
  ])
  func `a seed is taken verbatim`(_ seed: String) throws {
    let folder = try TemporaryFolder()
    let answer = try Command.run(
      ["rehearse", Project.instance("synthetic-60.csv"), "--accept-waivers", "--output", "cycle"]
        + ["--seed", seed], in: folder)
    #expect(answer.exitCode == 0, "\(answer.said)")
    let ledger = LedgerText(try folder.bytes("cycle/ledger.jsonl"))
    let found = try JSONObject(ledger.lines[1])["seed"]
    #expect(found.map { Array($0.utf8) } == Array((seed + "/selection").utf8))
  }

  /// The block of the contract's section 4.
  static let rulebook = """
    name: UNTOC terms of reference 2010
    source: CTOC/COP/2010/17, resolution 5/5, annex I
    cycle: {years: 5, selected: 5}      # 1 to 50; the selection is over the first `selected` years \
    (default: all)
    joining: by_lot                     # by_lot | last_year: when a State that joins later is \
    reviewed
    reviewers:
      seats:                            # 1 to 4 kinds, in the order in which they are drawn; at \
    most 8 seats in all
        - {name: regional, count: 1, group: same, legal_system: preferred}
        - {name: open, count: 1, group: any, legal_system: ignored}
      distinct_groups: false            # true: no two reviewers of a State are of one group
      protocols: all                    # all | any | supplement
      mutual_reviews: forbidden         # forbidden | allowed
    loads: {minimum: 1, target: 0, maximum: 3, per_year: 1000}   # reviews done by a State: in the \
    cycle; in one year
    selection: {method: lots, proportional: true}   # lots | alphabetical | given; proportional \
    false: all States are one group
    redraws: {limit: 2, scope: review, exclude_previous: true}   # scope: review | reviewer (one \
    reviewer a request)
    waivers: [seat, supplement, same_region, minimum_load, legal_system, target_load]   # most \
    serious first

    """
}
