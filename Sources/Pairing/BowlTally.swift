import GLPKSolver

/// How often each stage decided whether a State is in a bowl.
public struct BowlTally: Hashable, Sendable {
  /// The witness has the State in the seat.
  public var held = 0
  /// A path turns on no two mutual pairs.
  public var path = 0
  /// A path was repaired by branching.
  public var repaired = 0
  /// Out: no path reaches the State.
  public var outByFlow = 0
  /// Out: every branch of the repair is dead.
  public var outBySearch = 0
  /// The integer program over States decided.
  public var byProgram = 0
  /// Nodes of all repairs.
  public var repairNodes = 0
  /// Searches in the flow network.
  public var searches = 0
  /// Nodes of the flow network that they visited.
  public var searchSteps = 0
  /// Arcs of the flow network that they followed, those to a node already reached included.
  public var searchArcs = 0
  /// Bowls that kinds of States decided.
  public var byKinds = 0
  /// Those over kinds for which single States were looked at as well.
  public var bySingles = 0
  /// States under review that were told apart from others of their kind.
  public var toldApart = 0
  /// Reviewers that were.
  public var reviewersToldApart = 0
  /// What the integer programs were, those before the first lot included.
  public var solving = Statistics()

  /// Makes a tally of nothing.
  public init() {}

  /// The sum of two tallies.
  public static func + (left: BowlTally, right: BowlTally) -> BowlTally {
    var sum = left
    sum.held += right.held
    sum.path += right.path
    sum.repaired += right.repaired
    sum.outByFlow += right.outByFlow
    sum.outBySearch += right.outBySearch
    sum.byProgram += right.byProgram
    sum.repairNodes += right.repairNodes
    sum.searches += right.searches
    sum.searchSteps += right.searchSteps
    sum.searchArcs += right.searchArcs
    sum.byKinds += right.byKinds
    sum.bySingles += right.bySingles
    sum.toldApart += right.toldApart
    sum.reviewersToldApart += right.reviewersToldApart
    sum.solving = left.solving + right.solving
    return sum
  }
}
