/// One thing that is wrong with the data given, and where.
public struct Fault: Hashable, Sendable, CustomStringConvertible {
  /// Where it is.
  public let place: Place
  /// What is wrong.
  public let problem: Problem

  /// Makes a fault.
  public init(_ problem: Problem, at place: Place) {
    self.place = place
    self.problem = problem
  }

  /// One line: the place, then what is wrong with the values in it.
  public var description: String { "\(place): \(problem)" }
}
