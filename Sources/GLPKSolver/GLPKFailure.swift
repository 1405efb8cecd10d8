/// Why there is no answer from GLPK. Each is a failure, none is an answer.
public enum GLPKFailure: Error, Hashable, Sendable {
  // The program is not one that GLPK may be given: a bad argument would end the process.

  /// A term names a variable the program does not have.
  case unknownVariable(index: Int, variables: Int, Place)
  /// Two terms of one sum name the same variable.
  case repeatedVariable(String, Place)
  /// A coefficient is larger than this place allows.
  case coefficientTooLarge(Int, variable: String, Place)
  /// A bound is too large to be exact in floating point.
  case boundTooLarge(Int, Place)
  /// A lower bound is above the upper bound.
  case boundsReversed(lower: Int, upper: Int, Place)
  /// There are more rows, columns or terms than GLPK takes.
  case programTooLarge(ProgramSize, count: Int)

  // GLPK could not decide.

  /// The objective has no smallest value.
  case unbounded
  /// The simplex method failed.
  case simplexFailed(ReturnCode)
  /// The simplex method ended without a decision.
  case relaxationUndecided(SolutionStatus)
  /// Branch and bound failed.
  case searchFailed(ReturnCode)
  /// Branch and bound ended without a decision.
  case searchUndecided(SolutionStatus)
  /// Branch and bound solved as many relaxations as it was allowed.
  case relaxationLimitReached(Int)
  /// GLPK returned a number that is not in its table.
  case unknownReturnCode(Int32)
  /// GLPK gave a status that is not in its table.
  case unknownStatus(Int32)

  // GLPK answered, and the answer did not pass the check.

  /// A value of the answer is not a whole number.
  case valueNotWhole(Double, Place)
  /// The answer breaks a row or the bounds of a variable.
  case answerBreaks(Place)
  /// The objective GLPK reports is not that of its answer.
  case objectiveDiffers(reported: Double, recomputed: Int)
  /// The objective is so large that floating point may not tell it from the next one.
  case objectiveTooLarge(Double)

  // Files.

  /// GLPK could not read a file, or what it read is not a program of whole numbers.
  case unreadable(path: String)
}
