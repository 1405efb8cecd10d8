import GLPKSolver
import IntegerProgramming
import Members
import Pairing
import Rules

/// So many reviews are demanded, and so few can be done: a proof that demands cannot hold together
/// which anyone can add up.
///
/// Every review that could serve a demand is covered by a limit, at least as often as it serves
/// demands; yet the limits add up to less than the demands. (It is a solution of the dual program;
/// Farkas 1902.)
public struct CountingArgument: Hashable, Sendable {
  /// A demand that is counted.
  public struct Need: Hashable, Sendable {
    /// The rule.
    public let rule: DemandRule
    /// The States.
    public let states: [Int]
    /// What each of them must have or do.
    public let each: Int
    /// How often the demand is counted.
    public let times: Int
    /// What it comes to.
    public var total: Int { states.count * each * times }
  }

  /// What limits the reviews.
  public enum Limit: Hashable, Sendable {
    /// The seats of a review (para. 18).
    case seats([Int])
    /// The regional seats of a review.
    case regionalSeats([Int])
    /// No State reviews another twice: the pairs of these States under review and these reviewers.
    case pairs(underReview: [Int], reviewers: [Int])
    /// The maximum of a reviewer (para. 20).
    case maximum([Int])
    /// Of two States only one reviews the other (para. 19): each of these with each of those.
    case mutual([Int], [Int])
  }

  /// A limit that is counted.
  public struct Place: Hashable, Sendable {
    /// What limits.
    public let limit: Limit
    /// How many reviews it allows.
    public let most: Int
    /// How often it is counted.
    public let times: Int
    /// What it comes to.
    public var total: Int { most * times }
  }

  /// The demands.
  public let needs: [Need]
  /// The limits.
  public let places: [Place]

  /// What is demanded in all.
  public var needed: Int { needs.reduce(0) { $0 + $1.total } }
  /// What there is place for in all.
  public var available: Int { places.reduce(0) { $0 + $1.total } }
  /// Whether every demand and limit is counted once.
  public var isPlain: Bool {
    needs.allSatisfy { $0.times == 1 } && places.allSatisfy { $0.times == 1 }
  }

  /// Finds the argument, by an integer program over how often each demand and limit is counted.
  ///
  /// - Returns: nil where there is none.
  init?(_ set: DemandSet) throws(GLPKFailure) {
    let rows = DemandProgram(set, isNamed: true)
    var program = Program(name: "counting")
    var terms = Array(repeating: [Term](), count: rows.variables.count)
    var objective: [Term] = []
    for row in rows.rows {
      // Each demand of a smallest conflict is needed, so it is counted.
      let isNeed = row.meaning.isNeed
      let times = program.addVariable("", lower: isNeed ? 1 : 0, upper: isNeed ? 2 : 4)
      if row.bound != 0 { objective.append(Term(isNeed ? -row.bound : row.bound, times)) }
      for term in row.terms { terms[term.variable.index].append(Term(isNeed ? -1 : 1, times)) }
    }
    for terms in terms { program.addRow("", terms, lower: 0) }
    program.objective = objective
    guard case .optimal(let values, let sum) = try GLPK().minimise(program), sum < 0 else {
      return nil
    }
    var needs: [Need] = []
    var places: [Place] = []
    for (row, times) in zip(rows.rows, values) where times > 0 {
      func states(_ party: Int) -> [Int] { set.parties[party].states }
      let limit: Limit
      switch row.meaning {
      case .need(let rule, let party):
        let each = row.bound / states(party).count
        needs.append(Need(rule: rule, states: states(party), each: each, times: times))
        continue
      case .seats(let party): limit = .seats(states(party))
      case .regionalSeats(let party): limit = .regionalSeats(states(party))
      case .pair(let a, let b): limit = .pairs(underReview: states(a), reviewers: states(b))
      case .maximum(let party): limit = .maximum(states(party))
      case .mutual(let a, let b): limit = .mutual(states(a), states(b))
      }
      // A limit of nothing covers what cannot be; it need not be told.
      places.append(Place(limit: limit, most: row.bound, times: times))
    }
    self.needs = needs
    self.places = places
  }
}
