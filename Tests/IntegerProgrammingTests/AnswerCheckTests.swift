import GLPKSolver
import IntegerProgramming
import Testing

/// A wrong solver cannot yield an accepted answer: here its answers are made up.
@Suite struct AnswerCheckTests {
  private let program: Program = {
    var program = Program(name: "small")
    let x = program.addVariable("x", lower: 0, upper: 5)
    let y = program.addVariable("y", lower: -5, upper: 5)
    program.addRow("sum", [Term(1, x), Term(1, y)], lower: 2)
    program.objective = [Term(2, x), Term(1, y)]
    return program
  }()

  private func accepted(_ values: [Double], objective: Double) throws(GLPKFailure) -> Int {
    let candidate = try Candidate(rounding: values, objective: objective, for: program)
    return try candidate.checkedObjective(in: program)
  }

  @Test func `A right answer is accepted, with the noise of floating point`() throws {
    #expect(try accepted([0, 3], objective: 3) == 3)
    #expect(try accepted([0.000_009, 2.999_991], objective: 3.000_01) == 3)
    #expect(try accepted([3, -0.000_009], objective: 6) == 6)
  }

  @Test(arguments: [0.000_02, 0.5, -0.5, .nan, .infinity, 1e300])
  func `A value that is not a whole number is refused`(_ value: Double) {
    #expect {
      try accepted([value, 3], objective: 3)
    } throws: { error in
      guard case .valueNotWhole(_, .variable("x"))? = error as? GLPKFailure else { return false }
      return true
    }
  }

  @Test func `A point that breaks a row is refused`() {
    #expect(throws: GLPKFailure.answerBreaks(.row("sum"))) {
      try accepted([1, 0], objective: 2)
    }
  }

  @Test func `A point that breaks a bound is refused`() {
    #expect(throws: GLPKFailure.answerBreaks(.variable("x"))) {
      try accepted([6, 0], objective: 12)
    }
    #expect(throws: GLPKFailure.answerBreaks(.variable("y"))) {
      try accepted([0, 6], objective: 6)
    }
  }

  @Test func `An objective that is not that of the point is refused`() {
    for reported in [2.0, 4.0, 3.5, .nan] {
      #expect {
        try accepted([0, 3], objective: reported)
      } throws: { error in
        guard case .objectiveDiffers(_, recomputed: 3)? = error as? GLPKFailure else {
          return false
        }
        return true
      }
    }
  }

  @Test func `Checking a huge answer does not overflow`() {
    var program = Program(name: "huge")
    let x = program.addVariable("x", upper: 1 << 53)
    let y = program.addVariable("y", upper: 1 << 53)
    program.addRow("huge", [Term(1 << 53, x), Term(1 << 53, y)], lower: 0)
    program.addRow("small", [Term(1 << 53, x), Term(1 << 53, y)], upper: 1)
    #expect(!program.holds(at: [1 << 53, 1 << 53]))
    #expect(!program.rows[1].holds(at: [1 << 53, 1 << 53]))
    #expect(program.rows[0].holds(at: [1 << 53, 1 << 53]))
  }
}
