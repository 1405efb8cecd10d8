import Testing

/// What `peerlots check` and `peerlots why` say, beyond the numbers.
@Suite struct `The answer of check` {
  /// A State whose regional reviewer can only be of another legal system; all else can be kept.
  static let preference = """
    state,region,legal_systems
    A,G,x
    B,G,x
    C,G,x
    D,G,x
    E,G,y

    """

  private static func run(
    _ arguments: [String], _ files: [String: String]
  ) throws -> Command.Answer {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(text.utf8, name) }
    return try Command.run(arguments, in: folder)
  }

  @Test func `says that the rules can be kept or that they cannot, not both`() throws {
    let kept = try Self.run(["check", "m.csv"], ["m.csv": Self.preference])
    #expect(kept.exitCode == 0)
    #expect(kept.text.contains("The rules can be kept."))
    #expect(kept.text.contains("What the rulebook only prefers cannot all be had."))
    #expect(!kept.text.contains("cannot all be kept"))
    let json = try Self.run(
      ["check", "m.csv", "--format", "json"], ["m.csv": Self.preference])
    #expect(try JSONObject(json.text).truth("kept") == true)
    #expect(!json.text.contains("cannot all be kept"))
  }

  @Test func `gives no advice twice, neither in words nor in JSON`() throws {
    // Four States have six pairs for eight seats: two seats stay empty, whosever they are.
    let table = "state,region\nA,G\nB,G\nC,G\nD,G\n"
    let text = try Self.run(["check", "m.csv"], ["m.csv": table])
    let advice = text.text.split(separator: "\n").filter { $0.hasPrefix("- If ") }
    #expect(!advice.isEmpty && Set(advice).count == advice.count, "\(text.text)")
    let json = try JSONObject(
      try Self.run(["check", "m.csv", "--format", "json"], ["m.csv": table]).text)
    let waivers = json.objects("remedies").filter { $0["change"] == "waive" }
    #expect(!waivers.isEmpty)
    for (place, one) in waivers.enumerated() {
      for other in waivers[(place + 1)...]
      where one["rule"] == other["rule"] && one.number("count") == other.number("count") {
        let (first, second) = (Set(one.list("states")), Set(other.list("states")))
        #expect(!first.isSubset(of: second) && !second.isSubset(of: first))
      }
    }
  }

  @Test func `is no longer than a screen, and counts the rest`() throws {
    // States of one group, party to Protocols in pairs: everyone depends on another one.
    let rows = (0..<16).map { "S\($0),G,P\($0 / 2)\n" }.joined()
    let tables = ["m.csv": "state,region,protocols\n" + rows]
    let answer = try Self.run(["check", "m.csv"], tables)
    #expect(answer.exitCode == 1)
    let lines = answer.text.split(separator: "\n")
    #expect(lines.count <= 24, "\(lines.count): \(answer.text)")
    #expect(lines.allSatisfy { $0.count < 1500 })
    #expect(answer.text.contains("more; `--format json` lists them."))
    let json = try Self.run(["check", "m.csv", "--format", "json"], tables)
    #expect(try JSONObject(json.text).objects("warnings").count >= 16)
  }

  @Test func `breaks its lines where the width is known`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.preference.utf8, "m.csv")
    let answer = try Command.shell("COLUMNS=50 \"$P\" check m.csv", in: folder)
    let lines = answer.text.split(separator: "\n")
    #expect(lines.count > 8 && lines.allSatisfy { $0.count <= 50 }, "\(answer.text)")
    let whole = try Command.run(["check", "m.csv"], in: folder)
    func words(_ text: String) -> [Substring] { text.split { $0 == " " || $0 == "\n" } }
    #expect(words(whole.text) == words(answer.text))
  }

  @Test func `shows a name as it is`() throws {
    let table = "state,name,region\n\"A\",\"The \"\"Free\"\" \\ State\",G\nB,,G\n"
    let answer = try Self.run(["check", "m.csv"], ["m.csv": table])
    #expect(answer.text.contains("The \"Free\" \\ State (A)"), "\(answer.text)")
    let fault = try Self.run(["check", "m.csv"], ["m.csv": "state\n\"a\"\"b\\\"\n"])
    #expect(fault.said.contains("“a\"b\\”"), "\(fault.said)")
  }

  @Test func `is about the two States where nothing at all is possible`() throws {
    let rules = "waivers: []\n"
    let table = "state,region,protocols\nA,G,p\nB,G,\nC,H,p\n"
    let files = ["m.csv": table, "r.yaml": rules]
    let command = ["why", "m.csv", "--rulebook", "r.yaml", "--state", "A", "--reviewer"]
    let apart = try Self.run(command + ["B"], files)
    #expect(apart.exitCode == 1)
    #expect(
      apart.text.hasPrefix(
        """
        B as a reviewer of A:
        - Still to be drawn, regional seat: the bowl is empty. B is not party to the Protocol p, to \
        which A is (para. 18 bis). Besides, no completion
        """), "\(apart.text)")
    #expect(!apart.text.contains("What would help") && !apart.said.contains("What would help"))
    let alone = try Self.run(command + ["C"], files)
    #expect(
      alone.text.contains("open seat: the bowl is empty. By themselves the two may be drawn."))
    let json = try JSONObject(try Self.run(command + ["B", "--format", "json"], files).text)
    let kinds = json.objects("bowls").map { $0.objects("reasons").map { $0["kind"] } }
    #expect(kinds == [["protocols", "no_completion"], ["protocols", "no_completion"]])
  }

  @Test func `names whom it concerns where a change would cost more`() throws {
    let folder = try TemporaryFolder()
    let states = ["A", "B", "C", "D", "E", "F"]
    let table =
      "state,name,region,protocols,legal_systems\n"
      + states.map { "\($0),State \($0),G,p,x\n" }.joined()
    try folder.write(table.utf8, "m.csv")
    try folder.write((table + "X,Late Comer,G,p,x\n").utf8, "new.csv")
    try folder.write("cycle: {years: 1}\n".utf8, "r.yaml")
    for command in [
      [
        "open", "c", "--membership", "m.csv", "--rulebook", "r.yaml", "--without", "protocols",
        "legal_systems",
      ],
      ["select", "c", "--seed", "s"], ["draw", "c", "--year", "1", "--seed", "y"],
    ] { #expect(try Command.run(command, in: folder).exitCode == 0) }
    let amend = [
      "amend", "c", "--membership", "new.csv", "--without", "protocols", "legal_systems",
    ]
    let answer = try Command.run(amend, in: folder)
    #expect(answer.exitCode == 1)
    #expect(
      answer.said.contains("below the minimum must stay undone (para. 20)"), "\(answer.said)")
    #expect(answer.said.contains("Whatever the lots: Late Comer (X)."), "\(answer.said)")
  }
}
