import Testing

/// Words that are wrong by a slip, and what is offered instead.
@Suite struct `A slip of the keyboard` {
  struct Slip: Sendable, CustomTestStringConvertible {
    let line: String
    var exitCode: Int32 = 64
    let says: [String]

    init(_ line: String, _ exitCode: Int32 = 64, says: String...) {
      (self.line, self.exitCode, self.says) = (line, exitCode, says)
    }

    var testDescription: String { line }
  }

  static let table = """
    state,name,region
    KEN,Kenya,AFR
    GHA,Ghana,AFR
    CIV,Côte d'Ivoire,AFR
    TTO,Trinidad and Tobago,GRULAC
    BRA,Brazil,GRULAC
    COG,Congo,AFR
    COD,Congo,AFR

    """

  static let slips = [
    // Commands.
    Slip("chek m.csv", says: "'chek' is no command of peerlots", "did you mean `peerlots check`?"),
    Slip("Draw c --year 1", says: "did you mean `peerlots draw`?"),
    Slip("frobnicate", says: "the commands are check, "),
    Slip("stress rnu p", says: "'rnu' is no command of peerlots stress", "`peerlots stress run`?"),
    // Options, and the usage of the very command.
    Slip("check m.csv --rulebok r", says: "did you mean --rulebook?", "Usage: peerlots check "),
    Slip("odds c --rulebook r.yaml", says: "Usage: peerlots odds ", "'peerlots odds --help'"),
    Slip("redraw c --wrong", says: "Usage: peerlots redraw "),
    Slip("stress run --wrong", says: "Usage: peerlots stress run "),
    // Values.
    Slip("check m.csv --format jsn", says: "did you mean \"json\"?"),
    Slip("check m.csv --format csv", says: "'csv' is invalid", "'text' and 'json'"),
    Slip("draw c --year 1 --seed s --method Uniform", says: "did you mean \"uniform\"?"),
    Slip("export m.csv --model state --format lp", says: "did you mean \"states\"?"),
    // Arguments without their option.
    Slip("draw c 1 --seed s", says: "did you mean --year 1?"),
    Slip("open c m.csv", says: "did you mean --membership m.csv?"),
    Slip("redraw c KEN --seed s", says: "did you mean --state KEN?"),
    // Files and folders.
    Slip("check c", 65, says: "is the folder of a cycle; `peerlots status c`"),
    Slip("check .", 65, says: "did you mean \"./m.csv\"?"),
    Slip("check n.csv", 65, says: "there is no such file", "did you mean \"m.csv\"?"),
    Slip("check r.yaml --rulebook m.csv", 65, says: "the two seem to have changed places"),
    Slip("status m.csv", 65, says: "is a file; the folder of a cycle holds a ledger.jsonl"),
    Slip("status c/ledger.jsonl", 65, says: "did you mean its folder, \"c\"?"),
    Slip("status cc", 65, says: "did you mean \"c\" or \"c2\"?"),
    Slip("open m.csv --membership c2", 65, says: "`peerlots open c2 --membership m.csv`?"),
    // Years.
    Slip(
      "draw c --year 2027 --seed z", 65,
      says: "year 2027 is not one of the cycle's 5 years", "counted from 1, not named by the"),
    // States.
    Slip("redraw c --state KNE --seed z", 65, says: "did you mean Kenya (KEN)?"),
    Slip("defer c --state Gana --reason r", 65, says: "did you mean Ghana (GHA)?"),
    Slip("why c --state Trinidad --reviewer BRA", 65, says: "Trinidad and Tobago (TTO)?"),
    Slip("why m.csv --state KEN --reviewer Congo", 65, says: "give the code: Congo (COD) or Congo"),
    Slip("stand-down c --state Xyzzy --year 1", 65, says: "\"Xyzzy\" is not a State of this cycle"),
    // Draws.
    Slip("announce c --draw Selection --source s", 64, says: "did you mean \"selection\"?"),
    Slip("announce c --draw year1 --source s", 64, says: "did you mean \"year 1\"?"),
    Slip("announce c --draw \"redarw KEN\" --source s", 64, says: "did you mean \"redraw KEN 1\"?"),
  ]

  @Test(arguments: slips) func `is met with what was probably meant`(_ slip: Slip) throws {
    let folder = try Self.folder()
    let before = try folder.entries()
    let answer = try Command.shell("\"$P\" \(slip.line)", in: folder)
    #expect(answer.exitCode == slip.exitCode, "\(answer.said)")
    for piece in slip.says { #expect(answer.said.contains(piece), "\(answer.said)") }
    #expect(answer.output.isEmpty)
    #expect(try folder.entries() == before)
    for word in ["NSCocoa", "Domain", "couldn’t", "could not be completed"] {
      #expect(!answer.said.contains(word))
    }
  }

  @Test(arguments: [
    ("ken", "Kenya (KEN)"), ("Kenya", "Kenya (KEN)"), ("KENYA", "Kenya (KEN)"),
    ("cote d'ivoire", "Côte d'Ivoire (CIV)"), ("trinidad and tobago", "Trinidad and Tobago (TTO)"),
  ])
  func `is none where a State is named by its code in any case or by its name`(
    word: String, title: String
  ) throws {
    let folder = try Self.folder()
    for source in ["m.csv", "c"] {
      let answer = try Command.run(
        ["why", source, "--state", word, "--reviewer", "gha"], in: folder)
      #expect(answer.exitCode == 0, "\(answer.said)")
      #expect(answer.text.hasPrefix("Ghana (GHA) as a reviewer of \(title)"), "\(answer.text)")
    }
    for code in ["KEN", word] where title.contains("KEN") {
      let redraw = ["redraw", "c", "--state", code, "--seed", "r"]
      #expect(try Command.run(redraw, in: folder).exitCode == 0)
    }
  }

  /// A cycle of which everything is drawn, its tables beside it, and an empty folder.
  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(table.utf8, "m.csv")
    try folder.write("cycle: {years: 5}\n".utf8, "r.yaml")
    try folder.makeFolder("c2")
    let answer = try Command.run(
      ["rehearse", "m.csv", "--seed", "s", "--output", "c", "--accept-waivers"], in: folder)
    try #require(answer.exitCode == 0, "\(answer.said)")
    return folder
  }
}
