/// A whole-number variable of a program.
public struct Variable: Hashable, Sendable {
  /// The position of a variable in ``Program/variables``.
  public struct ID: Hashable, Comparable, Sendable {
    /// The position, from 0.
    public let index: Int

    /// Makes the identifier of the variable at a position.
    public init(index: Int) { self.index = index }

    /// Order of positions.
    public static func < (left: ID, right: ID) -> Bool { left.index < right.index }
  }

  /// A unique name, of characters that both MPS and LP files allow.
  public let name: String
  /// The smallest value.
  public let lower: Int
  /// The largest value; nil where there is none.
  public let upper: Int?
}

/// A coefficient times a variable.
public struct Term: Hashable, Sendable {
  /// The whole-number coefficient.
  public let coefficient: Int
  /// The variable.
  public let variable: Variable.ID

  /// Makes a term.
  public init(_ coefficient: Int, _ variable: Variable.ID) {
    self.coefficient = coefficient
    self.variable = variable
  }
}

/// A linear constraint: `lower ≤ Σ terms ≤ upper`.
public struct Row: Hashable, Sendable {
  /// A unique name, of characters that both MPS and LP files allow.
  public let name: String
  /// The terms, at most one per variable.
  public let terms: [Term]
  /// The lower bound; nil where there is none.
  public let lower: Int?
  /// The upper bound; nil where there is none.
  public let upper: Int?

  /// The sum of the terms at a point (one value per variable of the program).
  public func value(at point: [Int]) -> Int {
    terms.reduce(0) { $0 + $1.coefficient * point[$1.variable.index] }
  }

  /// Whether a point keeps this row.
  public func holds(at point: [Int]) -> Bool {
    let value = value(at: point)
    return (lower.map { $0 <= value } ?? true) && (upper.map { value <= $0 } ?? true)
  }
}

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
      && zip(variables, point).allSatisfy { variable, value in
        variable.lower <= value && (variable.upper.map { value <= $0 } ?? true)
      } && rows.allSatisfy { $0.holds(at: point) }
  }

  /// The value of the objective at a point.
  public func objectiveValue(at point: [Int]) -> Int {
    objective.reduce(0) { $0 + $1.coefficient * point[$1.variable.index] }
  }
}
