internal import IntegerProgramming

/// A program that was checked: GLPK can be given it without aborting.
struct CheckedProgram {
  let program: Program

  init(_ program: Program) throws(GLPKFailure) {
    try ProgramSize.rows.check(program.rows.count)
    try ProgramSize.columns.check(program.variables.count)
    try ProgramSize.terms.check(program.rows.reduce(0) { $0 + $1.terms.count })
    for variable in program.variables {
      try Self.check(bounds: variable.lower, variable.upper, .variable(variable.name))
    }
    // The sum in which each variable was last seen: finds repetitions without a set per row.
    var lastSum = [Int](repeating: -1, count: program.variables.count)
    for (number, row) in program.rows.enumerated() {
      try Self.check(bounds: row.lower, row.upper, .row(row.name))
      for term in row.terms {
        try Self.check(term, of: program, largest: Tolerance.exact, .row(row.name))
        let seen = lastSum[term.variable.index] == number
        guard !seen else { throw Self.repetition(of: term, in: program, .row(row.name)) }
        lastSum[term.variable.index] = number
      }
    }
    for term in program.objective {
      try Self.check(term, of: program, largest: Tolerance.objectiveCoefficient, .objective)
      let seen = lastSum[term.variable.index] == program.rows.count
      guard !seen else { throw Self.repetition(of: term, in: program, .objective) }
      lastSum[term.variable.index] = program.rows.count
    }
    self.program = program
  }

  private static func check(
    bounds lower: Int?, _ upper: Int?, _ place: @autoclosure () -> Place
  ) throws(GLPKFailure) {
    if let lower, lower.magnitude > Tolerance.exact { throw .boundTooLarge(lower, place()) }
    if let upper, upper.magnitude > Tolerance.exact { throw .boundTooLarge(upper, place()) }
    if let lower, let upper, lower > upper {
      throw .boundsReversed(lower: lower, upper: upper, place())
    }
  }

  private static func check(
    _ term: Term, of program: Program, largest: Int, _ place: @autoclosure () -> Place
  ) throws(GLPKFailure) {
    let index = term.variable.index
    guard program.variables.indices.contains(index) else {
      throw .unknownVariable(index: index, variables: program.variables.count, place())
    }
    guard term.coefficient.magnitude <= largest else {
      let name = program.variables[index].name
      throw .coefficientTooLarge(term.coefficient, variable: name, place())
    }
  }

  private static func repetition(
    of term: Term, in program: Program, _ place: Place
  ) -> GLPKFailure {
    .repeatedVariable(program.variables[term.variable.index].name, place)
  }
}
