import GLPKSolver
import IntegerProgramming
import Testing

/// What GLPK must never be given: each would end the process, or be inexact.
@Suite struct ValidationTests {
  /// A program with two variables, `x` and `y`, changed by a closure.
  private func failure(
    _ change: (inout Program, Variable.ID, Variable.ID) -> Void
  ) -> GLPKFailure? {
    var program = Program(name: "wrong")
    let x = program.addVariable("x", upper: 9)
    let y = program.addVariable("y", upper: 9)
    program.addRow("fine", [Term(1, x), Term(1, y)], lower: 1)
    change(&program, x, y)
    do throws(GLPKFailure) {
      _ = try GLPK().minimise(program)
      return nil
    } catch { return error }
  }

  private let exact = 1 << 53

  @Test func `A row that names a variable the program lacks is refused`() {
    for index in [2, -1, Int.max, Int.min] {
      let found = failure { program, _, _ in
        program.addRow("bad", [Term(1, Variable.ID(index: index))], lower: 0)
      }
      #expect(found == .unknownVariable(index: index, variables: 2, .row("bad")))
    }
  }

  @Test func `An objective that names a variable the program lacks is refused`() {
    let found = failure { program, _, _ in
      program.objective = [Term(1, Variable.ID(index: 7))]
    }
    #expect(found == .unknownVariable(index: 7, variables: 2, .objective))
  }

  @Test func `A variable that stands twice in a row is refused, in two rows it is not`() {
    let twice = failure { program, x, y in
      program.addRow("bad", [Term(1, x), Term(1, y), Term(2, x)], lower: 0)
    }
    #expect(twice == .repeatedVariable("x", .row("bad")))
    let once = failure { program, x, _ in
      program.addRow("good", [Term(1, x)], lower: 0)
      program.objective = [Term(1, x)]
    }
    #expect(once == nil)
  }

  @Test func `A variable that stands twice in the objective is refused`() {
    let found = failure { program, _, y in program.objective = [Term(1, y), Term(1, y)] }
    #expect(found == .repeatedVariable("y", .objective))
  }

  @Test func `A coefficient is refused from where floating point is no longer exact`() {
    for coefficient in [exact + 1, -exact - 1, .max, .min] {
      let found = failure { program, x, _ in
        program.addRow("bad", [Term(coefficient, x)], lower: 0)
      }
      #expect(found == .coefficientTooLarge(coefficient, variable: "x", .row("bad")))
    }
    let largest = failure { program, x, _ in program.addRow("good", [Term(exact, x)], lower: 0) }
    #expect(largest == nil)
  }

  @Test func `A cost is refused from where GLPK's tolerances could hide a better point`() {
    for cost in [100_001, -100_001, .max, .min] {
      let found = failure { program, x, _ in program.objective = [Term(cost, x)] }
      #expect(found == .coefficientTooLarge(cost, variable: "x", .objective))
    }
    #expect(failure { program, x, _ in program.objective = [Term(100_000, x)] } == nil)
  }

  @Test func `A bound of a row is refused from where floating point is no longer exact`() {
    let lower = failure { program, x, _ in program.addRow("bad", [Term(1, x)], lower: -exact - 1) }
    #expect(lower == .boundTooLarge(-exact - 1, .row("bad")))
    let upper = failure { program, x, _ in program.addRow("bad", [Term(1, x)], upper: .max) }
    #expect(upper == .boundTooLarge(.max, .row("bad")))
    #expect(failure { program, x, _ in program.addRow("good", [Term(1, x)], upper: exact) } == nil)
  }

  @Test func `A bound of a variable is refused from where floating point is no longer exact`() {
    let lower = failure { program, _, _ in _ = program.addVariable("z", lower: .min, upper: 0) }
    #expect(lower == .boundTooLarge(.min, .variable("z")))
    let upper = failure { program, _, _ in _ = program.addVariable("z", upper: exact + 1) }
    #expect(upper == .boundTooLarge(exact + 1, .variable("z")))
  }

  @Test func `A row whose lower bound is above its upper bound is refused`() {
    let found = failure { program, x, _ in program.addRow("bad", [Term(1, x)], lower: 3, upper: 2) }
    #expect(found == .boundsReversed(lower: 3, upper: 2, .row("bad")))
  }

  @Test(arguments: ProgramSize.allCases)
  func `A program larger than GLPK takes is refused`(_ size: ProgramSize) throws {
    try size.check(size.limit)
    #expect(throws: GLPKFailure.programTooLarge(size, count: size.limit + 1)) {
      try size.check(size.limit + 1)
    }
  }
}
