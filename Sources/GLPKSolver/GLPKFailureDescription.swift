extension GLPKFailure: CustomStringConvertible {
  /// What is wrong, where, and, if there is something to do, a line `help:`.
  public var description: String {
    help.map { "\(problem)\nhelp: \($0)" } ?? problem
  }

  private var problem: String {
    switch self {
    case .unknownVariable(let index, let variables, let place):
      "\(place) names variable number \(index), counted from 0; the program has \(variables)"
    case .repeatedVariable(let name, let place):
      "\(place) has two terms of variable \(Place.short(name))"
    case .coefficientTooLarge(let coefficient, let variable, let place):
      "the coefficient \(coefficient) of variable \(Place.short(variable)) in \(place) is too large"
    case .boundTooLarge(let bound, let place):
      "the bound \(bound) of \(place) is too large"
    case .boundsReversed(let lower, let upper, let place):
      "the lower bound \(lower) of \(place) is above its upper bound \(upper)"
    case .programTooLarge(let size, let count):
      "the program has \(count) \(size); GLPK takes at most \(size.limit)"
    case .unbounded:
      "the objective has no smallest value"
    case .simplexFailed(let code):
      "GLPK could not solve the relaxation: \(code) (return code \(code.number))"
    case .relaxationUndecided(let status):
      "GLPK left the relaxation undecided: \(status) (status \(status.number))"
    case .searchFailed(let code):
      "GLPK could not end branch and bound: \(code) (return code \(code.number))"
    case .searchUndecided(let status):
      "GLPK left the program undecided: \(status) (status \(status.number))"
    case .relaxationLimitReached(let limit):
      "branch and bound came to its limit of \(limit) relaxations without a decision"
    case .unknownReturnCode(let number):
      "GLPK returned \(number), which is not in its table of return codes"
    case .unknownStatus(let number):
      "GLPK gave the status \(number), which is not in its table"
    case .valueNotWhole(let value, let place):
      "GLPK gave \(place) the value \(value), which is not a whole number"
    case .answerBreaks(let place):
      "GLPK's answer does not keep \(place)"
    case .objectiveDiffers(let reported, let recomputed):
      "GLPK reported the objective \(reported), but its answer has \(recomputed)"
    case .objectiveTooLarge(let objective):
      "GLPK's objective \(objective) is too large to be told from the next whole number"
    case .unreadable(let path):
      "GLPK could not read a program of whole numbers from \(path)"
    }
  }

  private var help: String? {
    switch self {
    case .repeatedVariable: "add them up to one term"
    case .coefficientTooLarge(_, _, .objective):
      "keep to \(Tolerance.objectiveCoefficient); minimise one sum after another, not a weighted one"
    case .coefficientTooLarge, .boundTooLarge: "keep to \(Tolerance.exact)"
    case .boundsReversed: "write a demand that cannot be kept as two rows"
    case .unbounded: "give the variables of the objective bounds"
    case .relaxationLimitReached: "allow more relaxations"
    case .unknownReturnCode, .unknownStatus: "use GLPK 5.0, for which the tables are written"
    case .searchFailed, .searchUndecided, .simplexFailed, .relaxationUndecided, .valueNotWhole,
      .answerBreaks, .objectiveDiffers:
      "export the program and solve it with another solver"
    case .objectiveTooLarge: "minimise one sum after another, not a weighted one"
    case .unknownVariable, .programTooLarge, .unreadable: nil
    }
  }
}
