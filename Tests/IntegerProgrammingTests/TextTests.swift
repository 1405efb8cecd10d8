import IntegerProgramming
import Testing

/// Programs as text, byte for byte.
@Suite struct TextTests {
  @Test func `Free MPS is this`() {
    #expect(TextExample.program.mpsText() == TextExample.mps)
  }

  @Test func `CPLEX LP is this`() {
    #expect(TextExample.program.lpText() == TextExample.lp)
  }

  @Test func `An empty program is a program with a variable fixed at zero`() {
    let empty = Program(name: "two words")
    #expect(
      empty.lpText() == """
        \\ program
        Minimize
         cost: 0 nothing
        Subject To
         always: 0 nothing >= 0
        Bounds
         nothing = 0
        General
         nothing
        End

        """)
    #expect(empty.mpsText().contains(" nothing cost 0\n"))
  }

  @Test func `No line of an LP file is longer than its readers take`() {
    var program = Program(name: "long")
    let stem = String(repeating: "n", count: 250)
    let all = (0..<400).map { program.addVariable("\(stem)\($0)", upper: 3) }
    program.addRow(String(repeating: "r", count: 255), all.map { Term(-1 << 53, $0) }, lower: 0)
    program.addRow("short", all.map { Term(1, $0) }, lower: 0)
    program.objective = all.map { Term(1, $0) }
    let lines = program.lpText().split(separator: "\n")
    #expect(lines.count > 1000)
    #expect(lines.allSatisfy { $0.utf8.count <= 510 })
  }

  @Test func `Names are replaced where a format or another name is in the way`() {
    var program = Program(name: "names")
    let long = String(repeating: "x", count: 1_000_000)
    for name in [
      "x1", "x1", "1st", "", "e", "E7", "e-2", "free", "BOUNDS", "inf", "a b", "a~b", "a-b", "Ä",
      ".x", "$x", long, String(repeating: "y", count: 255), String(repeating: "z", count: 256),
      "empty(KEN)", "_", "x2",
    ] { _ = program.addVariable(name, upper: 1) }
    let general = program.lpText().split(separator: "General\n")[1]
    let names = general.split(separator: "\n").dropLast().map { $0.dropFirst() }
    #expect(
      names == [
        "x1", "x1_2", "x2_2", "x3", "x4", "x5", "x6", "x7", "x8", "x9", "x10", "x11", "a~b",
        "x13", "x14", "x15", "x16", Substring(String(repeating: "y", count: 255)), "x18",
        "empty(KEN)", "_", "x2",
      ])
    #expect(program.mpsText().contains(" LO BND1 a-b 0\n"))
    #expect(program.mpsText().utf8.count < 20_000)
  }

  @Test func `The same program gives the same bytes, at once or piece by piece`() {
    for seed in 0..<50 as Range<UInt64> {
      let program = RandomPrograms.program(seed: seed)
      var mps = ""
      program.writeMPS(to: &mps)
      #expect(mps == RandomPrograms.program(seed: seed).mpsText())
      var lp = ""
      program.writeLP(to: &lp)
      #expect(lp == RandomPrograms.program(seed: seed).lpText())
      #expect(mps.hasSuffix("ENDATA\n") && lp.hasSuffix("End\n"))
    }
  }
}
