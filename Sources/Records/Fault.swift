/// One thing that is wrong with the data given, and where.
public struct Fault: Hashable, Sendable, CustomStringConvertible {
  /// Where it is.
  public let place: Place
  /// What is wrong.
  public let problem: Problem
  /// The other lines where the same is wrong.
  public let others: OtherLines

  /// Makes a fault of one place.
  public init(_ problem: Problem, at place: Place) {
    self.init(problem, at: place, others: OtherLines())
  }

  init(_ problem: Problem, at place: Place, others: OtherLines) {
    self.place = place
    self.problem = problem
    self.others = others
  }

  /// One line: the place, then what is wrong with the values in it.
  public var description: String { "\(place): \(problem)\(others)" }
}
