import Testing

@Suite struct `Statistics of a rehearsal` {
  static func run(_ options: String...) throws -> Command.Answer {
    try Command.run(
      ["rehearse", Project.instance("untoc-2010.csv"), "--seed", "s", "--format", "csv"] + options,
      in: TemporaryFolder())
  }

  @Test func `are the same in two runs, and change nothing else`() throws {
    let plain = try Self.run()
    let first = try Self.run("--statistics")
    let second = try Self.run("--statistics")
    #expect(first.exitCode == 0)
    #expect(first.output == plain.output)
    #expect(first.said == second.said)
    #expect(first.said.hasPrefix(plain.said) && first.said.count > plain.said.count)
  }

  @Test func `count one program, no question to GLPK after it, and every lot as held`() throws {
    let said = try Self.run("--statistics").said
    // In each of the 314 lots a State holds the seat already; two States have no regional seat, and
    // two open ones in the first of their lots.
    #expect(said.contains("Candidates decided: 316 hold the seat, "))
    #expect(said.contains(" by search; 0 by GLPK.\n"))
    #expect(said.contains("\nGLPK: 1 program, 1447 rows, 3733 columns, "))
  }
}
