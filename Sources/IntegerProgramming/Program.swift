/// An integer program: whole-number variables with bounds, linear rows, a sum to be minimised.
///
/// A program is a value: it knows no solver, and every coefficient is a whole number, so that a
/// solver's answer can be checked exactly.
public struct Program: Hashable, Sendable {
  /// The name, used in files.
  public var name: String
  /// The variables, in the order they were added.
  public private(set) var variables: [Variable] = []
  /// The rows, in the order they were added.
  public private(set) var rows: [Row] = []
  /// The terms of the sum to be minimised, at most one per variable; empty to ask for feasibility.
  public var objective: [Term] = []

  /// Makes an empty program.
  public init(name: String) { self.name = name }

  /// Adds a variable and returns its identifier.
  ///
  /// - Parameters:
  ///   - name: A name no other variable has.
  ///   - lower: The smallest value.
  ///   - upper: The largest value, or nil; not below `lower`.
  public mutating func addVariable(_ name: String, lower: Int = 0, upper: Int?) -> Variable.ID {
    precondition(upper.map { lower <= $0 } ?? true, "variable \(name): \(lower) > \(upper ?? 0)")
    variables.append(Variable(name: name, lower: lower, upper: upper))
    return Variable.ID(index: variables.count - 1)
  }

  /// Adds the row `lower ≤ Σ terms ≤ upper`; a row without terms is kept, so that an impossible
  /// demand stays visible.
  public mutating func addRow(_ name: String, _ terms: [Term], lower: Int? = nil, upper: Int? = nil)
  {
    rows.append(Row(name: name, terms: terms, lower: lower, upper: upper))
  }

  /// Whether a point (one value per variable) keeps every bound and every row.
  public func holds(at point: [Int]) -> Bool {
    point.count == variables.count
      && zip(variables, point).allSatisfy { $0.allows($1) }
      && rows.allSatisfy { $0.holds(at: point) }
  }

  /// The value of the objective at a point; it must fit `Int`.
  public func objectiveValue(at point: [Int]) -> Int {
    objective.reduce(0) { $0 + $1.coefficient * point[$1.variable.index] }
  }

  /// The value of the objective at any point.
  public func exactObjective(at point: [Int]) -> Int128 { objective.exactSum(at: point) }
}
