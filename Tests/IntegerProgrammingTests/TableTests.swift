import GLPKSolver
import IntegerProgramming
import Testing

/// GLPK's numbers, as two total tables.
@Suite struct TableTests {
  @Test func `Return codes are the numbers from 0 to 19`() throws {
    #expect(ReturnCode.allCases.map(\.number) == Array(0...19))
    for code in ReturnCode.allCases { #expect(try ReturnCode(number: code.number) == code) }
  }

  @Test(arguments: [-1, 20, Int32.max, Int32.min])
  func `A return code outside the table is a failure of its own`(_ number: Int32) {
    #expect(throws: GLPKFailure.unknownReturnCode(number)) { try ReturnCode(number: number) }
  }

  @Test func `Statuses are the numbers from 1 to 6`() throws {
    #expect(SolutionStatus.allCases.map(\.number) == Array(1...6))
    for status in SolutionStatus.allCases {
      #expect(try SolutionStatus(number: status.number) == status)
    }
  }

  @Test(arguments: [-1, 0, 7, Int32.max, Int32.min])
  func `A status outside the table is a failure of its own`(_ number: Int32) {
    #expect(throws: GLPKFailure.unknownStatus(number)) { try SolutionStatus(number: number) }
  }

  @Test(arguments: [
    (
      GLPKFailure.boundsReversed(lower: 3, upper: 2, .row("seats")),
      """
      the lower bound 3 of row seats is above its upper bound 2
      help: write a demand that cannot be kept as two rows
      """
    ),
    (
      .simplexFailed(.singularMatrix),
      """
      GLPK could not solve the relaxation: singularMatrix (return code 2)
      help: export the program and solve it with another solver
      """
    ),
    (
      .unknownVariable(index: 7, variables: 2, .objective),
      "the objective names variable number 7, counted from 0; the program has 2"
    ),
  ])
  func `A message says what is wrong, where, and what to do`(
    _ failure: GLPKFailure, _ message: String
  ) {
    #expect(failure.description == message)
  }

  @Test func `A message stays short when a name is a million characters long`() {
    let name = String(repeating: "x", count: 1_000_000)
    for failure in [
      GLPKFailure.repeatedVariable(name, .row(name)),
      .coefficientTooLarge(.max, variable: name, .objective), .answerBreaks(.variable(name)),
    ] {
      #expect(failure.description.utf8.count < 300)
    }
  }

  @Test func `Every failure has a message of one line and at most one of help`() {
    let place = Place.row("r")
    let all: [GLPKFailure] = [
      .unknownVariable(index: 1, variables: 1, place), .repeatedVariable("x", place),
      .coefficientTooLarge(1, variable: "x", place), .boundTooLarge(1, place),
      .boundsReversed(lower: 1, upper: 0, place), .programTooLarge(.rows, count: 1), .unbounded,
      .simplexFailed(.solverFailed), .relaxationUndecided(.undefined), .searchFailed(.stopped),
      .searchUndecided(.feasible), .relaxationLimitReached(1), .unknownReturnCode(99),
      .unknownStatus(99), .valueNotWhole(0.5, place), .answerBreaks(place),
      .objectiveDiffers(reported: 1, recomputed: 2), .objectiveTooLarge(1e10),
      .unreadable(path: "a.mps"),
    ]
    for failure in all {
      let lines = failure.description.split(separator: "\n", omittingEmptySubsequences: false)
      #expect((1...2).contains(lines.count))
      #expect(!lines[0].isEmpty)
      #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("help: ") })
    }
    #expect(Set(all.map(\.description)).count == all.count)
  }
}
